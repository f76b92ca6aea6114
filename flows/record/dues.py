"""The days on which, by time alone, the briefing says something else: what ends, starts, or goes stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from flows.record import staleness
from flows.record.order import by_id
from flows.record.periods import last_on, outdated_on
from flows.record.terms import CLOSING, history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.record.facts import Day
    from flows.record.findings import Findings
    from flows.record.results import Commitment

KINDS = ("enters", "starts", "last_day", "expired", "condition_stale", "outcome_stale", "question_stale")
"""Every kind there is, in the order they are told on one day."""

TIMED = ("not_yet", "in_force_until", "expired_no_news")
"""Statuses of chains whose end is told by time alone (R4)."""


@dataclass(frozen=True, slots=True)
class Due:
    """What changes on a day though nobody touched the workbook, and the id of what it is about.

    `enters`: a row that lies ahead is of the day (R16). `starts`: a commitment does (R4 test 1). `last_day`:
    of its term (R5). `expired`: the first day after, without news (R4 test 5). `condition_stale`,
    `outcome_stale`, `question_stale`: the first day on which the last look is too long ago (R11). The id is
    the chain's, the demand's, the question's, or the row's own.
    """

    on: date
    kind: str
    id: str


def coming(findings: Findings, *, after: date, until: date) -> tuple[Due, ...]:
    """What falls due later than `after` and no later than `until`, each once, by day, then id, then kind.

    As the findings' own day sees it: `after` is that day or a later one. Where a row `enters`, what follows
    from it is told by the findings of that day only. Left out, since every edition says it anew or in small
    print: days left, `ends_soon`, what falls dormant, addresses without a snapshot.
    """
    found = chain(_of_rows(findings), _of_chains(findings), _of_demands(findings), _of_questions(findings))
    ahead = {one for one in found if after < one.on <= until}
    return tuple(sorted(ahead, key=lambda one: (one.on, by_id(one.id), KINDS.index(one.kind))))


def _of_rows(findings: Findings) -> Iterator[Due]:
    """The rows set aside as of a later day; those that only go with another row enter with it."""
    ahead = {row.origin for row in findings.set_aside if row.category == "future"}
    whole = findings.record
    dated: list[tuple[Day | None, str]] = [
        *((row.announced_on, row.id) for row in whole.announcements if row.origin in ahead),
        *((row.reacted_on, row.id) for row in whole.reactions if row.origin in ahead),
        *((row.on, row.demand) for row in whole.responses if row.origin in ahead),
        *((row.asked_on, row.id) for row in whole.questions if row.origin in ahead),
        *((row.published_on, row.id) for row in whole.sources if row.origin in ahead),
        *((row.happened_on, row.id) for row in whole.context if row.origin in ahead),
    ]
    return (Due(day.first, "enters", identifier) for day, identifier in dated if day is not None)


def _of_chains(findings: Findings) -> Iterator[Due]:
    for one in findings.commitments:
        yield from _of_term(one, closing=_closes(one, findings.unsourced))
        yield from _of_condition(one, findings.limits.review_days)


def _closes(one: Commitment, unsourced: Iterable[str]) -> bool:
    """Whether the chain's last row ends it, so that no term runs out any more."""
    return one.head.relation in CLOSING and one.head.id not in unsourced


def _of_term(one: Commitment, *, closing: bool) -> Iterator[Due]:
    """Its start where that lies ahead, the last day of its term, and the day after."""
    if one.status not in TIMED:
        return
    starts = one.starts_on.first if one.status == "not_yet" and one.starts_on else date.min
    if starts > date.min:
        yield Due(starts, "starts", one.chain)
    if one.terms.term != "fixed" or one.ends_on is None or closing:
        return
    last = last_on(one.ends_on)
    if last >= starts:
        yield Due(last, "last_day", one.chain)
    if last < date.max:
        yield Due(max(last + timedelta(days=1), starts), "expired", one.chain)


def _of_condition(one: Commitment, patience: int) -> Iterator[Due]:
    """The first day its condition, in effect by then, has not been looked at for too long."""
    ahead = one.status == "not_yet" and one.terms.term == "condition"
    if one.status not in staleness.CONDITIONAL and not ahead:
        return
    *_, standing = history(one.rows)
    stale_on = outdated_on(staleness.condition_seen_on(one.rows, standing), patience)
    if stale_on is not None:
        starts = one.starts_on.first if ahead and one.starts_on else date.min
        yield Due(max(stale_on, starts), "condition_stale", one.chain)


def _of_demands(findings: Findings) -> Iterator[Due]:
    for answer in findings.demands:
        stale_on = outdated_on(staleness.outcome_seen_on(answer), findings.limits.review_days)
        if stale_on is not None:
            yield Due(stale_on, "outcome_stale", answer.reaction.id)


def _of_questions(findings: Findings) -> Iterator[Due]:
    for state in findings.questions:
        seen = state.checked_on or state.question.asked_on
        stale_on = outdated_on(seen, staleness.patience(state.question, findings.limits))
        if state.status == "open" and stale_on is not None:
            yield Due(stale_on, "question_stale", state.question.id)
