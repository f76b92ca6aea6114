"""What each complaint is about by the model's names and the row's id, which stay when rows move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.record.facts import OUT_OF_SIGHT
from flows.record.reconciliation import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.workbook.clean import Cleaned
    from flows.workbook.problems import Cell, Problem

OUT_OF_SIGHT_RULES = frozenset(OUT_OF_SIGHT)

Row = tuple[str, int]
"""A tab and a row's number."""


@dataclass(frozen=True, slots=True)
class Known:
    """The sheet and the column by the model's names, and the row's id; None where there is none."""

    table: str | None = None
    column: str | None = None
    id: str | None = None


def of_the_record(cleaned: Cleaned) -> tuple[Problem, ...]:
    """The complaints an edition may tell: those of recipients are nobody's but the editor's (model 1.6)."""
    return tuple(one for one in cleaned.problems if one.cell.sheet not in cleaned.private)


def known(problems: Iterable[Problem], cleaned: Cleaned) -> tuple[Known, ...]:
    """What each of the complaints is about, in their order."""
    ids = row_ids(cleaned)
    tables = {str(grid.label): grid.sheet for grid in cleaned.grids}
    columns = {(str(grid.label), letters): name for grid in cleaned.grids for name, letters in grid.columns}

    def of(cell: Cell) -> Known:
        column = columns.get((cell.sheet, (cell.address or "").rstrip("0123456789")))
        return Known(tables.get(cell.sheet), column, ids.get((cell.sheet, cell.row or 0)))

    return tuple(of(one.cell) for one in problems)


def row_ids(cleaned: Cleaned) -> dict[Row, str]:
    """What names each row that is in view: its id, an organisation's name, whose answer it is."""
    record = cleaned.record
    facts: Iterable[Any] = (row for sheet in SHEETS for row in getattr(record, sheet))
    shown = (row for row in facts if OUT_OF_SIGHT_RULES.isdisjoint(row.doubts))
    found = {_place(row): _name(row) for row in shown}
    apart = (row for row in record.unplaced if row.id and row.rule not in OUT_OF_SIGHT_RULES)
    return {_place(row): row.id or "" for row in apart} | found


def _place(row: Any) -> Row:  # noqa: ANN401 - any fact
    """Where it stands, by the plain name of its tab: one may hold several kinds of rows."""
    return str(row.origin.sheet), row.origin.row


def unseen(cleaned: Cleaned) -> Iterator[tuple[str, str]]:
    """The sheet, by the model's name, and the name of each row that is kept from view."""
    for sheet in SHEETS:
        for row in getattr(cleaned.record, sheet):
            if not OUT_OF_SIGHT_RULES.isdisjoint(row.doubts):
                yield sheet, _name(row)


def _name(row: Any) -> str:  # noqa: ANN401 - any fact
    if hasattr(row, "id"):
        return str(row.id)
    return str(row.name) if hasattr(row, "name") else f"{row.demand} {row.organisation}"
