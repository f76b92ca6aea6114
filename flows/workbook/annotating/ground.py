"""What has to be known of a sheet before a note is put on it: merged cells, widths, heights, first cells."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from flows.workbook.annotating.document import below, child
from flows.workbook.reading.places import LAST_COLUMN, Place, corners, position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.annotating.document import Document

ROW = re.compile(rb"<(?:[\w.-]+:)?row\b([^>]*)>")
FIRST_CELL = re.compile(rb"\s*(?:<(?:[\w.-]+:)?c\b(?:[^>]*)/>\s*)*<(?:[\w.-]+:)?c\b([^>]*)>")
NUMBER = re.compile(rb"\br\s*=\s*[\"']([A-Z]*[0-9]+)[\"']")
HEIGHT = re.compile(rb"\bht\s*=\s*[\"']([0-9.]+)[\"']")
HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
POINTS, PIXELS = 72, 96  # to the inch, on a screen
LETTER = 7  # pixels of a digit, in which widths are counted
WIDTH, HEIGHT_OF_ROW = 8.43, 15.0  # where a sheet does not say


class Ground:
    """One sheet, as a note finds it."""

    def __init__(self, document: Document) -> None:
        """Look at the sheet when asked."""
        self.document = document
        self.root = document.root

    @cached_property
    def merged(self) -> dict[Place, Place]:
        """Each cell within a merged one, with the cell that stands for it."""
        found: dict[Place, Place] = {}
        for merge in below(self.root, "mergeCell"):
            ends = corners(merge.attributes.get("ref", ""))
            if ends is not None:
                (top, left), (bottom, right) = ends
                every = product(range(top, bottom + 1), range(left, right + 1))
                found |= dict.fromkeys(every, (top, left))
        return found

    def firsts(self, rows: Iterable[int]) -> dict[int, Place]:
        """Of each of these rows the first cell that holds something, or else the one in column A."""
        found = {row: (row, 1) for row in rows}
        wanted = set(found)
        for row, after, _ in self._rows() if wanted else ():
            if row in wanted:
                cell = FIRST_CELL.match(self.document.text, after)
                named = NUMBER.search(cell[1]) if cell else None
                place = position(named[1].decode()) if named else None
                found[row] = place or (row, 1)
        return found

    @cached_property
    def heights(self) -> dict[int, int]:
        """The rows whose height is given, in pixels."""
        found: dict[int, int] = {}
        for row, _, about in self._rows():
            height = HEIGHT.search(about)
            if HIDDEN.search(about):
                found[row] = 0
            elif height:
                found[row] = _pixels(float(height[1]))
        return found

    @cached_property
    def height(self) -> int:
        """Of any other row, in pixels."""
        about = child(self.root, "sheetFormatPr")
        return _pixels(_number(about.attributes.get("defaultRowHeight") if about else None, HEIGHT_OF_ROW))

    @cached_property
    def widths(self) -> dict[int, int]:
        """The columns whose width is given, in pixels."""
        found: dict[int, int] = {}
        for column in below(self.root, "col"):
            told = column.attributes
            hidden = told.get("hidden") in ("1", "true")
            width = 0 if hidden else round(_number(told.get("width"), WIDTH) * LETTER)
            first, last = int(_number(told.get("min"), 1)), int(_number(told.get("max"), 1))
            found |= dict.fromkeys(range(first, min(last, LAST_COLUMN) + 1), width)
        return found

    @cached_property
    def width(self) -> int:
        """Of any other column, in pixels."""
        about = child(self.root, "sheetFormatPr")
        return round(_number(about.attributes.get("defaultColWidth") if about else None, WIDTH) * LETTER) or 1

    def _rows(self) -> Iterable[tuple[int, int, bytes]]:
        """Each row's number, where its cells begin, and what its tag says."""
        data = child(self.root, "sheetData")
        row = 0
        for found in ROW.finditer(self.document.text, data.inner, data.close) if data else ():
            number = NUMBER.search(found[1])
            row = int(number[1]) if number and number[1].isdigit() else row + 1
            yield row, found.end(), found[1]


def _pixels(points: float) -> int:
    return round(points * PIXELS / POINTS)


def _number(told: str | None, otherwise: float) -> float:
    try:
        return float(told) if told is not None else otherwise
    except ValueError:
        return otherwise
