"""Which tab of an old workbook is which sheet, which column which: by names, never by likeness."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from flows.workbook import headers, tabs
from flows.workbook.blank.carrying import leftovers
from flows.workbook.blank.carrying.aliases import FOREIGN
from flows.workbook.headers import Header
from flows.workbook.schema import KEPT_IN, SHEETS
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flows.workbook.headers import Name, Top
    from flows.workbook.read import Book
    from flows.workbook.schema import Sheet

LEAST_NAMED, LEAST_REQUIRED = 3, 2
"""Columns, and required ones, that a tab under another name has to have to be taken for a sheet."""


@dataclass(frozen=True, slots=True)
class Found:
    """A tab taken for a sheet: where its headers are, and what each of them means."""

    sheet: Sheet
    label: str
    header: Header
    columns: Mapping[int, str] = field(hash=False)  # the model's name of each column that has one
    foreign: frozenset[int]  # those known by another team's header only
    by_name: bool  # whether the tab's own name says which sheet it is


@dataclass(frozen=True, slots=True)
class Matched:
    """The tabs of an old workbook: those to carry over, and the others, each with what it is told as."""

    found: tuple[Found, ...]
    others: tuple[tuple[str, str, str, str], ...]  # tab, kind of sentence, the sheet expected, the other tab
    language: str  # en or fr, as most of its names are; "" where they do not tell
    private: frozenset[str]
    undecided: tuple[str, ...] = ()  # the tabs whose headers are those of two sheets alike


def matched(book: Book, wanted: str, parts: Mapping[str, Sheet]) -> Matched:
    """What is what, the words of the workbook being in its own language, or else in the one wanted.

    `parts` are those of a tab that holds several kinds of rows, by the names they go by.
    """
    seen, tops = tabs.recognised(book.sheets, parts=parts), headers.tops(book.cells)
    headed = [(tab, found_header(tops.get(tab.label, {}), tab.sheet)) for tab in seen.read]
    named = [(tab.sheet, tab.label, header, True) for tab, header in headed if header]
    taken = {sheet.name for sheet, *_ in named}
    guessed = _by_headers(seen.unknown, tops, taken, seen)
    every = [*named, *((sheet, label, header, False) for label, (sheet, header) in guessed.items())]
    language = _language(every)
    found = tuple(
        _found(sheet, label, header, language or wanted, by_name=own) for sheet, label, header, own in every
    )
    others = tuple(_others(book, seen, tops, {each.label for each in found}))
    undecided = tuple(label for label in seen.unknown if _of_two(tops.get(label, {})))
    return Matched(found, others, language, tabs.private(seen, tops), undecided)


def found_header(top: Top, sheet: Sheet) -> Header | None:
    """The row with most headers that mean a column of that sheet, the first of equals; None without any."""
    named = {row: len(_means(line, sheet)) for row, line in top.items()}
    best = max(named, key=lambda row: (named[row], -row), default=None)
    return Header(best, top[best]) if best is not None and named[best] else None


@cache
def known(sheet: Sheet) -> dict[str, Name]:
    """Every header that means a column of the sheet, another team's too; the schema's own come first."""
    foreign = {
        key(each): (name, None) for name, every in FOREIGN.get(sheet.name, {}).items() for each in every
    }
    return foreign | headers.names(sheet)


def _means(line: Sequence[tuple[int, str]], sheet: Sheet) -> set[str]:
    every = known(sheet)
    return {meant[0] for _, text in line if (meant := headers.meaning(text, every))}


def _by_headers(
    unknown: Sequence[str], tops: Mapping[str, Top], taken: set[str], seen: tabs.Tabs
) -> dict[str, tuple[Sheet, Header]]:
    """The unknown tabs whose headers are those of one sheet still wanting, and of no other as much.

    A tab whose name is nearly that of a sheet is none of them: there the question is what was meant.
    """
    guessed: dict[str, tuple[Sheet, Header]] = {}
    for label in unknown:
        sheet = _likely(tops.get(label, {}))
        header = sheet and found_header(tops[label], sheet)
        if sheet and header and sheet.name not in taken and not tabs.misspelt(label, seen):
            guessed[label] = (sheet, header)
            taken.add(sheet.name)
    return guessed


def _likely(top: Top) -> Sheet | None:
    """The sheet of which the headers name most columns, enough of them required; None of two alike."""
    best = _best(top)
    return best[0] if len(best) == 1 else None


def _of_two(top: Top) -> bool:
    """Whether the headers name as many columns, and enough, of one sheet as of another."""
    return len(_best(top)) > 1


def _best(top: Top) -> list[Sheet]:
    """The sheets of which the headers name most columns; none where these are not enough."""
    meant = [(sheet, _meant(top, sheet)) for sheet in SHEETS if sheet.name not in KEPT_IN]
    most = max(len(names) for _, names in meant)
    best = [(sheet, names) for sheet, names in meant if len(names) == most]
    sheet, names = best[0]
    required = {column.name for column in sheet.columns if column.need == "required"}
    enough = most >= LEAST_NAMED and len(names & required) >= LEAST_REQUIRED
    return [each for each, _ in best] if enough else []


def _meant(top: Top, sheet: Sheet) -> set[str]:
    header = found_header(top, sheet)
    return _means(header.line, sheet) if header else set()


def _found(sheet: Sheet, label: str, header: Header, language: str, *, by_name: bool) -> Found:
    columns: dict[int, str] = {}
    foreign = set()
    own, every = headers.names(sheet), known(sheet)
    in_order = sorted(header.line, key=lambda pair: not headers.meaning(pair[1], own))  # ours come first
    for number, text in in_order:
        meant = headers.meaning(text, every)
        if meant is None:
            continue
        name = meant[0] if meant[1] in (None, language) else f"{meant[0]}_{meant[1]}"
        if name not in columns.values():
            columns[number] = name
            foreign |= set() if headers.meaning(text, own) else {number}
    return Found(sheet, label, header, columns, frozenset(foreign), by_name)


def _language(every: Sequence[tuple[Sheet, str, Header, bool]]) -> str:
    """The language most names of tabs and headers are written in; "" where neither prevails."""
    votes: list[str] = []
    for sheet, label, header, _ in every:
        if sheet.name not in KEPT_IN:
            votes += [headers.language_of(label, sheet.name, sheet.fr), *headers.languages(header, sheet)]
    english, french = votes.count("en"), votes.count("fr")
    return "" if english == french else "fr" if french > english else "en"


def _others(
    book: Book, seen: tabs.Tabs, tops: Mapping[str, Top], carried: set[str]
) -> list[tuple[str, str, str, str]]:
    """Every tab that is not carried over, in tab order."""
    hidden = {tab.label: tab.sheet.name for tab in seen.hidden}
    second = {tab.label: (tab.sheet.name, first.label) for tab, first in seen.second}
    headless = {tab.label for tab in seen.read} - carried
    told = []
    for info in book.sheets:
        if info.name in hidden or (info.hidden and not tabs.ignored(info.name)):
            told.append((info.name, "hidden_sheet", hidden.get(info.name, ""), ""))
        elif info.name in second:
            told.append((info.name, "second_sheet", *second[info.name]))
        elif info.name in headless:
            told.append((info.name, "no_headers", "", ""))
        elif tabs.ignored(info.name):
            told.append((info.name, "own_sheet" if _made_anew(info.name) else "unread_sheet", "", ""))
        elif info.name in seen.unknown and info.name not in carried:
            meant = tabs.meant(info.name, tops.get(info.name, {}), seen)
            told.append(
                (info.name, "like_sheet" if meant else "unread_sheet", meant.name if meant else "", "")
            )
    return told


def _made_anew(name: str) -> bool:
    """Whether the new workbook has a sheet of that name that the software writes."""
    return key(name) in tabs.IGNORED or name in leftovers.TITLE.values()
