"""Who gets what, once: deliveries on the ledger, each from pending to sent, failed, or in doubt.

A delivery goes by the edition, its revision, the channel and the recipient; its Message-ID is made of these,
so that every copy of one delivery bears the same. What the ledger says of it changes in one commit at a time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from flows.delivery.backoff import USUAL, Backoff
from flows.delivery.killpoints import kp
from flows.delivery.ledger import instant
from flows.delivery.refusals import CannotSend
from flows.workbook import addresses

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection
    from pathlib import Path

    from flows.delivery.ledger import Ledger

MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One line of the ledger. Its `repr` tells neither name nor address."""

    key: str
    edition: str
    revision: int
    channel: str
    recipient: str = field(repr=False)
    name: str = field(repr=False)
    message_id: str
    content: str
    document: str
    state: str
    tries: int
    first_try: str | None
    next_at: str
    code: int | None
    reply: str
    moved_at: str | None
    removed: int


@dataclass(frozen=True, slots=True)
class Outbox:
    """The deliveries of one ledger, as one process at work sees them."""

    ledger: Ledger
    owners: Path  # the folder of those at work
    me: str  # this process's name among them
    clock: Callable[[], datetime]
    backoff: Backoff = USUAL

    def claim(self, keys: Collection[str]) -> Delivery | None:
        """One of these that is due, now this process's to send; None where none is.

        Whether its hour has come is read within the claim, so nothing leaves early whoever asks, and when.
        """
        with self.ledger.change() as line:
            now = self.now()
            found = line.execute(
                "SELECT d.* FROM delivery d JOIN edition e USING (edition, revision) "
                "WHERE d.state = 'pending' AND d.removed = 0 AND d.next_at <= ? "
                "AND (e.not_before IS NULL OR e.not_before <= ?) "
                "AND d.key IN (SELECT value FROM json_each(?)) ORDER BY d.tries, d.rowid LIMIT 1",
                (now, now, json.dumps(sorted(keys))),
            ).fetchone()
            if found is None:
                return None
            line.execute(
                "UPDATE delivery SET state = 'claimed', owner = ? WHERE key = ?", (self.me, found["key"])
            )
            self.note(line, found["key"], "claimed")
        kp("claimed")
        return _delivery(found)

    def in_flight(self, one: Delivery) -> None:
        """Have it on the disk that the delivery may arrive from now on: called before what cannot be undone.

        Raises `CannotSend` where it is not this process's any more: then it must not go on.
        """
        with self.ledger.change() as line:
            now = self.now()
            mine = line.execute(
                "UPDATE delivery SET state = 'in flight', first_try = coalesce(first_try, ?), moved_at = ? "
                "WHERE key = ? AND state = 'claimed' AND owner = ?",
                (now, now, one.key, self.me),
            )
            if mine.rowcount != 1:
                raise CannotSend("not_mine")
            self.note(line, one.key, "in flight")

    def settled(self, one: Delivery, state: str, code: int | None = None, reply: str = "") -> None:
        """Write down what came of it: sent, failed, unknown, or pending where it may be tried again now."""
        with self.ledger.change() as line:
            line.execute(
                "UPDATE delivery SET state = ?, owner = NULL, code = ?, reply = ?, moved_at = ? "
                "WHERE key = ? AND owner = ?",
                (state, code, reply, self.now(), one.key, self.me),
            )
            self.note(line, one.key, state, code, reply)

    def later(self, one: Delivery, code: int | None = None, reply: str = "") -> str:
        """Its new state: to be tried again after a while, each time a longer one; after two days, failed."""
        with self.ledger.change() as line:
            now = self.clock()
            tries = one.tries + 1
            first = one.first_try or instant(now)
            over = self.backoff.is_over(first, now)
            next_at = instant(now + self.backoff.pause(tries, one.key))
            line.execute(
                "UPDATE delivery SET state = ?, owner = NULL, tries = ?, first_try = ?, next_at = ?, "
                "code = ?, reply = ?, moved_at = ? WHERE key = ? AND owner = ?",
                (
                    *("failed" if over else "pending", tries, first, next_at),
                    *(code, reply, instant(now), one.key, self.me),
                ),
            )
            self.note(line, one.key, "failed" if over else "to be tried again", code, reply)
        return "failed" if over else "pending"

    def deliveries(self, where: str = "1", *blanks: object) -> list[Delivery]:
        """The deliveries for which that holds, in the order they were planned."""
        asked = f"SELECT * FROM delivery WHERE {where} ORDER BY rowid"  # noqa: S608 - the words are our own
        return [_delivery(row) for row in self.ledger.rows(asked, *blanks)]

    def next_at(self, keys: Collection[str]) -> str | None:
        """When the next of these is due, by its own pause or its edition's hour; None where none waits."""
        asked = (
            "SELECT min(max(d.next_at, coalesce(e.not_before, ''))) FROM delivery d "
            "JOIN edition e USING (edition, revision) WHERE d.state = 'pending' AND d.removed = 0 "
            "AND d.key IN (SELECT value FROM json_each(?))"
        )
        found: str | None = self.ledger.rows(asked, json.dumps(sorted(keys)))[0][0]
        return found

    def letter(self, content: str) -> str:
        """The body of a letter by its SHA-256."""
        return str(self.ledger.rows("SELECT body FROM content WHERE sha256 = ?", content)[0][0])

    def frozen(self, edition: str, revision: int, name: str) -> str | None:
        """The SHA-256 of the file of that name as it was planned; None where it never was."""
        asked = "SELECT sha256 FROM document WHERE edition = ? AND revision = ? AND name = ?"
        found = self.ledger.rows(asked, edition, revision, name)
        return str(found[0][0]) if found else None

    def not_before(self, edition: str, revision: int) -> datetime | None:
        """The hour before which nothing of that issue leaves, in UTC; None where there is none."""
        asked = "SELECT not_before FROM edition WHERE edition = ? AND revision = ?"
        found = self.ledger.rows(asked, edition, revision)
        return datetime.fromisoformat(found[0][0]) if found and found[0][0] else None

    def planned_at(self, one: Delivery) -> str:
        """When its issue was planned: an instant of the ledger."""
        return str(self._of_issue(one)["planned_at"])

    def let_go_by(self, one: Delivery) -> str:
        """Who said that its issue may go out, as stated."""
        return str(self._of_issue(one)["let_go_by"])

    def _of_issue(self, one: Delivery) -> sqlite3.Row:
        asked = "SELECT planned_at, let_go_by FROM edition WHERE edition = ? AND revision = ?"
        return self.ledger.rows(asked, one.edition, one.revision)[0]

    def note(
        self, line: sqlite3.Connection, key: str, what: str, code: int | None = None, told: str = ""
    ) -> None:
        """Add one event, within the change it tells of."""
        line.execute(
            "INSERT INTO event (at, key, what, owner, code, told) VALUES (?, ?, ?, ?, ?, ?)",
            (self.now(), key, what, self.me, code, told),
        )

    def now(self) -> str:
        """This instant, as the ledger has it."""
        return instant(self.clock())


def key_of(edition: str, revision: int, channel: str, recipient: str) -> str:
    """What a delivery goes by, in hexadecimal."""
    whose = addresses.same(recipient) if channel == MAIL else recipient
    return sha256("\n".join((edition, str(revision), channel, whose)).encode()).hexdigest()


def _delivery(row: sqlite3.Row) -> Delivery:
    told: dict[str, Any] = {name: row[name] for name in row.keys() if name != "owner"}  # noqa: SIM118 - a row's own
    return Delivery(**told)
