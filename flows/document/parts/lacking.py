"""What the workbook does not have, and which section is therefore empty (model 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.wording.words import WORDS

if TYPE_CHECKING:
    from flows.document.lens import Lens


def sentences(lens: Lens) -> tuple[str, ...]:
    """One sentence naming everything that is missing and what it would unlock; none if complete."""
    absent = set(lens.findings.record.absent)
    missing = [name for name in WORDS["absent"] if _first(name, absent)]
    parts = [f"{lens.word('absent', name)} ({lens.word('unlocks', name)})" for name in missing]
    return (lens.say("lacks", columns=lens.joined(parts)),) if parts else ()


def cause(lens: Lens, column: str) -> str:
    """What is missing where a column is: the column, or the sheet it would stand in."""
    sheet = column.partition(".")[0]
    return lens.word("absent", sheet if sheet in lens.findings.record.absent else column)


def _first(name: str, absent: set[str]) -> bool:
    """True for what is missing by itself: a column of a missing sheet goes without saying."""
    sheet, _, column = name.partition(".")
    return name in absent and not (column and sheet in absent)
