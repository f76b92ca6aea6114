"""Chains of announcements (R2, R3): who follows whom, what a day's edition sees of them, what is in doubt.

A chain is named by its first row. Retired rows feed nothing, yet a row that follows one stays in its chain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.order import by_id, chronology
from flows.record.periods import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from flows.record.doubts import Doubts
    from flows.record.facts import Announcement, Origin


@dataclass(frozen=True, slots=True)
class Chain:
    """The rows of one chain on a day: the usable ones in order (R2), and those set aside."""

    id: str
    rows: tuple[Announcement, ...]
    broken: tuple[Announcement, ...]  # with a doubt, and dated on or before the day or not at all


@dataclass(frozen=True, slots=True)
class Links:
    """Who follows whom in the whole record, and the doubts that raises on a day."""

    parents: Mapping[str, str]  # retired rows are stepped over; a row without one starts a chain
    roots: Mapping[str, str]  # from every row's id to its chain's
    doubts: Mapping[Origin, tuple[str, ...]]  # circle, two_successors


def links(announcements: Iterable[Announcement], as_of: date) -> Links:
    """Parents, roots and doubts (R3): a circle, or two successors of one row, is set aside to resolve."""
    rows = tuple(announcements)
    parents = _parents(rows, as_of)
    trails, circles = roots(parents, {row.id for row in rows})
    live = [row for row in rows if row.retired is None and not later(row.announced_on, as_of)]
    forks = _forks(live, parents)
    doubts: Doubts = {}
    for row in live:
        found = (("circle",) if row.id in circles else ()) + (("two_successors",) if row.id in forks else ())
        if found:
            doubts[row.origin] = found
    return Links(parents, trails, doubts)


def built(
    announcements: Iterable[Announcement],
    linked: Links,
    doubts: Mapping[Origin, tuple[str, ...]],
    as_of: date,
) -> tuple[Chain, ...]:
    """The chains begun on or before the day, by id (R3). Rows with doubts are kept apart in each."""
    usable: dict[str, list[Announcement]] = defaultdict(list)
    broken: dict[str, list[Announcement]] = defaultdict(list)
    for row in announcements:
        if row.retired is None and not later(row.announced_on, as_of):
            (broken if doubts.get(row.origin) else usable)[linked.roots[row.id]].append(row)
    return tuple(
        Chain(
            root,
            chronology(usable.get(root, ()), linked.parents),
            tuple(sorted(broken.get(root, ()), key=lambda row: (by_id(row.id), row.origin.row))),
        )
        for root in sorted(usable.keys() | broken.keys(), key=by_id)
    )


def _parents(rows: tuple[Announcement, ...], as_of: date) -> dict[str, str]:
    """Each id's parent, past retired rows; ids that start a chain or name an absent row are left out.

    A twin of a row in use, itself retired or of a later day, says nothing of it.
    """
    named: dict[str, str] = {}
    kept: set[str] = set()
    aside = {row.origin for row in rows if row.retired is not None or later(row.announced_on, as_of)}
    for row in sorted(rows, key=lambda row: (by_id(row.id), row.origin in aside, row.previous_id or "")):
        if row.id in kept and row.origin in aside:
            continue
        if row.retired is None:
            kept.add(row.id)
        if row.previous_id is not None:
            named.setdefault(row.id, row.previous_id)
    found = ((child, _kept(parent, named, kept)) for child, parent in named.items())
    return {child: parent for child, parent in found if parent is not None}


def _kept(parent: str, named: Mapping[str, str], kept: set[str]) -> str | None:
    """The nearest row before, still in use; None where the retired ones lead nowhere."""
    seen: set[str] = set()
    at: str | None = parent
    while at is not None and at not in kept and at not in seen:
        seen.add(at)
        at = named.get(at)
    return at if at in kept else None


def roots(parents: Mapping[str, str], ids: Iterable[str]) -> tuple[dict[str, str], set[str]]:
    """Every id's root, and the ids on a circle; the root of a circle is its smallest id."""
    found: dict[str, str] = {}
    circles: set[str] = set()
    for start in ids:
        path: dict[str, None] = {}  # an ordered set
        at = start
        while at not in found and at not in path and at in parents:
            path[at] = None
            at = parents[at]
        root = found.get(at, at)
        if at in path:
            circle = list(path)[list(path).index(at) :]
            circles.update(circle)
            root = min(circle, key=by_id)
        found.update(dict.fromkeys([*path, at], root))
    return found, circles


def _forks(live: Iterable[Announcement], parents: Mapping[str, str]) -> set[str]:
    """Ids that share their parent with another row of the day's edition."""
    successors: dict[str, set[str]] = defaultdict(set)
    for row in live:
        if row.id in parents:
            successors[parents[row.id]].add(row.id)
    return {child for children in successors.values() if len(children) > 1 for child in children}
