"""The status of a chain on a day (R4), its end and days left (R1, R5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.facts import Day, Terms
from flows.record.periods import days_from, end_day, last_on, later, overlap
from flows.record.terms import CLOSING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from flows.record.terms import Standing

IN_FORCE = (
    "in_force_until",
    "in_force_conditional",
    "in_force_revocable",
    "in_force_permanent",
    "in_force_end_not_stated",
    "condition_met_no_news",
)
"""Statuses under which a commitment may still hold."""

OVER = ("expired_no_news", "ended", "withdrawn")
"""Statuses under which a demand once met counts as lapsed (R7)."""

COUNTED = ("not_yet", "in_force_until", "expired_no_news")
"""Statuses under which the days to or since the end mean something (R5)."""


def status(standing: Standing, as_of: date, *, sourced: bool, condition_met: bool) -> str:
    """The code of R4, first test that holds. Over means a sourced row says so; time alone never ends."""
    starts = standing.starts_on or standing.row.announced_on
    stated, _, other = ends(standing)
    if standing.terms.term == "fixed" and (stated is None or other is not None):
        return "undetermined"
    if later(starts, as_of):
        return "not_yet"
    if sourced and standing.row.relation in CLOSING:
        return "withdrawn" if standing.row.relation == "reverses" else "ended"
    if standing.terms.term == "fixed" and stated is not None:
        return "in_force_until" if last_on(stated) >= as_of else "expired_no_news"
    if standing.terms.term == "condition":
        return "condition_met_no_news" if condition_met else "in_force_conditional"
    open_ended = {"until_further_notice": "in_force_revocable", "permanent": "in_force_permanent"}
    return open_ended.get(standing.terms.term or "", "in_force_end_not_stated")


def ends(standing: Standing) -> tuple[Day | None, str | None, Day | None]:
    """The end of a fixed term, "stated" or "computed", and the computed one where it contradicts the stated.

    A period runs from `starts_on`, else from the day of the announcement that states it (R1).
    """
    if standing.terms.term != "fixed":
        return None, None, None
    stated, worked_out = standing.terms.ends_on, computed(standing)
    if stated is None:
        return worked_out, "computed" if worked_out else None, None
    differs = worked_out is not None and not overlap(stated, worked_out)
    return stated, "stated", worked_out if differs else None


def computed(standing: Standing) -> Day | None:
    """The end worked out from the duration (R1); None without one, or without a day to count from."""
    start, duration = start_of_term(standing), standing.terms.duration
    return end_day(start, duration) if start is not None and duration is not None else None


def start_of_term(standing: Standing) -> Day | None:
    """The day the period runs from (R1)."""
    row = standing.stated.get("end", standing.row)
    return row.starts_on or (standing.starts_on if row.terms.term else None) or row.announced_on


def assumed(standing: Standing) -> bool:
    """True when a computed end is shown that runs from the announcement, for want of a start (R1)."""
    _, basis, other = ends(standing)
    row = standing.stated.get("end", standing.row)
    shown = basis == "computed" or other is not None
    return shown and start_of_term(standing) is row.announced_on


def days(code: str, end: Day | None, as_of: date) -> tuple[int | None, int | None]:
    """Days left, days since the end (R5): one of them where a term known to the day is still counted."""
    since = days_from(end, as_of) if end is not None and code in COUNTED else None
    if since is None:
        return None, None
    return (-since, None) if since <= 0 else (None, since)


def met(standing: Standing, unsourced: Collection[str]) -> bool:
    """True when the condition is noted as met by a sourced row (R4 test 6)."""
    row = standing.stated.get("condition_met")
    return row is not None and bool(row.condition_met) and row.id not in unsourced


def deadline_flags(code: str, end: Day | None, as_of: date, next_on: date | None, soon: int) -> list[str]:
    """ends_soon, ends_before_next_edition (R5), for a term that has not ended."""
    if end is None or code not in {"not_yet", "in_force_until"}:
        return []
    left, _ = days(code, end, as_of)
    flags = ["ends_soon"] if left is not None and left <= soon else []
    if next_on is not None and as_of <= last_on(end) < next_on:
        flags.append("ends_before_next_edition")
    return flags


NOTHING = Terms()
"""The terms of a chain whose every row is in doubt."""
