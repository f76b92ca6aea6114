"""How sure a key point is (R15): the minimum over the rows it rests on. Nothing is forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.periods import last_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from flows.record.facts import Announcement, Reaction

VERIFICATION = ("unverified", "reported", "corroborated", "primary_seen")
"""From the weakest to the strongest (model 1.2e); a blank cell is the weakest."""


def rank(row: Announcement | Reaction) -> int:
    """The row's place in that order, from 0."""
    return VERIFICATION.index(row.verification) if row.verification in VERIFICATION else 0


def confidence(rows: Iterable[Announcement | Reaction], as_of: date, checked_within: int) -> str:
    """high, medium or low (R15); low without any row."""
    supporting = tuple(rows)
    least = min((rank(row) for row in supporting), default=0)
    if least < VERIFICATION.index("corroborated"):
        return "low"
    sure = all(
        row.verification == "primary_seen" and row.disputed is None and _checked(row, as_of, checked_within)
        for row in supporting
    )
    return "high" if sure else "medium"


def _checked(row: Announcement | Reaction, as_of: date, within: int) -> bool:
    return row.checked_on is not None and (as_of - last_on(row.checked_on)).days <= within
