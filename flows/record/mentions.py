"""Who is named where: the sources rows cite, the bodies they speak of, and whether those rows print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.record.facts import Announcement, Citation, Origin, Reaction, Record
    from flows.record.reconciliation import Place


@dataclass(frozen=True, slots=True)
class Mentions:
    """Ids or names by the kind of row that mentions them."""

    printed: frozenset[str]
    future: frozenset[str]
    set_aside: frozenset[str]  # by rows retired or to resolve

    def only_later(self, name: str) -> bool:
        """True when rows of a later day mention it, and no other row does."""
        return name in self.future and name not in self.printed and name not in self.set_aside


def cited(known: Record, whole: Record, places: Mapping[str, tuple[Place, ...]]) -> Mentions:
    """Source ids by the rows that cite them: as a source, as evidence, for an answer.

    Those that only the whole record cites belong to what came to be known later.
    """
    found = _sorted(_citing(known), places)
    ever = {source for _, _, sources in _citing(whole) for source in sources}
    then = {source for _, _, sources in _citing(known) for source in sources}
    return Mentions(found.printed, found.future | (ever - then), found.set_aside)


def named(record: Record, places: Mapping[str, tuple[Place, ...]]) -> Mentions:
    """Organisations by the rows that name them."""
    return _sorted(_naming(record), places)


def _sorted(
    rows: Iterable[tuple[str, Origin, Iterable[str]]], places: Mapping[str, tuple[Place, ...]]
) -> Mentions:
    category = {(sheet, spot.origin): spot.category for sheet, spots in places.items() for spot in spots}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for sheet, origin, names in rows:
        found[category[sheet, origin]].update(names)
    aside = found["retired"] | found["to_resolve"]
    return Mentions(frozenset(found["printed"]), frozenset(found["future"]), frozenset(aside))


def _citing(record: Record) -> Iterator[tuple[str, Origin, Iterable[str]]]:
    for row in record.announcements:
        yield "announcements", row.origin, ids(row.sources)
    for statement in record.reactions:
        evidence = statement.demand.evidence if statement.demand else ()
        yield "reactions", statement.origin, (*ids(statement.sources), *evidence)
    for response in record.responses:
        yield "responses", response.origin, response.evidence
    for question in record.questions:
        yield "questions", question.origin, ids(question.answer_sources)
    for event in record.context:
        yield "context", event.origin, ids(event.sources)


def _naming(record: Record) -> Iterator[tuple[str, Origin, Iterable[str]]]:
    for row in record.announcements:
        yield "announcements", row.origin, of_announcement(row)
    for statement in record.reactions:
        yield "reactions", statement.origin, of_reaction(statement)
    for response in record.responses:
        yield "responses", response.origin, (response.organisation,)
    for question in record.questions:
        yield "questions", question.origin, (question.asked_by,) if question.asked_by else ()


def of_announcement(row: Announcement) -> tuple[str, ...]:
    """The bodies an announcement names."""
    return (row.organisation, *row.recipients)


def of_reaction(row: Reaction) -> tuple[str, ...]:
    """The bodies a reaction names: who speaks, to whom, of whom."""
    demand = row.demand
    asked = (demand.target, *demand.aimed_at) if demand else ()
    return tuple(name for name in chain((row.actor, row.target), asked) if name is not None)


def ids(sources: Iterable[Citation]) -> tuple[str, ...]:
    """The source ids among the entries of a source cell."""
    return tuple(citation.value for citation in sources if citation.kind == "id")
