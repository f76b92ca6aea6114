"""Rows: each is a fact, set apart with its reason, or empty; ids are what they must be (1.3, R16)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flows.workbook.complaints import remedies
from flows.workbook.problems import Cell, at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flows.workbook.tables import Table

WHOSE = {"announcements": "organisation", "reactions": "actor"}
"""The column of each sheet that says whose act or statement a row is."""

Values = dict[str, Any]
"""What a row holds, by the model's column names; blank cells are left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with content: its place, its values, and how it stands among the others."""

    table: Table
    number: int
    values: Mapping[str, Any] = field(hash=False)
    typed: Mapping[str, str] = field(hash=False)  # the text of each cell, placeholders included
    filled: int  # cells with content, those of unknown and hidden columns included
    first: str  # the first text in it
    numbers: bool
    apart: str | None  # one of `facts.OUT_OF_SIGHT`, or None

    @property
    def place(self) -> tuple[str, int]:
        """The tab and the row's number."""
        return self.table.label, self.number

    @property
    def key_name(self) -> str:
        """The column that names the sheet's rows."""
        return self.table.sheet.key or self.table.sheet.columns[0].name

    @property
    def key(self) -> str | None:
        """What the row is called by: its id, its name, the demand it answers."""
        return self.values.get(self.key_name)

    def get(self, name: str) -> Any:  # noqa: ANN401 - each column has its own type
        """The value of that column, or None where the cell is blank."""
        return self.values.get(name)

    def versions(self, name: str) -> tuple[str, ...]:
        """The columns that hold what that one is for: itself, and its twins in either language."""
        named = (name, f"{name}_fr", f"{name}_en")
        return tuple(each for each in named if self.values.get(each) is not None)

    def holds(self, name: str) -> bool:
        """Whether that column is filled, in either language."""
        return bool(self.versions(name))

    def said(self, name: str) -> str:
        """What stands in that cell, as typed; "" where nothing does, or nothing that counts."""
        return self.typed.get(name, "")

    def cell(self, name: str) -> Cell:
        """The cell of that column."""
        return self.table.cell(self.number, name)

    def withdraw(self) -> str:
        """How an editor takes the row out of use, as a complaint says it."""
        table = self.table
        column, has_ids = table.header("retired"), table.sheet.prefix is not None
        return remedies.withdraw(column, table.language, there=table.has("retired"), has_ids=has_ids)

    def whole(self) -> Cell:
        """The row as a whole, shown at its key's cell."""
        where = self.table.cell(self.number, self.key_name)
        return where if where.address else at(self.table.label, self.number, 1, where.header)


def by_key(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows by what each is called: of several, one in use before the retired ones, else the first."""
    found: dict[str, Row] = {}
    for row in rows:
        if row.key and (row.key not in found or (found[row.key].get("retired") and not row.get("retired"))):
            found[row.key] = row
    return found
