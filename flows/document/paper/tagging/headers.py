"""Which header cells speak for which cells of a table, where their scope alone does not say it.

Where there are more headers than cells, or more than three rows of nothing but headers, checkers and screen
readers take them for the pieces of a heading cut up. There the headings of rows are cells like any other:
they come first in their row, and the columns keep their headers.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from flows.document.paper.tagging.tree import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_ROWS = 3  # of nothing but headers
Named = dict[Part, tuple[bytes | None, tuple[bytes, ...]]]


class _Cell(NamedTuple):
    part: Part
    column: int
    wide: int


def headers(document: Part, names: bytes = b"") -> Named:
    """Of each cell of a table with spans its name, of a header cell, and the names of those speaking for it.

    A header that spans the whole width speaks for the rows below it, up to the next such or the group's end.
    Each name begins with `names`.
    """
    found: Named = {}
    for table in _all(document, "Table"):
        rows = list(_all(table, "TR"))
        _tell_headers_apart(rows)
        if any({"ColSpan", "RowSpan"} & set(cell.layout) for row in rows for cell in _cells(row)):
            _spoken_for(rows, found, names)
    return found


def _tell_headers_apart(rows: list[Part]) -> None:
    """Make cells of the headings of groups, then of rows, where headers would be taken for pieces."""
    nothing_else = [row for row in rows if all(cell.kind == "TH" for cell in _cells(row))]
    if len(nothing_else) > MOST_ROWS:
        _make_cells(cell for row in nothing_else if not _in_head(row) for cell in _cells(row))
    cells = [cell for row in rows for cell in _cells(row)]
    headers = [cell for cell in cells if cell.kind == "TH"]
    if 2 * len(headers) > len(cells):
        _make_cells(cell for cell in headers if cell.layout["Scope"] == "Row")


def _make_cells(headers: Iterable[Part]) -> None:
    for cell in headers:
        cell.kind = "TD"
        del cell.layout["Scope"]


def _in_head(row: Part) -> bool:
    return row.around is not None and row.around.kind == "THead"


def _spoken_for(rows: list[Part], found: Named, names: bytes) -> None:
    above: dict[int, bytes] = {}
    group, heading = rows[0].around, b""
    for row, cells in zip(rows, _placed(rows), strict=True):
        if row.around is not group:
            group, heading = row.around, b""
        beside = b""
        for cell in cells:
            columns = range(cell.column, cell.column + cell.wide)
            over = [above[column] for column in columns if column in above]
            name = b"%bh%05d" % (names, len(found)) if cell.part.kind == "TH" else None
            speaking = (heading, beside, *over) if name is None else (heading,)
            found[cell.part] = (name, tuple(dict.fromkeys(each for each in speaking if each)))
            if name is None:
                continue
            if cell.part.layout.get("Scope") == "Row":
                beside = name
            elif _in_head(row):
                above.update(dict.fromkeys(columns, name))
            else:
                heading = name


def _placed(rows: list[Part]) -> Iterator[list[_Cell]]:
    """Each row's cells with the column they begin in, counting those that reach down from above."""
    taken: dict[int, int] = defaultdict(int)  # column -> rows still taken from above
    for row in rows:
        column, cells = 0, []
        for part in _cells(row):
            while taken[column]:
                taken[column] -= 1
                column += 1
            wide = part.layout.get("ColSpan", 1)
            cells.append(_Cell(part, column, wide))
            for each in range(column, column + wide):
                taken[each] = part.layout.get("RowSpan", 1) - 1
            column += wide
        for each in range(column, max(taken, default=0) + 1):
            taken[each] = max(0, taken[each] - 1)
        yield cells


def _cells(row: Part) -> list[Part]:
    return [kid for kid in row.kids if isinstance(kid, Part) and kid.kind in {"TH", "TD"}]


def _all(part: Part, kind: str) -> Iterator[Part]:
    """The parts of that kind in it, not those within another of them."""
    for kid in part.kids:
        if isinstance(kid, Part):
            if kid.kind == kind:
                yield kid
            else:
                yield from _all(kid, kind)
