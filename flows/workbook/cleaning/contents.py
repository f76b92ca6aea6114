"""What stands in the cells that complaints are about, as it may be typed on the sheet of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.text import placeholder, tidied, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.workbook.problems import Problem
    from flows.workbook.read import Book

PLACE = {"sheet": pl.String, "row": pl.Int32, "column": pl.Int32}


class Contents:
    """The cells of some complaints, looked up once."""

    def __init__(self, book: Book, told: Iterable[Problem]) -> None:
        """Look them up."""
        places = {(one.cell.sheet, one.cell.row, one.cell.column) for one in told if one.cell.column}
        wanted = pl.DataFrame(list(places), schema=PLACE, orient="row")
        there = book.cells.join(wanted, on=list(PLACE), how="semi")
        said = there.select(*PLACE, tidied(pl.col("text")), blank=placeholder(pl.col("text")))
        self._cells = {
            (sheet, row, column): (text, blank or not text)
            for sheet, row, column, text, blank in said.iter_rows()
        }

    def of(self, told: Problem) -> Iterator[str]:
        """What a decision may give as the content: what is complained of, or all that stands in the cell.

        "" only where nothing stands there, or what counts as nothing yet.
        """
        place = (told.cell.sheet, told.cell.row, told.cell.column)
        text, blank = self._cells.get(place, ("", True))
        found = tidy(told.found)
        yield from filter(None, (found, text))
        if blank and found in ("", text):
            yield ""
