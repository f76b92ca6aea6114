"""What blank cells of commitments hold back: a status (R4), comparisons (R6), what is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.facts import COMMITMENT_KINDS, DIMENSIONS
from flows.record.gaps import unspecified
from flows.record.unlocks.values import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.facts import Announcement
    from flows.record.results import Answer, Commitment
    from flows.record.unlocks.values import Seen

SHEET = "announcements"


def candidates(seen: Seen) -> Iterator[Candidate]:
    """Everything a blank cell of a chain holds back, chain by chain."""
    for one in seen.chains.values():
        theirs = seen.against.get(one.chain, [])
        for name in DIMENSIONS:
            if not getattr(one.terms, name):
                yield from _uncoded(one, name, theirs)
        yield from _ends(one)


def _uncoded(one: Commitment, name: str, theirs: list[Answer]) -> Iterator[Candidate]:
    """Of a dimension that no row of the chain states."""
    row = first(one)
    asked = tuple(answer.reaction.id for answer in theirs if _asks(answer, name))
    if asked:
        yield Candidate(SHEET, row.origin, name, row.id, "compared", asked)
    if name != "term":
        yield Candidate(SHEET, row.origin, name, row.id, "scope", (one.chain,))
    elif one.status == "in_force_end_not_stated":
        yield Candidate(SHEET, row.origin, name, row.id, "status", (one.chain,))


def _asks(answer: Answer, name: str) -> bool:
    """Whether the demand says what it asks, so that the two can be held against each other."""
    demand = answer.reaction.demand
    return (
        dict(answer.gaps)[name] == "not_coded"
        and demand is not None
        and not unspecified(getattr(demand.terms, name))
    )


def _ends(one: Commitment) -> Iterator[Candidate]:
    """Of a term that needs an end, or the words of an event."""
    row = next((row for row in reversed(one.rows) if row.terms.term), None)
    if row is None:
        return
    if one.status == "undetermined" and one.terms.term == "fixed" and one.ends_on is None:
        yield Candidate(SHEET, row.origin, "ends_on", row.id, "status", (one.chain,))
    if one.status == "in_force_conditional" and one.terms.condition is None:
        yield Candidate(SHEET, row.origin, "condition", row.id, "condition", (one.chain,))


def first(one: Commitment) -> Announcement:
    """The row in which the commitment was made: what it states carries over to all later ones (R3)."""
    return next((row for row in one.rows if row.kind in COMMITMENT_KINDS), one.rows[0])
