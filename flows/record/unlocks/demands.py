"""What blank cells of demands hold back: comparisons (R6), what came of them (R7), a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.cases import is_vague
from flows.record.facts import DIMENSIONS
from flows.record.gaps import unspecified
from flows.record.unlocks.values import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.facts import Demand
    from flows.record.results import Answer
    from flows.record.unlocks.values import Seen

SHEET = "reactions"


def candidates(seen: Seen) -> Iterator[Candidate]:
    """Everything a blank cell of a demand holds back, demand by demand."""
    answered = {one.demand for one in seen.findings.responses}
    for answer in seen.asked:
        if answer.reaction.demand is not None:
            yield from _dimensions(answer, answer.reaction.demand, seen)
            yield from _test(answer, answer.reaction.demand)
            own = answer.reaction.id not in answered  # else the sheet of responses says what came of it
            yield from _outcome(answer, answer.reaction.demand) if own else _evidence(answer, seen)


def _told(answer: Answer, column: str, kind: str) -> Candidate:
    row = answer.reaction
    return Candidate(SHEET, row.origin, column, row.id, kind, (row.id,))


def _dimensions(answer: Answer, demand: Demand, seen: Seen) -> Iterator[Candidate]:
    """Of a dimension the demand leaves blank, and the commitment it is held against does not."""
    held = seen.chains.get(answer.against or "")
    for name in DIMENSIONS if held else ():
        theirs = getattr(held.terms, name) if held else None
        if not getattr(demand.terms, name) and theirs and not unspecified(theirs):
            yield _told(answer, f"demand_{name}", "compared")


def _test(answer: Answer, demand: Demand) -> Iterator[Candidate]:
    if is_vague(demand) and demand.test is None:
        blocked = answer.blocked == ("vague_demand",)
        yield _told(answer, "demand_test", "cell" if blocked else "test")


def _outcome(answer: Answer, demand: Demand) -> Iterator[Candidate]:
    """Of the cells in which a person says what came of it."""
    dated = answer.reaction.reacted_on is not None
    if answer.outcome == "not_checked" and dated and demand.checked_on is None:
        if demand.outcome != "not_checked":  # said in so many words: that cell has to change, not a blank one
            yield _told(answer, "outcome_checked_on", "searched")
    elif answer.outcome == "to_establish" and demand.outcome is None:
        yield _told(answer, "outcome", "cell")
    elif answer.outcome == "to_establish" and answer.blocked == ("no_evidence",) and not demand.evidence:
        yield _told(answer, "outcome_evidence", "cell")


def _evidence(answer: Answer, seen: Seen) -> Iterator[Candidate]:
    """Of the latest answer on the sheet of responses."""
    theirs = [
        row
        for row in seen.findings.responses
        if row.demand == answer.reaction.id and row.organisation == answer.target
    ]
    if theirs and answer.blocked == ("no_evidence",) and not theirs[-1].evidence:
        row = theirs[-1]
        yield Candidate("responses", row.origin, "evidence", row.demand, "cell", (row.demand,))
