"""What comes back from a sound workbook, however oddly it was written."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.workbook import read
from tests.books import written
from tests.workbook import packages as p
from tests.workbook.cells import booked, cell, of_rows, texts

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = {
    "sheet": pl.String,
    "row": pl.Int32,
    "column": pl.Int32,
    "address": pl.String,
    "kind": pl.String,
    "text": pl.String,
    "number": pl.Float64,
    "date": pl.Date,
    "link": pl.String,
    "struck": pl.String,
    "live": pl.String,
    "hidden": pl.Boolean,
    "filtered": pl.Boolean,
}


def test_a_workbook_comes_back_with_its_name_its_fingerprint_and_its_cells_in_order(tmp_path: Path) -> None:
    book = booked(tmp_path, p.book())
    assert book.name == "team.xlsx"
    assert book.sha256 == hashlib.sha256((tmp_path / "team.xlsx").read_bytes()).hexdigest()
    assert [(tab.name, tab.hidden, tab.beyond) for tab in book.sheets] == [("Reactions", False, None)]
    assert dict(book.cells.schema) == COLUMNS
    expected = {
        "sheet": "Reactions",
        "row": 2,
        "column": 2,
        "address": "B2",
        "kind": "number",
        "text": "2020",
    }
    rest = {"number": 2020.0, "date": None, "link": None, "struck": "no", "live": None}
    assert cell(book, "B2") == expected | rest | {"hidden": False, "filtered": False}
    assert book.cells["address"].to_list() == ["A1", "B2"]


def test_sheets_come_in_tab_order_with_the_hidden_ones_marked(tmp_path: Path) -> None:
    tabs = p.workbook(
        p.tab("Élan", 2),
        p.tab("Notes & more".replace("&", "&amp;"), 1, "hidden"),
        p.tab("Z", 3, "veryHidden"),
    )
    targets = {f"s{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in (1, 2, 3)}
    sheets: dict[str, bytes | str] = {
        f"xl/worksheets/sheet{number}.xml": p.sheet(p.row(1, p.text("A1", f"in {number}")))
        for number in (1, 2, 3)
    }
    parts = p.parts() | {p.WORKBOOK: tabs, p.RELATIONS: p.relations(**targets)} | sheets
    book = booked(tmp_path, p.packed(parts))
    assert [(tab.name, tab.hidden) for tab in book.sheets] == [
        ("Élan", False),
        ("Notes & more", True),
        ("Z", True),
    ]
    assert book.cells["sheet"].to_list() == ["Élan", "Notes & more", "Z"]
    assert book.cells["text"].to_list() == ["in 2", "in 1", "in 3"]


@pytest.mark.parametrize("rows", ["", '<row r="5" s="1"><c r="A5" s="1"/></row>', p.row(1, p.text("A1", ""))])
def test_a_sheet_without_values_has_no_cells(rows: str, tmp_path: Path) -> None:
    book = of_rows(tmp_path, rows)
    assert book.cells.is_empty()
    assert dict(book.cells.schema) == COLUMNS


def test_parts_in_other_alphabets_and_prefixes_are_understood(tmp_path: Path) -> None:
    wide = p.sheet(p.row(1, p.text("A1", "Élan"))).replace("UTF-8", "UTF-16").encode("utf-16")
    assert texts(booked(tmp_path, p.book(sheet=wide))) == {"A1": "Élan"}
    row = '<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>'
    prefixed = f'<x:worksheet xmlns:x="{p.MAIN}"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    assert texts(booked(tmp_path, p.book(sheet=prefixed))) == {"A1": "5"}


def test_a_workbook_without_shared_texts_or_formats_is_read(tmp_path: Path) -> None:
    kept = {name: part for name, part in p.parts().items() if name not in (p.STRINGS, p.STYLES)}
    to = p.relations(s1=("worksheet", "/xl/worksheets/sheet1.xml"))
    book = booked(tmp_path, p.packed(kept | {p.RELATIONS: to, p.SHEET: p.sheet(p.row(1, p.text("A1", "x")))}))
    assert texts(book) == {"A1": "x"}


def test_a_workbook_with_macros_is_read_and_they_are_not(tmp_path: Path) -> None:
    macros: dict[str, bytes | str] = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"}
    assert booked(tmp_path, p.packed(p.parts() | macros), "team.xlsm").cells.height == 2


def test_links_to_other_workbooks_are_never_followed(tmp_path: Path) -> None:
    (tmp_path / "other.xlsx").write_bytes(p.book())
    more: dict[str, bytes | str] = {
        "xl/externalLinks/_rels/externalLink1.xml.rels": p.relations(
            x=("externalLinkPath", f"file://{tmp_path}/other.xlsx")
        ),
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{p.MAIN}"/>',
        p.SHEET: p.sheet(p.row(1, p.formula("A1", "[1]Reactions!B2", "17"))),
    }
    assert texts(booked(tmp_path, p.packed(p.parts() | more))) == {"A1": "17"}


def test_what_openpyxl_writes_comes_back(tmp_path: Path) -> None:
    source = openpyxl.Workbook()
    sheet = source.active
    sheet.title = "Réactions"
    sheet["A1"], sheet["A3"], sheet["B3"] = "Title above", "Date", "Words"
    sheet["A4"], sheet["B4"] = dt.date(2020, 6, 10), "A step “too far”."
    sheet["A5"] = dt.datetime(2020, 6, 10, 14, 30)  # noqa: DTZ001 - Excel knows no time zones
    sheet["A6"], sheet["A6"].font = "gone", Font(strike=True)
    sheet["A7"] = CellRichText(TextBlock(InlineFont(strike=True), "old "), "new")
    sheet["A8"], sheet["A8"].hyperlink = "site", "https://a.example/x#part"
    sheet["A9"], sheet["B9"], sheet["A10"] = True, 0.5, "=1+1"
    sheet.auto_filter.ref = "A3:B10"
    sheet.auto_filter.add_filter_column(0, ["Date"])
    sheet.row_dimensions[5].hidden = True
    source.save(tmp_path / "team.xlsx")
    book = read.cells(tmp_path / "team.xlsx")
    assert book.cells.select("address", "kind", "text").rows() == [
        ("A1", "text", "Title above"),
        ("A3", "text", "Date"),
        ("B3", "text", "Words"),
        ("A4", "date", "2020-06-10"),
        ("B4", "text", "A step “too far”."),
        ("A5", "date", "2020-06-10 14:30"),
        ("A6", "text", "gone"),
        ("A7", "text", "old new"),
        ("A8", "text", "site"),
        ("A9", "boolean", "TRUE"),
        ("B9", "number", "0.5"),
        ("A10", "formula", "=1+1"),
    ]
    assert (cell(book, "A6")["struck"], cell(book, "A7")["live"]) == ("all", "new")
    assert cell(book, "A8")["link"] == "https://a.example/x#part"
    assert cell(book, "A5")["filtered"]


def test_reading_works_from_any_folder_and_without_surroundings(tmp_path: Path) -> None:
    (tmp_path / "team.xlsx").write_bytes(p.book())
    (tmp_path / "json.py").write_text("raise SystemExit('wrong file')")
    program = (
        f"import sys; sys.path.append({str(ROOT)!r})\n"
        "import pathlib, os\nfrom flows.workbook import read\n"
        f"os.chdir({str(tmp_path)!r})\nos.environ.clear()\n"
        "print(read.cells(pathlib.Path('team.xlsx')).cells.height)\n"
    )
    done = subprocess.run(  # noqa: S603 - the program above, and nothing typed by anyone
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "2"


def test_fifty_thousand_cells_cost_no_more_than_three_times_what_openpyxl_alone_takes(tmp_path: Path) -> None:
    path = written(tmp_path / "team.xlsx", {"Rows": [["words"] * 20] * 2_500})
    before = processor_time()
    openpyxl.load_workbook(path).close()
    alone = processor_time()
    assert read.cells(path).cells.height == 50_000
    assert processor_time() - alone < 3 * (alone - before)


def processor_time() -> float:
    """Seconds this process and the children it waited for have spent."""
    return sum(os.times()[:4])
