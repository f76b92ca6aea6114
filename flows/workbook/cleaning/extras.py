"""Columns of the team's own that it wants printed: which of its sheets have them, and which may not be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from flows.workbook import headers
from flows.workbook.cleaning.lines import Value
from flows.workbook.cleaning.settings import Settings, settings
from flows.workbook.cleaning.visible import Visible, visible
from flows.workbook.complaints import words
from flows.workbook.nearest import nearest
from flows.workbook.schema import SHEETS
from flows.workbook.schema.letters import NEVER_PRINTED
from flows.workbook.schema.settings import PRINTED_SHEETS
from flows.workbook.tables import EXTRA, Layout
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.cleaning.lines import Line
    from flows.workbook.cleaning.looks import Draws
    from flows.workbook.problems import Cell, Problem
    from flows.workbook.read import Book
    from flows.workbook.tables import Table

UNPRINTED = frozenset({*NEVER_PRINTED, "entered_on", "checked_on", "retired"})
"""Columns the model keeps to the team."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook with the columns its settings ask for, what counts of its cells, and the settings."""

    layout: Layout
    seen: Visible
    settings: Settings


def opened(book: Book, layout: Layout, draws: Draws | None) -> Opened:
    """The workbook read by its settings; without columns of the team's own, read once."""
    seen = visible(book, layout)
    chosen = settings(seen, layout, book.folder, draws, asked=partial(asked, layout))
    wide = _widened(layout, dict(chosen.pairs).get("extra_columns", ""))
    return Opened(wide, seen if wide is layout else visible(book, wide), chosen)


def asked(layout: Layout, line: Line) -> Value:
    """The columns a setting asks for, as "announcements: Internal ref"; and those that cannot be printed."""
    found: list[str] = []
    told: list[Problem] = []
    for entry in filter(None, map(tidy, re.split(r"[;\n]+", line.value))):
        name, _, header = (part.strip() for part in entry.partition(":"))
        table = _table(layout, name)
        problem = _refused(table, header, entry, layout, line)
        if problem is None and table is not None:
            found.append(f"{table.sheet.name}: {header}")
        elif problem is not None:
            told.append(problem)
    return Value("; ".join(dict.fromkeys(found)) or None, tuple(told))


def _table(layout: Layout, typed: str) -> Table | None:
    """The sheet of that name in either language, or of the tab's own."""
    for sheet in SHEETS:
        table = layout.table(sheet.name)
        if table and sheet.name in PRINTED_SHEETS:
            names = (sheet.name, sheet.fr, *sheet.also, table.label)
            if key(typed) in map(key, names):
                return table
    return None


def _refused(table: Table | None, header: str, entry: str, layout: Layout, line: Line) -> Problem | None:
    """Why that column cannot be printed; None where it can."""
    language = line.table.language
    named = words.clip(entry)
    if table is None or not header:
        may = [sheet for sheet in SHEETS if sheet.name in PRINTED_SHEETS]
        sheets = [sheet.fr if language == "fr" else sheet.name for sheet in may]
        return line.told("extra_of_no_sheet", entry=named, sheets=words.either(sheets, language))
    known = headers.names(table.sheet).get(key(header))
    if known:
        return line.told("extra_unprinted" if known[0] in UNPRINTED else "extra_printed", entry=named)
    strangers = {key(cell.header or ""): cell.header or "" for cell in _strangers(table, layout)}
    if key(header) in strangers:
        return None
    meant = nearest(key(header), strangers)
    guess = words.guess(strangers[meant] if meant else None, language)
    return line.told("extra_not_there", entry=named, tab=table.label, guess=guess)


def _strangers(table: Table, layout: Layout) -> Iterator[Cell]:
    """The header cells of a sheet's columns that the model does not know."""
    return (cell for cell in layout.unknown_columns if cell.sheet == table.label)


def _widened(layout: Layout, chosen: str) -> Layout:
    """The layout with those columns among the ones that are read."""
    if not chosen:
        return layout
    named = [entry.partition(": ")[::2] for entry in chosen.split("; ")]
    tables = tuple(
        replace(table, columns={**table.columns, **_columns(table, layout, named)}) for table in layout.tables
    )
    return replace(layout, tables=tables)


def _columns(table: Table, layout: Layout, named: list[tuple[str, str]]) -> dict[str, tuple[int, str]]:
    wanted = [key(header) for sheet, header in named if sheet == table.sheet.name]
    there = [cell for cell in _strangers(table, layout) if key(cell.header or "") in wanted]
    ordered = sorted(there, key=lambda cell: wanted.index(key(cell.header or "")))
    return {f"{EXTRA}{cell.header}": (cell.column or 0, cell.header or "") for cell in ordered}
