"""How a table is built, where that keeps cells from being read: headers low or lacking, merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.workbook import headers
from flows.workbook.complaints import problem, words
from flows.workbook.problems import at
from flows.workbook.reading.places import address, corners
from flows.workbook.text import key, tidied, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem
    from flows.workbook.read import Book
    from flows.workbook.tables import Layout, Table

MOST_MERGED = 50  # areas of a sheet that are told one by one


def built(book: Book, layout: Layout) -> Iterator[Problem]:
    """The complaints about each table's headers and merged cells."""
    tops = headers.tops(book.cells)
    for table in layout.tables:
        cells = book.cells.filter(pl.col("sheet") == table.label)
        yield from _low_headers(table, tops.get(table.label, {}))
        yield from _headless(table, cells)
        yield from _merged(table, book)


def _low_headers(table: Table, top: headers.Top) -> Iterator[Problem]:
    """A complaint about each header that stands in the row above or below the others, in a column of none."""
    headed = {column for column, _ in top.get(table.header_row, ())}
    for row in (table.header_row - 1, table.header_row + 1):
        line = [(column, text) for column, text in top.get(row, ()) if column not in headed]
        known = headers.names(table.sheet)
        low = [(column, text) for column, text in line if known.get(key(text), ("",))[0] not in table.columns]
        for column, text in low if all(key(text) in known for _, text in line) else ():
            place = address(table.header_row, column)
            yield problem(
                "headers_on_two_rows", at(table.label, row, column, text), table.language, text,
                line=table.header_row, place=place,
            )  # fmt: skip


def _headless(table: Table, cells: pl.DataFrame) -> Iterator[Problem]:
    """A complaint about each column with cells below the headers, and none above them."""
    blank = (pl.col("kind") == "text") & (tidied(pl.col("text")) == "")
    filled = cells.filter(~blank)
    headed = filled.filter(pl.col("row") == table.header_row)["column"].to_list()
    below = filled.filter((pl.col("row") > table.header_row) & ~pl.col("column").is_in(headed))
    found = below.group_by("column").agg(number=pl.len(), first=pl.col("row").min()).sort("column")
    for column, number, first in found.iter_rows():
        where = at(table.label, table.header_row, column, None)
        unread, place = words.unread(number, table.language), address(first, column)
        yield problem("column_without_header", where, table.language, unread=unread, place=place)


def _merged(table: Table, book: Book) -> Iterator[Problem]:
    """A complaint about each merged area below the headers, in columns that are read."""
    info = next(sheet for sheet in book.sheets if sheet.name == table.label)
    read = dict(table.columns.values())
    for area in info.merged[:MOST_MERGED]:
        ends = corners(area)
        if ends and ends[1][0] > table.header_row:
            (top, left), (bottom, right) = ends
            column = next((each for each in range(left, right + 1) if each in read), None)
            if column is not None and (bottom, right) != (top, left):
                where = at(
                    table.label, max(top, table.header_row + 1), left, tidy(read.get(left, "")) or None
                )
                yield problem("merged_cells", where, table.language, area=area, place=address(top, left))
