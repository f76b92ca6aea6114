"""One sheet's cells as a reader gives them, before it is known how far the sheet goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flows.workbook.reading.places import LAST_COLUMN, LAST_ROW, Place, address
from flows.workbook.reading.refusals import Unreadable, too_many_values
from flows.workbook.reading.spans import Hidden

if TYPE_CHECKING:
    from flows.workbook.reading.limits import Limits
    from flows.workbook.reading.values import Reading


class Found(NamedTuple):
    """One cell that is not blank, before what the rest of the sheet says about it."""

    reading: Reading
    struck: str
    live: str | None
    link: str | None


@dataclass
class Gathered:
    """A sheet's cells and what the sheet says about them."""

    name: str
    hidden: bool = False  # the sheet as a whole
    cells: dict[Place, Found] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_spans: Hidden = field(default_factory=Hidden)
    filtered: bool = False  # a filter hides rows

    @cached_property
    def hidden_columns(self) -> frozenset[int]:
        """Those out of sight, once all of the sheet is gone through."""
        return self.hidden_spans.columns()


@dataclass
class Volume:
    """How much text the cells of a workbook have come to so far, and may come to."""

    most: int
    characters: int = 0

    def add(self, characters: int) -> bool:
        """Whether there was still room for so many more."""
        self.characters += characters
        return self.characters <= self.most


@dataclass
class Tally:
    """What the cells of a file have come to so far, held against the limits."""

    file: str
    limits: Limits
    values: int = 0
    characters: int = 0

    def add(self, sheet: Gathered, place: Place, found: Found) -> None:
        """Keep the cell on its sheet.

        Raises `Unreadable` for one too far away, and for one too many of them or of their letters.
        """
        self.reach(sheet.name, place)
        self.room(1)
        self.values += 1
        self.characters += len(found.reading.text)
        if self.characters > self.limits.characters:
            raise Unreadable("too_much_text", self.file, f"{sheet.name}!{address(*place)}")
        sheet.cells[place] = found

    def room(self, number: int) -> None:
        """Raises `Unreadable` where so many more cells are too many."""
        if self.values + number > self.limits.values:
            raise too_many_values(self.file, self.limits.values)

    def reach(self, sheet: str, place: Place) -> None:
        """Raises `Unreadable` for a place no team's table comes to."""
        row, column = place
        if row > LAST_ROW or column > LAST_COLUMN:
            raise Unreadable("bad_address", self.file, f"{sheet}!{row}, {column}")
        if row > self.limits.last_row or column > self.limits.last_column:
            raise Unreadable("far_value", self.file, f"{sheet}!{address(row, column)}")
