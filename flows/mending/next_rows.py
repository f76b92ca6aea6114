"""Next best rows: the blank cells whose filling would unlock most, with their headers as typed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.mending.known import known, of_the_record
from flows.record.facts import Origin
from flows.record.unlocks.best import MOST, best, columns, gathered
from flows.workbook import headers
from flows.workbook.reading.places import letters

if TYPE_CHECKING:
    from flows.record.findings import Findings
    from flows.record.unlocks.values import NewColumn, Unlock
    from flows.workbook.clean import Cleaned
    from flows.workbook.problems import Problem
    from flows.workbook.read import Book

BROKEN = ("struck_cell", "formula_without_value", "moving_day", "error_cell")
"""Complaints of a cell that is not blank although it counts as such."""


@dataclass(frozen=True, slots=True)
class NextRow:
    """A blank cell that would unlock something, with its column's header as typed."""

    unlock: Unlock
    header: str


@dataclass(frozen=True, slots=True)
class Next:
    """What to fill in next: cells, and columns the workbook does not have yet."""

    rows: tuple[NextRow, ...] = ()
    columns: tuple[NewColumn, ...] = ()


def found(book: Book, cleaned: Cleaned, findings: Findings, most: int = MOST) -> Next:
    """The cells that would unlock most, ten unless said otherwise, and the columns that would."""
    problems = of_the_record(cleaned)
    about = known(problems, cleaned)
    held = set(cleaned.addresses) | {
        (one.cell.sheet, one.cell.row or 0, each.column)
        for one, each in zip(problems, about, strict=True)
        if each.column and (one.found or one.rule in BROKEN)
    }
    told = gathered(findings, _lacking(problems, tuple(each.column for each in about)))
    unlocks = best(told, findings, cleaned.grids, held, most)
    typed = _headers(book, cleaned)
    rows = tuple(NextRow(one, typed.get((one.label, one.column), one.column)) for one in unlocks)
    return Next(rows, columns(told, findings, cleaned.grids))


def _lacking(problems: tuple[Problem, ...], names: tuple[str | None, ...]) -> dict[Origin, str]:
    """Rows with one error and no other, which is that a cell is blank; with the column of that cell."""
    errors: defaultdict[Origin, list[tuple[Problem, str | None]]] = defaultdict(list)
    for one, name in zip(problems, names, strict=True):
        if one.severity == "error" and one.cell.row:
            errors[Origin(one.cell.sheet, one.cell.row)].append((one, name))
    alone = {origin: told[0] for origin, told in errors.items() if len(told) == 1}
    return {
        origin: name
        for origin, (one, name) in alone.items()
        if name and not one.found and one.rule.startswith("missing_")
    }


def _headers(book: Book, cleaned: Cleaned) -> dict[tuple[str, str], str]:
    """The headers as typed, by tab and model's name of the column."""
    tops = headers.tops(book.cells)
    typed = {
        (grid.label, letters(column)): text
        for grid in cleaned.grids
        for column, text in tops.get(str(grid.label), {}).get(grid.header, ())
    }
    return {
        (grid.label, name): typed[grid.label, called]
        for grid in cleaned.grids
        for name, called in grid.columns
        if (grid.label, called) in typed
    }
