"""The edition before: found on the shelf or chosen by a person, and what changed since (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.edition import snapshot, store
from flows.record import as_json, changes, changes_json
from flows.record.plain import json_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from flows.record.editions import Changes, Snapshot
    from flows.record.findings import Findings


def before(outputs: Path, workbook: str, as_of: date) -> Snapshot | None:
    """The newest final edition of that workbook dated before the day; None where there is none.

    Raises `CannotKeep` when its record cannot be read.
    """
    folder = store.previous(outputs, store.stem(workbook), as_of)
    return snapshot.of(folder) if folder else None


def chosen(folder: Path, as_of: date) -> Snapshot:
    """The edition in a folder somebody chose as the previous one.

    Raises `CannotKeep` when it is no edition, or not of an earlier day.
    """
    return snapshot.earlier(folder, as_of)


def since(previous: Snapshot | None, findings: Findings) -> Changes | None:
    """What changed since the previous edition; None without one.

    The findings are read back from what the edition keeps, so that `onrecord diff` finds the same later.
    """
    if previous is None:
        return None
    return changes.compare(previous, snapshot.of_text(as_json.canonical(findings)))


def between(one: Path, other: Path) -> Changes:
    """What changed from one edition to another, the earlier one first whatever the order given.

    Raises `CannotKeep` when one of them is no edition.
    """
    first, last = sorted(
        (snapshot.of(one), snapshot.of(other)), key=lambda kept: (kept.as_of, kept.name or "")
    )
    return changes.compare(first, last)


def kept(found: Changes | None, findings: Findings) -> bytes:
    """The content of `changes.json`."""
    told = (
        changes_json.as_dict(found)
        if found
        else changes_json.first(snapshot.of_text(as_json.canonical(findings)))
    )
    return json_text(told).encode()
