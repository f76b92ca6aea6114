"""What nobody has looked at for too long (R11): questions, conditions, outcomes, addresses, whole chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.periods import days_from, older_than
from flows.record.results import QuestionState
from flows.record.status import IN_FORCE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from flows.record.defaults import Limits
    from flows.record.facts import Announcement, Day, Question, Reaction, Source
    from flows.record.results import Answer
    from flows.record.terms import Standing

CONDITIONAL = ("in_force_conditional", "condition_met_no_news")
"""Statuses that rest on a condition somebody should look at now and then."""

AWAKE = ("not_yet", *IN_FORCE)
"""Statuses of chains that may fall dormant; what is over does not."""


def question(row: Question, as_of: date, limits: Limits) -> QuestionState:
    """The question on the day (R11); never checked counts from asked. To find an answer is to have looked."""
    code = fate(row)
    looks = [day for day in (row.last_checked_on, row.answered_on) if day is not None]
    checked = max(looks, key=lambda day: day.first, default=None)
    age = days_from(row.asked_on, as_of) if row.asked_on else None
    stale = code == "open" and older_than(checked or row.asked_on, patience(row, limits), as_of)
    return QuestionState(row, code, age, stale, checked)


def patience(row: Question, limits: Limits) -> int:
    """The days after which a look at the question is too long ago: its own, or else the limit for all."""
    return row.review_days if row.review_days is not None else limits.review_days


def fate(row: Question) -> str:
    """open, answered or dropped: it stays open until there is the answer, or the reason to drop it."""
    settled = {"answered": row.answer is not None, "dropped": bool(row.dropped_because)}
    return row.status if row.status is not None and settled.get(row.status) else "open"


def condition(rows: Iterable[Announcement], standing: Standing, as_of: date, limits: Limits) -> bool:
    """True when the condition was not checked for too long (R11); never: counts from its announcement."""
    return older_than(condition_seen_on(rows, standing), limits.review_days, as_of)


def condition_seen_on(rows: Iterable[Announcement], standing: Standing) -> Day | None:
    """The day from which the condition's patience counts: the last look, else its announcement."""
    return condition_checked_on(rows, standing) or stated_by(standing).announced_on


def condition_checked_on(rows: Iterable[Announcement], standing: Standing) -> Day | None:
    """The last look at the condition in effect, whichever row of the chain tells of it; None: never.

    What was looked at before that condition was announced was another one.
    """
    if standing.terms.term != "condition":
        return None
    since = stated_by(standing).announced_on
    looks = (row.condition_checked_on for row in rows)
    checks = [day for day in looks if day is not None and (since is None or day.first >= since.first)]
    return max(checks, key=lambda day: day.first, default=None)


def stated_by(standing: Standing) -> Announcement:
    """The row that states the condition in effect."""
    return standing.stated.get("condition") or standing.stated.get("term", standing.row)


def outcome(answer: Answer, as_of: date, limits: Limits) -> bool:
    """True when the outcome was not checked for too long (R11); never checked counts from the demand."""
    return older_than(outcome_seen_on(answer), limits.review_days, as_of)


def outcome_seen_on(answer: Answer) -> Day | None:
    """The day from which the outcome's patience counts; None where there is nothing to check."""
    return None if answer.outcome == "not_addressed" else answer.checked_on or answer.reaction.reacted_on


def row_unarchived(row: Announcement | Reaction, on: Day | None, as_of: date, limits: Limits) -> bool:
    """True when a row cites an address, keeps no snapshot, and is too long past its last check (R11)."""
    if row.archive or not any(citation.kind == "url" for citation in row.sources):
        return False
    return older_than(row.checked_on or on, limits.archive_days, as_of)


def source_unarchived(row: Source, as_of: date, limits: Limits) -> bool:
    """True when a source has an address, no snapshot, and was read too long ago (R11)."""
    if not row.url or row.archive_url or row.file:
        return False
    return older_than(row.consulted_on or row.published_on, limits.archive_days, as_of)


def dormant(latest: date, as_of: date, limits: Limits) -> bool:
    """True when no new dated fact came for so long (R11)."""
    return (as_of - latest).days >= limits.dormant_days
