"""What a stored value reads as: text as typed, numbers and days as Excel shows them."""

import datetime as dt
from pathlib import Path

import pytest

from tests.workbook import packages as p
from tests.workbook.cells import booked, cell, kind_and_text, of_rows, texts


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


def test_readings_beside_japanese_are_left_out(tmp_path: Path) -> None:
    item = "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>"
    assert texts(booked(tmp_path, p.book(strings=p.strings(item))))["A1"] == "東京"


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


@pytest.mark.parametrize(
    ("serial", "style", "kind", "text"),
    [
        ("43983", 6, "text", "2020-06"),  # 1 June 2020, shown as Jun-20
        ("43992", 6, "date", "2020-06-10"),
        ("43831", 7, "text", "2020"),  # 1 January 2020, shown as 2020
        ("43983", 7, "date", "2020-06-01"),
        ("43983", 1, "date", "2020-06-01"),
        ("43983.5", 6, "date", "2020-06-01 12:00"),
    ],
)
def test_a_first_day_that_is_shown_as_its_month_or_year_alone_is_no_day(
    serial: str, style: int, kind: str, text: str, tmp_path: Path
) -> None:
    book = of_rows(tmp_path, p.row(1, p.value("A1", serial, style=style)))
    assert kind_and_text(book, "A1") == (kind, text)


@pytest.mark.parametrize("typed", ["TODAY()", "TODAY()-30", "NOW( )", "IF(A2=1,TODAY(),A3)"])
def test_a_formula_that_says_another_day_each_time_has_no_day(typed: str, tmp_path: Path) -> None:
    dated = p.formula("A1", typed, "43983").replace("<c ", '<c s="1" ', 1)
    book = of_rows(tmp_path, p.row(1, dated, p.formula("B1", "TODAY()-A1", "12"), p.formula("C1", "A9", "7")))
    assert kind_and_text(book, "A1") == ("formula", f"={typed}")
    assert texts(book) == {"A1": f"={typed}", "B1": "12", "C1": "7"}


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
