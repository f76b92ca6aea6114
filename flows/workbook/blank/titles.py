"""What tabs, headers and tables of an empty workbook are called: the schema's names, as people write them."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from flows.workbook import tabs
from flows.workbook.schema import LISTS, SHEETS

if TYPE_CHECKING:
    from flows.workbook.schema import Column, Sheet

VERSION = 1
"""Of the layout: one more whenever what an older workbook holds has to be carried over."""

CAPITALS = {"id": "ID", "url": "URL"}
SMALL_WORDS = re.compile(r"(?<=_)(?:de_|du_|la_|d')")
READ_ME = {"en": "Read me", "fr": "Lisez-moi"}
LISTED = {"en": "Lists", "fr": "Listes"}


def other(language: str) -> str:
    """The language of the twins in a workbook of that language."""
    return "en" if language == "fr" else "fr"


def tab(sheet: Sheet, language: str) -> str:
    """The tab of that sheet: Reactions, Questions ouvertes."""
    return tabs.title(sheet, language)


def table(sheet: Sheet) -> str:
    """The name of the sheet's Excel table, the same in both languages: tblAnnouncements."""
    return "tbl" + "".join(word.capitalize() for word in sheet.name.split("_"))


def header(column: Column, language: str, twin: str | None = None) -> str:
    """The header over that column: Announced on, Date d’annonce; of its twin, Summary FR."""
    name = _french(column) if language == "fr" else column.name
    words = [CAPITALS.get(word, word) for word in name.replace("'", "’").split("_")]
    title = " ".join(words)
    added = f" {twin.upper()}" if twin else ""
    return title[0].upper() + title[1:] + added


def fingerprint() -> str:
    """What the layout is, in twelve letters: another one as soon as a sheet, a column or a list is."""
    sheets = [
        [sheet.name, sheet.fr, [[one.name, one.fr, one.kind] for one in sheet.columns]] for sheet in SHEETS
    ]
    lists = {name: [[one.code, one.fr] for one in choices] for name, choices in LISTS.items()}
    whole = json.dumps([sheets, lists], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _french(column: Column) -> str:
    """The French name, with its small words where the schema knows it so: date_d'annonce for date_annonce."""
    return next((each for each in column.also if SMALL_WORDS.sub("", each) == column.fr), column.fr)
