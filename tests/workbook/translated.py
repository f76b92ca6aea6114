"""A book of the tests in French: tabs, headers and list values, all else as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook import headers, tabs
from flows.workbook.schema import LISTS, SHEETS
from flows.workbook.single.kinds import NAMED
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from flows.workbook.schema import Sheet
    from tests.books import Book

OTHER = {"fr": "en", "en": "fr"}


def french(book: Book) -> Book:
    """The book under French names, each value of a list by its French label."""
    renamed: Book = {}
    for tab, rows in book.items():
        name = tab if _tab(tab) in renamed else _tab(tab)
        known = tabs.KEYS.get(key(tab))
        own = known.name.capitalize() if known and name in renamed else name  # a second tab for one sheet
        renamed[own] = _rows(rows, known)
    return renamed


def renaming(touch: Callable[[Workbook], None]) -> Callable[[Workbook], None]:
    """The touch, made on a workbook in French that names its tabs in English for as long as it takes."""

    def all_of_it(workbook: Workbook) -> None:
        own = {sheet: sheet.title for sheet in workbook.worksheets}
        for sheet, title in own.items():
            known = tabs.KEYS.get(key(title))
            sheet.title = known.name.capitalize() if known else title
        touch(workbook)
        for sheet, title in own.items():
            sheet.title = title

    return all_of_it


def _tab(label: str) -> str:
    sheet = tabs.KEYS.get(key(label))
    return tabs.title(sheet, "fr") if sheet else label


def _rows(rows: list[list[object]], sheet: Sheet | None) -> list[list[object]]:
    if sheet is None and rows and "row kind" in rows[0]:
        return _flat(rows)
    if sheet is None or not rows:
        return rows
    names = [headers.names(sheet).get(key(str(each))) if each else None for each in rows[0]]
    lists = [sheet.column(name[0]).choices if name else None for name in names]
    top = [_header(each, sheet) for each in rows[0]]
    return [top, *([_value(each, lists[at]) for at, each in enumerate(row)] for row in rows[1:])]


def _flat(rows: list[list[object]]) -> list[list[object]]:
    """The rows of a tab with all kinds of them: its headers, and what says the kind."""
    told = rows[0].index("row kind")
    owners = [next((one for one in SHEETS if key(str(each)) in headers.names(one)), None) for each in rows[0]]
    top = [_header(each, one) if one else each for each, one in zip(rows[0], owners, strict=True)]
    top[told] = "nature de la ligne"
    kinds = {english: french for english, french, *_ in NAMED.values()}
    return [top, *([*row[:told], kinds.get(str(row[told]), row[told]), *row[told + 1 :]] for row in rows[1:])]


def _header(typed: object, sheet: Sheet) -> object:
    found = headers.names(sheet).get(key(str(typed))) if typed else None
    if found is None:
        return typed
    name, language = found
    french = sheet.column(name).fr.replace("_", " ").capitalize()
    if key(str(typed)) not in {key(name), key(name) + (language or "")}:
        return typed  # a further spelling, which may be what the test is about
    return f"{french}_{OTHER[language]}" if language else french


def _value(typed: object, listed: str | None) -> object:
    if listed is None or not isinstance(typed, str):
        return typed
    labels = {key(choice.code): choice.fr for choice in LISTS[listed]}
    return "; ".join(labels.get(key(part), part.strip()) for part in typed.split(";"))
