"""What came of each demand (R7): the machine's proposal, the coder's word, and what may be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record import nearness
from flows.record.cases import is_vague
from flows.record.facts import SECTOR
from flows.record.gaps import FALLS_SHORT
from flows.record.results import Answer
from flows.record.status import OVER

if TYPE_CHECKING:
    from flows.record.cases import Case
    from flows.record.facts import Day

AWARDED = ("met", "partly_met")
NEEDS_EVIDENCE = ("met", "partly_met", "refused")


def answer(case: Case) -> Answer:
    """The outcome of one demand for one target, with everything it rests on (R6, R7)."""
    found, blocked = tree(case), blocks(case)
    over = is_over(case)
    printed = outcome(found, case.coding.outcome, blocked, over=over)
    return Answer(
        reaction=case.reaction,
        target=case.target,
        outcome=printed,
        proposed="lapsed" if over and found in AWARDED else found,
        coded=case.coding.outcome,
        gaps=case.gaps,
        against=case.held.commitment.chain if case.held else None,
        evidence=case.coding.evidence,
        checked_on=case.coding.checked_on,
        lapsed_on=_over_since(case) if printed == "lapsed" else None,
        moved=moved(case),
        blocked=blocked,
        according_to=according_to(case),
    )


def tree(case: Case) -> str:
    """The decision tree (R7), first step that holds; lapsing comes after it.

    Steps 4 and 5 and the test of step 6 are a reader's judgement: there the coder's word is followed
    where its evidence holds, and never gone beyond.
    """
    if case.target in {None, SECTOR}:
        return "not_addressed"
    if not is_checked(case):
        return "not_checked"
    if not (case.considered or according_to(case) or case.unsure):
        return "none_found"
    return _weighed(case)


def _weighed(case: Case) -> str:
    """Steps 4 to 10: something came after the demand (R7)."""
    if case.coding.outcome == "refused" and case.borne_out:
        return "refused"
    if according_to(case):
        return "met"
    if is_vague(case.demand):
        return _by_test(case)
    return _by_gaps(case)


def is_checked(case: Case) -> bool:
    """True when somebody searched on or after the demand's date, and does not say otherwise (R7 step 2)."""
    checked, on = case.coding.checked_on, case.reaction.reacted_on
    if checked is None or on is None or case.coding.outcome == "not_checked":
        return False
    return checked.first >= on.first


def according_to(case: Case) -> str | None:
    """The demander, when coded met on the demander's own later word (R7 step 5)."""
    said = any(item.by == case.reaction.actor and item.sourced and item.after for item in case.entries)
    own_demand = case.reaction.actor == case.target  # a body cannot declare its own demand on itself met
    return case.reaction.actor if said and case.coding.outcome == "met" and not own_demand else None


def moved(case: Case) -> tuple[str, ...]:
    """Dimensions on which the head is nearer to the demand than on the demand's own date (R7 step 9)."""
    if case.held is None or not case.chain_moved:
        return ()
    return nearness.nearer(case.state_then, case.state_now, case.demand.terms)


def blocks(case: Case) -> tuple[str, ...]:
    """Why the coded outcome may not stand (R7): no_evidence, evidence_not_after, gap_remains ..."""
    coded = case.coding.outcome
    if coded == "none_found" and is_checked(case) and case.considered:
        return ("later_act",)
    if coded not in NEEDS_EVIDENCE:
        return ()
    found = [] if case.borne_out or according_to(case) else [_lacking(case)]
    if coded in AWARDED and is_vague(case.demand) and case.demand.test is None and not according_to(case):
        found.append("vague_demand")
    if coded == "met" and not according_to(case) and any(gap in FALLS_SHORT for _, gap in case.gaps):
        found.append("gap_remains")
    return tuple(found)


def outcome(found: str, coded: str | None, blocked: tuple[str, ...], *, over: bool) -> str:
    """What the page prints: never more than both the tree allows and a person coded (R7)."""
    if found == "not_addressed":
        return found
    if blocked:
        return "to_establish"
    if found in {"not_checked", "none_found"}:
        return found
    if coded in AWARDED and over:
        return "lapsed"
    return coded or "to_establish"


def is_over(case: Case) -> bool:
    """True when the commitment held against the demand has run out, ended or been withdrawn (R7)."""
    return case.held is not None and case.held.commitment.status in OVER


def _by_test(case: Case) -> str:
    """A vague demand: the coder's word against its test, else answered at most (R7 step 6)."""
    trusted = case.demand.test is not None and case.coding.outcome in AWARDED and case.borne_out
    return case.coding.outcome or "answered" if trusted else "answered"


def _by_gaps(case: Case) -> str:
    """Steps 7 to 10: only words, all covered, nearer than before, or merely answered (R7)."""
    if not any(item.act for item in case.considered) or not case.chain_moved:
        return "answered"
    if all(gap in {"covers", "not_asked"} for _, gap in case.gaps):
        return "met"
    return "partly_met" if moved(case) else "answered"


def _lacking(case: Case) -> str:
    """What the evidence lacks: it is not there, another body's, undated, or not after the demand (R7).

    What came after and bears nothing out is another body's: also a later word of the demander, which counts
    only for what is met (step 5).
    """
    sourced = [item for item in case.entries if item.sourced]
    if not sourced:
        return "no_evidence"
    theirs = [item for item in sourced if item.by in {None, case.target, case.reaction.actor}]
    if not theirs or any(item.after for item in sourced):
        return "evidence_of_another"
    return "evidence_not_after" if any(item.on for item in theirs) else "evidence_undated"


def _over_since(case: Case) -> Day | None:
    """The last day of the term, else the day the end or withdrawal took effect or was announced."""
    if case.held is None:
        return None
    commitment = case.held.commitment
    if commitment.status == "expired_no_news":
        return commitment.ends_on
    return commitment.head.starts_on or commitment.head.announced_on
