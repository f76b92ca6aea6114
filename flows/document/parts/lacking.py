"""What the workbook does not have, and which section is therefore empty (model 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.wording.words import WORDS

SCOPE = tuple(f"announcements.{name}" for name in ("users", "activity", "technology", "territory"))
"""The columns that say how far a commitment goes (model 1.2c)."""

if TYPE_CHECKING:
    from flows.document.lens import Lens


def sentences(lens: Lens) -> tuple[str, ...]:
    """One sentence naming everything that is missing and what it would unlock; none if complete."""
    unlocking: dict[str, list[str]] = {}
    for name in _missing(set(lens.findings.record.absent)):
        unlocking.setdefault(lens.word("unlocks", name), []).append(lens.word("absent", name))
    parts = [f"{lens.joined(columns)} ({given})" for given, columns in unlocking.items()]
    return (lens.say("lacks", columns=lens.joined(parts)),) if parts else ()


def _missing(absent: set[str]) -> list[str]:
    """What is missing by itself, in the order it is told in; the scope's columns as one where all are."""
    told = [name for name in WORDS["absent"] if name == "scope" or _first(name, absent)]
    whole = [name for name in told if name in SCOPE] == list(SCOPE)
    return [name for name in told if name not in (SCOPE if whole else {"scope"})]


def cause(lens: Lens, column: str) -> str:
    """What is missing where a column is: the column, or the sheet it would stand in."""
    sheet = column.partition(".")[0]
    return lens.word("absent", sheet if sheet in lens.findings.record.absent else column)


def _first(name: str, absent: set[str]) -> bool:
    """True for what is missing by itself: a column of a missing sheet goes without saying."""
    sheet, _, column = name.partition(".")
    return name in absent and not (column and sheet in absent)
