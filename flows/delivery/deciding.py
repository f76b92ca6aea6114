"""Who gets an edition, who does not, and why: person by person, before anything is sent (R9 by topic).

What a preview shows and what a send does are both made of this.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from flows.delivery import letter as letters
from flows.delivery import news
from flows.delivery.outbox import MAIL
from flows.document import file
from flows.edition.store import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from flows.delivery.letter import Attached, Letter
    from flows.delivery.news import Newsroom
    from flows.delivery.outbox import Delivery, Outbox
    from flows.workbook.people import Recipient

Why = Literal[
    "first", "changed", "not_kept", "nothing_changed", "has_newer", "sent", "unknown", "failed", "pending"
]
SENDS = ("first", "changed", "not_kept", "pending")
"""Why somebody gets it; for every other reason they do not."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What one reader gets, or why nothing."""

    reader: Recipient
    why: Why
    language: str
    since: str = ""  # the folder of the edition they received last
    news: int = 0  # how many things changed in what they follow
    letter: Letter | None = field(default=None, repr=False)

    @property
    def sends(self) -> bool:
        """Whether they get it."""
        return self.why in SENDS

    @property
    def document(self) -> str:
        """The file they get."""
        return file(self.language, "pdf")


@dataclass(slots=True)
class Desk:
    """One edition about to go out: letters written once for all who are told the same."""

    folder: Path
    room: Newsroom
    attached: Mapping[str, Attached]  # by language
    written: dict[tuple[str, str, frozenset[str]], tuple[Letter, int]] = field(default_factory=dict)

    def decided(self, reader: Recipient, before: Delivery | None, received: str | None) -> Decided:
        """What that reader gets. `before` is the ledger's line of this very edition for them, if any."""
        language = reader.reads(tuple(self.attached))
        if before is not None and before.state != "pending":
            return Decided(reader, _standing(before.state), language)
        if received is not None and _place(received) >= _place(self.folder.name):
            return Decided(reader, "has_newer", language, received)
        letter, count = self.letter(received, reader.topics, language)
        changes = self.room.changes(received) if received else None
        if before is not None:
            return Decided(reader, "pending", language, received or "", count, letter)
        if received is None:
            return Decided(reader, "first", language, "", 0, letter)
        if changes is None:
            return Decided(reader, "not_kept", language, received, 0, letter)
        why: Why = "changed" if count else "nothing_changed"
        return Decided(reader, why, language, received, count, letter if count else None)

    def letter(self, received: str | None, topics: tuple[str, ...], language: str) -> tuple[Letter, int]:
        """The letter for whoever follows these and received that edition last, and how much is news."""
        followed = self.room.followed(topics)
        key = (received or "", language, followed)
        if key not in self.written:
            since = self.room.since(received, topics, language) if received else None
            told = news.read(self.folder, language)
            kind = since or ("not_kept" if received else "first")
            made = letters.letter(told, kind, followed, self.attached[language])
            self.written[key] = (made, len(since.lines) if since else 0)
        return self.written[key]


def _standing(state: str) -> Why:
    known: dict[str, Why] = {"sent": "sent", "failed": "failed"}
    return known.get(state, "unknown")


def everyone(
    desk: Desk, outbox: Outbox, edition: str, revision: int, readers: Sequence[Recipient]
) -> list[Decided]:
    """What each of these readers gets, in their order."""
    own, last = _own(outbox, edition, revision), _last(outbox, edition)
    return [desk.decided(one, own.get(one.email.lower()), last.get(one.email.lower())) for one in readers]


def _own(outbox: Outbox, edition: str, revision: int) -> dict[str, Delivery]:
    """The ledger's lines of this very edition, by address."""
    found = outbox.deliveries("edition = ? AND revision = ? AND channel = ?", edition, revision, MAIL)
    return {one.recipient.lower(): one for one in found}


def _last(outbox: Outbox, edition: str) -> dict[str, str]:
    """The folder of the newest edition of this workbook that each address has received."""
    shelf = edition.rpartition("/")[0]
    found = outbox.deliveries(
        "channel = ? AND state = 'sent' AND edition LIKE ? ESCAPE '\\'", MAIL, f"{_like(shelf)}/%"
    )
    last: dict[str, str] = {}
    for one in found:
        name = folder_of(one.edition, one.revision)
        who = one.recipient.lower()
        if who not in last or _place(name) > _place(last[who]):
            last[who] = name
    return last


def _like(words: str) -> str:
    """Words as SQL's LIKE takes them for themselves."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def folder_of(edition: str, revision: int) -> str:
    """The folder of an edition on its shelf: "2020-06-15-01"."""
    return f"{edition.rpartition('/')[2]}-{revision:02}"


def named(folder: Path) -> tuple[str, int]:
    """What the ledger calls the edition in that folder, and its revision: one for each time it was built.

    Raises `ValueError` where the folder is not called as an edition is.
    """
    found = FOLDER.fullmatch(folder.resolve().name)
    if found is None:
        raise ValueError(folder.name)
    return f"{folder.resolve().parent.name}/{found[1]}", int(found[2])


def _place(name: str) -> tuple[str, int]:
    """Where an edition stands in the order of editions."""
    day, _, number = name.rpartition("-")
    return day, int(number)
