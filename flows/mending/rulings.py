"""What the team has decided, as lists of the page: what is not repeated, what fits nothing now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.document.wording import dates
from flows.mending import shown
from flows.mending.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.decisions import Decided, Decision, Unused

SHOWN = 300  # decisions of each of the two lists; all stand on their sheet


@dataclass(frozen=True, slots=True)
class Taken:
    """A complaint that is not repeated: its cell, what it says, why it may stay, who said so and when."""

    place: str
    words: str
    reason: str
    by: str | None  # who and when, as far as the sheet says
    at: str  # where the decision stands


@dataclass(frozen=True, slots=True)
class Idle:
    """A decision that meets nothing: where it stands, what it was about, the complaint that is back."""

    at: str
    words: str
    now: str | None


def taken(decided: Iterable[Decided], language: str) -> tuple[Taken, ...]:
    """The complaints that a decision has taken out of the list, in reading order."""
    return tuple(
        Taken(
            place=shown.words(str(one.problem.cell)),
            words=shown.words(one.problem.message),
            reason=shown.words(one.reason),
            by=_by(one.decision, language),
            at=shown.words(str(one.cell)),
        )
        for one in decided
    )


def _by(decision: Decision, language: str) -> str | None:
    day = dates.day(decision.on, language) if decision.on else ""
    return ", ".join(part for part in (shown.words(decision.by), day) if part) or None


def idle(unused: Iterable[Unused], language: str) -> tuple[Idle, ...]:
    """The decisions that meet nothing, in the order of their sheet."""
    return tuple(
        Idle(
            at=shown.words(str(one.cell)),
            words=shown.words(_about(one.decision)),
            now=say("unused_back", language, place=str(one.now.cell)) if one.now else None,
        )
        for one in unused
    )


def _about(decision: Decision) -> str:
    return " · ".join(part for part in (decision.content, decision.row, decision.rule) if part)


def kept(decided: Iterable[Decided]) -> list[dict[str, Any]]:
    """What mending.json tells of complaints not repeated: the cell, the rule, and the decision's own cell."""
    return [
        {
            "sheet": one.problem.cell.sheet,
            "cell": one.problem.cell.address,
            "row": one.problem.cell.row,
            "rule": one.problem.rule,
            "decision": str(one.cell),
        }
        for one in decided
    ]
