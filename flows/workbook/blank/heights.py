"""How high a row has to be for the words in it: LibreOffice and Google Sheets do not look by themselves."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = 15.5  # points
ROOM = 1.1  # letters that a line of prose holds for each character of its column's width
MOST = 12  # lines shown of one row; the rest of a long cell is read in the cell
BORDERS = 2


def lines(words: str, width: float) -> int:
    """How many lines the words take in a column so many characters wide."""
    return sum(max(1, ceil(len(line) / (width * ROOM))) for line in words.splitlines()) or 1


def row(cells: Iterable[tuple[str, float]], most: int = MOST) -> float:
    """The height of a row of cells, each with its words and its column's width, in points."""
    return min(most, max((lines(words, width) for words, width in cells), default=1)) * LINE + BORDERS
