"""What comes back from a sound workbook, cell for cell, however oddly it is kept."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.workbook import read
from flows.workbook.read import Book
from tests.books import written
from tests.workbook import packages as p

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


def booked(folder: Path, content: bytes, name: str = "team.xlsx") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read.cells(path)


def of_rows(folder: Path, *rows: str, **around: str) -> Book:
    return booked(folder, p.book(sheet=p.sheet("".join(rows), **around)))


def cell(book: Book, address: str) -> dict[str, Any]:
    return book.cells.row(by_predicate=pl.col("address") == address, named=True)


def texts(book: Book) -> dict[str, str]:
    return dict(book.cells.select("address", "text").iter_rows())


def kind_and_text(book: Book, address: str) -> tuple[str, str]:
    found = cell(book, address)
    return found["kind"], found["text"]


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


def test_text_comes_back_as_typed(tmp_path: Path) -> None:
    typed = {
        "A1": "  spaced “quotes” and ‘these’\u00a0; « ici\u202f» ",
        "A2": "first line\nsecond line",
        "A3": "👩🏽‍⚖️ emoji",
        "A4": "e\u0301 zero\u200bwidth",
        "A5": "=not a formula",
    }
    rows = [p.row(number, p.text(address, words)) for number, (address, words) in enumerate(typed.items(), 1)]
    assert texts(of_rows(tmp_path, *rows)) == typed


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("two_x000D_\nlines", "two\r\nlines"),
        ("_x005F_x000D_", "_x000D_"),
        ("a_x0000_b", "a\ufffdb"),
        ("a_xD83D__xDE00_b", "a😀b"),
        ("a_xD83D_b", "a\ufffdb"),
        ("snake_xylophone_case", "snake_xylophone_case"),
    ],
)
def test_escapes_in_texts_are_undone(stored: str, meant: str, tmp_path: Path) -> None:
    book = booked(tmp_path, p.book(strings=p.strings(f"<t>{stored}</t>")))
    assert texts(book)["A1"] == meant


@pytest.mark.parametrize(
    ("stored", "shown", "meant"),
    [
        ("2020", "2020", 2020.0),
        ("2020.0", "2020", 2020.0),
        ("-0", "0", 0.0),
        ("0.30000000000000004", "0.3", 0.30000000000000004),
        ("1E-3", "0.001", 0.001),
        ("1.5E+20", "150000000000000000000", 1.5e20),
        ("1E+25", "1E+25", 1e25),
        ("12345678901234567", "12345678901234600", 12345678901234567.0),
    ],
)
def test_numbers_read_as_excel_shows_them_plainly(
    stored: str, shown: str, meant: float, tmp_path: Path
) -> None:
    found = cell(of_rows(tmp_path, p.row(1, p.value("A1", stored))), "A1")
    assert (found["kind"], found["text"], found["number"]) == ("number", shown, meant)


def test_one_bad_value_never_loses_the_workbook(tmp_path: Path) -> None:
    bad = {
        "A1": ("NaN", "n"),
        "B1": ("1e400", "n"),
        "C1": ("99999", "s"),
        "D1": ("-1", "s"),
        "E1": ("x", "d"),
    }
    days = {"F1": "2958466", "G1": "-1", "H1": "60", "I1": "NaN"}
    cells = [p.value(address, *stored) for address, stored in bad.items()]
    cells += [p.value(address, stored, style=1) for address, stored in days.items()]
    book = of_rows(tmp_path, p.row(1, *cells, p.value("J1", "1", style=99999)))
    errors = {address: stored for address, (stored, _) in bad.items()} | days
    assert texts(book) == errors | {"J1": "1"}
    kinds = dict(book.cells.select("address", "kind").iter_rows())
    assert kinds == dict.fromkeys(errors, "error") | {"J1": "number"}
    assert book.cells["date"].null_count() == book.cells.height


@pytest.mark.parametrize(
    ("serial", "day", "shown"),
    [
        ("43992", dt.date(2020, 6, 10), "2020-06-10"),
        ("43992.604166666664", dt.date(2020, 6, 10), "2020-06-10 14:30"),
        ("46348.9999999", dt.date(2026, 11, 23), "2026-11-23"),
        ("1", dt.date(1900, 1, 1), "1900-01-01"),
        ("59", dt.date(1900, 2, 28), "1900-02-28"),
        ("61", dt.date(1900, 3, 1), "1900-03-01"),
        ("2958465", dt.date(9999, 12, 31), "9999-12-31"),
    ],
)
def test_real_dates_come_back_as_days(serial: str, day: dt.date, shown: str, tmp_path: Path) -> None:
    found = cell(of_rows(tmp_path, p.row(1, p.value("A1", serial, style=1))), "A1")
    assert (found["kind"], found["date"], found["text"], found["number"]) == ("date", day, shown, None)


def test_workbooks_that_count_from_1904_give_the_same_days(tmp_path: Path) -> None:
    sheet = p.sheet(
        p.row(
            1,
            p.value("A1", "42530", style=1),
            p.value("B1", "2957003", style=1),
            p.value("C1", "2957004", style=1),
        )
    )
    counting = p.workbook(p.tab("Reactions"), properties='<workbookPr date1904="1"/>')
    book = booked(tmp_path, p.book(sheet=sheet, workbook=counting))
    assert [cell(book, address)["date"] for address in ("A1", "B1")] == [
        dt.date(2020, 6, 10),
        dt.date(9999, 12, 31),
    ]
    assert kind_and_text(book, "C1") == ("error", "2957004")


def test_times_and_lengths_of_time_are_no_days(tmp_path: Path) -> None:
    book = of_rows(
        tmp_path, p.row(1, p.value("A1", "0.375", style=2), p.value("B1", "1.1041666666666667", style=3))
    )
    assert kind_and_text(book, "A1") == ("time", "09:00")
    assert kind_and_text(book, "B1") == ("time", "26:30")
    assert book.cells["date"].to_list() == [None, None]


def test_a_day_stored_in_iso_is_a_day(tmp_path: Path) -> None:
    found = cell(of_rows(tmp_path, p.row(1, p.value("A1", "2020-06-10T00:00:00", "d", 1))), "A1")
    assert (found["kind"], found["text"], found["date"]) == ("date", "2020-06-10", dt.date(2020, 6, 10))


def test_a_day_typed_as_text_stays_text(tmp_path: Path) -> None:
    found = cell(of_rows(tmp_path, p.row(1, p.text("A1", "2020-06-10", 1))), "A1")
    assert (found["kind"], found["text"], found["date"]) == ("text", "2020-06-10", None)


def test_booleans_and_errors_read_as_excel_shows_them(tmp_path: Path) -> None:
    row = p.row(1, p.value("A1", "1", "b"), p.value("B1", "0", "b"), p.value("C1", "#N/A", "e"))
    book = of_rows(tmp_path, row)
    assert kind_and_text(book, "A1") == ("boolean", "TRUE")
    assert kind_and_text(book, "B1") == ("boolean", "FALSE")
    assert kind_and_text(book, "C1") == ("error", "#N/A")


def test_a_formula_has_the_kind_of_its_value(tmp_path: Path) -> None:
    calculated = [
        p.formula("A1", "1+1", "2"),
        p.formula("B1", "A1&amp;x", "2x", "str"),
        p.formula("C1", "NA()", "#N/A", "e"),
        p.formula("D1", 'IF(A1,"","")', "", "str"),
    ]
    book = of_rows(tmp_path, p.row(1, *calculated))
    assert texts(book) == {"A1": "2", "B1": "2x", "C1": "#N/A"}
    assert book.cells["kind"].to_list() == ["number", "text", "error"]


def test_a_formula_never_calculated_is_not_blank(tmp_path: Path) -> None:
    shared = '<c r="A2"><f t="shared" ref="A2:A3" si="0">B2*2</f></c>', '<c r="A3"><f t="shared" si="0"/></c>'
    rows = [
        p.row(1, p.formula("A1", "SUM(B1:B9)", None), p.formula("B1", "1+1", "")),
        p.row(2, shared[0]),
        p.row(3, shared[1]),
    ]
    book = of_rows(tmp_path, *rows)
    assert texts(book) == {"A1": "=SUM(B1:B9)", "B1": "=1+1", "A2": "=B2*2", "A3": "=B3*2"}
    assert set(book.cells["kind"]) == {"formula"}


def test_links_are_whole_wherever_they_are_kept(tmp_path: Path) -> None:
    rows = [
        p.row(1, p.text("A1", "site"), p.text("B1", "here"), p.text("C1", "both"), p.text("D1", "none")),
        p.row(2, p.formula("A2", 'HYPERLINK("https://b.example/?a=1","shown")', "shown", "str")),
        p.row(3, p.formula("A3", "HYPERLINK(B1,1)", "1"), p.text("B3", "range"), p.text("C3", "range")),
    ]
    links = (
        '<hyperlink ref="A1" r:id="l1" location="part"/><hyperlink ref="B1" location="Sources!A3"/>'
        '<hyperlink ref="C1" r:id="l2"/><hyperlink ref="B3:C9" r:id="l2"/><hyperlink ref="D1" r:id="gone"/>'
    )
    to = p.relations(l1=("hyperlink", "https://a.example/x"), l2=("hyperlink", "mailto:a@a.example"))
    more: dict[str, bytes | str] = {
        "xl/worksheets/_rels/sheet1.xml.rels": to,
        p.SHEET: p.sheet("".join(rows), after=f"<hyperlinks>{links}</hyperlinks>"),
    }
    book = booked(tmp_path, p.packed(p.parts() | more))
    found = dict(book.cells.select("address", "link").iter_rows())
    assert found == {
        "A1": "https://a.example/x#part",
        "B1": "#Sources!A3",
        "C1": "mailto:a@a.example",
        "D1": None,
        "A2": "https://b.example/?a=1",
        "A3": None,
        "B3": "mailto:a@a.example",
        "C3": "mailto:a@a.example",
    }


def test_struck_words_are_told_from_those_left_standing(tmp_path: Path) -> None:
    struck, plain = "<rPr><strike/></rPr>", "<rPr><b/></rPr>"
    items = [
        f"<r>{struck}<t>old </t></r><r>{plain}<t>new</t></r>",
        f"<r>{struck}<t>all</t></r><r>{plain}<t xml:space='preserve'> </t></r>",
        f"<r>{plain}<t>none</t></r><r><rPr><strike val='0'/></rPr><t> at all</t></r>",
        f"<r><t>inherits </t></r><r>{plain}<t>stands</t></r>",
        "<t>whole</t>",
    ]
    styles = [0, 0, 0, 4, 4]
    cells = [p.value(f"{'ABCDE'[at]}1", str(at), "s", style) for at, style in enumerate(styles)]
    row = p.row(1, *cells, p.value("F1", "7", style=4))
    book = booked(tmp_path, p.book(sheet=p.sheet(row), strings=p.strings(*items)))
    assert book.cells.select("text", "struck", "live").rows() == [
        ("old new", "part", "new"),
        ("all ", "all", None),
        ("none at all", "no", None),
        ("inherits stands", "part", "stands"),
        ("whole", "all", None),
        ("7", "all", None),
    ]


def test_readings_beside_japanese_are_left_out(tmp_path: Path) -> None:
    item = "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>"
    assert texts(booked(tmp_path, p.book(strings=p.strings(item))))["A1"] == "東京"


def test_hidden_rows_and_columns_are_read_and_marked(tmp_path: Path) -> None:
    rows = [
        p.row(1, p.text("A1", "a"), p.text("B1", "b"), p.text("D1", "d")),
        p.row(2, p.text("A2", "c"), hidden="1"),
        p.row(3, p.text("A3", "e"), ht="0"),
    ]
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols>'
    book = of_rows(tmp_path, *rows, before=columns)
    assert dict(book.cells.select("address", "hidden").iter_rows()) == {
        "A1": False,
        "B1": True,
        "D1": True,
        "A2": True,
        "A3": True,
    }
    assert not book.cells["filtered"].any()


@pytest.mark.parametrize(("columns", "filtered"), [("", False), ('<filterColumn colId="0"/>', True)])
def test_rows_hidden_by_a_filter_say_so_and_those_hidden_by_hand_beside_its_arrows_do_not(
    columns: str, *, filtered: bool, tmp_path: Path
) -> None:
    rows = (
        p.row(1, p.text("A1", "head")) + p.row(2, p.text("A2", "x"), hidden="1") + p.row(3, p.text("A3", "y"))
    )
    book = of_rows(tmp_path, rows, after=f'<autoFilter ref="A1:A3">{columns}</autoFilter>')
    rest = (False, False)
    assert book.cells.select("hidden", "filtered").rows() == [rest, (True, filtered), rest]


@pytest.mark.parametrize(("columns", "filtered"), [("", False), ('<filterColumn colId="0"/>', True)])
def test_a_table_filters_only_when_a_column_is_chosen(
    columns: str, *, filtered: bool, tmp_path: Path
) -> None:
    table = f'<table xmlns="{p.MAIN}" ref="A1:A2"><autoFilter ref="A1:A2">{columns}</autoFilter></table>'
    more: dict[str, bytes | str] = {
        p.SHEET: p.sheet(p.row(1, p.text("A1", "head")) + p.row(2, p.text("A2", "x"), hidden="true")),
        "xl/worksheets/_rels/sheet1.xml.rels": p.relations(t1=("table", "../tables/table1.xml")),
        "xl/tables/table1.xml": table,
    }
    assert booked(tmp_path, p.packed(p.parts() | more)).cells["filtered"].to_list() == [False, filtered]


def test_of_merged_cells_only_the_first_has_a_value(tmp_path: Path) -> None:
    rows = p.row(1, p.text("A1", "first"), p.text("B1", "under")) + p.row(
        2, p.text("B2", "under"), p.text("C2", "free")
    )
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:E9"/></mergeCells>'
    assert texts(of_rows(tmp_path, rows, after=merged)) == {"A1": "first", "C2": "free"}


def test_row_numbers_stay_true_across_blank_rows(tmp_path: Path) -> None:
    rows = p.row(1, p.text("A1", "title")) + p.row(61, p.text("A61", "59 rows lower"))
    book = of_rows(tmp_path, rows)
    assert book.cells["row"].to_list() == [1, 61]
    assert book.sheets[0].beyond is None


def test_reading_stops_after_sixty_blank_rows_and_names_what_it_left(tmp_path: Path) -> None:
    rows = p.row(1, p.text("A1", "x")) + p.row(62, p.text("C62", "lost"), p.text("D62", "lost"))
    book = of_rows(tmp_path, rows)
    assert texts(book) == {"A1": "x"}
    assert book.sheets[0].beyond == "C62"


def test_reading_stops_after_sixty_blank_columns_too(tmp_path: Path) -> None:
    near, far = p.text("BI1", "59 columns on"), p.text("DR2", "lost")
    book = of_rows(tmp_path, p.row(1, p.text("A1", "x"), near), p.row(2, far))
    assert texts(book) == {"A1": "x", "BI1": "59 columns on"}
    assert book.sheets[0].beyond == "DR2"


def test_cells_without_addresses_stand_where_they_come(tmp_path: Path) -> None:
    cells = "<c><v>1</v></c><c/><c><v>3</v></c>"
    assert texts(of_rows(tmp_path, f"<row>{cells}</row>", f"<row>{cells}</row>")) == {
        "A1": "1",
        "C1": "3",
        "A2": "1",
        "C2": "3",
    }


def test_a_wrong_dimension_is_not_believed(tmp_path: Path) -> None:
    for claim in ("A1", "A1:XFD1048576"):
        book = of_rows(tmp_path, p.row(9, p.text("C9", "here")), before=f'<dimension ref="{claim}"/>')
        assert texts(book) == {"C9": "here"}


def test_formatting_far_down_is_no_value(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{at}" s="1" customFormat="1"><c r="A{at}" s="1"/></row>' for at in range(16, 1_048_577, 16)
    )
    after = '<hyperlinks><hyperlink ref="A1" location="B1"/></hyperlinks>'
    book = of_rows(tmp_path, p.row(1, p.text("A1", "x")), rows, after=after)
    assert texts(book) == {"A1": "x"}
    assert cell(book, "A1")["link"] == "#B1"
    assert book.sheets[0].beyond is None


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
