"""Section 9: in what order? Every dated row up to the date, announcements and reactions apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.lens import capital
from flows.document.parts.commitments_full import weak_ids

if TYPE_CHECKING:
    from datetime import date

    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.facts import Announcement, Day, Reaction

LONG_GAP = 60  # days without a row that are worth saying (model, section 3)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the day, who, what, its id; `side` is announcement or reaction; the gap before it."""

    when: str
    who: str
    act: str
    words: tuple[Run, ...]
    id: str
    side: str
    weak: bool
    gap: str | None


@dataclass(frozen=True, slots=True)
class Chronology:
    """The entries, oldest first."""

    heading: str
    headers: tuple[str, ...]
    entries: tuple[Entry, ...]
    empty: str | None


def chronology(lens: Lens) -> Chronology:
    """Every printed announcement and reaction that has a date."""
    rows: list[Announcement | Reaction] = [*lens.findings.announcements, *lens.findings.reactions]
    dated = [(day, row) for row in rows if (day := _day(row)) is not None]
    dated.sort(key=lambda pair: (pair[0].first, pair[1].id))
    weak = weak_ids(lens)
    entries: list[Entry] = []
    before: date | None = None
    for day, row in dated:
        entries.append(_entry(lens, day, row, weak=row.id in weak, before=before))
        before = day.first
    headers = ("col_date", "col_event", "col_reaction")
    return Chronology(
        heading=lens.say("chronology"),
        headers=tuple(lens.say(name) for name in headers),
        entries=tuple(entries),
        empty=None if entries else lens.say("no_chronology"),
    )


def _day(row: Announcement | Reaction) -> Day | None:
    return row.reacted_on if hasattr(row, "reacted_on") else row.announced_on


def _entry(lens: Lens, day: Day, row: Announcement | Reaction, *, weak: bool, before: date | None) -> Entry:
    announced = row.id in lens.announcements
    who = row.organisation if hasattr(row, "organisation") else row.actor
    asked = getattr(row, "demand", None)
    act = lens.word("kind", row.kind) if announced and row.kind else ""
    return Entry(
        when=lens.day(day, short=True),
        who=capital(lens.name(who)),
        act=act,
        words=lens.text(asked.words if asked else row.summary),
        id=row.id,
        side="announcement" if announced else "reaction",
        weak=weak,
        gap=_gap(lens, before, day),
    )


def _gap(lens: Lens, before: date | None, day: Day) -> str | None:
    if before is None or (day.first - before).days <= LONG_GAP:
        return None
    months = max(2, round((day.first - before).days / 30.44))
    return lens.say("month_gap", months=lens.count(months, "month"))
