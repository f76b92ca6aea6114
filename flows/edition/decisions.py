"""Who let an edition go out, or did not: a line for each step, added and never changed.

`outputs/<workbook>/decisions.jsonl`, beside the editions it is about. No address and no name of a reader
stands in it: a list of readers goes by a number and a fingerprint.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from flows.edition import manifest
from flows.edition.refusals import of_disk

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path

NAME = "decisions.jsonl"
Step = Literal["asked", "approved", "refused", "regrouped", "expired"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One step on an edition's way out: asked about, approved, refused, regrouped, or left unanswered."""

    step: Step
    at: str  # the instant in UTC, ISO 8601
    run: str  # of Prefect's, by its id
    edition: str  # its folder's name: "2020-06-15-01"
    manifest: str  # SHA-256 of the manifest, and so of every file of the edition
    group: str  # of readers; "" for everyone
    people: int  # how many readers the list had
    readers: str  # the list's fingerprint
    round: int  # how often the run had asked by then
    stated_name: str = ""  # typed by whoever decided; nobody checked it
    reason: str = ""


def fingerprint(edition: Path) -> str:
    """What an edition is recognised by: the SHA-256 of its manifest.

    Raises `CannotKeep` where it cannot be read.
    """
    try:
        return manifest.fingerprint((edition / manifest.NAME).read_bytes())
    except OSError as error:
        raise of_disk(error, str(edition)) from error


def add(shelf: Path, decision: Decision) -> None:
    """Write one step to the end of the shelf's list, and wait until it is on the disk.

    Raises `CannotKeep` when the disk refuses.
    """
    line = json.dumps(asdict(decision), ensure_ascii=False, sort_keys=True) + "\n"
    try:
        with (shelf / NAME).open("a+b", buffering=0) as file:
            whole = file.tell() == 0 or _last(file) == b"\n"
            file.write((line if whole else "\n" + line).encode())  # in one piece: two at once do not mix
            os.fsync(file.fileno())
    except OSError as error:
        raise of_disk(error, str(shelf)) from error


def _last(file: FileIO) -> bytes:
    """Its last byte: no line's end where a crash cut a line off."""
    file.seek(-1, os.SEEK_END)
    return file.read(1)


def of(shelf: Path, run: str) -> tuple[Decision, ...]:
    """The steps of one run, in their order; a line cut off by a crash counts for nothing."""
    return tuple(decision for decision in every(shelf) if decision.run == run)


def every(shelf: Path) -> tuple[Decision, ...]:
    """All steps of a shelf, in their order."""
    try:
        lines = (shelf / NAME).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    return tuple(decision for line in lines if (decision := _read(line)))


def _read(line: str) -> Decision | None:
    try:
        return Decision(**json.loads(line))
    except (ValueError, TypeError):
        return None
