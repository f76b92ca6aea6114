"""The one tab taken apart: for each sheet of the model a part with its headers and rows, in their places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import polars as pl

from flows.record.facts import Tab
from flows.workbook.complaints import problem, words
from flows.workbook.problems import at
from flows.workbook.single import columns, kinds
from flows.workbook.single.found import found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.workbook.problems import Problem
    from flows.workbook.read import Book
    from flows.workbook.schema import Sheet
    from flows.workbook.single.found import Found

OPENS, CLOSES = "\ue000", "\ue001"  # around the sheet's name, after the tab's own: nobody types these


@dataclass(frozen=True, slots=True)
class Split:
    """A workbook as it is read on: with its one tab in parts, or just as it is."""

    book: Book
    parts: Mapping[str, Sheet] = field(default_factory=dict, hash=False)  # by the name each part goes by
    tabs: Mapping[str, Tab] = field(default_factory=dict, hash=False)  # the real tab of each part
    found: Found | None = None

    def problems(self, language: str) -> Iterator[Problem]:
        """The complaints about rows that nothing tells the kind of, and about cells of another kind."""
        if self.found is None:
            return
        first = next(iter(self.parts))
        for row in self.found.undecided:
            yield self._unknown(first, row, language)
        for name, sheet in self.parts.items():
            yield from self._elsewhere(name, sheet, language)

    def _unknown(self, part: str, row: int, language: str) -> Problem:
        assert self.found is not None  # noqa: S101 - only called where it is not
        column, header = self.found.kind_column
        typed = self.found.kinds.get(row, "")
        said = [kinds.NAMED[sheet.name][language == "fr"] for sheet in self.parts.values()]
        where = at(part, row, column, header)
        saying = words.says(typed, language)
        return problem(
            "unknown_row_kind", where, language, typed, kinds=words.either(said, language), saying=saying
        )

    def _elsewhere(self, part: str, sheet: Sheet, language: str) -> Iterator[Problem]:
        assert self.found is not None  # noqa: S101 - as above
        belongs = columns.of_others(self.found, sheet.name)
        cells = self.book.cells.filter(
            (pl.col("sheet") == part)
            & (pl.col("row") > self.found.header.row)
            & pl.col("column").is_in(list(belongs))
        )
        this = kinds.NAMED[sheet.name][language == "fr"]
        for row, column, text in cells.select("row", "column", "text").iter_rows():
            header, other = belongs[column]
            that = kinds.NAMED[other][language == "fr"]
            where = at(part, row, column, header)
            yield problem("cell_of_other_kind", where, language, text, this=this, that=that)


def split(book: Book) -> Split:
    """The workbook with its one tab in parts; as it is where each kind of row has a sheet of its own."""
    single = found(book)
    if single is None:
        return Split(book)
    parts = {
        f"{single.tab}{OPENS}{sheet.name}{CLOSES}": columns.fitted(single, sheet)
        for sheet in kinds.SHEETS_IN_ORDER
        if sheet.name in single.models
    }
    tabs = {part: Tab(single.tab, sheet.name) for part, sheet in parts.items()}
    cells = pl.concat([book.cells.filter(pl.col("sheet") != single.tab), *_cells(book, single, parts)])
    sheets = [
        replace(info, name=part, beyond=info.beyond if number == 0 else None)
        if info.name == single.tab
        else info
        for info in book.sheets
        for number, part in enumerate(parts if info.name == single.tab else (info.name,))
    ]
    return Split(replace(book, sheets=tuple(sheets), cells=cells), parts, tabs, single)


def _cells(book: Book, single: Found, parts: Mapping[str, Sheet]) -> Iterator[pl.DataFrame]:
    """The cells of each part: its headers, its rows, and what stands above them on the first."""
    every = book.cells.filter(pl.col("sheet") == single.tab)
    top = single.header.row
    for number, (part, sheet) in enumerate(parts.items()):
        shown = columns.shown(single, sheet.name)
        headers = (pl.col("row") == top) & pl.col("column").is_in(list(shown))
        rows = pl.col("row").is_in([row for row, model in single.rows.items() if model == sheet.name])
        above = (pl.col("row") < top) & pl.lit(number == 0)
        said_only = (pl.col("column") == single.kind_column[0]) & pl.col("row").is_in(list(single.by_name))
        kept = every.filter((headers | rows | above) & ~said_only)
        yield kept.with_columns(sheet=pl.lit(part))
