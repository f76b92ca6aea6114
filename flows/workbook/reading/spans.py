"""What a sheet says of whole ranges: columns out of sight, merged cells, links, none of them costing much."""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import accumulate, product

from flows.workbook.reading.places import LAST_COLUMN, Place, corners


class Hidden:
    """The columns out of sight, told span by span."""

    def __init__(self) -> None:
        """None of them yet."""
        self._steps: Counter[int] = Counter()  # how many spans more, or fewer, than the column before is in

    def add(self, first: int, last: int) -> None:
        """These columns and all between; an end beyond the sheet stands for its last column."""
        if first <= min(last, LAST_COLUMN):
            self._steps[max(first, 1)] += 1
            self._steps[min(last, LAST_COLUMN) + 1] -= 1

    def columns(self) -> frozenset[int]:
        """All of them."""
        ends = sorted(self._steps)
        spans = accumulate(self._steps[end] for end in ends)
        within = ((start, end) for start, end, count in zip(ends, ends[1:], spans, strict=False) if count)
        return frozenset(column for start, end in within for column in range(start, end))


def within(reference: str, cells: Collection[Place]) -> Iterator[Place]:
    """Those of the cells that are in the range, in no order; none for what is no range."""
    ends = corners(reference)
    if ends is None:
        return
    (top, left), (bottom, right) = ends
    if area(reference) > len(cells):
        yield from [at for at in cells if top <= at[0] <= bottom and left <= at[1] <= right]
        return
    places = product(range(top, bottom + 1), range(left, right + 1))
    yield from (at for at in places if at in cells)


def area(reference: str) -> int:
    """How many cells the range has; none where it is no range."""
    ends = corners(reference)
    if ends is None:
        return 0
    (top, left), (bottom, right) = ends
    return (bottom - top + 1) * (right - left + 1)
