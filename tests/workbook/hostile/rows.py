"""Sheets whose rows, cells and ranges are where no sheet of Excel has them, each with its refusal."""

from tests.workbook import packages as p
from tests.workbook.broken import Broken, Build
from tests.workbook.hostile.heavy import noise

ONE = p.value("A1", "1")
VALUE = "<v>1</v>"


def placed() -> list[Broken]:
    """Sheets no program of Office writes."""
    return [
        Broken(
            "row of a million digits",
            "bad_address",
            _rows(f'<row r="{"9" * 1_000_000}"/>'),
            f"Reactions!{'9' * 20}",
        ),
        Broken("row below zero", "bad_address", _rows('<row r="-1"/>'), "Reactions!-1"),
        Broken("row and a half", "bad_address", _rows('<row r="1.5"/>'), "Reactions!1.5"),
        Broken("row in thousands", "bad_address", _rows('<row r="1_000"/>'), "Reactions!1_000"),
        Broken("row in other digits", "bad_address", _rows('<row r="٣"/>'), "Reactions!٣"),
        Broken("row that is nothing", "bad_address", _rows('<row r=""/>'), "Reactions!"),
        Broken(
            "row just past the last", "bad_address", _rows('<row r="1048576"/><row/>'), "Reactions!1048577"
        ),
        Broken("cell in small letters", "bad_address", _cells('<c r="a1"><v>1</v></c>'), "Reactions!a1"),
        Broken("cell held fast", "bad_address", _cells('<c r="$A$1"><v>1</v></c>'), "Reactions!$A$1"),
        Broken("cell that is a range", "bad_address", _cells('<c r="A1:B2"><v>1</v></c>'), "Reactions!A1:B2"),
        Broken(
            "cell of another sheet",
            "bad_address",
            _cells('<c r="Notes!A1"><v>1</v></c>'),
            "Reactions!Notes!A1",
        ),
        Broken(
            "cell in the other notation", "bad_address", _cells('<c r="R1C1"><v>1</v></c>'), "Reactions!R1C1"
        ),
        Broken("cell in row nought", "bad_address", _cells('<c r="A0"><v>1</v></c>'), "Reactions!A0"),
        Broken("cell with noughts", "bad_address", _cells('<c r="A01"><v>1</v></c>'), "Reactions!A01"),
        Broken("cell without a column", "bad_address", _cells('<c r="1"><v>1</v></c>'), "Reactions!1"),
        Broken("cell that is nothing", "bad_address", _cells('<c r=""><v>1</v></c>'), "Reactions!"),
        Broken("cell in Greek letters", "bad_address", _cells('<c r="Α1"><v>1</v></c>'), "Reactions!Α1"),
        Broken(
            "cell with an address without end",
            "bad_address",
            _cells(f'<c r="{"A" * 1_000_000}"><v>1</v></c>'),
            f"Reactions!{'A' * 20}",
        ),
        Broken("cell in another row", "misplaced", _rows(p.row(5, p.value("A9", "1"))), "Reactions!A9"),
        Broken("cell twice in a row", "misplaced", _rows(p.row(1, ONE, ONE)), "Reactions!A1"),
        Broken("cell twice in two rows", "misplaced", _rows(p.row(1, ONE), p.row(1, ONE)), "Reactions!A1"),
        Broken(
            "cell that another is pushed onto",
            "misplaced",
            _rows(p.row(1, p.value("A1", "1"), "<c><v>2</v></c>", p.value("B1", "3"))),
            "Reactions!B1",
        ),
        Broken(
            "cells past the last column",
            "far_value",
            _rows(p.row(1, '<c r="SE1"/>', "<c/><c/>", f"<c>{VALUE}</c>")),
            "Reactions!SH1",
        ),
        Broken(
            "cell far down after an empty one",
            "far_value",
            _rows('<row r="200000"/>', f"<row><c>{VALUE}</c></row>"),
            "Reactions!A200001",
        ),
        Broken(
            "far text in place",
            "far_value",
            _rows(p.row(300_000, p.text("A300000", "x"))),
            "Reactions!A300000",
        ),
        Broken("far in two ways", "far_value", _rows(p.row(1, p.value("XFD9", "1"))), "Reactions!XFD9"),
        Broken(
            "rows before the rows",
            "bad_xml",
            lambda: p.book(sheet=p.sheet("", before=p.row(1, ONE))),
            p.SHEET,
        ),
        Broken(
            "rows after the rows", "bad_xml", lambda: p.book(sheet=p.sheet("", after=p.row(1, ONE))), p.SHEET
        ),
        Broken(
            "rows in what only newer programs read",
            "bad_xml",
            lambda: p.book(sheet=p.sheet("", after=f"<extLst><ext>{p.row(1, ONE)}</ext></extLst>")),
            p.SHEET,
        ),
        Broken("row in a row", "bad_xml", _rows(f'<row r="1">{p.row(2)}</row>'), p.SHEET),
        Broken("row in a value", "bad_xml", _cells(f'<c r="A1"><v>2{p.row(2)}0</v></c>'), p.SHEET),
        Broken("rows in another's keeping", "bad_xml", _rows(f"<a>{p.row(1)}</a>", p.row(2)), p.SHEET),
        Broken(
            "rows twice over",
            "bad_xml",
            lambda: p.book(sheet=p.sheet(p.row(1, ONE), after=f"<sheetData>{p.row(2)}</sheetData>")),
            p.SHEET,
        ),
        Broken(
            "columns of no sheet hidden",
            "bad_address",
            _columns('<col hidden="1" min="1" max="1e9"/>'),
            "Reactions!1e9",
        ),
        Broken(
            "columns below zero hidden",
            "bad_address",
            _columns('<col hidden="1" min="-5" max="2"/>'),
            "Reactions!-5",
        ),
        Broken(
            "columns without width to nowhere",
            "bad_address",
            _columns(f'<col width="0.0" min="1" max="{"7" * 5000}"/>'),
            f"Reactions!{'7' * 20}",
        ),
        Broken(
            "merge without a place",
            "bad_address",
            _after("<mergeCells><mergeCell/></mergeCells>"),
            "Reactions!",
        ),
        Broken("merge of whole columns", "bad_address", _merges("A:C"), "Reactions!A:C"),
        Broken("merge of whole rows", "bad_address", _merges("1:3"), "Reactions!1:3"),
        Broken("merge of three corners", "bad_address", _merges("A1:B2:C3"), "Reactions!A1:B2:C3"),
        Broken(
            "merge from the end to the start",
            "wide_merge",
            _merges("XFD1048576:A1"),
            "Reactions!XFD1048576:A1",
        ),
        Broken("merges over one another", "wide_merge", _merges(*["A1:Z100"] * 50), "Reactions!A1:Z100"),
        Broken(
            "hundreds of thousands of tiny merges",
            "wide_merge",
            _merges(*(f"A{row}:B{row}" for row in range(1, 60_000))),
            "Reactions!A9:B9",
        ),
        Broken(
            "merges before the rows",
            "wide_merge",
            lambda: p.book(sheet=p.sheet("", before='<mergeCell ref="A1:A1048576"/>')),
            "Reactions!A1:A1048576",
        ),
        Broken("tens of thousands of links over all", "wide_links", _links, "Reactions!A1:XFD1048576"),
        Broken(
            "text longer than a cell keeps", "long_text", _cells(p.text("A1", "x" * 32_768)), "Reactions!A1"
        ),
        Broken(
            "ten million letters in a cell",
            "long_text",
            lambda: p.book(sheet=p.sheet(p.row(1, p.text("A1", _letters(10_000_000))))),
            "Reactions!A1",
        ),
        Broken(
            "shared text longer than a cell keeps",
            "long_text",
            lambda: p.book(strings=p.strings(f"<t>{'y' * 40_000}</t>")),
            "Reactions!A1",
        ),
        Broken(
            "runs longer than a cell keeps",
            "long_text",
            lambda: p.book(strings=p.strings("<r><t>ab</t></r>" * 100_000)),
            "Reactions!A1",
        ),
        Broken(
            "formula longer than a cell keeps",
            "long_text",
            _cells(p.formula("A1", "1+" * 20_000 + "1", None)),
            "Reactions!A1",
        ),
        Broken(
            "number of a million digits", "long_text", _cells(p.value("A1", "1" * 1_000_000)), "Reactions!A1"
        ),
        Broken(
            "number of a million digits and a letter",
            "long_text",
            _cells(p.value("B2", "1" * 1_000_000 + "x")),
            "Reactions!B2",
        ),
    ]


def _rows(*rows: str) -> Build:
    return lambda: p.book(sheet=p.sheet("".join(rows)))


def _cells(*cells: str) -> Build:
    return _rows(f"<row>{''.join(cells)}</row>")


def _after(inside: str) -> Build:
    return lambda: p.book(sheet=p.sheet(p.row(1, ONE), after=inside))


def _columns(inside: str) -> Build:
    return lambda: p.book(sheet=p.sheet(p.row(1, ONE), before=f"<cols>{inside}</cols>"))


def _merges(*ranges: str) -> Build:
    return _after("<mergeCells>" + "".join(f'<mergeCell ref="{one}"/>' for one in ranges) + "</mergeCells>")


def _letters(length: int) -> str:
    """Letters that no packing makes much smaller than it should."""
    return noise(40_000).decode() * (length // 40_000)


def _links() -> bytes:
    rows = "".join(p.row(number, p.value(f"A{number}", "1")) for number in range(1, 101))
    links = '<hyperlink ref="A1:XFD1048576" location="A1"/>' * 30_000
    return p.book(sheet=p.sheet(rows, after=f"<hyperlinks>{links}</hyperlinks>"))
