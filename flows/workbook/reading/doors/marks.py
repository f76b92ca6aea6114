"""What the second reader does not tell of a sheet, found in the file's own records."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.workbook.reading.spans import Hidden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.reading.places import Place

ERRORS = {  # Excel's own numbers for them
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

Range = tuple[int, int, int, int]
"""First and last row, first and last column, from 1."""


@dataclass
class Marks:
    """The marks of one sheet, rows and columns counted from 1."""

    hidden: bool = False  # the sheet as a whole
    hidden_rows: set[int] = field(default_factory=set)
    hidden_spans: Hidden = field(default_factory=Hidden)
    filtered: bool = False  # a filter hides rows
    struck: set[Place] = field(default_factory=set)  # cells struck through as a whole
    errors: dict[Place, str] = field(default_factory=dict)
    linked: list[tuple[Range, str]] = field(default_factory=list)
    merged: dict[int, list[tuple[int, int, bool]]] = field(default_factory=dict)  # by row, in order

    def merge(self, within: Range) -> None:
        """Remember a range of merged cells, of which only the first has a value."""
        top, bottom, left, right = within
        for row in range(top, bottom + 1):
            insort(self.merged.setdefault(row, []), (left, right, row == top))

    def link(self, within: Range, target: str) -> None:
        """Remember where the cells of a range lead."""
        self.linked.append((within, target))

    def linked_from(self, places: Iterable[Place]) -> dict[Place, str]:
        """Where each of these cells leads, those that lead nowhere left out; of two links the last holds."""
        single = {
            within[::2]: to for within, to in self.linked if within[0] == within[1] and within[2] == within[3]
        }
        wide = [each for each in self.linked if each[0][0] != each[0][1] or each[0][2] != each[0][3]]
        found: dict[Place, str] = {}
        for row, column in places:
            for (top, bottom, left, right), target in wide:
                if top <= row <= bottom and left <= column <= right:
                    found[row, column] = target
            if (row, column) in single:
                found[row, column] = single[row, column]
        return found

    def covers(self, place: Place) -> bool:
        """Whether the cell lies under another that it is merged with."""
        row, column = place
        spans = self.merged.get(row)
        if not spans:
            return False
        at = bisect_right(spans, (column, 1 << 20, True)) - 1
        if at < 0 or column > spans[at][1]:
            return False
        left, _, first = spans[at]
        return not (first and column == left)
