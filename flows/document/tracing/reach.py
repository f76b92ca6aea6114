"""How far each cell reaches: every page that may read otherwise once the cell does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.tracing.cells import Cell, Cells, Column
    from flows.document.tracing.passages import Passage

Pages = int
"""A set of pages, each the bit of its number: thousands of cells reach hundreds of pages."""
STILL = frozenset({"furniture", "places", "trail", "workbook", "settings"})
"""Kinds that take as much room whatever a row says."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The pages of passages by the cells, and by the whole columns, they rest on."""

    last: int
    contents: int  # from its page on one thing follows the other: more words move all that stands below
    by_cell: defaultdict[Cell, Pages] = field(default_factory=lambda: defaultdict(int))
    by_column: defaultdict[Column, Pages] = field(default_factory=lambda: defaultdict(int))

    def take(self, cells: Cells, passage: Passage, found: Iterable[Cell]) -> None:
        """Count the passage in, with the cells it rests on; and the pages after it, which it may move."""
        pages = together(passage.pages)
        flowing = [page for page in passage.pages if page >= self.contents]
        if flowing and passage.kind not in STILL:
            pages |= (1 << self.last + 1) - (1 << min(flowing))
        for cell in found:
            self.by_cell[cell] |= pages
        for column in cells.whole(passage.kind):
            self.by_column[column] |= pages

    def of(self, cell: Cell) -> Pages:
        """The cell's pages."""
        return self.by_cell.get(cell, 0) | self.by_column.get((cell[0], cell[2]), 0)


def together(numbers: Iterable[int]) -> Pages:
    """The pages of these numbers."""
    pages = 0
    for number in numbers:
        pages |= 1 << number
    return pages


@cache
def numbers(pages: Pages) -> tuple[int, ...]:
    """The numbers of these pages, in order."""
    return tuple(number for number in range(pages.bit_length()) if pages >> number & 1)


def empty(passages: Iterable[Passage]) -> Reach:
    """None counted in yet, of these pages; without contents, in the core extent, nothing flows."""
    listed = tuple(passages)
    last = max((page for one in listed for page in one.pages), default=0)
    contents = (one.pages[0] for one in listed if one.kind == "places")
    return Reach(last, next(contents, last))
