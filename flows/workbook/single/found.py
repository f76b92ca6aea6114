"""Which tab holds rows of several kinds, where its headers are, and what each of its rows is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook import headers, tabs
from flows.workbook.headers import Header
from flows.workbook.schema import REQUIRED_SHEETS
from flows.workbook.single import kinds
from flows.workbook.single.kinds import SHEETS_IN_ORDER, verdict
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.headers import Line, Name, Top
    from flows.workbook.read import Book, SheetInfo

ROW_KIND = tuple(
    map(key, ("kind", "nature", "type", "row kind", "kind of row", "nature de la ligne", "type de ligne"))
)
IDS = tuple(map(key, ("id", "identifiant", "n°", "no", "numéro")))
ENOUGH = 4  # headers known before a tab is looked into

Texts = dict[int, dict[int, str]]
"""What stands in each row, by the column's number."""


@dataclass(frozen=True, slots=True)
class Found:
    """The tab, and what its rows are."""

    tab: str
    header: Header
    kind_column: tuple[int, str]  # the one that tells the rows apart: its number, its header as typed
    kinds: Mapping[int, str] = field(hash=False)  # what it says, by row
    rows: Mapping[int, str] = field(
        hash=False
    )  # the model's name of each row's sheet, those undecided among the first
    by_name: frozenset[int]  # the rows whose kind names their sheet, and is not their own kind
    undecided: tuple[int, ...]
    models: frozenset[str]
    blank: int  # rows without content between others


def found(book: Book) -> Found | None:
    """The one tab of that kind; None where announcements and reactions have tabs of their own."""
    visible = [info for info in book.sheets if not info.hidden]
    known = [tabs.KEYS[key(info.name)].name for info in visible if key(info.name) in tabs.KEYS]
    required = set(REQUIRED_SHEETS) & set(known)
    if required == set(REQUIRED_SHEETS):
        return None
    for info, named in _candidates(visible, taken=bool(required)):
        top = headers.tops(book.cells.filter(pl.col("sheet") == info.name)).get(info.name, {})
        header = _header(top)
        single = _looked_into(book, info.name, header, named) if header else None
        if single is not None:
            return single
    return None


def _candidates(visible: Sequence[SheetInfo], *, taken: bool) -> Iterator[tuple[SheetInfo, str | None]]:
    """The tabs that may hold rows of several kinds, each with the sheet it is named for, if any."""
    for info in visible:
        sheet = tabs.KEYS.get(key(info.name))
        if sheet is None and not taken and not tabs.ignored(info.name):
            yield info, None
        elif sheet is not None and sheet.name in REQUIRED_SHEETS:
            yield info, sheet.name


def _header(top: Top) -> Header | None:
    """The row with most headers of any sheet, where there are enough, and one says what a row is."""
    best = max(top, key=lambda row: (_known(top[row]), -row), default=None)
    if best is None or _known(top[best]) < ENOUGH:
        return None
    said = {key(headers.plain(text)) for _, text in top[best]}
    return Header(best, top[best]) if said & set(ROW_KIND) else None


def _known(line: Line) -> int:
    every = _of_any_sheet()
    return sum(headers.meaning(text, every) is not None for _, text in line)


@cache
def _of_any_sheet() -> dict[str, Name]:
    """Every header that some sheet has."""
    return {each: meant for sheet in SHEETS_IN_ORDER for each, meant in headers.names(sheet).items()}


def _looked_into(book: Book, tab: str, header: Header, named: str | None) -> Found | None:
    rows = _texts(book, tab, header.row)
    column = _telling(header, rows)
    ids = next((number for number, text in header.line if key(headers.plain(text)) in IDS), 0)
    told = {row: verdict(texts.get(column[0], ""), texts.get(ids, "")) for row, texts in rows.items()}
    models = {each.sheet for each in told.values() if each.sheet}
    others = any(each.by_name and each.certain and each.sheet != named for each in told.values())
    if len(models) < 2 or (named and not others):  # noqa: PLR2004 - one kind of row is one sheet, wherever it stands
        return None
    first = next(sheet.name for sheet in SHEETS_IN_ORDER if sheet.name in models)
    lost = [row for row, each in told.items() if each.sheet is None]
    return Found(
        tab,
        header,
        column,
        {row: texts.get(column[0], "") for row, texts in rows.items()},
        {row: each.sheet or first for row, each in told.items()},
        frozenset(row for row, each in told.items() if each.by_name),
        tuple(row for row in lost if _is_row(rows[row])),
        frozenset(models),
        max(rows, default=header.row) - header.row - len(rows),
    )


def _texts(book: Book, tab: str, top: int) -> Texts:
    cells = book.cells.filter(
        (pl.col("sheet") == tab) & (pl.col("row") > top) & (pl.col("text").str.strip_chars() != "")
    )
    rows: Texts = {}
    for row, column, text in cells.select("row", "column", "text").iter_rows():
        rows.setdefault(row, {})[column] = text
    return rows


def _telling(header: Header, rows: Texts) -> tuple[int, str]:
    """The column that says what a row is: of several, the one that names most sheets."""
    columns = [(number, text) for number, text in header.line if key(headers.plain(text)) in ROW_KIND]

    def names(column: tuple[int, str]) -> int:
        return sum(key(texts.get(column[0], "")) in kinds.SAYS for texts in rows.values())

    return max(columns, key=names)


def _is_row(texts: Mapping[int, str]) -> bool:
    """Whether it is more than a note between the rows, or a sum below them: those are told of as such."""
    first = key(texts[min(texts)])
    return len(texts) > 1 and not first.startswith(("total", "somme", "sum", "soustotal", "subtotal"))
