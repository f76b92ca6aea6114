"""Which row holds the headers, and which column of the model each of them names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

import polars as pl

from flows.workbook.complaints import problem
from flows.workbook.complaints.words import several
from flows.workbook.nearest import nearest
from flows.workbook.problems import Cell, Problem, at
from flows.workbook.reading.places import address
from flows.workbook.schema import TYPED_STATUS, Column, Sheet
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.tabs import Tab

T = TypeVar("T")

FIRST_ROWS = 25
LANGUAGES = ("en", "fr")
HAS_STATUS = ("announcements", "reactions", "responses")
STATUS = frozenset(key(name) for name in TYPED_STATUS)

_NEED = re.compile(
    r"(?i)\s*(?:[(\[]\s*(?:required|mandatory|optional|recommended|obligatoire|requise?|facultati(?:f|ve)|"
    r"optionnel(?:le)?|conseillée?|recommandée?|dd/mm/yyyy|mm/dd/yyyy|yyyy-mm-dd|jj/mm/aaaa|aaaa-mm-jj|"
    r"date|text|texte|list|liste|"
    r"\*)\s*[)\]]|[-–—:]\s*(?:required|mandatory|optional|obligatoire|facultati(?:f|ve))|\*)\s*$"
)
Line = tuple[tuple[int, str], ...]
"""The texts of one row with their column numbers, from left to right."""

_WORDS = {
    "id": "id identifier identifiant ref reference number numero num code",
    "organisation": "company organisation organization entreprise societe firm vendor deployer developer "
                    "institution agency entity who qui",
    "actor": "actor acteur who qui author auteur organisation organization critic person speaker",
    "announced_on": "date day jour when quand occurred announced year annee",
    "reacted_on": "date day jour when quand said year annee",
    "kind": "kind type category categorie nature action",
    "summary": "summary resume headline title titre description what quoi text texte narrative statement",
    "source": "source sources link links lien liens url urls reference references website web",
    "about": "about regarding concerne announcement annonce reply",
    "question": "question text texte",
}  # fmt: skip
OTHER_WORDS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
"""Words of a header that may be meant for a required column, when there is none under its own name."""

Name = tuple[str, str | None]
"""A column by the model's name, and the language its header adds."""

Top = dict[int, Line]
"""The first rows of a tab that have content, by row number."""

Decided = Mapping[str, str]
"""Headers that a team has decided to be read as others, both in their form for matching."""
NONE: Decided = {}


@dataclass(frozen=True, slots=True)
class Header:
    """The row of a tab that holds its headers."""

    row: int
    line: Line


@dataclass(frozen=True, slots=True)
class Matched:
    """A header row understood: the model's column names with number and header as typed; the rest."""

    row: int
    columns: Mapping[str, tuple[int, str]] = field(hash=False)
    unknown: tuple[Cell, ...]
    problems: tuple[Problem, ...]
    asked: Mapping[str, str] = field(hash=False)  # the columns a header may be meant for: where it stands


def tops(cells: pl.DataFrame) -> dict[str, Top]:
    """The first rows of every tab, by the tab's name."""
    first = cells.filter(pl.col("row") <= FIRST_ROWS).sort("sheet", "row", "column")
    rows = first.group_by("sheet", "row", maintain_order=True).agg("column", "text")
    by_tab: dict[str, Top] = {}
    for sheet, row, columns, texts in rows.iter_rows():
        line = zip(columns, (tidy(text) for text in texts), strict=True)
        by_tab.setdefault(sheet, {})[row] = tuple((column, text) for column, text in line if text)
    return by_tab


def found(top: Top, sheet: Sheet, decided: Decided = NONE) -> Header | None:
    """The row with most headers of that sheet, the first of equals; None when no row has any."""
    best = max(top, key=lambda row: (_score(top[row], sheet, decided), -row), default=None)
    if best is None or not _score(top[best], sheet, decided):
        return None
    return Header(best, top[best])


def score(top: Top, sheet: Sheet) -> int:
    """How many columns of that sheet the best row names."""
    return max((_score(line, sheet) for line in top.values()), default=0)


def languages(header: Header, sheet: Sheet) -> list[str]:
    """The language of each header that only one of the two languages writes that way."""
    columns, known = {column.name: column for column in sheet.columns}, names(sheet)
    meant = ((text, columns[name[0]]) for _, text in header.line if (name := meaning(text, known)))
    return [language_of(text, column.name, column.fr) for text, column in meant]


def language_of(text: str, english: str, french: str) -> str:
    """Which of the two names the text is; "" when it is neither, or both are the same."""
    if key(english) == key(french):
        return ""
    return meaning(text, {key(english): "en", key(french): "fr"}) or ""


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A header without what a form puts behind it: "Organisation (required)", "Date *", "Kind – optional"."""
    return _NEED.sub("", text).strip() or text


def meaning(text: str, known: Mapping[str, T]) -> T | None:
    """What a header means of those known, by their form for matching; as typed, or else `plain`."""
    return known.get(key(text)) or known.get(key(plain(text)))


@cache
def names(sheet: Sheet) -> dict[str, Name]:
    """Every header of the sheet in its form for matching, with its column and the language it adds.

    "summary_fr" and "objet (fr)" both mean the column summary, in French.
    """
    own: dict[str, Name] = {
        key(each): (column.name, None) for column in sheet.columns for each in _spellings(column)
    }
    twins: dict[str, Name] = {
        key(each) + language: (column.name, language)
        for column in sheet.columns
        if column.twin
        for each in _spellings(column)
        for language in LANGUAGES
    }
    return twins | own


def matched(header: Header, tab: Tab, language: str, decided: Decided = NONE) -> Matched:
    """The headers sorted into columns of the model, second ones for a column, and unknown ones."""
    sheet = tab.sheet
    columns: dict[str, tuple[int, str]] = {}
    strangers, problems = [], []
    for column, text in header.line:
        cell = at(tab.label, header.row, column, text)
        name = _name(text, sheet, language) or _name(decided.get(key(text), ""), sheet, language)
        if name in columns:
            first, other = columns[name]
            where = address(header.row, first)
            problems.append(problem("same_header", cell, language, text, other=other, place=where))
        elif name:
            columns[name] = (column, text)
        elif sheet.name in HAS_STATUS and key(text) in STATUS:
            problems.append(problem("typed_status", cell, language, text))
        else:
            strangers.append(cell)
    asked = dict(_misspelt(strangers, columns, sheet, language))
    places = {name: told.cell.address or "" for (name, _), told in asked.items()}
    return Matched(header.row, columns, tuple(strangers), (*problems, *asked.values()), places)


def no_header(tab: Tab, tops: Mapping[str, Top], language: str) -> Iterator[Problem]:
    """The complaint about a tab without headers; none about an optional one left empty."""
    required = [column for column in tab.sheet.columns if column.need == "required"]
    if tops.get(tab.label) or tab.beyond or tab.sheet.name in ("announcements", "reactions"):
        expected = several((column.fr if language == "fr" else column.name for column in required), language)
        yield problem("no_header", Cell(tab.label), language, rows=FIRST_ROWS, expected=expected)


def _score(line: Line, sheet: Sheet, decided: Decided = NONE) -> int:
    known = names(sheet)
    meant = (meaning(text, known) or known.get(decided.get(key(text), "")) for _, text in line)
    return len({each for each in meant if each})


def _name(text: str, sheet: Sheet, language: str) -> str | None:
    meant = meaning(text, names(sheet))
    if meant is None:
        return None
    column, added = meant
    return column if added in (None, language) else f"{column}_{added}"


def _misspelt(
    strangers: list[Cell], columns: Mapping[str, tuple[int, str]], sheet: Sheet, language: str
) -> Iterator[tuple[Name, Problem]]:
    """The columns that unknown headers may be meant for, each with the complaint."""
    free = {spelling: meant for spelling, meant in names(sheet).items() if meant[0] not in columns}
    asked: set[Name] = set()  # of which a header before this one was asked
    french = {column.name: column.fr for column in sheet.columns}
    for cell in strangers:
        text = cell.header or ""
        free = {spelling: meant for spelling, meant in free.items() if meant not in asked}
        close = nearest(key(plain(text)), free) or _by_words(text, free, sheet)
        if close:
            name, added = free[close]
            asked.add(free[close])
            expected = french[name] if language == "fr" else name
            suffix = f"_{added}" if added else ""
            told = problem("misspelt_header", cell, language, text, expected=expected + suffix)
            yield free[close], told


def _by_words(text: str, free: Mapping[str, Name], sheet: Sheet) -> str | None:
    """The required column that is lacking and a header in other words may be: "Company name", "Link"."""
    held = {key(word) for word in re.split(r"[^\w]+", text.replace("_", " ")) if word}
    required = [column.name for column in sheet.columns if column.need == "required"]
    for name in required:
        spelt = key(name)
        if spelt in free and held & OTHER_WORDS.get(name, frozenset()):
            return spelt
    return None


def _spellings(column: Column) -> tuple[str, ...]:
    return (column.name, column.fr, *column.also)
