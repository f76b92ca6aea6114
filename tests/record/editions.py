"""Editions of typed rows, kept and read back as on disk, and what changed between two of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.edition import snapshot
from flows.record import as_json, changes
from flows.record.findings import compute
from tests.record.rows import book

if TYPE_CHECKING:
    from flows.record.editions import Change, Changes, Snapshot
    from flows.record.facts import Record
    from tests.record.rows import Cell


def kept(record: Record, as_of: str, previous: Snapshot | None = None) -> Snapshot:
    """The edition of that day, as its record.json tells it."""
    found = compute(record, as_of=date.fromisoformat(as_of), previous=previous)
    return snapshot.of_text(as_json.canonical(found), as_of, 1)


def edition(*rows: Cell, as_of: str, **cells: Cell) -> Snapshot:
    return kept(book(*rows, **cells), as_of)


def since(before: Snapshot, *rows: Cell, as_of: str = "2021-06-15", **cells: Cell) -> Changes:
    """What changed from that edition to one of these rows."""
    return changes.compare(before, kept(book(*rows, **cells), as_of, before))


def told(found: Changes) -> list[tuple[str, str, str]]:
    """Each change by its heading, its id and what changed."""
    return [(one.heading, one.id, one.what) for one in found.changes]


def only(found: Changes) -> Change:
    """The one change there is."""
    (one,) = found.changes
    return one
