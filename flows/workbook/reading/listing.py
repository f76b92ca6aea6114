"""A sheet's cells in reading order, up to where reading stops, as plain values that can be sent on."""

from collections.abc import Collection
from typing import Protocol

from flows.workbook.reading.gathered import Found
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.places import Place, address

EPOCH = 719_163  # 1 January 1970, counted as Python counts days
Row = tuple[object, ...]


class Contents(Protocol):
    """A sheet's cells and what the sheet says about them."""

    cells: dict[Place, Found]
    hidden_rows: set[int]
    filtered: bool

    @property
    def hidden_columns(self) -> Collection[int]:
        """Those out of sight."""


def listed(contents: Contents, limits: Limits) -> tuple[list[Row], str | None]:
    """One row per cell, by row and column, and the address of the first value left unread, if any.

    Each row holds the row, column, address, kind, text, number, day (since 1970), link, struck, live, hidden
    and filtered, in the order of `Book.cells`.
    """
    places = sorted(contents.cells)
    bottom = last_before_gap({row for row, _ in places}, limits.blank_rows)
    right = last_before_gap({column for row, column in places if row <= bottom}, limits.blank_columns)
    beyond = next((address(*place) for place in places if place[0] > bottom or place[1] > right), None)
    near = [place for place in places if place[0] <= bottom and place[1] <= right]
    return [_row(contents, place) for place in near], beyond


def last_before_gap(used: set[int], gap: int) -> int:
    """The last of the numbers before more than that many are missing."""
    last = 0
    for number in sorted(used):
        if number - last > gap:
            break
        last = number
    return last


def _row(contents: Contents, place: Place) -> Row:
    (kind, text, number, day), struck, live, link = contents.cells[place]
    row_hidden = place[0] in contents.hidden_rows
    hidden = row_hidden or place[1] in contents.hidden_columns
    days = None if day is None else day.toordinal() - EPOCH
    state = (link, struck, live, hidden, row_hidden and contents.filtered)
    return (*place, address(*place), kind, text, number, days, *state)
