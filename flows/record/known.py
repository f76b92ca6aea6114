"""The record as it was known on a day: what was filled in, checked or found out only later is blank.

An edition of an earlier day is computed from this and prints nothing else: no rule looks ahead. A row's
own date is no matter of this file: rows of a later day are set aside, and counted (R16).
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from flows.record.facts import Announcement, Demand, Organisation, Question, Reaction, Response, Source
from flows.record.periods import later

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from flows.record.facts import Record

Dated = TypeVar("Dated", Announcement, Demand, Organisation, Question, Reaction, Response, Source)

TOLD_BY: Mapping[type, Mapping[str, tuple[str, ...]]] = {
    Announcement: {"checked_on": (), "decided_on": (), "condition_checked_on": ("condition_met",)},
    Reaction: {"checked_on": (), "resolved_on": ()},
    Demand: {"checked_on": ("outcome", "evidence")},
    Response: {"checked_on": ()},
    Question: {"last_checked_on": (), "answered_on": ("answer", "answer_sources", "dropped_because")},
    Source: {"consulted_on": (), "archived_on": ()},
    Organisation: {"last_searched_on": (), "watch_from": ("watch",)},
}
"""Each cell that holds a day on which something came to be known, with the cells that tell it.

The address of a snapshot stays although it was taken later: it is a way to the source, not news of it.
"""

BLANK: Mapping[type, Mapping[str, Any]] = {
    kind: {field.name: field.default for field in fields(kind)} for kind in TOLD_BY
}
"""What stands in a cell that nobody filled: every one of those above has a default."""


def record(whole: Record, as_of: date) -> Record:
    """The record with what was not known on the day left blank; every row stays where it is."""
    return replace(
        whole,
        announcements=tuple(_known(row, as_of) for row in whole.announcements),
        reactions=tuple(_reaction(row, as_of) for row in whole.reactions),
        responses=tuple(_known(row, as_of) for row in whole.responses),
        questions=tuple(_question(row, as_of) for row in whole.questions),
        sources=tuple(_known(row, as_of) for row in whole.sources),
        organisations=tuple(_known(row, as_of) for row in whole.organisations),
    )


def _reaction(row: Reaction, as_of: date) -> Reaction:
    """The statement, with its demand's outcome only where that was checked by the day."""
    known = _known(row, as_of)
    if known.demand is None:
        return known
    demand = _known(known.demand, as_of)
    return known if demand is known.demand else replace(known, demand=demand)


def _question(row: Question, as_of: date) -> Question:
    """The question; one that was settled only later is still open.

    What was found on no day of its own was found, for all we know, when somebody last looked.
    """
    found_on = row.answered_on or row.last_checked_on
    known = _known(replace(row, answered_on=found_on) if later(found_on, as_of) else row, as_of)
    return replace(known, status="open") if later(found_on, as_of) else known


def _known(row: Dated, as_of: date) -> Dated:
    """The row itself where nothing of it came later, else a copy with that left blank."""
    blank = _blank(row, as_of)
    return replace(row, **blank) if blank else row


def _blank(row: object, as_of: date) -> dict[str, Any]:
    looked, unfilled = TOLD_BY[type(row)], BLANK[type(row)]
    ahead = (day for day in looked if later(getattr(row, day), as_of))
    return {name: unfilled[name] for day in ahead for name in (day, *looked[day])}
