"""What a sheet says of its cells beside them: which are merged into others, and where links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flows.workbook.reading.places import corners

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.reading.batches import Batch


class Link(NamedTuple):
    """Where the cells of a range lead; of two for one cell the later in the file counts."""

    top: int
    order: int
    bottom: int
    left: int
    right: int
    target: str


class Overlay:
    """The merged cells and the links of a sheet, looked up row by row from the first to the last."""

    def __init__(self, merges: Iterable[str], links: Iterable[tuple[str, str]], most: int) -> None:
        """Ready for the first row; links give nothing more once they have reached so many cells."""
        self.covered: dict[int, set[int]] = {}  # by row, the columns merged into another cell
        self.filled: set[str] = set()  # the merged areas whose first cell has come by with a value
        self._firsts: dict[int, list[tuple[int, str]]] = {}  # by row, their first columns
        for reference in merges:
            self._cover(reference)
        self._left = most
        self._coming = sorted(_links(links), reverse=True)  # the one that begins next stands last
        self._here: list[Link] = []

    def _cover(self, reference: str) -> None:
        ends = corners(reference)
        if ends is None:
            return
        (top, left), (bottom, right) = ends
        if ends[0] != ends[1]:
            self._firsts.setdefault(top, []).append((left, reference))
        for row in range(top, bottom + 1):
            self.covered.setdefault(row, set()).update(range(left + (row == top), right + 1))

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell is merged into another."""
        return column in self.covered.get(row, ())

    def fill(self, row: int, columns: Iterable[int]) -> None:
        """Remember which merged areas begin at one of these cells, which have a value."""
        if row in self._firsts:
            there = set(columns)
            self.filled.update(reference for left, reference in self._firsts[row] if left in there)

    def link(self, row: int, batch: Batch, before: int) -> None:
        """Give the cells of that row, those of the batch from `before` on, their links."""
        if self._left < 0 or not (self._coming or self._here):
            return
        while self._coming and self._coming[-1].top <= row:
            self._here.append(self._coming.pop())
        self._here = [link for link in self._here if link.bottom >= row]
        standing = {column: before + at for at, column in enumerate(batch.columns[before:])}
        for link in sorted(self._here, key=lambda each: each.order):
            self._left -= min(link.right - link.left + 1, len(standing))
            batch.rare["link"].update(dict.fromkeys(_reached(link, standing), link.target))


def _links(told: Iterable[tuple[str, str]]) -> Iterable[Link]:
    for order, (reference, target) in enumerate(told):
        ends = corners(reference)
        if ends is not None:
            (top, left), (bottom, right) = ends
            yield Link(top, order, bottom, left, right, target)


def _reached(link: Link, standing: dict[int, int]) -> list[int]:
    """The places among the batch of the row's cells in the range, whichever is less to go through."""
    if link.right - link.left < len(standing):
        columns = range(link.left, link.right + 1)
        return [standing[column] for column in columns if column in standing]
    return [at for column, at in standing.items() if link.left <= column <= link.right]
