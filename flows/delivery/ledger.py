"""The ledger: one SQLite file, opened so that what was written outlasts a power cut (SQLite's door).

WAL with `synchronous=FULL` syncs the log at every commit; with NORMAL whole deliveries are forgotten. On a
drive of a network WAL cannot be had: there DELETE with EXTRA also syncs the folder. What SQLite answers is
held against what was asked, for it falls back in silence.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flows.delivery import drives
from flows.delivery.killpoints import kp
from flows.delivery.refusals import CannotSend

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30  # seconds that one process waits for another's commit
FULL, EXTRA = 2, 3  # as SQLite numbers its `synchronous`
VERSION = 1  # of the tables below
STATES = ("pending", "claimed", "in flight", "sent", "failed", "unknown")
MOVES = (
    *(("pending", "claimed"), ("claimed", "pending"), ("claimed", "in flight"), ("claimed", "failed")),
    *(("in flight", "sent"), ("in flight", "failed"), ("in flight", "pending"), ("in flight", "unknown")),
    *(("unknown", "sent"), ("unknown", "pending"), ("failed", "pending")),
)
"""From which state to which; what was sent stays sent."""

_ALLOWED = " OR ".join(f"(OLD.state = '{was}' AND NEW.state = '{now}')" for was, now in MOVES)
_NEVER = """
CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'never deleted'); END;
"""
_STATED = ", ".join(f"'{state}'" for state in STATES)
TABLES = f"""
CREATE TABLE edition (
    edition TEXT NOT NULL, revision INTEGER NOT NULL, manifest TEXT NOT NULL, not_before TEXT,
    zone TEXT NOT NULL DEFAULT '', let_go_by TEXT NOT NULL, planned_at TEXT NOT NULL,
    PRIMARY KEY (edition, revision)) STRICT;
CREATE TABLE document (
    edition TEXT NOT NULL, revision INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (edition, revision, name)) STRICT;
CREATE TABLE content (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE delivery (
    key TEXT PRIMARY KEY, edition TEXT NOT NULL, revision INTEGER NOT NULL, channel TEXT NOT NULL,
    recipient TEXT NOT NULL, name TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
    document TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ({_STATED})), owner TEXT,
    tries INTEGER NOT NULL DEFAULT 0, first_try TEXT, next_at TEXT NOT NULL DEFAULT '', code INTEGER,
    reply TEXT NOT NULL DEFAULT '', moved_at TEXT, removed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (edition, revision, channel, recipient)) STRICT;
CREATE INDEX delivery_waiting ON delivery (state, next_at);
CREATE INDEX delivery_of ON delivery (recipient, channel);
CREATE TABLE event (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, key TEXT NOT NULL, what TEXT NOT NULL,
    owner TEXT NOT NULL DEFAULT '', code INTEGER, told TEXT NOT NULL DEFAULT '') STRICT;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'never changed'); END;
CREATE TRIGGER document_unchanged BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'never changed'); END;
CREATE TRIGGER delivery_moves BEFORE UPDATE OF state ON delivery
    WHEN NOT (OLD.state = NEW.state OR {_ALLOWED}) BEGIN SELECT RAISE(ABORT, 'no such move'); END;
CREATE TRIGGER delivery_whose
    BEFORE UPDATE OF key, edition, revision, channel, recipient, message_id ON delivery
    BEGIN SELECT RAISE(ABORT, 'never changed'); END;
{"".join(_NEVER.format(table=table) for table in ("event", "document", "content", "delivery", "edition"))}
"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The open ledger."""

    file: Path
    line: sqlite3.Connection

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One change, whole or not at all, on the disk once it is left; others wait meanwhile."""
        self.line.execute("BEGIN IMMEDIATE")
        try:
            yield self.line
        except BaseException:
            self.line.execute("ROLLBACK")
            raise
        kp("before a commit")
        self.line.execute("COMMIT")
        kp("after a commit")

    def rows(self, question: str, *blanks: Any) -> list[sqlite3.Row]:  # noqa: ANN401 - what SQLite takes
        """The answer to a question."""
        return self.line.execute(question, blanks).fetchall()


@contextmanager
def opened(file: Path, synchronous: int | None = None) -> Iterator[Ledger]:
    """The ledger in that file, made where there is none, readable by its owner only.

    `synchronous` is for the test that has to see it fail. Raises `CannotSend` where it cannot be had as
    safe as it has to be.
    """
    line = None
    try:
        line = _connected(file)
        _made_safe(file, line, synchronous)
        _with_tables(file, line)
        yield Ledger(file, line)
    except sqlite3.OperationalError as error:
        raise CannotSend("ledger", file=file, why=error) from error
    except sqlite3.DatabaseError as error:
        if "no such move" in str(error) or "never" in str(error):
            raise
        raise CannotSend("ledger_damaged", file=file, why=error) from error
    finally:
        if line is not None:
            line.close()


def _connected(file: Path) -> sqlite3.Connection:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise CannotSend("ledger", file=file, why=error.strerror or error) from error
    line = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    line.row_factory = sqlite3.Row
    return line


def _made_safe(file: Path, line: sqlite3.Connection, synchronous: int | None) -> None:
    """Have SQLite write as it has to for that drive.

    Raises `CannotSend` where it does not answer what was asked.
    """
    journal, sync = ("delete", EXTRA) if drives.is_shared(file.parent) else ("wal", FULL)
    sync = sync if synchronous is None else synchronous
    line.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    answered = line.execute(f"PRAGMA journal_mode = {journal}").fetchone()[0]
    line.execute(f"PRAGMA synchronous = {sync}")
    line.execute("PRAGMA fullfsync = 1")  # on macOS a plain sync leaves it in the disk's own memory
    held = line.execute("PRAGMA synchronous").fetchone()[0]
    if (answered, held) != (journal, sync):
        raise CannotSend("ledger_unsafe", file=file, asked=f"{journal}, {sync}", got=f"{answered}, {held}")


def _with_tables(file: Path, line: sqlite3.Connection) -> None:
    """See that the tables are there.

    Raises `CannotSend` where a newer version of this software made them.
    """
    version = line.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        with suppress(sqlite3.OperationalError):  # another process has just made them
            line.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        if line.in_transaction:
            line.execute("ROLLBACK")
        version = line.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise CannotSend("ledger_newer", file=file)


def instant(when: datetime) -> str:
    """An instant as the ledger has it: in UTC, to the microsecond, so that letters sort as time does."""
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
