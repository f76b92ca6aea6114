"""Section 9: in what order? Every dated row up to the date, announcements and reactions apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from flows.document import sections
from flows.document.lens import capital
from flows.record.facts import Announcement
from flows.record.periods import last_on

if TYPE_CHECKING:
    from datetime import date

    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.facts import Day, Reaction

LONG_GAP = 60  # days without a row that are worth saying (model, section 3)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: who, what, its id; `weak` where it has no usable source."""

    who: str
    act: str
    words: tuple[Run, ...]
    id: str
    weak: bool


@dataclass(frozen=True, slots=True)
class DayEntries:
    """One day: its announcements beside its reactions, row by row, and the gap before it."""

    when: str
    rows: tuple[tuple[Entry | None, Entry | None], ...]
    gap: str | None


@dataclass(frozen=True, slots=True)
class Chronology:
    """The days, oldest first."""

    heading: str
    headers: tuple[str, ...]
    days: tuple[DayEntries, ...]
    empty: str | None


def chronology(lens: Lens) -> Chronology:
    """Every printed announcement and reaction that has a date."""
    rows: list[Announcement | Reaction] = [*lens.findings.announcements, *lens.findings.reactions]
    by_day: dict[Day, list[Announcement | Reaction]] = {}
    for row in rows:  # each kind in order already (R2)
        if (day := _day(row)) is not None:
            by_day.setdefault(day, []).append(row)
    days: list[DayEntries] = []
    before: date | None = None
    for day in sorted(by_day, key=lambda day: (day.first, last_on(day))):
        days.append(_entries(lens, day, by_day[day], before))
        before = max(last_on(day), before or last_on(day))
    headers = ("col_event", "col_date", "col_reaction")
    return Chronology(
        heading=sections.heading(lens, "chronology"),
        headers=tuple(lens.say(name) for name in headers),
        days=tuple(days),
        empty=None if days else lens.say("no_chronology"),
    )


def _day(row: Announcement | Reaction) -> Day | None:
    return row.announced_on if isinstance(row, Announcement) else row.reacted_on


def _entries(lens: Lens, day: Day, rows: list[Announcement | Reaction], before: date | None) -> DayEntries:
    announcements = [_entry(lens, row) for row in rows if row.id in lens.announcements]
    reactions = [_entry(lens, row) for row in rows if row.id not in lens.announcements]
    beside = tuple(zip_longest(announcements, reactions))
    return DayEntries(capital(lens.day(day, short=True)), beside, _gap(lens, before, day))


def _entry(lens: Lens, row: Announcement | Reaction) -> Entry:
    if isinstance(row, Announcement):
        who, words, act = row.organisation, row.summary, lens.word("kind", row.kind)
    elif row.demand is not None:
        who, words, act = row.actor, row.demand.words, lens.say("chronology_demand")
    else:
        who, words, act = row.actor, row.summary, ""
    return Entry(capital(lens.name(who)), act, lens.text(words), row.id, row.id in lens.weak)


def _gap(lens: Lens, before: date | None, day: Day) -> str | None:
    """How many whole months lie between, counted from the end of the time before."""
    if before is None or (day.first - before).days <= LONG_GAP:
        return None
    months = (
        (day.first.year - before.year) * 12 + day.first.month - before.month - (day.first.day < before.day)
    )
    return lens.say("month_gap", months=lens.count(max(1, months), "month"))
