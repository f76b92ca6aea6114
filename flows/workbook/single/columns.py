"""Which columns of the one tab are whose: by the model's names, else by what means the same elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.workbook import headers
from flows.workbook.schema import SHEETS
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flows.workbook.headers import Name
    from flows.workbook.schema import Column, Sheet
    from flows.workbook.single.found import Found

# The columns of other sheets that a column is read from, where it has none of its own.
INSTEAD: dict[str, dict[str, tuple[str, ...]]] = {
    "announcements": {"organisation": ("actor",), "announced_on": ("reacted_on", "on")},
    "reactions": {"actor": ("organisation",), "reacted_on": ("announced_on", "on")},
    "responses": {"on": ("announced_on", "reacted_on"), "organisation": ("target", "actor")},
    "questions": {"question": ("summary",), "asked_on": ("announced_on", "reacted_on", "on")},
    "organisations": {"name": ("organisation", "actor")},
    "sources": {
        "title": ("summary",), "publisher": ("organisation", "actor"), "url": ("source",), "type": ("kind",),
        "published_on": ("announced_on", "reacted_on", "on"),
    },
    "context": {"date": ("announced_on", "reacted_on", "on")},
}  # fmt: skip
BY_NAME = {sheet.name: sheet for sheet in SHEETS}


def shown(single: Found, model: str) -> dict[int, str]:
    """The headers of that sheet's part by the column's number: its own, and those nobody knows."""
    others = {number for number, text in single.header.line if _owners(single, text)}
    own = _own(single, model)
    return {number: text for number, text in single.header.line if number in own or number not in others}


def of_others(single: Found, model: str) -> dict[int, tuple[str, str]]:
    """The columns of other sheets only: by number, the header as typed and one sheet that has it."""
    own = _own(single, model)
    found = (
        (number, text, _owners(single, text)) for number, text in single.header.line if number not in own
    )
    told = single.kind_column[0]
    return {number: (text, owners[0]) for number, text, owners in found if owners and number != told}


def fitted(single: Found, sheet: Sheet) -> Sheet:
    """The sheet with the headers it is read from in place of its own as further spellings."""
    texts = dict(single.header.line)
    lent = _lent(single, sheet.name, _known(single, sheet.name))

    def spelt(column: Column) -> Column:
        more = tuple(texts[number] for number, name in lent.items() if name == column.name)
        return replace(column, also=(*column.also, *more))

    return replace(sheet, columns=tuple(spelt(column) for column in sheet.columns))


def _own(single: Found, model: str) -> set[int]:
    """The numbers of the columns that sheet is read from."""
    known = _known(single, model)
    return {*known, *_lent(single, model, known)}


def _known(single: Found, model: str) -> dict[int, Name]:
    """The columns whose headers are the sheet's own, by number.

    Of several for one column, those that another kind of row on this tab has too are left to that one.
    """
    names = headers.names(BY_NAME[model])
    known = {number: meant for number, text in single.header.line if (meant := headers.meaning(text, names))}
    texts = dict(single.header.line)
    kept: dict[int, Name] = {}
    for meant in dict.fromkeys(known.values()):
        best, *others = sorted(
            (number for number, each in known.items() if each == meant),
            key=lambda number: (
                number == single.kind_column[0],
                not _exact(model, meant, texts[number]),
                number,
            ),
        )
        kept[best] = meant
        kept |= {number: meant for number in others if not _elsewhere(single, model, number, texts[number])}
    return kept


def _exact(model: str, meant: Name, text: str) -> bool:
    """Whether the header is the column's name in either language, and no further spelling."""
    column = BY_NAME[model].column(meant[0])
    return key(text).startswith((key(column.name), key(column.fr)))


def _elsewhere(single: Found, model: str, number: int, text: str) -> bool:
    """Whether the column tells the rows apart, or rows of another kind on this tab have it."""
    return number == single.kind_column[0] or any(owner != model for owner in _owners(single, text))


def _lent(single: Found, model: str, known: Mapping[int, Name]) -> dict[int, str]:
    """The columns of other kinds of rows that stand in for those the sheet has no header for."""
    there = {name for name, _ in known.values()}
    found: dict[int, str] = {}
    for column, instead in INSTEAD[model].items():
        if column not in there:
            found |= _instead(single, column, instead, {*known, *found})
    return found


def _instead(single: Found, column: str, instead: tuple[str, ...], used: Collection[int]) -> dict[int, str]:
    """The first column that means one of those on another sheet, and nothing on this one."""
    for wanted in instead:
        for number, text in single.header.line:
            if number not in used and wanted in _meanings(text):
                return {number: column}
    return {}


def _meanings(text: str) -> set[str]:
    """What a header is called on any sheet, by the model's names."""
    found = (headers.meaning(text, headers.names(sheet)) for sheet in BY_NAME.values())
    return {meant[0] for meant in found if meant}


def _owners(single: Found, text: str) -> list[str]:
    """The sheets with rows on this tab that have that column."""
    models = [name for name in INSTEAD if name in single.models]
    return [name for name in models if headers.meaning(text, headers.names(BY_NAME[name]))]
