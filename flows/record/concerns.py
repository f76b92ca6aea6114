"""Which organisations a row, a change or a key point concerns: what a reader follows is told by these (R9).

A reader who follows a body also hears of those that are `related_to` it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from flows.record.facts import SECTOR
from flows.record.mentions import ids, of_announcement, of_reaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.record.editions import Change, Changes, Consequence, Vanished
    from flows.record.facts import Announcement, Organisation, Question, Reaction, Record


@dataclass(frozen=True, slots=True)
class Concerns:
    """The rows of one record, or of two editions of it, and whom each concerns."""

    rows: Mapping[tuple[str, str], tuple[Any, ...]]  # by sheet and id, as each record has them
    citing: Mapping[str, frozenset[str]]  # whom the rows concern that cite a source, by its id
    above: Mapping[str, frozenset[str]]  # the bodies a body is related to

    def of_rows(self, row_ids: Iterable[str]) -> frozenset[str]:
        """Whom announcements and reactions of these ids concern."""
        found: set[str] = set()
        for row_id in row_ids:
            found |= self._of_announcement(row_id) | self._of_reaction(row_id)
        return self._with_those_above(found)

    def of_change(self, one: Change) -> frozenset[str]:
        """Whom a change concerns; nobody in particular where it is of the background or a limit."""
        found = {one.target} if one.target else set()
        match one.sheet:
            case "announcements" | "reactions" | "responses":
                found |= self.of_rows([one.id])
            case "questions":
                found |= self._of_question(one.id)
            case "sources":
                found |= self.citing.get(one.id, frozenset())
            case "organisations":
                found |= {one.id}
        return self._with_those_above(found)

    def of_consequence(self, one: Consequence) -> frozenset[str]:
        """Whom a computed result concerns that differs because rows do."""
        return self._with_those_above(self.of_rows([one.id]) | ({one.target} if one.target else set()))

    def of_vanished(self, one: Vanished) -> frozenset[str]:
        """Whom a row concerned that is gone."""
        return self._of_question(one.id) if one.sheet == "questions" else self.of_rows([one.id])

    def _of_announcement(self, row_id: str) -> set[str]:
        rows: tuple[Announcement, ...] = self.rows.get(("announcements", row_id), ())
        return {name for row in rows for name in of_announcement(row)}

    def _of_reaction(self, row_id: str) -> set[str]:
        rows: tuple[Reaction, ...] = self.rows.get(("reactions", row_id), ())
        told = {name for row in rows for name in of_reaction(row)}
        about = (self._of_announcement(other) for row in rows for other in row.about)
        return told.union(*about)

    def _of_question(self, row_id: str) -> frozenset[str]:
        rows: tuple[Question, ...] = self.rows.get(("questions", row_id), ())
        return self.of_rows(other for row in rows for other in (*row.about, row.asked_by or ""))

    def _with_those_above(self, names: Iterable[str]) -> frozenset[str]:
        told = set(names) - {SECTOR}
        return frozenset(told.union(*(self.above.get(name, frozenset()) for name in told)))


def concerns(*records: Record) -> Concerns:
    """Whom the rows of these records concern."""
    rows: dict[tuple[str, str], tuple[Any, ...]] = {}
    above: dict[str, frozenset[str]] = {}
    for record in records:
        for sheet in ("announcements", "reactions", "questions"):
            for row in getattr(record, sheet):
                rows[sheet, row.id] = (*rows.get((sheet, row.id), ()), row)
        for body in record.organisations:
            above[body.name] = above.get(body.name, frozenset()) | frozenset(body.related_to)
    bare = Concerns(rows, {}, above)
    return Concerns(rows, _citing(bare, records), above)


def _citing(bare: Concerns, records: Sequence[Record]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for source, row_id in chain.from_iterable(map(_cited, records)):
        found[source] = found.get(source, frozenset()) | bare.of_rows([row_id])
    return found


def _cited(record: Record) -> Iterator[tuple[str, str]]:
    """Each source's id with the id of a row that cites it."""
    for row in record.announcements:
        yield from ((source, row.id) for source in ids(row.sources))
    for statement in record.reactions:
        evidence = statement.demand.evidence if statement.demand else ()
        yield from ((source, statement.id) for source in (*ids(statement.sources), *evidence))
    for response in record.responses:
        yield from ((source, response.demand) for source in response.evidence)
    for question in record.questions:
        for source in ids(question.answer_sources):
            yield from ((source, other) for other in question.about)


def between(changes: Changes) -> Concerns:
    """Whom what changed between two editions concerns: a row counts for whoever it concerned in either."""
    return concerns(changes.before.record, changes.after.record)


def called(names: Iterable[str], bodies: Iterable[Organisation]) -> frozenset[str]:
    """What a reader follows, each as the record spells it; a name it does not know stays as typed."""
    known: dict[str, str] = {}
    for body in bodies:
        twin = (body.name_twin.words,) if body.name_twin else ()
        for name in (*body.aliases, *twin, body.name):
            known[name.casefold()] = body.name
    return frozenset(known.get(name.casefold(), name) for name in names)


def material(changes: Changes, whom: Concerns, followed: frozenset[str]) -> Material:
    """What of the changes is news to whoever follows these bodies; to whoever follows all, all of it.

    `whom` is what `between` made of the changes. Nothing is where only our bookkeeping changed, or a limit:
    what a limit did to a result is told of that.
    """
    weighty = (one for one in changes.changes if one.substantive and one.sheet != "settings")
    return Material(
        tuple(one for one in weighty if not followed or followed & whom.of_change(one)),
        tuple(one for one in changes.consequences if not followed or followed & whom.of_consequence(one)),
        tuple(one for one in changes.vanished if not followed or followed & whom.of_vanished(one)),
    )


@dataclass(frozen=True, slots=True)
class Material:
    """The changes that are news to a reader."""

    changes: tuple[Change, ...]
    consequences: tuple[Consequence, ...]
    vanished: tuple[Vanished, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.changes) + len(self.consequences) + len(self.vanished)
