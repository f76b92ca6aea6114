"""Where the tables are: which tab is which sheet, where its headers stand, which column is which."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from flows.workbook import headers, tabs
from flows.workbook.complaints import problem, remedies
from flows.workbook.problems import Cell, Problem, at
from flows.workbook.readings import NOTHING
from flows.workbook.schema import COUNTED_SHEETS, KEPT_IN, SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.record.facts import Origin
    from flows.workbook.headers import Header
    from flows.workbook.read import Book
    from flows.workbook.readings import Readings
    from flows.workbook.schema import Sheet


EXTRA = "extra:"
"""Before the header of a column of the team's own, where one is to be printed."""

OUTCOMES = ("outcome", "outcome_evidence", "outcome_checked_on")
"""Columns of reactions that the sheet of responses replaces (model 1.6)."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of the model as it stands on its tab.

    `columns` maps the model's column name ("summary", or "summary_fr" for its twin in the other language)
    to the column's number and its header as typed.
    """

    sheet: Sheet
    label: str  # the tab's name as typed
    header_row: int
    columns: Mapping[str, tuple[int, str]] = field(hash=False)
    language: str

    def has(self, name: str) -> bool:
        """Whether the table has that column."""
        return name in self.columns

    def cell(self, row: int, name: str) -> Cell:
        """The cell of that column in that row; the row as a whole when there is no such column."""
        column, header = self.columns.get(name, (None, self.header(name)))
        return at(self.label, row, column, header)

    def header(self, name: str) -> str:
        """The column's header as typed, or the name it would have in the workbook's language."""
        if name in self.columns:
            return self.columns[name][1]
        known = {column.name: column for column in self.sheet.columns}
        return known[name].fr if name in known and self.language == "fr" else name


@dataclass(frozen=True, slots=True)
class Layout:
    """The workbook's language, its tables in tab order, and what was met on the way to them.

    The sheets of recipients and of decisions leave no mark here but `recipients`, `decisions`, `private`,
    and the complaints about them.
    """

    language: str
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]
    unknown_columns: tuple[Cell, ...]
    absent: tuple[str, ...]  # the model's sheets, and columns of sheets, that are not there
    unread: tuple[Origin, ...] = ()  # where something stands too far from the rest to have been read
    recipients: Table | None = None  # not among the tables: it is read apart, and told of in no edition
    private: frozenset[str] = frozenset()  # the tabs of these two, and those that may be meant for them
    decisions: Table | None = None  # as `recipients`

    def table(self, sheet: str) -> Table | None:
        """The table of that sheet of the model, or None."""
        return next((table for table in self.tables if table.sheet.name == sheet), None)


def layout(
    book: Book, decided: Readings = NOTHING, parts: Mapping[str, Sheet] = MappingProxyType({})
) -> Layout:
    """Where everything is, read from the tabs' names and the first line of headers of each.

    What is known under another name is so by decision only. `parts` are those of a tab that holds several
    kinds of rows, by the names they go by meanwhile.
    """
    found = tabs.recognised(book.sheets, decided, parts)
    tops = headers.tops(book.cells)
    language, matched = _matched(found, tops, decided)
    headless = (tab for tab in found.read if tab not in dict(matched))
    every = tuple(Table(tab.sheet, tab.label, match.row, match.columns, language) for tab, match in matched)
    tables = tuple(table for table in every if table.sheet.name not in KEPT_IN)
    problems = (
        *tabs.problems(found, tops, language),
        *(each for tab in headless for each in headers.no_header(tab, tops, language)),
        *(each for _, match in matched for each in match.problems),
        *_missing_columns(every, {tab.label: match.asked for tab, match in matched}),
    )
    return Layout(
        language,
        tables,
        problems,
        tuple(cell for tab, match in matched for cell in match.unknown if tab.sheet.name not in KEPT_IN),
        tuple(_absent(tables)),
        tabs.unread(found),
        _of(every, "recipients"),
        tabs.private(found, tops),
        _of(every, "decisions"),
    )


def _matched(
    found: tabs.Tabs, tops: Mapping[str, headers.Top], decided: Readings
) -> tuple[str, list[tuple[tabs.Tab, headers.Matched]]]:
    """The workbook's language, and the tabs that have headers, with their columns."""
    also = {tab.label: _headers(tab, decided) for tab in found.read}
    read = {
        tab.label: headers.found(tops.get(tab.label, {}), tab.sheet, also[tab.label]) for tab in found.read
    }
    language = _language(found, read)
    headed = [(tab, header) for tab in found.read if (header := read[tab.label])]
    return language, [
        (tab, headers.matched(header, tab, language, also[tab.label])) for tab, header in headed
    ]


def _headers(tab: tabs.Tab, decided: Readings) -> headers.Decided:
    """The headers decided for a tab; none on the sheets kept in, which are read as they stand."""
    return headers.NONE if tab.sheet.name in KEPT_IN else decided.headers(tab.label)


def _of(tables: tuple[Table, ...], sheet: str) -> Table | None:
    return next((table for table in tables if table.sheet.name == sheet), None)


def _language(found: tabs.Tabs, read: Mapping[str, Header | None]) -> str:
    """French when more names of tabs and headers are French than English; English otherwise."""
    heard = [tab for tab in found.read if tab.sheet.name not in KEPT_IN]
    votes = [tabs.language(tab) for tab in heard]
    for tab in heard:
        header = read[tab.label]
        votes += headers.languages(header, tab.sheet) if header else []
    return "fr" if votes.count("fr") > votes.count("en") else "en"


def _missing_columns(tables: tuple[Table, ...], asked: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """The complaints about required columns; `asked` says of each tab which header may be meant for which."""
    for table in tables:
        for name in missing_columns(table):
            rule = "missing_source_column" if name == "source" else "missing_column"
            where = at(table.label, table.header_row, None, None)
            expected, place = table.header(name), asked[table.label].get(name, "")
            how = remedies.header(expected, table.header_row, place, table.language)
            yield problem(rule, where, table.language, expected=expected, how=how)


def missing_columns(table: Table) -> tuple[str, ...]:
    """The required columns the table lacks; `about` is not missed where `target` stands (model 1.1)."""
    required = (column.name for column in table.sheet.columns if column.need == "required")
    lacking = (name for name in required if not table.has(name))
    return tuple(name for name in lacking if name != "about" or not table.has("target"))


def _absent(tables: tuple[Table, ...]) -> Iterator[str]:
    present = {table.sheet.name: table for table in tables}
    known = {sheet.name: sheet for sheet in SHEETS}
    for name in COUNTED_SHEETS:
        table = present.get(name)
        if table is None:
            yield name
        elsewhere = OUTCOMES if "responses" in present else ()
        needed = (column.name for column in known[name].columns if column.need != "optional")
        yield from (
            f"{name}.{column}"
            for column in needed
            if not (table and table.has(column)) and column not in elsewhere
        )
