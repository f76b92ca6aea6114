"""What a reader must know first (model 2.1): a few points in a fixed order, with ids and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flows.record.confidence import confidence
from flows.record.drift import narrower, said
from flows.record.facts import DIMENSIONS
from flows.record.order import by_id, said_on
from flows.record.periods import last_on, maybe_later
from flows.record.results import KeyPoint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from flows.record.commitments import Asked, Held
    from flows.record.facts import Announcement, Reaction, Terms
    from flows.record.results import Answer, Commitment
    from flows.record.sifting import Sifted

    Row = Announcement | Reaction


GONE = ("withdrawn", "ended")
"""Statuses of which nothing else needs saying."""


class Point(NamedTuple):
    """A key point before it is known how sure it is."""

    kind: str
    ids: tuple[str, ...]
    chain: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What key points are drawn from."""

    to: Asked
    held: tuple[Held, ...]
    answers: tuple[Answer, ...]
    rows: Mapping[str, Row]  # printed announcements and reactions by id, in order of date
    committed: Collection[str]  # ids of the announcements that belong to a commitment
    since: int  # the day, as a number, after which something is news


def scene(sifted: Sifted, held: tuple[Held, ...], answers: tuple[Answer, ...], to: Asked) -> Scene:
    """The printed rows and what was found about them."""
    chains = (one.commitment for one in held if one.commitment.status != "one_off")
    committed = {row.id for chain in chains for row in chain.rows}
    month_ago = to.as_of.toordinal() - to.limits.new_days - 1
    since = sifted.previous.as_of.toordinal() if sifted.previous else month_ago
    return Scene(to, held, answers, {row.id: row for row in sifted.statements}, committed, since)


def key_points(seen: Scene) -> tuple[KeyPoint, ...]:
    """Expired, ending, then withdrawn, narrowed or contested, then met or refused, then new; at most five.

    A point any of whose rows lacks a usable source is left out (R10). Where there is none, the latest rows.
    """
    points = [point for point in _points(seen) if _sound(point, seen)]
    told = {identifier for point in points for identifier in point.ids}
    points += [point for point in _new(seen) if point.ids[0] not in told]
    points = points or list(_latest(seen))
    return tuple(_key_point(point, seen) for point in points[: seen.to.limits.key_points])


def _key_point(point: Point, seen: Scene) -> KeyPoint:
    rows = [seen.rows[identifier] for identifier in point.ids]
    sure = confidence(rows, seen.to.as_of, seen.to.limits.checked_within)
    return KeyPoint(point.kind, point.ids, sure, point.chain, point.target)


def _sound(point: Point, seen: Scene) -> bool:
    return all(identifier in seen.rows and identifier not in seen.to.unsourced for identifier in point.ids)


def _points(seen: Scene) -> Iterator[Point]:
    yield from _expired(seen)
    yield from _ending(seen)
    yield from _unsettled(seen)
    yield from _settled(seen)


def _expired(seen: Scene) -> Iterator[Point]:
    """Terms run out without news, the latest first."""
    found = [one for one in seen.held if one.commitment.status == "expired_no_news"]
    for one in sorted(found, key=lambda one: (-_end(one.commitment), by_id(one.commitment.chain))):
        yield Point("expired_no_news", _end_rows(one), one.commitment.chain)


def _ending(seen: Scene) -> Iterator[Point]:
    """Terms that end before the next edition, or soon; the nearest first."""
    kinds = ("ends_before_next_edition", "ends_soon")
    found = [one for one in seen.held if not set(kinds).isdisjoint(one.commitment.flags)]
    for one in sorted(found, key=lambda one: (_end(one.commitment), by_id(one.commitment.chain))):
        kind = next(kind for kind in kinds if kind in one.commitment.flags)
        yield Point(kind, _end_rows(one), one.commitment.chain)


def _unsettled(seen: Scene) -> Iterator[Point]:
    """Commitments withdrawn, narrowed, openly or not (R12), or contested (R13); the latest first."""
    found: list[tuple[int, Point]] = []
    for one in seen.held:
        chain = one.commitment.chain
        found += [(_day(ids[-1], seen), Point(kind, ids, chain)) for kind, ids in _unsettling(one)]
        narrowing = (point for point in _narrowed(one) if _recent(_day(point.ids[0], seen), seen))
        found += [(_day(point.ids[0], seen), point) for point in narrowing]
    for _, point in sorted(found, key=lambda pair: (-pair[0], by_id(pair[1].ids[0]), pair[1].kind)):
        yield point


def _unsettling(one: Held) -> Iterator[tuple[str, tuple[str, ...]]]:
    commitment = one.commitment
    if commitment.status == "withdrawn":
        yield "withdrawn", (commitment.head.id,)
    unannounced = [drift for drift in commitment.drift if drift.narrower]
    if unannounced:
        rows = dict.fromkeys(identifier for drift in unannounced for identifier in (drift.was_id, drift.id))
        yield "narrowed", tuple(rows)
    if commitment.contested_by:
        yield "contested", (commitment.head.id, *commitment.contested_by)


def _narrowed(one: Held) -> Iterator[Point]:
    """Each row that says openly that it narrows, or reaches less far than the one before (R12)."""
    commitment = one.commitment
    drifted = {drift.id for drift in commitment.drift if drift.narrower}  # told already, as not announced
    pairs = pairwise(one.standings) if commitment.status not in GONE else ()
    for before, after in pairs:
        row = after.row
        if row.id not in drifted and (row.relation == "narrows" or _less(before.terms, row.terms)):
            yield Point("narrowed", (row.id,), commitment.chain)


def _less(was: Terms, now: Terms) -> bool:
    """True when some dimension but the term, coded in both, reaches less far than it did."""
    coded = (name for name in DIMENSIONS if name != "term" and said(was, name) and said(now, name))
    return any(narrower(name, was, now) for name in coded)


def _settled(seen: Scene) -> Iterator[Point]:
    """Demands met or refused since the previous edition, or in the last days [30]; the latest first."""
    found: list[tuple[int, Point]] = []
    for answer in seen.answers:
        shown = [identifier for identifier in answer.evidence if identifier in seen.rows]
        days = [_day(identifier, seen) for identifier in shown]
        if answer.outcome in {"met", "refused"} and days and _recent(max(days), seen):
            ids = (answer.reaction.id, *shown)
            found.append((max(days), Point(answer.outcome, ids, answer.against, answer.target)))
    for _, point in sorted(found, key=lambda pair: (-pair[0], by_id(pair[1].ids[0]), pair[1].target or "")):
        yield point


def _new(seen: Scene) -> Iterator[Point]:
    """Rows since the previous edition (or of 30 days): commitments, statements, one-off acts; latest first.

    One known to the month only, which may yet be later than the edition, is not told as news.
    """
    sure = (row for row in _tellable(seen) if not maybe_later(said_on(row), seen.to.as_of))
    fresh = [row for row in sure if _recent(_day(row.id, seen), seen)]
    for row in sorted(fresh, key=lambda row: (_weight(row, seen), -_day(row.id, seen), by_id(row.id))):
        yield Point("new", (row.id,))


def _latest(seen: Scene) -> Iterator[Point]:
    """The latest rows, where nothing else is to be told: three, so that the section is not empty."""
    for row in sorted(_tellable(seen), key=lambda row: (-_day(row.id, seen), by_id(row.id)))[:3]:
        yield Point("latest", (row.id,))


def _tellable(seen: Scene) -> Iterable[Row]:
    """Sourced rows that stand by themselves: the dotted rows belong to their statement."""
    return [row for row in seen.rows.values() if row.id not in seen.to.unsourced and "." not in row.id]


def _weight(row: Row, seen: Scene) -> int:
    if hasattr(row, "actor"):
        return 1
    return 0 if row.id in seen.committed else 2


def _end_rows(one: Held) -> tuple[str, ...]:
    """The row that states the end, and the head where that is another."""
    head = one.standings[-1]
    return tuple(dict.fromkeys((head.stated["end"].id, head.row.id)))


def _end(commitment: Commitment) -> int:
    return last_on(commitment.ends_on).toordinal() if commitment.ends_on else 0


def _day(identifier: str, seen: Scene) -> int:
    row = seen.rows.get(identifier)
    on = said_on(row) if row is not None else None
    return on.first.toordinal() if on is not None else 0


def _recent(day: int, seen: Scene) -> bool:
    return day > seen.since
