"""The record sorted for one day: every row of every sheet has its place (R16), the printed ones in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from flows.record import doubts, mentions
from flows.record.chains import Chain, Links, built, links
from flows.record.editions import WITH_IDS
from flows.record.facts import OUT_OF_SIGHT
from flows.record.order import by_id, chronology, in_time, names, responses
from flows.record.periods import later
from flows.record.reconciliation import Place, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from flows.record.editions import Snapshot
    from flows.record.facts import (
        Announcement,
        Context,
        Day,
        Organisation,
        Question,
        Reaction,
        Record,
        Response,
        Source,
    )
    from flows.record.order import Identified

Row = TypeVar("Row", "Announcement", "Reaction", "Response", "Question", "Source", "Organisation", "Context")

Places = dict[str, tuple[Place, ...]]

CITED_LATER = "cited_later"
"""Why a source is of a later day although it was published by then: only rows of a later day cite it."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The printed rows of a day, the chains, and the place of every row, sheet by sheet."""

    linked: Links
    chains: tuple[Chain, ...]
    announcements: tuple[Announcement, ...]
    reactions: tuple[Reaction, ...]
    responses: tuple[Response, ...]
    questions: tuple[Question, ...]
    sources: tuple[Source, ...]
    organisations: tuple[Organisation, ...]
    context: tuple[Context, ...]
    places: Places
    previous: Snapshot | None  # the edition before

    @property
    def statements(self) -> tuple[Announcement | Reaction, ...]:
        """Announcements, then reactions."""
        return (*self.announcements, *self.reactions)


def sift(record: Record, whole: Record, as_of: date, previous: Snapshot | None = None) -> Sifted:
    """Each row in its place on the day; what has a date in order of time (R2), the rest by id or name.

    `record` is what was known by then of the `whole` one. A row that the previous edition told of and that is
    kept from view since is still told by its id.
    """
    linked = links(record.announcements, as_of)
    doubtful = doubts.announcements(record, linked, as_of)
    places = _again_by_id(_places(record, whole, doubtful, as_of), record, previous)
    context = _kept(record.context, places["context"])
    return Sifted(
        linked=linked,
        chains=built(record.announcements, linked, doubtful, as_of),
        announcements=chronology(_kept(record.announcements, places["announcements"]), linked.parents),
        reactions=chronology(_kept(record.reactions, places["reactions"])),
        responses=responses(_kept(record.responses, places["responses"])),
        questions=tuple(sorted(_kept(record.questions, places["questions"]), key=lambda row: by_id(row.id))),
        sources=tuple(sorted(_kept(record.sources, places["sources"]), key=lambda row: by_id(row.id))),
        organisations=names(_kept(record.organisations, places["organisations"])),
        context=tuple(sorted(context, key=in_time(context))),
        places=places,
        previous=previous,
    )


def _places(record: Record, whole: Record, doubtful: doubts.Doubts, as_of: date) -> Places:
    """The place of every row: those with a day of their own first, then those that go with them."""
    places = _dated(record, as_of, doubtful)
    places["responses"] = _responses(record, places["reactions"], as_of)
    places["sources"] = _sources(record, mentions.cited(record, whole, places), as_of)
    places["organisations"] = _organisations(record, mentions.named(record, places))
    return places


def _again_by_id(places: Places, record: Record, previous: Snapshot | None) -> Places:
    """The same places; the rows an earlier edition told of by their ids, out of sight or not."""
    if previous is None:
        return places
    told = previous.told()
    ids = {(sheet, row.origin): row.id for sheet in WITH_IDS for row in getattr(record, sheet)}

    def named(sheet: str, spot: Place) -> Place:
        own = ids.get((sheet, spot.origin))
        return replace(spot, id=own) if spot.id is None and (sheet, own) in told else spot

    return {sheet: tuple(named(sheet, spot) for spot in spots) for sheet, spots in places.items()}


def _dated(record: Record, as_of: date, doubtful: doubts.Doubts) -> Places:
    """The places of the rows that depend on no other sheet."""
    announcements = _placed(((row, row.announced_on) for row in record.announcements), doubtful, as_of)
    announced = {row.id: row.announced_on for row in _by_use(record.announcements, announcements)}
    reactions = ((row, _said_on(row, announced, as_of)) for row in record.reactions)
    context = ((row, row.happened_on) for row in record.context)
    questions = ((row, row.asked_on) for row in record.questions)
    return {
        "announcements": announcements,
        "reactions": _placed(reactions, doubts.reactions(record, as_of), as_of),
        "context": _placed(context, doubts.identified(record.context, as_of), as_of),
        "questions": _placed(questions, doubts.identified(record.questions, as_of), as_of),
    }


def _said_on(row: Reaction, announced: Mapping[str, Day | None], as_of: date) -> Day | None:
    """The reaction's day; one known to the month only is no earlier than all it speaks of (R1)."""
    spoken_of = [announced.get(one) for one in row.about]
    coarse = row.reacted_on is not None and row.reacted_on.precision != "day"
    ahead = [day for day in spoken_of if day is not None and later(day, as_of)]
    return ahead[0] if coarse and ahead and len(ahead) == len(spoken_of) else row.reacted_on


def _placed(
    rows: Iterable[tuple[Identified, Day | None]], doubtful: doubts.Doubts, as_of: date
) -> tuple[Place, ...]:
    return tuple(
        place(row.origin, row.id, row.retired, doubtful.get(row.origin, ()), later=later(day, as_of))
        for row, day in rows
    )


def _responses(record: Record, reactions: tuple[Place, ...], as_of: date) -> tuple[Place, ...]:
    """Responses go where their demand goes, when that is not printed."""
    category = {spot.origin: spot.category for spot in reactions}
    demands = {row.id: row for row in _by_use(record.reactions, reactions)}
    odd = doubts.at_odds(record.responses, as_of)
    found = []
    for row in record.responses:
        demand = demands.get(row.demand)
        doubtful = doubts.response(row, demand, category, odd)
        future = later(row.on, as_of) or (demand is not None and category[demand.origin] == "future")
        told = None if future else row.demand  # which demand will be answered is news of a later day
        found.append(place(row.origin, told, row.retired, doubtful, later=future))
    return tuple(found)


def _sources(record: Record, cited: mentions.Mentions, as_of: date) -> tuple[Place, ...]:
    """Later when published later, whoever cites it, or when only later rows cite it (R16)."""
    doubtful = doubts.identified(record.sources, as_of)
    return tuple(
        place(
            row.origin,
            row.id,
            row.retired,
            doubtful.get(row.origin, ()),
            later=later(row.published_on, as_of) or (cited.only_later(row.id) and CITED_LATER),
        )
        for row in record.sources
    )


def _organisations(record: Record, named: mentions.Mentions) -> tuple[Place, ...]:
    """Printed unless only rows of a later day name it; a followed one is printed anyway (R16).

    A name, unlike an id, says who comes into the record later or is kept from view: its line is told.
    """
    found = []
    for row in record.organisations:
        future = named.only_later(row.name) and not row.watch
        unseen = not frozenset(row.doubts).isdisjoint(OUT_OF_SIGHT)
        told = None if future or unseen else row.name
        found.append(place(row.origin, told, row.retired, row.doubts, later=future))
    return tuple(found)


def _by_use(rows: Iterable[Row], spots: Iterable[Place]) -> list[Row]:
    """The rows of one sheet, those retired or of a later day first: by id, a row of the day speaks last."""
    aside = {spot.origin for spot in spots if spot.category in {"retired", "future"}}
    return sorted(rows, key=lambda row: row.origin not in aside)


def _kept(rows: Iterable[Row], spots: Iterable[Place]) -> list[Row]:
    """The rows of one sheet that are printed."""
    printed = {spot.origin for spot in spots if spot.category == "printed"}
    return [row for row in rows if row.origin in printed]
