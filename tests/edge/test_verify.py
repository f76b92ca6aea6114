"""`onrecord verify`: exit codes and sentences, for a PDF and for an edition's folder, in both languages."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pytest

from flows import printing
from flows.edition import manifest
from flows.order import Order
from flows.record.plain import json_text
from tests import books
from tests.document import making
from tests.edition.verified import edited, saved_again

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

FRENCH = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an edition, made once."""
    folder = tmp_path_factory.mktemp("built")
    workbook = books.written(folder / "record.xlsx", books.sound())
    order = Order(making.FOUNDING, extent="core")
    return printing.build(workbook, order, folder / "outputs", lambda _: None).folder


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Path:
    """A copy of it to alter."""
    return shutil.copytree(built, tmp_path / "2020-06-15-01")


class Told(NamedTuple):
    """What came of the command."""

    code: int
    lines: list[str]
    aside: str


def verify(python: Python, *arguments: object, **changed: str) -> Told:
    run = python("-m", "flows.cli", "verify", *arguments, **changed)
    assert "Traceback" not in run.stderr
    return Told(
        run.returncode, run.stdout.replace("\u00a0", " ").replace("\u202f", " ").splitlines(), run.stderr
    )


def test_an_edition_nobody_touched_is_identical_with_each_of_its_pdfs(python: Python, edition: Path) -> None:
    found = verify(python, edition)
    assert (found.code, found.aside) == (0, "")
    assert [line.partition(". ")[0] for line in found.lines] == [
        f"{edition}: identical", "briefing-en.pdf: identical", "briefing-fr.pdf: identical"
    ]  # fmt: skip


def test_a_pdf_by_itself_is_identical_in_french(python: Python, edition: Path, tmp_path: Path) -> None:
    alone = (edition / "briefing-fr.pdf").rename(tmp_path / "reçu.pdf")
    found = verify(python, alone, **FRENCH)
    assert found.code == 0
    assert found.lines == [
        f"{alone} : identique. Refait à partir de ce qu’il contient, il est le même à l’octet près."
    ]


@pytest.mark.parametrize(
    ("locale", "verdict", "place"),
    [
        ({}, ": altered. It is not what follows", "  In the PDF, sources.csv is missing."),
        (FRENCH, " : modifié. Ce n’est pas ce qui découle", "  Dans le PDF, il manque sources.csv."),
    ],
)
def test_an_altered_pdf_is_told_with_the_place_and_exits_1(
    locale: dict[str, str], verdict: str, place: str, python: Python, edition: Path
) -> None:
    pdf = edition / "briefing-en.pdf"
    pdf.write_bytes(
        edited(pdf.read_bytes(), lambda document: document.attachments.__delitem__("sources.csv"))
    )
    found = verify(python, pdf, **locale)
    assert found.code == 1
    assert verdict in found.lines[0]
    assert place in found.lines


def test_one_byte_of_one_file_makes_the_edition_an_altered_one(python: Python, edition: Path) -> None:
    page = edition / "briefing-en.html"
    page.write_bytes(page.read_bytes().replace(b"moratorium", b"moratorlum", 1))
    (edition / "trace.json").unlink()
    (edition / "more.txt").write_text("more")
    (edition / ".DS_Store").write_text("left there by a system")
    found = verify(python, edition)
    assert found.code == 1
    assert found.lines[:5] == [
        f"{edition}: altered.",
        "  briefing-en.html is not the file that the manifest names.",
        "  trace.json is missing.",
        "  more.txt is no file of this edition.",
        "briefing-en.pdf: identical. Drawn again from what lies in it, it is the same, byte for byte.",
    ]


def test_a_record_exchanged_with_its_hash_is_found_by_the_one_in_the_pdf(
    python: Python, edition: Path
) -> None:
    record, told = edition / "record.json", json.loads((edition / manifest.NAME).read_bytes())
    record.write_bytes(record.read_bytes().replace(b"Amazon", b"Amazin"))
    told["files"]["record.json"] = manifest.fingerprint(record.read_bytes())
    (edition / manifest.NAME).write_bytes(json_text(told).encode())
    found = verify(python, edition)
    assert found.code == 1
    assert found.lines.count("  The record.json in the PDF is not the one beside it.") == 2


def test_a_manifest_that_names_a_file_elsewhere_reads_none(
    python: Python, edition: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("other")
    told = json.loads((edition / manifest.NAME).read_bytes())
    told["files"]["../other.txt"] = manifest.fingerprint(b"other")
    (edition / manifest.NAME).write_bytes(json_text(told).encode())
    assert "  ../other.txt is missing." in verify(python, edition).lines


def test_the_same_is_told_to_a_script(python: Python, edition: Path) -> None:
    told = json.loads("\n".join(verify(python, edition, "--json").lines))
    assert (told["edition"], told["outcome"], told["places"]) == (str(edition), "identical", [])
    assert [(one["file"], one["outcome"]) for one in told["pdfs"]] == [
        ("briefing-en.pdf", "identical"), ("briefing-fr.pdf", "identical")
    ]  # fmt: skip
    pdf = edition / "briefing-en.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    one = json.loads("\n".join(verify(python, pdf, "--json").lines))
    assert (one["outcome"], one["versions"], one["not_recomputed"]) == ("altered", {}, [])
    assert [(each["kind"], each["offset"]) for each in one["places"]] == [
        ("bytes", len(pdf.read_bytes()) - 1)
    ]


@pytest.mark.parametrize(("locale", "words"), [({}, "not ours"), (FRENCH, "n’est pas l’un des nôtres")])
def test_what_is_not_ours_exits_2(locale: dict[str, str], words: str, python: Python, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.pdf"
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(foreign)
    for file in (foreign, tmp_path / "notes.txt"):
        (tmp_path / "notes.txt").write_text("%PDF is what this is not")
        found = verify(python, file, **locale)
        assert found.code == 2
        assert words in found.lines[0]


def test_what_is_not_there_or_no_edition_is_told_in_a_sentence(python: Python, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, told in (("deep", "[" * 100_000), ("large", " " * 1_000_001 + "{}")):
        (tmp_path / name).mkdir()
        (tmp_path / name / manifest.NAME).write_text(told)
        assert "is not an edition" in verify(python, name).aside
    for what, words in (
        ("none.pdf", "No such file"),
        ("empty", "is not an edition"),
        ("/dev/null", "neither a PDF"),
    ):
        found = verify(python, what)
        assert (found.code, found.lines) == (2, [])
        assert words in found.aside
        assert found.aside.count("\n") == 1


def test_an_encrypted_pdf_asks_for_its_password(python: Python, edition: Path, tmp_path: Path) -> None:
    locked, secret = tmp_path / "locked.pdf", tmp_path / "secret"
    whole = (edition / "briefing-en.pdf").read_bytes()
    locked.write_bytes(edited(whole, saved_again, encryption=pikepdf.Encryption(owner="o", user="fünf ✓")))
    found = verify(python, locked)
    assert (found.code, "--password-file FILE" in found.lines[0]) == (2, True)
    secret.write_text("fünf ✓\n", encoding="utf-8")
    found = verify(python, locked, "--password-file", secret)
    assert found.code == 1
    assert "the same words and the same data. It is encrypted" in found.lines[0]
    assert "fünf" not in "".join(found.lines) + found.aside
    secret.write_text("")
    assert "No password stands on the first line" in verify(python, locked, "--password-file", secret).aside
