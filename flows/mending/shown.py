"""What stands in a cell, as a page shows it: as typed, with signs for characters that nobody sees."""

from __future__ import annotations

import re

from flows.workbook.text import CONTROLS, DIRECTIONS, INVISIBLE, NONCHARACTERS

LONGEST = 600  # letters of one cell; the cell has them all
UNSEEN = re.compile(f"[{CONTROLS}{NONCHARACTERS}{INVISIBLE}{DIRECTIONS}\ud800-\udfff]")
"""Without line breaks and tabs, and without the joiners that shape emoji and Persian words."""

VARIATIONS = re.compile("[\ufe00-\ufe0f]")  # of emoji and old letters: they say how a sign looks, no more


def words(typed: str) -> str:
    """The words, each unseen character as its number in brackets: "[U+202E]"."""
    return UNSEEN.sub(_named, VARIATIONS.sub("", typed))


def content(typed: str) -> str | None:
    """The content of a cell, its beginning at least; None where nothing stands there, or only blanks."""
    told = words(typed if len(typed) <= LONGEST else typed[:LONGEST] + " […]")
    return told if told.strip() else None


def _named(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
