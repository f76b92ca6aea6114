"""What a chain says on a day (R3): its head's terms with all that carries over from the rows before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flows.record.facts import DIMENSIONS, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.record.facts import Announcement, Day

Stated = dict[str, "Announcement"]
CLOSING = frozenset({"ends", "reverses"})
"""Relations after which the commitment is no more (R4 tests 2 and 3)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The terms in effect after one row of a chain, and which row stated what."""

    row: Announcement
    terms: Terms  # with what carries over
    stated: Stated  # dimension to the row that stated it, also "end", "condition", "condition_met"
    carried_over: tuple[str, ...]  # dimensions in effect that the row itself leaves blank
    starts_on: Day | None  # as stated; a restated term starts anew


def history(rows: Iterable[Announcement]) -> Iterator[Standing]:
    """The standing after each row, in order (R3)."""
    before: Standing | None = None
    for row in rows:
        before = _first(row) if before is None else _next(before, row)
        yield before


def stated_end(terms: Terms) -> bool:
    """True when the row itself says when it ends."""
    return terms.ends_on is not None or terms.duration is not None


def _first(row: Announcement) -> Standing:
    return Standing(row, row.terms, _stated(row), (), row.starts_on)


def _next(before: Standing, row: Announcement) -> Standing:
    """Blank cells carry over; a restated term cancels the older end, condition and start (R3).

    A row that ends or reverses the commitment takes effect on a day of its own.
    """
    new, old = row.terms, before.terms
    terms = replace(new, **{name: getattr(old, name) for name in DIMENSIONS if not getattr(new, name)})
    if new.term is None:
        ends = new if stated_end(new) else old
        terms = replace(
            terms, ends_on=ends.ends_on, duration=ends.duration, condition=new.condition or old.condition
        )
    carried = tuple(name for name in DIMENSIONS if getattr(new, name) != getattr(terms, name))
    goes_on = new.term is None and row.relation not in CLOSING
    starts_on = row.starts_on or (before.starts_on if goes_on else None)
    return Standing(row, terms, _carried(before, row) | _stated(row), carried, starts_on)


def _stated(row: Announcement) -> Stated:
    """What the row itself states, each with the row."""
    names = [name for name in DIMENSIONS if getattr(row.terms, name)]
    if stated_end(row.terms) or row.terms.term is not None:
        names.append("end")
    if row.terms.condition is not None:
        names.append("condition")
    if row.condition_met is not None:
        names.append("condition_met")
    return dict.fromkeys(names, row)


def _carried(before: Standing, row: Announcement) -> Stated:
    """Who stated what before, less what a restated term cancels."""
    if row.terms.term is None:
        return before.stated
    cancelled = {"end", "condition", "condition_met"}
    return {name: stater for name, stater in before.stated.items() if name not in cancelled}
