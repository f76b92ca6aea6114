"""`trace.json`: of each printed passage its cells, sources and pages; of each cell the pages it comes to.

A language has three parts. `passages`, in reading order, name the cells they print or are worked out from,
and the whole columns that decide which rows stand there. `printed` turns that round: from a cell to the pages
of the passages that name it. `cells` goes on to every page that may read otherwise once the cell does:
a row comes, goes or moves, a sum changes, the edition becomes a draft, what stands below is pushed on. Blank
cells and headers are there too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache, reduce
from itertools import groupby
from operator import or_
from typing import TYPE_CHECKING, Any

from flows.document.tracing.cells import Cells
from flows.document.tracing.reach import empty, numbers, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.document.tracing.cells import Cell, Column
    from flows.document.tracing.passages import Passage
    from flows.document.tracing.reach import Reach
    from flows.record.facts import Grid
    from flows.record.results import Findings

NAME = "trace.json"


def of_language(findings: Findings, grids: Iterable[Grid], language: str, passages: Iterable[Passage]) -> str:
    """The trace of one language, as it stands in the file."""
    return _json(_language(Cells(findings, grids), language, passages), depth=2)


def trace(languages: Mapping[str, str]) -> bytes:
    """The file with the traces of these languages: sorted keys, UTF-8, an entry a line."""
    told = {language: _Json(traced) for language, traced in languages.items()}
    return (_json({"languages": told}) + "\n").encode()


def _language(cells: Cells, language: str, laid_out: Iterable[Passage]) -> dict[str, Any]:
    """The trace of one language."""
    passages = tuple(laid_out)
    entries: list[dict[str, Any]] = []
    printed: defaultdict[str, int] = defaultdict(int)
    reach = empty(passages)
    for number, passage in enumerate(passages, 1):
        found = cells.of(passage, language)
        reach.take(cells, passage, found | cells.needed(passage, language))
        entries.append(_entry(cells, f"{language}-{number:04}", passage, found))
        pages = together(passage.pages)
        for address in entries[-1]["cells"]:
            printed[address] |= pages
    return {
        "cells": dict(_pages(cells, reach)),
        "passages": entries,
        "printed": {address: _listed(pages) for address, pages in printed.items()},
    }


def _entry(cells: Cells, name: str, passage: Passage, found: frozenset[Cell]) -> dict[str, Any]:
    """One passage; of its cells those that hold something, since a blank one prints nothing."""
    held = (cell for cell in found if (cell[1], cell[2]) in cells.grids[cell[0]].filled)
    return {
        "cells": [_address(cells, cell) for cell in sorted(held, key=lambda cell: _place(cells, cell))],
        "id": name,
        "kind": passage.kind,
        "pages": list(passage.pages),
        "ranges": list(_ranges(cells, cells.whole(passage.kind))),
        "rows": cells.named(passage),
        "sources": cells.sources(passage),
    }


class _Json(str):
    """What is JSON already."""

    __slots__ = ()


@cache
def _listed(pages: int) -> _Json:
    """The numbers of these pages; many cells have the same."""
    return _Json(json.dumps(numbers(pages), separators=(",", ":")))


def _pages(cells: Cells, reach: Reach) -> Iterator[tuple[str, _Json]]:
    """Every cell of the rows with content, blank ones too, and each header with the pages of its column."""
    for label, grid in cells.grids.items():
        for column, letters in grid.columns:
            pages = {row: reach.of((label, row, column)) for row in grid.rows}
            yield f"{label}!{letters}{grid.header}", _listed(reduce(or_, pages.values(), 0))
            for row, on in pages.items():
                yield f"{label}!{letters}{row}", _listed(on)


def _address(cells: Cells, cell: Cell) -> str:
    label, row, column = cell
    return f"{label}!{cells.columns[label][column]}{row}"


def _place(cells: Cells, cell: Cell) -> tuple[int, int, int]:
    """The order a reader of the workbook meets its cells in."""
    label, row, column = cell
    return list(cells.grids).index(label), row, _number(cells.columns[label][column])


def _ranges(cells: Cells, columns: frozenset[Column]) -> Iterator[str]:
    """Whole columns as Excel writes them, neighbours together: "Announcements!B2:D88"."""
    for label, grid in cells.grids.items():
        numbers = sorted(
            (_number(letters), letters) for name, letters in grid.columns if (label, name) in columns
        )
        if not grid.rows:
            continue
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1][0] - pair[0]):
            letters = [name for _, (_, name) in run]
            yield f"{label}!{letters[0]}{grid.rows[0]}:{letters[-1]}{grid.rows[-1]}"


def _number(letters: str) -> int:
    """The column's number from 1: 3 for "C", 28 for "AB"."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _json(value: Any, depth: int = 4) -> str:  # noqa: ANN401 - what json takes
    """JSON with sorted keys, opened so deep that each passage and each cell has a line of its own."""
    if isinstance(value, _Json):
        return value
    if not depth or not value:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if isinstance(value, dict):
        entries = [
            f"{json.dumps(key, ensure_ascii=False)}: {_json(value[key], depth - 1)}" for key in sorted(value)
        ]
        return "{\n" + ",\n".join(entries) + "\n}"
    return "[\n" + ",\n".join(_json(one, depth - 1) for one in value) + "\n]"
