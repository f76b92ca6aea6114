"""Gifts and contracts between those who speak and those they speak about (R18), without comment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from flows.record.order import by_id
from flows.record.results import Tie

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from flows.record.facts import Announcement, Organisation, Reaction

GIVING = ("donation", "contract")
"""Kinds of announcement that make a tie."""

Given = dict[tuple[str, str], list[str]]


def ties(
    reactions: Iterable[Reaction],
    announcements: Iterable[Announcement],
    organisations: Iterable[Organisation],
    unsourced: Collection[str],
) -> tuple[Tie, ...]:
    """Each tie once, by actor, organisation, recipient and id (R18)."""
    rows = tuple(announcements)
    givers = {row.id: row.organisation for row in rows}
    given = _given(rows, unsourced)
    kin = relatives(organisations)
    spoken = {(row.actor, body) for row in reactions for body in _spoken_of(row, givers)}
    found = {
        Tie(actor, recipient, body, identifier)
        for actor, body in spoken
        for recipient in (actor, *kin.get(actor, ()))
        for identifier in given.get((body, recipient), ())
    }
    return tuple(sorted(found, key=lambda tie: (tie.actor, tie.organisation, tie.recipient, by_id(tie.id))))


def relatives(organisations: Iterable[Organisation]) -> dict[str, set[str]]:
    """Each body's related bodies, whichever of the two rows says so; one step, never on from there."""
    kin: defaultdict[str, set[str]] = defaultdict(set)
    for one in organisations:
        for other in one.related_to:
            if other != one.name:
                kin[one.name].add(other)
                kin[other].add(one.name)
    return kin


def _given(rows: Iterable[Announcement], unsourced: Collection[str]) -> Given:
    given: Given = defaultdict(list)
    for row in rows:
        if row.kind in GIVING and row.id not in unsourced:
            for recipient in row.recipients:
                given[row.organisation, recipient].append(row.id)
    return given


def _spoken_of(row: Reaction, givers: Mapping[str, str]) -> set[str]:
    """The organisations a reaction is about: those of its announcements, and the target."""
    bodies = {givers[identifier] for identifier in row.about if identifier in givers}
    targets = {row.target, row.demand.target if row.demand else None}
    return bodies | {target for target in targets if target is not None}
