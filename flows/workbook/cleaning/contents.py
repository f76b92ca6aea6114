"""What stands in the cells that complaints are about, as it may be typed on the sheet of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from flows.workbook import dates
from flows.workbook.text import placeholder, tidied, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.workbook.problems import Problem
    from flows.workbook.read import Book

PLACE = {"sheet": pl.String, "row": pl.Int32, "column": pl.Int32}
DAYS = ("first", "either", "or_else")


class Contents:
    """The cells of some complaints, looked up once."""

    def __init__(self, book: Book, told: Iterable[Problem], *, days: bool) -> None:
        """Look them up; with `days` also as the days that Excel makes of what is typed so elsewhere."""
        places = {(one.cell.sheet, one.cell.row, one.cell.column) for one in told if one.cell.column}
        wanted = pl.DataFrame(list(places), schema=PLACE, orient="row")
        there = book.cells.join(wanted, on=list(PLACE), how="semi")
        said = there.with_columns(said=tidied(pl.col("text")), blank=placeholder(pl.col("text")))
        if days:
            said = dates.readings(said, from_1904=book.from_1904)
        self._cells = {
            (found["sheet"], found["row"], found["column"]): found for found in said.iter_rows(named=True)
        }

    def of(self, told: Problem) -> Iterator[str]:
        """What a decision may give as the content: what is complained of, or all that stands in the cell.

        "" only where nothing stands there, or what counts as nothing yet.
        """
        cell: dict[str, Any] = self._cells.get((told.cell.sheet, told.cell.row, told.cell.column), {})
        found, said = tidy(told.found), cell.get("said", "")
        yield from filter(None, (found, said))
        yield from (cell[day].isoformat() for day in DAYS if cell.get(day))
        if found in ("", said) and (not said or cell["blank"]):
            yield ""
