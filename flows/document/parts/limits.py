"""Section 8, core: what may be wrong here? One paragraph; the lists stand in the full extent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.parts import lacking

if TYPE_CHECKING:
    from flows.document.lens import Lens


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds this edition, in a few sentences."""

    heading: str
    sentences: tuple[str, ...]


def limits(lens: Lens) -> Limits:
    """The limits in brief."""
    sums = _sums(lens)
    first = lens.say("limits_sum", parts=lens.joined(sums)) if sums else lens.say("limits_none")
    return Limits(lens.say("limits"), (first, *lacking.sentences(lens), lens.say("limits_conduct")))


def _sums(lens: Lens) -> list[str]:
    found = lens.findings
    aside = sum(tally.to_resolve for tally in found.reconciliation)
    future = sum(tally.future for tally in found.reconciliation)
    disputed = len({weak.id for weak in found.weaknesses if weak.kind == "disputed"})
    bare = len({weak.id for weak in found.weaknesses if weak.kind in {"no_source", "incomplete_source"}})
    sums = (
        (aside, "limits_aside"),
        (disputed, "limits_disputed"),
        (bare, "limits_no_source"),
        (future, "limits_future"),
    )
    as_of = lens.day(found.as_of)
    return [_sum(lens, name, count, as_of) for count, name in sums if count]


def _sum(lens: Lens, name: str, count: int, as_of: str) -> str:
    what = lens.say(name, date=as_of) if name == "limits_future" else lens.say(name)
    return lens.sum_of(what, count)
