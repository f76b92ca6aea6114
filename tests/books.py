"""Real workbooks built in code: a small sound one, in both languages, for tests to break one cell of."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import warnings
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING
from unittest.mock import patch

from openpyxl import Workbook

from flows.workbook import clean, read
from flows.workbook.reading import child, process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flows.record.facts import Announcement
    from flows.workbook.clean import Cleaned
    from flows.workbook.reading.limits import Limits

Rows = list[list[object]]
Book = dict[str, Rows]
"""Tabs by name, in order; the first row of each is its headers, None is a blank cell."""

SOUND: Book = {
    "Announcements": [
        ["id", "organisation", "announced_on", "kind", "summary", "source", "term", "ends_on", "duration",
         "condition", "previous_id", "relation", "users", "activity", "technology", "territory", "exceptions",
         "quote", "quote_lang", "translation", "translation_by", "speaker", "verification", "notes",
         "retired", "summary_fr"],
        ["A001", "Amazon", date(2020, 6, 10), "moratorium", "Stops police use of its software for a year",
         "https://example.org/amazon", "fixed", None, "1 year", None, None, None, "police", "use",
         "facial_recognition", "unspecified", "open list: organisations such as Thorn",
         "might give Congress enough time", "en", "pourrait laisser le temps au Congrès", "team: LM",
         "Amazon, company blog post", "primary_seen", None, None,
         "Suspend pour un an l’usage de son logiciel par la police"],
        ["A002", "IBM", "8 June 2020", "withdrawal", "Stops offering general facial recognition",
         "S001", "unspecified", None, None, None, None, None, "all_customers", "sale; development",
         "facial_recognition", "worldwide", "none", None, None, None, None, None, "corroborated", None,
         None, None],
        ["A003", "Amazon", "2021-05-18", "moratorium", "Goes on with it until further notice",
         "S001", "until_further_notice", None, None, None, "A001", "extends", None, None, None, None, None,
         None, None, None, None, None, "reported", "seen by two of us", None, None],
    ],
    "Reactions": [
        ["id", "actor", "reacted_on", "about", "summary", "source", "stance", "demand", "target",
         "demand_term", "demand_condition", "demand_users", "demand_activity", "demand_technology",
         "demand_exceptions", "outcome", "outcome_evidence", "outcome_checked_on", "quote", "quote_lang",
         "speaker", "speaker_role", "verification", "kind", "retired"],
        ["R001", "ACLU", "2020-06-10", "A001", "Glad of it, and says that a year is not enough",
         "https://example.org/aclu", "welcomes_insufficient", None, None, None, None, None, None, None,
         None, None, None, None, "This is a first step.", "en", "Nicole Ozer", "Director", "primary_seen",
         "statement", None],
        ["R001.1", None, None, None, None, None, None, "Stop all use by law enforcement", "Amazon",
         "condition", "until the dangers are addressed", "law_enforcement", "use", "facial_recognition",
         "none", "none_found", None, "2020-06-15", None, None, None, None, None, None, None],
        ["R002", "Police union", "June 2020", "A001; A002", "Says that the software helps officers",
         "S001", "opposes", None, None, None, None, None, None, None, None, None, None, None, None, None,
         None, None, "reported", "statement", None],
    ],
    "Questions": [
        ["id", "question", "about", "asked_by", "asked_on", "status", "last_checked_on", "review_days"],
        ["Q001", "Does it cover federal agencies?", "A001", "team", "2020-06-10", "open", "2020-06-15", 90],
    ],
    "Organisations": [
        ["name", "aliases", "category", "watch", "watch_from", "last_searched_on"],
        ["Amazon", "Amazon.com", "company", "no", None, None],
        ["IBM", None, "company", "no", None, None],
        ["ACLU", "American Civil Liberties Union", "ngo", "yes", "2020-06-01", "2020-06-15"],
    ],
    "Sources": [
        ["id", "publisher", "title", "url", "published_on", "type", "lang"],
        ["S001", "The Record", "Companies step back", "https://example.org/record", "2020-06-11", "press",
         "en"],
    ],
}  # fmt: skip

SOUND_FRENCH: Book = {
    "Annonces": [
        ["Identifiant", "Organisation", "Date d'annonce", "Nature", "Objet", "Source", "Échéance", "Durée",
         "Suite de", "Évolution", "Utilisateurs visés", "Activité visée", "Exceptions", "Retiré", "Objet_en"],
        ["A001", "Amazon", "10 juin 2020", "moratoire", "Suspend pour un an l’usage par la police",
         "https://example.org/amazon", "à durée déterminée", "1 an", None, None, "police",
         "utilisation ; vente", "aucune", None, "Stops police use for a year"],
        ["A002", "IBM", date(2020, 6, 8), "retrait", "N’offre plus de reconnaissance faciale", "S001",
         "non précisé", None, None, None, "tous clients", "vente", "non précisé", None, None],
    ],
    "Réactions": [
        ["Identifiant", "Acteur", "Date de réaction", "À propos de", "Résumé", "Source", "Position",
         "Demande", "Destinataire", "Retiré"],
        ["R001", "ACLU", "1er juillet 2020", "A001", "Salue l’annonce et demande davantage", "S001",
         "salue mais juge insuffisant", None, None, None],
        ["R001.1", None, None, None, None, None, None, "Étendre l’arrêt à tous", "secteur", None],
    ],
    "Sources": [
        ["Identifiant", "Éditeur", "Titre", "Adresse", "Publiée le"],
        ["S001", "Le Journal", "Un pas de côté", "https://example.org/journal", "2020-06-11"],
    ],
}  # fmt: skip

COLUMNS_OF_A_MINIMUM = 6


def sound(language: str = "en") -> Book:
    """A small workbook without a fault, to change one cell of."""
    return deepcopy(SOUND_FRENCH if language == "fr" else SOUND)


def minimal(language: str = "en") -> Book:
    """The two sheets and twelve columns that suffice, without a fault."""
    announcements, reactions = list(sound(language).items())[:2]
    book = {
        tab: [row[:COLUMNS_OF_A_MINIMUM] for row in rows if row[1]]
        for tab, rows in (announcements, reactions)
    }
    for rows in book.values():
        for row in rows[1:]:
            row[5] = "https://example.org/source"
    return book


def put(book: Book, tab: str, row: int, header: str, value: object) -> Book:
    """The book with that cell changed; `row` as Excel numbers it, the header added when it is new."""
    rows = book[tab]
    if header not in rows[0]:
        for each in rows:
            each.append(None)
        rows[0][-1] = header
    while len(rows) < row:
        rows.append([None] * len(rows[0]))
    rows[row - 1][rows[0].index(header)] = value
    return book


def add(book: Book, tab: str, **cells: object) -> Book:
    """The book with one more row on that tab; every other cell of it blank."""
    row = len(book[tab]) + 1
    for header, value in cells.items():
        put(book, tab, row, header, value)
    return book


def written(path: Path, book: Book, touch: Callable[[Workbook], None] | None = None) -> Path:
    """The book as a file; `touch` may change the workbook just before it is saved (hide, strike, link).

    Without one, the same book gives the same bytes: openpyxl would write the hour of the day into them.
    """
    if touch:
        path.write_bytes(_saved(book, touch))
        return path
    same = repr(book)
    path.write_bytes(_WRITTEN.get(same) or _WRITTEN.setdefault(same, _saved(book)))
    return path


_WRITTEN: dict[str, bytes] = {}


def _saved(book: Book, touch: Callable[[Workbook], None] | None = None) -> bytes:
    workbook, content = Workbook(), io.BytesIO()
    workbook.remove(workbook.active)
    for tab, rows in book.items():
        sheet = workbook.create_sheet(tab)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column).value = value
                    if isinstance(value, str) and value.startswith("="):
                        sheet.cell(number, column).data_type = "s"
    if touch:
        touch(workbook)
    workbook.save(content)
    return content.getvalue()


def cleaned(path: Path, book: Book, touch: Callable[[Workbook], None] | None = None) -> Cleaned:
    """What is read of the book once it has been a file."""
    return clean.record(cells(written(path / "book.xlsx", book, touch)))


def cells(path: Path, limits: Limits | None = None) -> read.Book:
    """What `read.cells` gives, read in this process.

    To start one for each small file takes ten times as long as to read it. That both give the same is shown
    in test_reconciliation; what the other process is for, in test_guard.
    """
    with patch.object(process, "Child", _Here):
        return read.cells(path, limits or read.Limits())


class _Here:
    """A child whose work is done in this process."""

    def __init__(self, _child: str, content: bytes, limits: Limits, request: str) -> None:
        """Take what the child is given."""
        self.file, self.content, self.limits = json.loads(request)["file"], content, limits

    def __exit__(self, *_: object) -> None:
        """There is nothing to end."""

    def heard(self) -> subprocess.CompletedProcess[bytes]:
        """What a reader says of the file; modules it does without stay free for others to load."""
        told, loaded = io.StringIO(), set(sys.modules)
        with warnings.catch_warnings(action="ignore"):
            child.send(told, child.answer(self.file, self.content, self.limits))
        for name in set(child.NOT_NEEDED) - loaded:
            sys.modules.pop(name, None)
        return subprocess.CompletedProcess([], 0, told.getvalue().encode(), b"")


def rules(found: Cleaned) -> list[str]:
    """The rules of its complaints, in reading order."""
    return [problem.rule for problem in found.problems]


def first(found: Cleaned) -> Announcement:
    """The first announcement read."""
    return found.record.announcements[0]


RECIPIENTS: list[list[object]] = [
    ["name", "email", "language", "group", "topics", "active"],
    ["Ada Lovelace", "ada@example.org", "en", "press", "all", "yes"],
    ["Élodie Martin", "elodie@exemple.fr", "fr", "press", "", ""],
    ["Grace Hopper", "grace@example.com", "en", "board", "Amazon", "yes"],
]
"""A sheet of those who are written to, in two groups."""
