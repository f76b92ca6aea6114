"""One row of the sheet of recipients as it was typed, and what of it counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from flows.workbook import addresses
from flows.workbook.cleaning import choices
from flows.workbook.cleaning.harvest import values
from flows.workbook.cleaning.placing import out_of_sight
from flows.workbook.text import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.workbook.addresses import Address
    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.cleaning.visible import Visible
    from flows.workbook.problems import Cell
    from flows.workbook.tables import Table

UNREAD = ("struck_cell", "error_cell", "formula_without_value", "moving_day")
"""The rules of cells that count as blank, and are told of as such."""


@dataclass(frozen=True)
class Entry:
    """One row; blank cells, placeholders and cells of hidden columns hold ""."""

    table: Table
    number: int
    held: Mapping[Place, str]
    typed: Mapping[Place, str]  # placeholders included
    unread: frozenset[tuple[int, int | None]]  # row and column of cells told of as `UNREAD`
    apart: str | None  # one of `facts.OUT_OF_SIGHT`, or None

    def cell(self, name: str) -> Cell:
        """The cell of that column."""
        return self.table.cell(self.number, name)

    def text(self, name: str) -> str:
        """What stands in it, as typed."""
        return self.held.get((self.table.label, self.number, name), "")

    def said(self, name: str) -> str:
        """The same, placeholders too."""
        return self.typed.get((self.table.label, self.number, name), "")

    def broken(self, name: str) -> bool:
        """Whether it is told already that the cell counts as blank."""
        return (self.number, self.cell(name).column) in self.unread

    @cached_property
    def address(self) -> Address:
        """The address that stands there."""
        return addresses.read(self.text("email"))

    @property
    def switch(self) -> Literal["yes", "no", "unknown"]:
        """Whether it is switched on; a blank cell says yes, one that says neither does not."""
        typed = self.said("active")
        if self.broken("active"):
            return "unknown"
        code = choices.code("yes_no", tidy(typed)) if typed else "yes"
        return "yes" if code == "yes" else "no" if code == "no" else "unknown"


def entries(seen: Visible, table: Table) -> tuple[Entry, ...]:
    """The sheet's rows that hold anything in a column of the model's that is in view."""
    held = dict(values(seen.cells, "text"))
    told = (problem for problem in seen.harvest.problems if problem.rule in UNREAD)
    unread = frozenset((problem.cell.row or 0, problem.cell.column) for problem in told)
    there = {row for _, row, _ in seen.typed} | {row for row, _ in unread}
    marks = seen.rows.sort("row").iter_rows(named=True)
    return tuple(
        Entry(table, mark["row"], held, seen.typed, unread, out_of_sight(mark))
        for mark in marks
        if mark["row"] in there
    )
