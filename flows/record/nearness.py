"""Nearer to a demand than before (R7 step 9): two states of a commitment compared, dimension by dimension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.facts import DIMENSIONS, Terms
from flows.record.gaps import LADDERS, TERM_ORDER, gap
from flows.record.periods import last_on

if TYPE_CHECKING:
    from flows.record.facts import Day


@dataclass(frozen=True, slots=True)
class State:
    """A commitment's terms and computed end on some day; blank terms before there was any."""

    terms: Terms
    end: Day | None
    existed: bool


NOTHING = State(Terms(), None, existed=False)
"""Before there was any commitment."""


def nearer(then: State, now: State, asked: Terms) -> tuple[str, ...]:
    """The asked dimensions, in order, on which the later state is nearer to the demand (R7 step 9).

    A commitment that did not exist then is nearer wherever it covers or falls short now. Where one did,
    both states must be coded: a cell filled in later is no step by anybody.
    """
    return tuple(name for name in DIMENSIONS if _is_nearer(name, then, now, asked))


def _is_nearer(name: str, then: State, now: State, asked: Terms) -> bool:
    after = gap(name, now.terms, now.end, asked)
    if after not in {"covers", "narrower"}:
        return name == "term" and _rose(name, then, now, asked)
    if not then.existed:
        return True
    before = gap(name, then.terms, then.end, asked)
    if before in {"not_coded", "unclear"} and not _rose(name, then, now, asked):
        return False
    return (after == "covers" and before != "covers") or _rose(name, then, now, asked)


def _rose(name: str, then: State, now: State, asked: Terms) -> bool:
    """True when both states have a place on the scale, capped at the demand's, the later one's higher."""
    before, after = _place(name, then, asked), _place(name, now, asked)
    return before is not None and after is not None and after > before


def _place(name: str, state: State, asked: Terms) -> int | None:
    """The state's place on the dimension's scale, no higher than the demand's own; None where it has none."""
    ours, theirs = getattr(state.terms, name), getattr(asked, name)
    if not ours or not theirs:
        return None
    if name == "activity":
        return None if "unspecified" in (*ours, *theirs) else len(set(ours) & set(theirs))
    if name == "exceptions":
        return {"list": 0, "none": 1}.get(ours.extent)
    if name == "term" and theirs == "fixed":  # two dates compare; a date and another term do not
        if ours != "fixed" or state.end is None or asked.ends_on is None:
            return None
        return min(last_on(state.end), last_on(asked.ends_on)).toordinal()
    ladder = TERM_ORDER if name == "term" else LADDERS[name]
    return min(ladder.index(ours), ladder.index(theirs)) if ours in ladder and theirs in ladder else None
