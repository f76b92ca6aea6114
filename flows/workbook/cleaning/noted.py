"""When the team itself typed a row or read it again: days that cannot be, told without quoting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning.order import OWN, before
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem


def noted(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each row typed before its own day, or read again before one of the two."""
    for row in rows:
        own = OWN.get(row.table.sheet.name)
        if own is not None and not row.apart:
            yield from _early(row, "entered_on", (own,))
            yield from _early(row, "checked_on", ("entered_on", own))


def _early(row: Row, name: str, others: Sequence[str]) -> Iterator[Problem]:
    """The complaint about that day of the row where it comes before one of the others, the first such."""
    later = next((each for each in others if row.said(each) and before(row.get(name), row.get(each))), None)
    if later is not None and row.said(name):
        yield problem(
            "noted_too_early", row.cell(name), row.table.language,
            column=row.table.header(later), place=str(row.cell(later)),
        )  # fmt: skip
