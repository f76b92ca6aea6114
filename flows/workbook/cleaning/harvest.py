"""What one step of the cleaning hands on: values by place, complaints, corrections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.workbook.problems import Cell, Correction, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Place = tuple[str, int, str]
"""A tab, a row and a column's model name."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """The values read (None is never one), with what there is to say of them."""

    values: tuple[tuple[Place, Any], ...] = ()
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Correction, ...] = field(default=())


def values(cells: pl.DataFrame, value: str) -> tuple[tuple[Place, Any], ...]:
    """The cells' places, each with what stands in the column `value`; nulls left out."""
    there = cells.filter(pl.col(value).is_not_null()).select("sheet", "row", "name", value)
    return tuple(((sheet, row, name), found) for sheet, row, name, found in there.iter_rows())


def each(cells: pl.DataFrame) -> Iterator[tuple[Cell, dict[str, Any]]]:
    """Every row of a frame of cells, with the cell it is about."""
    for found in cells.iter_rows(named=True):
        yield cell(found), found


def cell(found: dict[str, Any]) -> Cell:
    """The cell a row of a frame is about."""
    return Cell(found["sheet"], found["address"], found["row"], found["column"], found["header"])


def corrected(cells: pl.DataFrame, before: str, after: str, rule: str) -> tuple[Correction, ...]:
    """A correction for every cell whose column `after` is not what its column `before` says."""
    changed = cells.filter(pl.col(after) != pl.col(before))
    return tuple(Correction(where, found[before], found[after], rule) for where, found in each(changed))


def together(harvests: Iterable[Harvest]) -> Harvest:
    """All harvests as one, in the order given."""
    gathered = tuple(harvests)
    return Harvest(
        tuple(value for harvest in gathered for value in harvest.values),
        tuple(problem for harvest in gathered for problem in harvest.problems),
        tuple(correction for harvest in gathered for correction in harvest.corrections),
    )
