"""Random workbooks, as a file or straight as the reader's cells: what people do to a workbook, at random."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import polars as pl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from flows.workbook.read import COLUMNS, Book, SheetInfo
from flows.workbook.reading.values import number
from tests import books

if TYPE_CHECKING:
    import random

    from openpyxl import Workbook

JUNK: tuple[object, ...] = (
    None, None, "", " ", "\u200b", "?", "tbd", "A001", "a1", "R001.1", "R009.9", "S001", "Q-7", "A001; A009",
    "Total", "Somme", 3, 43992, 2020, 1.5, True, date(2020, 6, 10), date(2031, 1, 1), "2029-05",
    datetime.fromisoformat("2020-06-10T14:30"),
    "10/06/2020", "31/02/2020", "June 2020", "yes", "non", "moratorium", "moratoire", "{}", "{0!r}", "%s",
    "=1+1", "<b>x</b>", "“x”", "none", "1 year", "https://example.org/x", "www.example.org", "Amazon",
    "amazon", "SECTOR", "; ;", ";", "\n", "e\u0301" * 20, "word " * 30, "\ud83d\ude00".encode(
        "utf-16", "surrogatepass").decode("utf-16"), "عربى", "-", "dropped: why", "dropped:",
)  # fmt: skip

HEADERS = ("status", "date", "Ours", None, "kind", "orgnisation", "sumary", "Retired", "previous")

FURTHER: books.Book = {
    "Responses": [
        ["demand", "organisation", "on", "outcome", "evidence", "checked_on", "retired"],
        ["R001.1", "Amazon", "2020-06-20", "none_found", None, "2020-06-20", None],
        ["R001.1", "Amazon", "2021-06-20", "answered", "A003", "2021-06-20", None],
    ],
    "Context": [
        ["id", "date", "summary", "source", "retired"],
        ["C001", "2020-05-25", "What set it off", "S001", None],
        ["C002", "2029-05-25", "What is to come", "https://example.org/c", None],
    ],
}

BLANK = " \n\u200b"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is hidden, struck through or filtered, by tab."""

    rows: frozenset[tuple[str, int]]
    columns: frozenset[tuple[str, int]]
    struck: frozenset[tuple[str, int, int]]
    filtered: frozenset[str]


UNMARKED = Marks(frozenset(), frozenset(), frozenset(), frozenset())


def shaken(chance: random.Random) -> books.Book:
    """A workbook with cells, rows, headers and tabs changed at random."""
    book = chance.choice([books.sound, books.minimal])(chance.choice(["en", "fr"]))
    for tab, rows in FURTHER.items():
        if chance.random() < 0.3:
            book[tab] = [list(row) for row in rows]
    harm = chance.choice([0.02, 0.08, 0.25])
    for rows in book.values():
        _shake(rows, harm, chance)
    if chance.random() < 0.1:
        book.pop(chance.choice(list(book)))
    return book or {"Empty": [["x"]]}


def _shake(rows: books.Rows, harm: float, chance: random.Random) -> None:
    """Cells overwritten; rows added, blank, doubled or of sums; sometimes another header."""
    for row in rows[1:]:
        for column in range(len(row)):
            if chance.random() < harm:
                row[column] = chance.choice(JUNK)
    for _ in range(chance.randrange(4)):
        blank = [chance.choice(JUNK) if chance.random() < 0.3 else None for _ in rows[0]]
        new = chance.choice([blank, list(chance.choice(rows[1:])), ["Total", *[4] * (len(rows[0]) - 1)]])
        rows.insert(chance.randrange(1, len(rows) + 1), new)
    if chance.random() < 0.2:
        rows[0][chance.randrange(len(rows[0]))] = chance.choice(HEADERS)
    for _ in range(chance.choice([0, 0, 0, 1, 3])):
        rows.insert(0, [None] * len(rows[0]))  # a table may begin further down


def marks(book: books.Book, chance: random.Random) -> Marks:
    """Rows and columns hidden, cells and rows struck, filters, at random."""
    cells = [(tab, row, column) for tab, rows in book.items() for row, column in _places(rows)]
    lines = {(tab, row) for tab, row, _ in cells}
    gone = {line for line in sorted(lines) if chance.random() < 0.05}
    return Marks(
        frozenset(line for line in sorted(lines) if chance.random() < 0.05),
        frozenset((tab, chance.randrange(1, 7)) for tab in book if chance.random() < 0.2),
        frozenset(cell for cell in cells if cell[:2] in gone or chance.random() < 0.01),
        frozenset(tab for tab in book if chance.random() < 0.2),
    )


def touched(marked: Marks, workbook: Workbook) -> None:
    """The same marks put on a workbook about to be saved."""
    for tab, row in marked.rows:
        workbook[tab].row_dimensions[row].hidden = True
    for tab, column in marked.columns:
        workbook[tab].column_dimensions[get_column_letter(column)].hidden = True
    for tab, row, column in marked.struck:
        workbook[tab].cell(row, column).font = Font(strike=True)
    for tab in marked.filtered:
        workbook[tab].auto_filter.ref = "A1:F9"
        workbook[tab].auto_filter.add_filter_column(0, ["x"])


def framed(book: books.Book, marked: Marks) -> Book:
    """The workbook as the reader gives it, without a file between."""
    cells = [
        _cell(tab, row, column, value, marked)
        for tab, rows in book.items()
        for row, column in _places(rows)
        if (value := rows[row - 1][column - 1]) not in {None, ""}
    ]
    frame = pl.DataFrame(cells, schema=COLUMNS, orient="row")
    return Book("book.xlsx", "", tuple(SheetInfo(tab, hidden=False, beyond=None) for tab in book), frame)


def filled(rows: books.Rows) -> list[int]:
    """The numbers of the rows below the headers that hold anything a person would see."""
    header = next(at for at, row in enumerate(rows) if any(row))
    return [at + 1 for at, row in enumerate(rows) if at > header and any(map(_seen, row))]


def header_row(rows: books.Rows) -> int:
    """The number of the row with the headers: the first that is not blank."""
    return next(at for at, row in enumerate(rows, start=1) if any(row))


def _seen(value: object) -> bool:
    return bool(value.strip(BLANK)) if isinstance(value, str) else value is not None


def _places(rows: books.Rows) -> list[tuple[int, int]]:
    return [(row, column) for row, line in enumerate(rows, 1) for column in range(1, len(line) + 1)]


def _cell(tab: str, row: int, column: int, value: object, marked: Marks) -> tuple[object, ...]:
    hidden = (tab, row) in marked.rows
    struck = "all" if (tab, row, column) in marked.struck else "no"
    away = hidden or (tab, column) in marked.columns
    filtered = hidden and tab in marked.filtered
    address = f"{get_column_letter(column)}{row}"
    return (tab, row, column, address, *_said(value), None, struck, None, away, filtered)


def _said(value: object) -> tuple[str, str, float | None, date | None]:
    """Kind, text, number and day of a value, as `read` gives them."""
    if isinstance(value, bool):
        return "boolean", str(value).upper(), None, None
    if isinstance(value, datetime):
        return "date", f"{value:%Y-%m-%d %H:%M}", None, value.date()
    if isinstance(value, date):
        return "date", value.isoformat(), None, value
    if isinstance(value, int | float):
        return number(str(value))[:4]
    return "text", str(value), None, None
