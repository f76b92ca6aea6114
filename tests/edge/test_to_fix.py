"""The workbook handed back with its problems in it: by a check, and in an edition's folder, for the team."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from flows import printing, steps, to_fix
from flows.edition import guard
from flows.order import Order
from flows.spoken import Refusal
from flows.workbook import clean
from flows.workbook.annotating import marking
from flows.workbook.annotating.words import ours
from tests import books
from tests.workbook import doors, laden, packages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

pytestmark = pytest.mark.usefixtures("drawn_here")
PLACES = ["Announcements!D3", "Reactions!A3", "Reactions!C2"]
OFFICE, MACROS = (
    b"openxmlformats-officedocument.spreadsheetml.sheet.main",
    b"ms-excel.sheet.macroEnabled.main",
)


def broken(path: Path) -> Path:
    book = books.put(books.sound(), "Reactions", 2, "reacted_on", "10/06/2020")
    return books.written(path, books.put(book, "Announcements", 3, "kind", "withdrawl"))


def changed(path: Path, **parts: tuple[bytes, bytes]) -> Path:
    """The broken workbook with words of a part replaced, or a part added: types=, signature=, macros=."""
    names = {
        "types": "[Content_Types].xml",
        "signature": "_xmlsignatures/sig1.xml",
        "macros": "xl/vbaProject.bin",
    }
    with laden.opened(broken(path).read_bytes()) as package:
        there: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
    for short, (old, new) in parts.items():
        was = there.get(names[short], old)
        there[names[short]] = (was if isinstance(was, bytes) else was.encode()).replace(old, new)
    path.write_bytes(packages.packed(there))
    return path


def notes(path: Path) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def checked(workbook: Path, copy: Path, language: str = "en") -> str:
    """What a check of the workbook says of its copy, once that is written."""
    book = books.cells(workbook)
    return to_fix.beside(book, clean.record(book), workbook, copy, language)


def mended(path: Path) -> None:
    """Put right what is broken, by a program that writes the whole workbook anew."""
    book = openpyxl.load_workbook(path)
    book["Reactions"]["C2"] = "2020-06-10"
    book["Announcements"]["D3"] = "withdrawal"
    book.save(path)


def test_a_check_at_the_terminal_writes_the_copy_it_is_asked_for(python: Python, tmp_path: Path) -> None:
    workbook = broken(tmp_path / "record.xlsx")
    before = workbook.read_bytes()
    run = python("-m", "flows.cli", "check", workbook, "--annotate", "copy.xlsx")
    assert run.returncode == 1
    assert "The problems stand in copy.xlsx, each at its cell." in run.stderr
    assert len(run.stdout.splitlines()) == 3
    assert workbook.read_bytes() == before
    assert sorted(notes(tmp_path / "copy.xlsx")) == PLACES


def test_a_copy_is_found_to_have_the_very_same_problems_and_the_same_record(tmp_path: Path) -> None:
    workbook, copy = broken(tmp_path / "record.xlsx"), tmp_path / "copy.xlsx"
    checked(workbook, copy)
    assert sorted(notes(copy)) == PLACES
    assert all(ours(note) for note in notes(copy).values())
    told, again = clean.record(books.cells(workbook)), clean.record(books.cells(copy))
    assert sorted(str(problem.cell) for problem in told.problems) == PLACES
    assert again.problems == told.problems
    assert again.record == told.record


@pytest.mark.parametrize("name", ["To fix", "To fix 2", "To fix (2)", "À corriger", "A corriger (3)"])
def test_our_list_is_no_sheet_of_the_record_under_any_name_it_may_get(name: str, tmp_path: Path) -> None:
    sheet: books.Rows = [["id", "kind", "summary", "source", "term"], [1, "x", "y", "z", "To put right"]]
    assert books.cleaned(tmp_path, {name: sheet, **books.sound()}).problems == ()
    assert books.cleaned(tmp_path, {"Else": sheet, **books.sound()}).problems != ()


def test_a_second_check_after_repair_takes_every_mark_away(tmp_path: Path) -> None:
    copy, clear = tmp_path / "copy.xlsx", tmp_path / "clear.xlsx"
    checked(broken(tmp_path / "record.xlsx"), copy)
    mended(copy)
    assert checked(copy, clear).startswith(f"Nothing is left to mend: {clear} is the workbook without")
    assert notes(clear) == {}
    assert openpyxl.load_workbook(clear).sheetnames == list(books.sound())


def test_a_sound_workbook_comes_back_as_it_is(workbook: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    assert f"{copy} est le classeur tel quel." in checked(workbook, copy, "fr")
    assert copy.read_bytes() == workbook.read_bytes()


def test_a_copy_nobody_has_worked_on_gives_way_to_the_next(tmp_path: Path) -> None:
    workbook, copy = broken(tmp_path / "record.xlsx"), tmp_path / "copy.xlsx"
    checked(workbook, copy)
    first = copy.read_bytes()
    books.written(workbook, books.put(books.sound(), "Reactions", 2, "reacted_on", "10/06/2020"))
    checked(workbook, copy)
    assert copy.read_bytes() != first
    assert sorted(notes(copy)) == PLACES[1:]


@pytest.mark.parametrize("whose", ["worked on", "another"])
def test_nothing_else_is_ever_written_over(whose: str, tmp_path: Path) -> None:
    workbook, copy = broken(tmp_path / "record.xlsx"), tmp_path / "copy.xlsx"
    if whose == "worked on":
        checked(workbook, copy)
        mended(copy)
    else:
        copy.write_bytes(workbook.read_bytes())
    before = copy.read_bytes()
    with pytest.raises(
        Refusal, match="is no copy made here or has been worked on since: nothing was written"
    ):
        checked(workbook, copy)
    with pytest.raises(Refusal, match="is the workbook itself, which is never written over"):
        checked(workbook, tmp_path / ".." / tmp_path.name / "record.xlsx")
    assert copy.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.xlsx", "record.xlsx"]


def test_a_copy_is_not_given_a_name_excel_would_not_open_it_under(tmp_path: Path) -> None:
    workbook = broken(tmp_path / "record.xlsx")
    with pytest.raises(Refusal) as refused:
        checked(workbook, tmp_path / "copy.xlsm")
    assert refused.value.sentence("fr").endswith("doit se terminer par .xlsx.")
    with pytest.raises(FileNotFoundError) as lost:
        checked(workbook, tmp_path / "nowhere" / "copy.xlsx")
    assert lost.value.filename == str(tmp_path / "nowhere" / "copy.xlsx")


def test_where_no_mark_may_be_put_in_the_list_comes_as_text_with_the_reason(tmp_path: Path) -> None:
    workbook = changed(tmp_path / "record.xlsx", signature=(b"", b"<Signature/>"))
    said = checked(workbook, tmp_path / "copy.xlsx")
    assert "is signed digitally" in said
    assert said.endswith("copy.html instead, as a page, and in " + str(tmp_path / "copy.txt") + " as text.")
    assert not (tmp_path / "copy.xlsx").exists()
    assert (tmp_path / "copy.txt").read_text("utf-8").splitlines() == [
        "To fix: 3 to put right, nothing to look at",
        "“record.xlsx” is signed digitally, and any mark in it would break the signature.",
        "",
        *(f"To put right: {each}" for each in clean.record(books.cells(workbook)).problems),
    ]
    page = (tmp_path / "copy.html").read_text("utf-8")
    assert all(each.rule in page for each in clean.record(books.cells(workbook)).problems)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_of_ours_is_written_anew_and_no_workbook_but_excel_s_can_have_more(
    language: str, tmp_path: Path
) -> None:
    folder, listed = doors.csv_folder(tmp_path / "record", books.sound(language)), tmp_path / "copy.txt"
    said = checked(folder, tmp_path / "copy.xlsx", language)
    assert {"en": "Save it as one", "fr": "Enregistrez-le comme Classeur Excel"}[language] in said
    content = listed.read_bytes()
    listed.write_bytes(content + b"of another day")
    assert checked(folder, tmp_path / "copy.xlsx", language) == said
    assert listed.read_bytes() == content


THEIRS = {
    "copy.html": '<meta name="generator" content="On Record"><p>another page of the house</p>',
    "copy.txt": "To fix: the roof",
}


@pytest.mark.parametrize("name", THEIRS)
def test_a_list_of_somebody_else_s_is_not_written_over(name: str, tmp_path: Path) -> None:
    workbook = changed(tmp_path / "record.xlsx", signature=(b"", b"<Signature/>"))
    (tmp_path / name).write_text(THEIRS[name], "utf-8")
    with pytest.raises(Refusal):
        checked(workbook, tmp_path / "copy.xlsx")
    assert {each.name for each in tmp_path.iterdir()} == {"record.xlsx", name}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of the broken workbook."""
    folder = tmp_path_factory.mktemp("kept")
    order = Order(date(2020, 6, 15), languages=("en",), extent="core")
    return printing.build(broken(folder / "record.xlsx"), order, folder, lambda _: None).folder


def test_an_edition_with_problems_keeps_the_workbook_with_notes_in_it(kept: Path) -> None:
    told = json.loads((kept / "problems.json").read_bytes())
    assert sorted(notes(kept / "to-fix.xlsx")) == sorted(f"{each['sheet']}!{each['cell']}" for each in told)
    assert "to-fix.xlsx" in json.loads((kept / "manifest.json").read_bytes())["files"]


def test_what_an_edition_keeps_for_the_team_is_the_same_each_time_and_only_where_there_is_something(
    kept: Path, tmp_path: Path
) -> None:
    book = steps.read(kept.parent.parent / "record.xlsx")
    assert to_fix.of_edition(book, steps.clean(book)) == {"to-fix.xlsx": (kept / "to-fix.xlsx").read_bytes()}
    sound = steps.read(books.written(tmp_path / "record.xlsx", books.sound()))
    assert to_fix.of_edition(sound, steps.clean(sound)) == {}


@pytest.mark.parametrize("change", ["saved again", "can no longer be read"])
def test_a_workbook_that_is_another_by_now_is_not_marked_with_the_problems_of_before(
    change: str, tmp_path: Path
) -> None:
    path = broken(tmp_path / "record.xlsx")
    book = books.cells(path)
    cleaned = clean.record(book)
    if change == "saved again":
        books.written(path, books.sound())
    else:
        path.unlink()
    ((name, content),) = to_fix.of_edition(book, cleaned).items()
    assert name == "to-fix.txt"
    assert change in content.decode()


def test_a_workbook_with_macros_keeps_them_and_the_ending_of_its_name(tmp_path: Path) -> None:
    path = changed(tmp_path / "record.xlsm", types=(OFFICE, MACROS), macros=(b"", b"macros"))
    book = books.cells(path)
    ((name, content),) = to_fix.of_edition(book, clean.record(book)).items()
    assert name == "to-fix.xlsm"
    with laden.opened(content) as package:
        assert MACROS in package.read("[Content_Types].xml")
        assert package.read("xl/vbaProject.bin") == b"macros"


def test_nothing_of_it_ever_goes_out(kept: Path, python: Python, tmp_path: Path) -> None:
    for ending in (".xlsx", ".xlsm", ".xltx", ".xltm", ".txt"):
        assert not guard.may_leave(to_fix.NAME + ending)
    place, outputs = tmp_path / "place", kept.parent.parent
    place.mkdir()
    words = ("--channel", place, "--draft", kept.name, "--name", "LM")
    run = python("-m", "flows.cli", "send", kept, *words, ON_RECORD_OUTPUTS=str(outputs))
    assert run.returncode == 0, run.stderr
    gone = {path.name for path in place.rglob("*") if path.is_file()}
    assert any(name.endswith(".pdf") for name in gone)
    assert not any(b"xl/workbook.xml" in path.read_bytes() for path in place.rglob("*") if path.is_file())
    assert not any("fix" in name for name in gone)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_opens_a_copy_and_keeps_its_notes(kept: Path, tmp_path: Path) -> None:
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    to, source = str(tmp_path), str(kept / "to-fix.xlsx")
    words = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", to, source]
    subprocess.run(["soffice", home, *words], check=True, capture_output=True, timeout=120)  # noqa: S603, S607 - the machine's
    again = tmp_path / "to-fix.xlsx"
    assert sorted(notes(again)) == sorted(notes(kept / "to-fix.xlsx"))
    back = io.BytesIO(marking.annotated(again.read_bytes(), (), "en", "to-fix.xlsx"))
    assert openpyxl.load_workbook(back).sheetnames == list(books.sound())
