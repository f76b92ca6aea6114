"""What an editor is told: a cell, what stands there, what to type; and what was corrected unasked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from flows.workbook.reading.places import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Severity = Literal["error", "warning"]
"""error: the row cannot be used as it stands and is set aside; warning: it is used, with the doubt said."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the workbook, as Excel shows it; None where the problem is wider than one cell."""

    sheet: str  # the tab's name as typed
    address: str | None = None  # "C7"
    row: int | None = None
    column: int | None = None
    header: str | None = None  # the column's header as typed

    def __str__(self) -> str:
        """The place as a formula would name it: Reactions!C7, 'Open questions'!C7."""
        sheet = self.sheet if self.sheet.isidentifier() else "'" + self.sheet.replace("'", "''") + "'"
        where = self.address or (str(self.row) if self.row else None)
        return f"{sheet}!{where}" if where else sheet


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint: where, what stands there, what to do about it; in the workbook's language."""

    cell: Cell
    severity: Severity
    rule: str
    found: str  # as typed; "" where nothing stands
    message: str
    fix: str

    def __str__(self) -> str:
        """The complaint on one line, its place first."""
        return f"{self.cell}  {self.message} {self.fix}"


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell read otherwise than it was typed, without harm to its meaning ("a1" read as "A001")."""

    cell: Cell
    before: str
    after: str
    rule: str


Told = TypeVar("Told", Problem, Correction)


def at(sheet: str, row: int, column: int | None, header: str | None) -> Cell:
    """The cell in that row and column of a sheet; without a column, the row as a whole."""
    return Cell(sheet, address(row, column) if column else None, row, column, header)


def in_reading_order(told: Iterable[Told], tabs: Sequence[str]) -> tuple[Told, ...]:
    """Missing sheets first, then the tabs from left to right, then rows, then columns."""
    places = {name: place for place, name in enumerate(tabs)}

    def place(each: Told) -> tuple[int, int, int]:
        return places.get(each.cell.sheet, -1), each.cell.row or 0, each.cell.column or 0

    return tuple(sorted(told, key=place))


def as_json(problems: Iterable[Problem]) -> list[dict[str, str | int | None]]:
    """One object a problem, in the order given, with the keys of `problems.json`."""
    return [
        {
            "sheet": problem.cell.sheet,
            "cell": problem.cell.address,
            "row": problem.cell.row,
            "header": problem.cell.header,
            "severity": problem.severity,
            "rule": problem.rule,
            "found": problem.found,
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
