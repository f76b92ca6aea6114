"""Each cell of an old sheet: carried over to a place in the new one, or told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.workbook.blank.plan import FIRST_ROW
from flows.workbook.cleaning.numbering import ID
from flows.workbook.cleaning.stray import TOTALS
from flows.workbook.text import identifier, key, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.blank.carrying.matching import Found
    from flows.workbook.blank.plan import Plan

NOT_CARRIED = ("error", "formula")
WHOLE_WORD_TOTALS = frozenset({*TOTALS, "totals", "totaux", "grandtotal", "totalgeneral"})


@dataclass(frozen=True, slots=True)
class Typed:
    """One cell of the old workbook that is not blank."""

    row: int
    column: int
    address: str
    kind: str
    text: str
    number: float | None
    day: Any  # a date, or None
    link: str | None
    struck: str
    live: str | None
    hidden: bool
    filtered: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the old sheet that goes over, and the row it goes to."""

    row: int
    to: int
    cells: tuple[Typed, ...]
    hidden: bool
    filtered: bool
    struck: bool  # what names it is


@dataclass(frozen=True, slots=True)
class Sorted:
    """An old sheet gone through: what is above its headers, the rows that go over, totals, which do not."""

    above: tuple[Typed, ...]
    lines: tuple[Line, ...]
    totals: tuple[tuple[Typed, ...], ...]
    hidden_columns: frozenset[int]
    columns: frozenset[int]  # those with a cell in a row that goes over


def cells(frame: pl.DataFrame, label: str) -> tuple[Typed, ...]:
    """The cells of a tab that are not blank, row by row."""
    blank = (pl.col("kind") == "text") & (tidied(pl.col("text")) == "")
    own = frame.filter((pl.col("sheet") == label) & ~blank).sort("row", "column")
    names = ("row", "column", "address", "kind", "text", "number", "date", "link", "struck", "live", "hidden",
             "filtered")  # fmt: skip
    return tuple(Typed(*values) for values in own.select(names).iter_rows())


def gone_through(every: Sequence[Typed], found: Found) -> Sorted:
    """The cells of a sheet, told apart."""
    top = found.header.row
    placed = [cell for cell in every if cell.row >= top]
    unseen = _hidden_columns(placed)
    rows: dict[int, list[Typed]] = {}
    for cell in placed:
        if cell.row > top:
            rows.setdefault(cell.row, []).append(cell)
    kept: list[list[Typed]] = []
    totals: list[list[Typed]] = []
    for row in rows.values():
        (totals if _total(row, found) else kept).append(row)
    return Sorted(
        tuple(cell for cell in every if cell.row < top),
        tuple(_lines(kept, found, unseen)),
        tuple(tuple(row) for row in totals),
        unseen,
        frozenset(cell.column for row in kept for cell in row),
    )


def key_column(found: Found) -> int | None:
    """The old sheet's column that names a row, or None where it has none."""
    wanted = found.sheet.key or found.sheet.columns[0].name
    return next((number for number, name in found.columns.items() if name == wanted), None)


def numbered(found: Found, plan: Plan, lines: Sequence[Line]) -> dict[int, str]:
    """The ids that the new rows get where the old sheet had no column of ids: A001, A002, in their order."""
    if not plan.sheet.prefix or key_column(found) is not None:
        return {}
    return {line.to: f"{plan.sheet.prefix}{number:03}" for number, line in enumerate(lines, start=1)}


def _lines(rows: Sequence[Sequence[Typed]], found: Found, unseen: frozenset[int]) -> Iterator[Line]:
    names = key_column(found)
    for to, row in enumerate(rows, start=FIRST_ROW):
        yield Line(
            row[0].row,
            to,
            tuple(row),
            any(cell.hidden and cell.column not in unseen for cell in row),
            any(cell.filtered for cell in row),
            any(cell.column == names and cell.struck == "all" for cell in row),
        )


def _hidden_columns(placed: Sequence[Typed]) -> frozenset[int]:
    """The hidden columns. The reader says of a cell that its row or its column is hidden.

    It is the column where another cell of the row shows.
    """
    showing = {cell.row for cell in placed if not cell.hidden}
    return frozenset(cell.column for cell in placed if cell.hidden and cell.row in showing)


def _total(row: Sequence[Typed], found: Found) -> bool:
    """Whether the row holds sums and no entry: it says so, has a number, and no id."""
    names = key_column(found)
    if not any(cell.kind == "number" for cell in row):
        return False
    word = key(row[0].text)
    if names is None or not found.sheet.prefix:
        return word in WHOLE_WORD_TOTALS
    return word.startswith(TOTALS) and not any(cell.column == names and _is_id(cell.text) for cell in row)


def _is_id(text: str) -> bool:
    read = pl.select(identifier(pl.lit(text))).item()
    return bool(read and ID.fullmatch(read))
