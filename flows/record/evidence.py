"""What came after a demand (R7 step 3): acts and words, each with its date, its author, its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.periods import overlap, surely_after

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flows.record.facts import Announcement, Day, Reaction, Source


Replies = Mapping[tuple[str, str], tuple["Announcement", ...]]
"""Announcements by the id of the row they respond to and the body that made them."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything printed that an evidence cell can name, by id."""

    announcements: Mapping[str, Announcement]
    reactions: Mapping[str, Reaction]
    sources: Mapping[str, Source]  # only complete ones: another proves nothing (R10)
    unsourced: Collection[str]  # ids of rows without a usable source (R10)
    responding: Replies


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry of an evidence cell, or one act found by the rules."""

    id: str
    on: Day | None
    by: str | None
    act: bool
    sourced: bool
    after: bool  # dated after the demand, as far as the dates can show
    unsure: bool  # undated, or within the same month, quarter or year: nobody can tell the order


def responding(rows: Iterable[Announcement]) -> Replies:
    """Announcements by what they respond to and whose they are, in the order given."""
    found: defaultdict[tuple[str, str], list[Announcement]] = defaultdict(list)
    for row in rows:
        for identifier in row.responds_to:
            found[identifier, row.organisation].append(row)
    return {key: tuple(replies) for key, replies in found.items()}


def replies(to: Reaction, by: str, known: Replies) -> tuple[str, ...]:
    """Ids of the announcements of that body that respond to the row, or to the statement it belongs to."""
    keys = dict.fromkeys(((to.id, by), (to.base, by)))
    return tuple(dict.fromkeys(row.id for key in keys for row in known.get(key, ())))


def after(on: Day | None, demand: Reaction, responds_to: tuple[str, ...] = ()) -> bool:
    """True when surely after the demand; on the same day only where the row says it responds to it (R7)."""
    if on is None or demand.reacted_on is None:
        return False
    answers = demand.id in responds_to or demand.base in responds_to
    return surely_after(on, demand.reacted_on, answers=answers)


def unsure(on: Day | None, demand: Reaction) -> bool:
    """True when the dates do not tell which came first; two acts of one day are taken in no order (R7)."""
    if on is None or demand.reacted_on is None:
        return True
    return overlap(on, demand.reacted_on) and on != demand.reacted_on


def of_announcement(row: Announcement, demand: Reaction, unsourced: Collection[str]) -> Evidence:
    """An announcement seen as evidence; a mere statement is words, everything else an act (R7 step 7)."""
    return Evidence(
        id=row.id,
        on=row.announced_on,
        by=row.organisation,
        act=row.kind != "statement",
        sourced=row.id not in unsourced,
        after=after(row.announced_on, demand, row.responds_to),
        unsure=unsure(row.announced_on, demand),
    )


def of_reaction(row: Reaction, demand: Reaction, unsourced: Collection[str]) -> Evidence:
    """A statement seen as evidence: words, never an act (R7 step 7)."""
    return Evidence(
        id=row.id,
        on=row.reacted_on,
        by=row.actor,
        act=False,
        sourced=row.id not in unsourced,
        after=after(row.reacted_on, demand),
        unsure=unsure(row.reacted_on, demand),
    )


def named(entry: str, demand: Reaction, known: Known) -> Evidence:
    """What an entry of an evidence cell is; undated and of nobody where no printed row bears that id."""
    if entry in known.announcements:
        return of_announcement(known.announcements[entry], demand, known.unsourced)
    if entry in known.reactions:
        return of_reaction(known.reactions[entry], demand, known.unsourced)
    source = known.sources.get(entry)
    on = source.published_on if source else None
    sourced = source is not None or "://" in entry
    return Evidence(
        entry, on, None, act=False, sourced=sourced, after=after(on, demand), unsure=unsure(on, demand)
    )
