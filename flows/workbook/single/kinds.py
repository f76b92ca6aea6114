"""What the column `kind` may say of a row, and which sheet of the model the row belongs to then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.schema import COUNTED_SHEETS, LISTS, SHEETS
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = {  # what a person types for a row of each sheet: in English, in French, otherwise; or the plural
    "announcements": ("announcement", "annonce"),
    "reactions": ("reaction", "réaction", "demand", "demande"),
    "responses": ("response", "réponse"),
    "questions": ("question", "question", "open question", "question ouverte"),
    "organisations": ("organisation", "organisation", "organization", "organisme"),
    "sources": ("source", "source"),
    "context": ("context", "contexte", "background"),
}
KIND_LISTS = {"announcements": "kind", "reactions": "reaction_kind", "sources": "source_type"}
LETTERS = {sheet.prefix: sheet.name for sheet in SHEETS if sheet.prefix and sheet.name in COUNTED_SHEETS}
ID = re.compile(r"([A-Z])[ _-]?\d")
SHEETS_IN_ORDER = tuple(sheet for sheet in SHEETS if sheet.name in COUNTED_SHEETS)


def _spelt() -> Iterator[tuple[str, str]]:
    for sheet, names in NAMED.items():
        for name in names:
            yield key(name), sheet
            yield key(" ".join(f"{word}s" for word in name.split() if word)), sheet
            yield key(f"{name}s"), sheet


SAYS = dict(_spelt())
LISTED: dict[str, frozenset[str]] = {}
for _sheet, _list in KIND_LISTS.items():
    for _choice in LISTS[_list]:
        for _typed in (_choice.code, _choice.fr, *_choice.also):
            LISTED[key(_typed)] = LISTED.get(key(_typed), frozenset()) | {_sheet}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sheet a row belongs to, None where nothing tells, and how that is known."""

    sheet: str | None
    by_name: bool = False  # the kind names the sheet, and is not the row's own kind
    certain: bool = False  # told by the kind, not by the id alone


def verdict(kind: str, row_id: str) -> Verdict:
    """Which sheet the row is of: by what its kind says, else by the letter of its id.

    "question" names a sheet and is a kind of reaction: on a row R005 it is the latter.
    """
    typed = key(kind)
    match = ID.match(tidy(row_id).upper())
    by_id = LETTERS.get(match[1]) if match else None
    named, listed = SAYS.get(typed), LISTED.get(typed, frozenset())
    if named and not (by_id != named and by_id in listed):
        return Verdict(named, by_name=named not in listed, certain=by_id in (None, named))
    if len(listed) == 1:
        return Verdict(next(iter(listed)), certain=True)
    return Verdict(by_id)
