"""How far a sheet goes on, found out while its rows come by in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.listing import last_before_gap
from flows.workbook.reading.places import address

if TYPE_CHECKING:
    from flows.workbook.reading.limits import Limits
    from flows.workbook.reading.places import Place


class Reach:
    """The last row before a gap, and where the first cell of each column stands."""

    def __init__(self, limits: Limits) -> None:
        """Nothing has come by yet."""
        self.limits = limits
        self.bottom = 0
        self.stopped: Place | None = None  # the first cell past the gap
        self.first: dict[int, int] = {}  # by column, the first row that has a cell in it

    def is_far(self, row: int) -> bool:
        """Whether that row lies past a gap."""
        return self.stopped is not None or row - self.bottom > self.limits.blank_rows

    def takes(self, row: int, column: int) -> bool:
        """Whether that cell, the next in order, stands before any gap of rows."""
        if self.is_far(row):
            self.stopped = self.stopped or (row, column)
            return False
        self.first.setdefault(column, row)
        return True

    def right(self) -> int:
        """The last column before a gap."""
        return last_before_gap(set(self.first), self.limits.blank_columns)

    def beyond(self) -> str | None:
        """The address of the first cell that is not read, by row and column."""
        right = self.right()
        outside = [(row, column) for column, row in self.first.items() if column > right]
        first = min([*outside, *([self.stopped] if self.stopped else [])], default=None)
        return address(*first) if first else None
