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
    first = lens.say("limits_sum", parts=lens.listed(sums)) if sums else lens.say("limits_none")
    said = (first, *_unread(lens), *lacking.sentences(lens), lens.say("limits_conduct"))
    return Limits(lens.say("limits"), said)


def _unread(lens: Lens) -> tuple[str, ...]:
    """Where something stands that was not read: far below, or far beside, all the rest."""
    places = [lens.say("aside_row", sheet=one.sheet, row=str(one.row)) for one in lens.findings.record.unread]
    return (lens.say("limits_unread", places=lens.joined(places)),) if places else ()


def _sums(lens: Lens) -> list[str]:
    found = lens.findings
    aside = sum(tally.to_resolve for tally in found.reconciliation)
    future = sum(tally.future for tally in found.reconciliation)
    disputed = len({weak.id for weak in found.weaknesses if weak.kind == "disputed"})
    counts = ((aside, "row_to_resolve"), (disputed, "row_disputed"), (len(lens.weak), "row_unsourced"))
    sums = [lens.count(count, name) for count, name in counts if count]
    if future:
        later = lens.count(future, "row_future")
        sums.append(lens.say("limits_future", later=later, date=lens.day(found.as_of)))
    return sums
