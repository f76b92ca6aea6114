"""What is news to a reader: held against the last edition they received, in what they follow (R9)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from flows.delivery.refusals import CannotSend
from flows.document import digest, listing
from flows.document.changed import teller
from flows.edition import snapshot
from flows.edition.refusals import CannotKeep
from flows.record import changes as comparing
from flows.record import concerns

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document.changed import Teller
    from flows.record.concerns import Concerns, Material
    from flows.record.editions import Changes, Snapshot


@dataclass(frozen=True, slots=True)
class Point:
    """A key point: its words in pieces, each with its language if not the letter's; its ids; how sure."""

    runs: tuple[tuple[str, str | None], ...]
    refs: tuple[str, ...]
    confidence: str
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Digest:
    """An edition in a few words, in one language."""

    language: str
    title: str
    team: str
    contact: str
    number: int
    as_of: date
    draft: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """The edition a reader received last, and what is news to them since."""

    number: int
    as_of: date
    lines: tuple[str, ...]


@dataclass(slots=True)
class Newsroom:
    """One edition and those before it: compared once with each that some reader received last."""

    folder: Path
    now: Snapshot
    compared: dict[str, Changes | None] = field(default_factory=dict)
    concerned: dict[str, Concerns] = field(default_factory=dict)  # of each that is still kept

    def changes(self, received: str) -> Changes | None:
        """What changed since that edition of the same shelf; None where it is no longer kept."""
        if received not in self.compared:
            try:
                before = snapshot.of(self.folder.parent / received)
            except CannotKeep:
                self.compared[received] = None
            else:
                found = self.compared[received] = comparing.compare(before, self.now)
                self.concerned[received] = concerns.between(found)
        return self.compared[received]

    def followed(self, topics: tuple[str, ...]) -> frozenset[str]:
        """The bodies meant, as this edition spells them; all where there are none."""
        return concerns.called(topics, self.now.record.organisations)

    def since(self, received: str, topics: tuple[str, ...], language: str) -> Since | None:
        """What is news since that edition; None where it is no longer kept."""
        changes = self.changes(received)
        if changes is None:
            return None
        found = concerns.material(changes, self.concerned[received], self.followed(topics))
        return Since(
            changes.before.number or 1, changes.before.as_of, lines(found, teller(changes, language))
        )


def newsroom(folder: Path) -> Newsroom:
    """The edition in a folder.

    Raises `CannotKeep` where it is none.
    """
    return Newsroom(folder, snapshot.of(folder))


def lines(found: Material, telling: Teller) -> tuple[str, ...]:
    """Each change as a plain line, in the order the briefing tells them."""
    return (
        *(line.words for line in map(telling.vanished, found.vanished)),
        *(listing.of_change(telling, one) for one in found.changes),
        *(listing.of_consequence(telling, one) for one in found.consequences),
    )


def read(folder: Path, language: str) -> Digest:
    """What the edition keeps for its letters, in that language.

    Raises `CannotSend` where it keeps nothing, being of an earlier version.
    """
    try:
        told = json.loads((folder / digest.NAME).read_bytes())
        words = told["words"][language]
        points = zip(words["key_points"], told["about"], strict=True)
        return Digest(
            language=language,
            title=words["title"],
            team=words["team"],
            contact=words["contact"],
            number=told["number"],
            as_of=date.fromisoformat(told["as_of"]),
            draft=told["release"] != "final",
            points=tuple(_point(point, about) for point, about in points),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotSend("edition_older", edition=folder.name) from error


def _point(told: dict[str, Any], about: list[str]) -> Point:
    runs = tuple((words, language) for words, language in told["runs"])
    return Point(runs, tuple(told["refs"]), told["confidence"], frozenset(about))
