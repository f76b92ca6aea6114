"""Workbooks that are no .xlsx: read as far as can be seen, and what cannot is said in so many words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.workbook import clean, read
from flows.workbook.problems import as_json
from flows.workbook.read import Unreadable
from tests.books import cells, sound, written
from tests.workbook import doors

if TYPE_CHECKING:
    import polars as pl
    from openpyxl import Workbook

    from flows.record.facts import Record
    from tests.books import Rows

NOT_ALIKE = ("number", "date")  # a float may differ in its sixteenth digit
LIBREOFFICE = pytest.mark.skipif(doors.office() is None, reason="LibreOffice is not here: nothing to read")


def record(path: Path) -> Record:
    return clean.record(cells(path)).record


def by_name(found: Record) -> Record:
    """The record with its sheets in the order of the alphabet, as the files of a folder are."""
    return replace(found, sheets=tuple(sorted(found.sheets, key=lambda sheet: sheet.label)))


def frame(path: Path) -> pl.DataFrame:
    """Address by address what is read, without what two programs write differently."""
    return cells(path).cells.drop(NOT_ALIKE)


def odd(workbook: Workbook) -> None:
    """Whatever a reader may overlook: hidden, struck, linked, merged, broken, filtered."""
    first = workbook["Announcements"]
    first.row_dimensions[3].hidden = True
    first.column_dimensions["G"].hidden = True
    first["E4"].font = Font(strike=True)
    first["B2"].hyperlink = "https://example.org/a?b=c#d"
    first["X2"] = CellRichText(["keep ", TextBlock(InlineFont(strike=True), "gone"), " too"])
    sources = workbook["Sources"]
    sources.auto_filter.ref = "A1:G2"
    sources.auto_filter.add_filter_column(1, ["nobody"])
    sources.row_dimensions[2].hidden = True
    extra = workbook.create_sheet("Extra")
    for number, value in enumerate(
        [2020, 0.1, -3.5, "=1/0", "=NA()", "two\nlines", " spaced  out ", "007"], 1
    ):
        extra.cell(number, 1).value = value
    extra["C1"] = "merged"
    extra.merge_cells("C1:D3")
    extra["C7"] = 0.12
    extra["C7"].number_format = "0%"
    workbook.create_sheet("Hidden").sheet_state = "hidden"


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def by_office() -> dict[str, Path]:
    """The odd book by its ending, each kind as LibreOffice writes it."""
    made = doors.converted(sound(), Path(_folder().name), ("ods", "xls", "xlsx"), odd)
    return {path.suffix: path for path in made[1:]}


@LIBREOFFICE
@pytest.mark.xdist_group("office")
def test_an_opendocument_sheet_gives_the_same_cells_with_all_their_marks() -> None:
    expected, found = frame(by_office()[".xlsx"]), frame(by_office()[".ods"])
    assert found.equals(expected)
    assert read.cells(by_office()[".ods"]).unseen == ()
    assert {"all", "part"} <= set(found["struck"])


@LIBREOFFICE
@pytest.mark.xdist_group("office")
def test_an_old_workbook_gives_the_same_cells_but_for_what_it_says_it_cannot_see() -> None:
    expected, found = frame(by_office()[".xlsx"]), frame(by_office()[".xls"])
    assert found.drop("struck", "live").equals(expected.drop("struck", "live"))
    different = found.filter(found["struck"] != expected["struck"])
    assert different["address"].to_list() == ["X2"]  # words within a cell
    assert "partly_struck" in read.cells(by_office()[".xls"]).unseen


@LIBREOFFICE
@pytest.mark.xdist_group("office")
def test_a_row_hidden_in_an_old_workbook_reaches_nobody() -> None:
    found = clean.record(cells(by_office()[".xls"]))
    assert ("hidden_row", "Announcements!A3") in [(each.rule, str(each.cell)) for each in found.problems]
    assert "IBM" not in [row.organisation for row in found.record.announcements if not row.doubts]


@LIBREOFFICE
@pytest.mark.xdist_group("office")
def test_what_a_file_is_is_told_from_its_content_not_from_its_name(tmp_path: Path) -> None:
    path = tmp_path / "record.xlsx"
    path.write_bytes(by_office()[".xls"].read_bytes())
    assert (read.cells(path).reader.kind, read.cells(path).is_excel) == ("xls", False)


@pytest.mark.parametrize(
    ("encoding", "mark", "letters"),
    [
        ("utf-8", ",", "UTF-8"),
        ("utf-8-sig", ";", "UTF-8"),
        ("utf-16", "\t", "UTF-16"),
        ("utf-16-le", ";", "UTF-16"),
        ("cp1252", ";", "Windows-1252"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_folder_of_csv_files_gives_the_same_record(
    tmp_path: Path, encoding: str, mark: str, letters: str, language: str
) -> None:
    folder = doors.csv_folder(tmp_path / "record", sound(language), encoding, mark)
    assert by_name(record(folder)) == by_name(record(written(tmp_path / "record.xlsx", sound(language))))
    assert {way[2] for way in cells(folder).reader.ways} == {mark}
    # A file of English letters alone reads the same in both ways of writing them.
    assert letters in {way[1] for way in cells(folder).reader.ways} <= {letters, "UTF-8"}


def test_an_archive_of_csv_files_is_read_as_the_folder_is(tmp_path: Path) -> None:
    folder = doors.csv_folder(tmp_path / "record", sound())
    packed = {f"record/{file.name}": file.read_bytes() for file in folder.iterdir()}
    path = tmp_path / "record.zip"
    path.write_bytes(doors.zipped({**packed, "__MACOSX/record/._a.csv": b"\0"}))
    assert record(path) == record(folder)


def test_a_folder_keeps_its_fingerprint_as_long_as_names_and_contents_stay(tmp_path: Path) -> None:
    one, other = (doors.csv_folder(tmp_path / name, sound()) for name in ("one", "other"))
    (other / ".DS_Store").write_bytes(b"x")
    assert cells(one).sha256 == cells(other).sha256
    (other / "Sources.csv").rename(other / "Source.csv")
    assert cells(one).sha256 != cells(other).sha256


def test_a_folder_with_a_workbook_in_it_is_refused_since_either_may_be_meant(tmp_path: Path) -> None:
    folder = doors.csv_folder(tmp_path / "record", sound())
    written(folder / "record.xlsx", sound())
    with pytest.raises(Unreadable) as refused:
        read.cells(folder)
    assert refused.value.kind == "folder"


def test_lines_within_quotation_marks_begin_no_row_and_excel_s_own_first_line_is_none(tmp_path: Path) -> None:
    path = tmp_path / "record.csv"
    path.write_bytes(b'sep=|\r\nid|note\r\nA1|"one\r\ntwo | three ""four"""\r\n\r\nA2|#N/A\r\n')
    found = cells(path).cells.select("address", "kind", "text").rows()
    assert found == [
        ("A1", "text", "id"), ("B1", "text", "note"),
        ("A2", "text", "A1"), ("B2", "text", 'one\r\ntwo | three "four"'),
        ("A4", "text", "A2"), ("B4", "error", "#N/A"),
    ]  # fmt: skip


def test_prose_with_semicolons_and_commas_does_not_change_what_parts_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "record.csv"
    rows: Rows = [["id", "users", "summary"]]
    rows += [[f"A{number}", "sale; use; study", "One, two, three"] for number in range(9)]
    path.write_text(doors.csv_of(rows, ";"), encoding="utf-8")
    assert cells(path).reader.ways == (("record.csv", "UTF-8", ";"),)
    path.write_text(doors.csv_of(rows, ","), encoding="utf-8")
    assert cells(path).reader.ways == (("record.csv", "UTF-8", ","),)


def test_a_binary_workbook_is_read_with_what_is_hidden_struck_or_broken(tmp_path: Path) -> None:
    path = tmp_path / "record.xlsb"
    hidden_column = doors.record(390) + doors.record(
        60, b"\x03\0\0\0\x03\0\0\0" + b"\0\x09\0\0" + bytes(4) + b"\x01\0"
    )
    path.write_bytes(
        doors.xlsb(
            [
                doors.row(1, doors.cell(1, "id"), doors.cell(2, "amount"), doors.cell(4, "note")),
                doors.row(2, doors.cell(1, "A001"), doors.cell(2, 2020.0), doors.cell(4, "kept in")),
                doors.row(3, doors.cell(1, "A002", form=1), doors.cell(2, b"\x2a"), hidden=True),
            ],
            before=hidden_column + doors.record(391),
        )
    )
    book = read.cells(path)
    marks = book.cells.select("address", "kind", "text", "struck", "hidden").rows()
    assert marks == [
        ("A1", "text", "id", "no", False), ("B1", "text", "amount", "no", False),
        ("D1", "text", "note", "no", True),
        ("A2", "text", "A001", "no", False), ("B2", "number", "2020", "no", False),
        ("D2", "text", "kept in", "no", True),
        ("A3", "text", "A002", "all", True), ("B3", "error", "#N/A", "no", True),
    ]  # fmt: skip
    assert book.reader.kind == "xlsb"


def test_opendocument_rows_repeated_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.ods"
    empty = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    spaces = '<text:s text:c="2"/><text:span>x</text:span> y<text:line-break/>z'
    row = f"<table:table-row>{doors.ods_cell('a', 2)}{doors.ods_cell(spaces)}</table:table-row>"
    path.write_bytes(doors.ods(doors.ods_table(row + empty)))
    assert read.cells(path).cells.select("address", "text").rows() == [
        ("A1", "a"),
        ("B1", "a"),
        ("C1", "  x y\nz"),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_cannot_be_seen_is_a_warning_about_the_file_in_the_workbook_s_language(
    tmp_path: Path, language: str
) -> None:
    folder = doors.csv_folder(tmp_path / "record", sound(language), "cp1252", ";")
    [told] = clean.record(cells(folder)).problems
    assert as_json([told])[0] | {"message": "", "fix": ""} == {
        "sheet": "record", "cell": None, "row": None, "header": None, "severity": "warning",
        "rule": "reader_cannot_see", "found": "", "message": "", "fix": "",
    }  # fmt: skip
    said = {"en": "read as Windows-1252 with semicolons", "fr": "Windows-1252, avec des points-virgules"}
    assert said[language] in told.message
    assert {"en": "hidden rows", "fr": "masquées"}[language] in told.message
