"""Which tab is which sheet of the model, and which tabs deserve a question."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from flows.record.facts import Origin
from flows.workbook import headers
from flows.workbook.annotating.words import OUR_TAB
from flows.workbook.complaints import problem, remedies
from flows.workbook.nearest import nearest
from flows.workbook.problems import Cell, Problem, at
from flows.workbook.reading.places import position
from flows.workbook.readings import NOTHING
from flows.workbook.schema import KEPT_IN, REQUIRED_SHEETS, SHEETS, Sheet
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.headers import Top
    from flows.workbook.read import SheetInfo
    from flows.workbook.readings import Readings

IGNORED = frozenset(key(name) for name in ("Lists", "Listes", "Read me", "Lisez-moi"))
LOOKS_KNOWN = 4  # headers recognised before an unknown tab is worth a question

KEYS = {key(name): sheet for sheet in reversed(SHEETS) for name in (*sheet.also, sheet.fr, sheet.name)}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab recognised as a sheet of the model."""

    sheet: Sheet
    label: str  # its name as typed
    beyond: str | None = None  # a cell too far from the others to be read


@dataclass(frozen=True, slots=True)
class Tabs:
    """The workbook's tabs: those to read, those hidden, second ones for a sheet, and unknown ones."""

    read: tuple[Tab, ...]
    hidden: tuple[Tab, ...]
    second: tuple[tuple[Tab, Tab], ...]  # the tab left out, and the one that is read
    unknown: tuple[str, ...]


def recognised(
    sheets: Sequence[SheetInfo],
    decided: Readings = NOTHING,
    parts: Mapping[str, Sheet] = MappingProxyType({}),
) -> Tabs:
    """The tabs sorted by what becomes of them, each group in tab order; by their names, or as decided.

    `parts` are those of a tab that holds several kinds of rows: they go by no name of their own.
    """
    read: dict[str, Tab] = {}
    hidden, second, unknown = [], [], []
    for info in sheets:
        named = KEYS.get(key(info.name)) or KEYS.get(decided.tabs.get(key(info.name), ""))
        sheet = parts.get(info.name) or named
        if sheet is None:
            unknown += [] if info.hidden or ignored(info.name) else [info.name]
            continue
        tab = Tab(sheet, info.name, info.beyond)
        if info.hidden:
            hidden.append(tab)
        elif sheet.name in read:
            second.append((tab, read[sheet.name]))
        else:
            read[sheet.name] = tab
    return Tabs(tuple(read.values()), tuple(hidden), tuple(second), tuple(unknown))


def language(tab: Tab) -> str:
    """The language the tab's name is written in; "" where both languages write it alike."""
    return headers.language_of(tab.label, tab.sheet.name, tab.sheet.fr)


def title(sheet: Sheet, language: str) -> str:
    """The sheet's name as a tab would carry it: Reactions, Questions ouvertes."""
    return (sheet.fr if language == "fr" else sheet.name).replace("_", " ").capitalize()


def problems(tabs: Tabs, tops: Mapping[str, Top], language: str) -> Iterator[Problem]:
    """What there is to say of tabs: hidden, doubled, misspelt, missing, or filled too far away."""
    for tab in tabs.hidden:
        yield problem("hidden_sheet", Cell(tab.label), language, tab.label)
    for tab, first in tabs.second:
        yield problem("two_sheets", Cell(tab.label), language, tab.label, other=first.label)
    for tab in tabs.read:
        if tab.beyond:
            row, column = position(tab.beyond) or (1, 1)
            yield problem("beyond_reach", at(tab.label, row, column, None), language, address=tab.beyond)
    for label in tabs.unknown:
        yield from _unknown(label, tops.get(label, {}), tabs, language)
    there = {tab.sheet.name for tab in tabs.read}
    for sheet in SHEETS:
        if sheet.name in REQUIRED_SHEETS and sheet.name not in there:
            expected = title(sheet, language)
            yield problem("missing_sheet", Cell(expected), language, expected=expected)


def unread(tabs: Tabs) -> tuple[Origin, ...]:
    """Where something stands too far from the rest of a tab to have been read; none of recipients."""
    told = (tab for tab in tabs.read if tab.beyond and tab.sheet.name not in KEPT_IN)
    places = ((tab.label, position(tab.beyond or "") or (1, 1)) for tab in told)
    return tuple(Origin(label, row) for label, (row, _) in places)


def private(tabs: Tabs, tops: Mapping[str, Top]) -> frozenset[str]:
    """The tabs of sheets of `KEPT_IN`, read or not, and the unknown ones that may be meant for one."""
    known = (*tabs.read, *tabs.hidden, *(tab for tab, _ in tabs.second))
    likely = ((label, meant(label, tops.get(label, {}), tabs)) for label in tabs.unknown)
    every = (*((tab.label, tab.sheet) for tab in known), *likely)
    return frozenset(label for label, sheet in every if sheet and sheet.name in KEPT_IN)


def meant(label: str, top: Top, tabs: Tabs) -> Sheet | None:
    """The sheet that an unknown tab may be meant for, or None."""
    return _meant(label, top, tabs)[1]


def misspelt(label: str, tabs: Tabs) -> bool:
    """Whether an unknown tab's name is nearly that of a sheet which is not there."""
    return _meant(label, {}, tabs)[0] == "misspelt_sheet"


def _unknown(label: str, top: Top, tabs: Tabs, language: str) -> Iterator[Problem]:
    rule, sheet = _meant(label, top, tabs)
    if sheet:
        expected = title(sheet, language)
        taken = next((tab.label for tab in tabs.read if tab.sheet.name == sheet.name), None)
        how = remedies.tab(expected, taken, language)
        yield problem(rule, Cell(label), language, label, expected=expected, how=how)


def _meant(label: str, top: Top, tabs: Tabs) -> tuple[str, Sheet | None]:
    """The sheet an unknown tab may be meant for, by its name or else by its headers, and the rule for it."""
    there = {tab.sheet.name for tab in tabs.read}
    close = nearest(key(label), [name for name, sheet in KEYS.items() if sheet.name not in there])
    if close:
        return "misspelt_sheet", KEYS[close]
    scores = {sheet.name: headers.score(top, sheet) for sheet in SHEETS}
    best = max(SHEETS, key=lambda sheet: scores[sheet.name])
    return "unknown_sheet", best if scores[best.name] >= LOOKS_KNOWN else None


def ignored(name: str) -> bool:
    """Whether a tab is written by the software, or is the team's own business: never read."""
    return name.startswith("_") or key(name) in IGNORED or bool(OUR_TAB.fullmatch(name))
