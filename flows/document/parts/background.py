"""Background: what set the announcements off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flows.document import sections
from flows.document.lens import capital
from flows.record.order import by_id

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Run


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, what, its id."""

    when: str
    words: tuple[Run, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Background:
    """The context rows in date order, or the sentence that says there are none."""

    heading: str
    events: tuple[Event, ...]
    empty: str | None


def background(lens: Lens) -> Background:
    """The background on the date."""
    rows = sorted(
        lens.findings.context,
        key=lambda row: (row.happened_on.first if row.happened_on else date.min, by_id(row.id)),
    )
    events = tuple(Event(capital(lens.day(row.happened_on)), lens.text(row.summary), row.id) for row in rows)
    return Background(
        sections.heading(lens, "background"), events, None if events else lens.say("no_background")
    )
