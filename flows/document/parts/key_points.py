"""Section 1: what must I know? Three to five points, in the model's order, each with its confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import statuses
from flows.document.lens import capital

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Filling, Line
    from flows.record.findings import Commitment, KeyPoint


@dataclass(frozen=True, slots=True)
class Point:
    """One key point: a sentence with its ids, and how sure we are."""

    line: Line
    confidence: str


@dataclass(frozen=True, slots=True)
class KeyPoints:
    """The points, or the sentence that says there are none."""

    heading: str
    points: tuple[Point, ...]
    empty: str | None


def key_points(lens: Lens) -> KeyPoints:
    """Key points of this edition."""
    points = tuple(_point(lens, point) for point in lens.findings.key_points)
    return KeyPoints(lens.say("key_points"), points, None if points else lens.say("no_key_points"))


def _point(lens: Lens, point: KeyPoint) -> Point:
    confidence = lens.say("confidence", level=lens.word("confidence", point.confidence))
    return Point(_line(lens, point), confidence)


def _line(lens: Lens, point: KeyPoint) -> Line:
    chain = lens.chains.get(point.chain or "")
    if point.kind in {"met", "refused"}:
        return _of_demand(lens, point)
    if point.kind == "new" or chain is None:
        return _of_row(lens, point)
    return _of_chain(lens, point, chain)


def _of_chain(lens: Lens, point: KeyPoint, chain: Commitment) -> Line:
    values: dict[str, Filling] = {
        "organisation": lens.name(chain.organisation),
        "kind": lens.kind(chain),
    }
    match point.kind:
        case "expired_no_news":
            searched = statuses.searched(lens, chain)
            return lens.line("kp_expired", point.ids, on=lens.on(chain.ends_on), searched=searched, **values)
        case "ends_before_next_edition" | "ends_soon":
            return _ending(lens, point, chain, values)
        case "withdrawn":
            return lens.line("kp_withdrawn", point.ids, on=lens.on(chain.head.announced_on), **values)
        case "contested":
            accusers = [lens.name(lens.reactions[one].actor) for one in chain.contested_by]
            return lens.line("kp_contested", point.ids, actor=lens.listed(accusers), **values)
        case _:
            return _narrowed(lens, point, chain, values)


def _narrowed(lens: Lens, point: KeyPoint, chain: Commitment, values: dict[str, Filling]) -> Line:
    """A scope narrower than before: found by comparing two rows, or said openly by one (R12)."""
    compared = [
        drift for drift in chain.drift if drift.narrower and {drift.was_id, drift.id} <= set(point.ids)
    ]
    if compared:
        narrower = lens.listed([lens.word("dimension", drift.dimension) for drift in compared])
        return lens.line("kp_narrowed", point.ids, dimensions=narrower, **values)
    row = lens.announcements[point.ids[0]]
    summary, on = lens.text(row.summary), lens.on(row.announced_on)
    return lens.line("kp_narrowed_openly", point.ids, on=on, summary=summary, **values)


def _ending(lens: Lens, point: KeyPoint, chain: Commitment, values: dict[str, Filling]) -> Line:
    """A term about to end: in days where its day is known, else at its own precision."""
    as_of = lens.day(lens.findings.as_of)
    if chain.days_left is None:
        until = lens.on(chain.ends_on, "until")
        return lens.line("kp_ends_before_coarse", point.ids, until=until, as_of=as_of, **values)
    name = "kp_ends_before" if point.kind == "ends_before_next_edition" else "kp_ends_soon"
    left = statuses.left(lens, chain)
    return lens.line(name, point.ids, left=left, date=lens.day(chain.ends_on), as_of=as_of, **values)


def _of_demand(lens: Lens, point: KeyPoint) -> Line:
    row = lens.reactions[point.ids[0]]
    name = "kp_met" if point.kind == "met" else "kp_refused"
    asked = lens.text(row.demand.words) if row.demand else ()
    whose = {"organisation": lens.name(point.target), "actor": lens.name(row.actor)}
    return lens.line(name, point.ids, demand=asked, **whose)


def _of_row(lens: Lens, point: KeyPoint) -> Line:
    row = lens.announcements.get(point.ids[0])
    if row is not None:
        who, when, words = row.organisation, row.announced_on, row.summary
    else:
        reaction = lens.reactions[point.ids[0]]
        who, when, words = reaction.actor, reaction.reacted_on, reaction.summary
    return lens.line(
        "kp_new",
        point.ids,
        organisation=capital(lens.name(who)),
        date=lens.day(when),
        summary=lens.text(words),
    )
