"""A book with all of its rows on one sheet, told apart by its first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook import tabs
from flows.workbook.schema import COUNTED_SHEETS
from flows.workbook.single.kinds import NAMED
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.books import Book, Rows


def flattened(
    book: Book,
    kinds: Mapping[int, str] | None = None,
    cells: Mapping[tuple[int, str], object] | None = None,
    tab: str = "Follow_up",
    header: str = "row kind",
) -> Book:
    """The counted sheets one below the other on that tab, each header once, the other tabs as they are.

    `kinds` replaces what the first column says of a row, and empties its id; `cells` what stands under a
    header; by row as Excel counts.
    """
    sheets = {name: rows for name, rows in book.items() if _model(name) in COUNTED_SHEETS}
    headers: list[object] = [header]
    for rows in sheets.values():
        headers += [each for each in rows[0] if each not in headers]
    flat: Rows = [headers]
    for name, rows in sheets.items():
        for row in rows[1:]:
            there = dict(zip(rows[0], row, strict=True))
            said = NAMED[_model(name)][header != "row kind"]
            flat.append([said, *(there.get(each) for each in headers[1:])])
    for number, kind in (kinds or {}).items():
        flat[number - 1][:2] = [kind, None]
    for (number, under), value in (cells or {}).items():
        flat[number - 1][headers.index(under)] = value
    return {tab: flat, **{name: rows for name, rows in book.items() if name not in sheets}}


def _model(tab: str) -> str:
    sheet = tabs.KEYS.get(key(tab))
    return sheet.name if sheet else ""
