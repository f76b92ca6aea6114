"""What is to go out, written down before anything does: files frozen, letters kept, a line for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.delivery.ledger import instant
from flows.delivery.outbox import MAIL, key_of
from flows.delivery.refusals import CannotSend

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from flows.delivery.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Issue:
    """One revision of an edition as it goes out: its files frozen, and from when on."""

    edition: str  # the workbook's folder and the day: "record/2020-06-15"
    revision: int
    manifest: str  # SHA-256 of the manifest
    documents: Mapping[str, str]  # each file's name with its SHA-256
    let_go_by: str  # who said that it may go out, as stated
    domain: str  # of the Message-IDs: the sender's
    not_before: datetime | None = None  # an instant with its zone
    zone: str = ""  # as it was typed, to say it back

    def changed(self) -> CannotSend:
        """The refusal of a file that is not the one frozen under this revision."""
        return CannotSend("changed", edition=self.edition, revision=self.revision, next=self.revision + 1)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one recipient is to get through one channel. Its `repr` tells neither name nor address."""

    channel: str
    recipient: str = field(repr=False)  # an address, or a place
    name: str = field(repr=False)
    content: str  # SHA-256 of the letter; "" where there is none
    document: str  # the file's name: "briefing-en.pdf"

    def key(self, issue: Issue) -> str:
        """What the delivery goes by."""
        return key_of(issue.edition, issue.revision, self.channel, self.recipient)


def plan(
    outbox: Outbox,
    issue: Issue,
    parcels: Sequence[Parcel],
    letters: Mapping[str, str],
    listed: Collection[str],
) -> None:
    """Write down what is to go out; what is there already stays as it is, so that again is not twice.

    `letters` are the contents by their SHA-256. Whoever waits for this issue and is not `listed` any more is
    marked, and gets nothing.

    Raises `CannotSend` where the same revision was planned with another file, or for a later hour.
    """
    with outbox.ledger.change() as line:
        _freeze(outbox, line, issue)
        line.executemany("INSERT OR IGNORE INTO content VALUES (?, ?)", letters.items())
        for parcel in parcels:
            _enter(outbox, line, issue, parcel)
        _mark(outbox, line, issue, {*listed, *(one.recipient for one in parcels)})


def _freeze(outbox: Outbox, line: sqlite3.Connection, issue: Issue) -> None:
    mine = (issue.edition, issue.revision)
    before = line.execute("SELECT * FROM edition WHERE edition = ? AND revision = ?", mine).fetchone()
    hour = instant(issue.not_before) if issue.not_before else None
    if before is None:
        told = (issue.manifest, hour, issue.zone, issue.let_go_by, outbox.now())
        line.execute("INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?, ?)", (*mine, *told))
    elif before["manifest"] != issue.manifest:
        raise issue.changed()
    elif hour:
        _move(line, issue, hour, before["not_before"])
    for name, digest in issue.documents.items():
        _freeze_document(line, issue, name, digest)


def _move(line: sqlite3.Connection, issue: Issue, hour: str, before: str | None) -> None:
    """Put the hour off; it is never brought forward: whoever was told of it relies on it."""
    if before and hour < before:
        raise CannotSend("hour_earlier", hour=before, next=issue.revision + 1)
    moved = (hour, issue.zone, issue.edition, issue.revision)
    line.execute("UPDATE edition SET not_before = ?, zone = ? WHERE edition = ? AND revision = ?", moved)


def _freeze_document(line: sqlite3.Connection, issue: Issue, name: str, digest: str) -> None:
    one = (issue.edition, issue.revision, name)
    asked = "SELECT sha256 FROM document WHERE edition = ? AND revision = ? AND name = ?"
    before = line.execute(asked, one).fetchone()
    if before is None:
        line.execute("INSERT INTO document VALUES (?, ?, ?, ?)", (*one, digest))
    elif before["sha256"] != digest:
        raise issue.changed()


def _enter(outbox: Outbox, line: sqlite3.Connection, issue: Issue, parcel: Parcel) -> None:
    key = parcel.key(issue)
    new = line.execute(
        "INSERT OR IGNORE INTO delivery (key, edition, revision, channel, recipient, name, message_id, "
        "content, document, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')",
        (
            *(key, issue.edition, issue.revision, parcel.channel, parcel.recipient, parcel.name),
            *(f"<{key[:40]}@{issue.domain}>", parcel.content, parcel.document),
        ),
    )
    if new.rowcount:
        outbox.note(line, key, "planned")
        return
    # What was never tried may still be told otherwise; what was, is told the same again.
    line.execute(
        "UPDATE delivery SET name = ?, content = ?, document = ? "
        "WHERE key = ? AND state = 'pending' AND first_try IS NULL",
        (parcel.name, parcel.content, parcel.document, key),
    )
    line.execute("UPDATE delivery SET removed = 0 WHERE key = ?", (key,))


def _mark(outbox: Outbox, line: sqlite3.Connection, issue: Issue, listed: Collection[str]) -> None:
    """Mark those who wait and were taken off the list."""
    waiting = line.execute(
        "SELECT key, recipient FROM delivery WHERE edition = ? AND revision = ? AND channel = ? "
        "AND state = 'pending' AND removed = 0",
        (issue.edition, issue.revision, MAIL),
    ).fetchall()
    for key, recipient in waiting:
        if recipient not in listed:
            line.execute("UPDATE delivery SET removed = 1 WHERE key = ?", (key,))
            outbox.note(line, key, "taken off the list")
