"""Pieces of sentences that depend on what was found: dates in words, lists, what "blank" means here."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from flows.workbook.reading.reasons import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

MOST_NAMED = 3  # characters named one by one in a sentence
LONGEST = 60  # characters of a cell quoted in a sentence; `Problem.found` keeps them all
MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"),
}  # fmt: skip
HINTS = {
    "en": (" The other dates of this {scope} have the {first} first.", {"day": "day", "month": "month"},
           {"column": "column", "sheet": "sheet", "workbook": "workbook"}),
    "fr": (" Les autres dates de {scope} commencent par le {first}.", {"day": "jour", "month": "mois"},
           {"column": "cette colonne", "sheet": "cette feuille", "workbook": "ce classeur"}),
}  # fmt: skip
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}

A_DAY = re.compile(r"(\bindique )(?=(?:1er|\d{1,2}) [^\W\d_]+ \d{4}\b)")


def day_and_month(day: date, language: str) -> str:
    """10 June, or 10 juin; the first of a French month is 1er."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS[language][day.month - 1]}"


def day(day: date, language: str) -> str:
    """10 June 2020, or 10 juin 2020."""
    return f"{day_and_month(day, language)} {day.year}"


def with_article(sentence: str, language: str) -> str:
    """The sentence with the article that a French day takes and a month does not: "indique le 13 juin"."""
    return A_DAY.sub(r"\1le ", sentence) if language == "fr" else sentence


def period(first: date, precision: str, language: str) -> str:
    """A date at the precision it was typed: 10 June 2020, June 2020, 2020-Q2, 2020."""
    if precision == "day":
        return day(first, language)
    if precision == "month":
        return f"{MONTHS[language][first.month - 1]} {first.year}"
    quarter = f"-Q{(first.month + 2) // 3}" if precision == "quarter" else ""
    return f"{first.year}{quarter}"


def hint(first: str | None, scope: str, language: str) -> str:
    """What the other dates put first ("day" or "month"), and of what they are; nothing where none tell."""
    if first is None:
        return ""
    pattern, firsts, scopes = HINTS[language]
    return pattern.format(scope=scopes[scope], first=firsts[first])


def weekday(day: date, language: str) -> str:
    """Wednesday, or mercredi."""
    return WEEKDAYS[language][day.weekday()]


def unread(number: int, language: str) -> str:
    """How many cells below a column without a header are not read."""
    if language == "fr":
        plural = number > 1
        return (
            f"{number} cellule{'s' * plural} au-dessous {'ne sont pas lues' if plural else 'n’est pas lue'}"
        )
    return f"{number} cells below are not read" if number > 1 else "1 cell below is not read"


def long_ago(year: int, language: str) -> str:
    """What is odd about a day before that year."""
    return f"avant {year}" if language == "fr" else f"a day before {year}"


def far_ahead(language: str) -> str:
    """What is odd about a day long after the others."""
    if language == "fr":
        return "des années après toutes les autres dates du classeur"
    return "years after every other date in the workbook"


def blank(found: str, language: str) -> str:
    """How an empty cell, or one that holds a placeholder, is spoken of."""
    if not found:
        return "est vide" if language == "fr" else "is blank"
    return spaced(f"n’indique que « {clip(found)} »") if language == "fr" else f'says only "{clip(found)}"'


def says(found: str, language: str) -> str:
    """What a cell is told to say, or that it is empty."""
    if not found.strip():
        return "est vide" if language == "fr" else "is blank"
    return spaced(f"indique « {clip(found)} »") if language == "fr" else f'says "{clip(found)}"'


def guess(expected: str | None, language: str) -> str:
    """A question about what may have been meant, or nothing."""
    if expected is None:
        return ""
    return spaced(f"Vouliez-vous dire {expected} ? ") if language == "fr" else f"Did you mean {expected}? "


def nought(language: str) -> str:
    """What a cell holds that shows a day which is in no calendar."""
    if language == "fr":
        return spaced(
            "La cellule contient 0, qu’Excel affiche comme 00/01/1900 : videz-la si la date manque. "
        )
    return "The cell holds 0, which Excel shows as 1/0/1900: clear it if the day is not known. "


def own_address(found: str | None, language: str) -> str:
    """What to do about an address that leads to another: type that one, where it is known."""
    if language == "fr":
        return spaced(f"Saisissez {found}." if found else "Ouvrez la page, et saisissez son adresse à elle.")
    return f"Type {found}." if found else "Open the page, and type its own address."


def belongs(column: str | None, language: str) -> str:
    """In which other column of the row a value is at home, or nothing."""
    if column is None:
        return ""
    if language == "fr":
        return spaced(f"Cette valeur a sa place dans « {column} ». ")
    return f'That value belongs in "{column}". '


def add_column(header: str, language: str) -> str:
    """That a column has to be added first."""
    if language == "fr":
        return spaced(f" La feuille n’a pas encore de colonne « {clip(header)} » : ajoutez-la.")
    return f' The sheet has no column "{clip(header)}" yet: add it.'


def to_establish(outcome: str, language: str) -> str:
    """What comes of an outcome that may not stand; one coded as met holds the edition back (R7)."""
    if outcome == "answered":
        return "la page l’imprime tout de même" if language == "fr" else "the page prints it all the same"
    draft = outcome == "met"
    if language == "fr":
        page = "la page imprime « à établir »"
        return spaced(f"{page}, et l’édition reste à l’état de projet" if draft else page)
    return 'the page prints "to be established"' + (", and the edition stays a draft" if draft else "")


def unusable(found: str, language: str) -> str:
    """How a cell is spoken of whose entries lead nowhere, or to rows that count in no finding."""
    if language == "fr":
        return spaced(f"ne cite rien d’utilisable (« {clip(found)} »)")
    return f'names nothing that can be used ("{clip(found)}")'


def same_day(evidence: str, demand: str, where: str, language: str) -> str:
    """How to say that an announcement answers a demand of the same time, in the column that says it."""
    if language == "fr":
        return spaced(f" Si {evidence} répond à la demande, saisissez {demand} dans sa colonne « {where} ».")
    return f' If {evidence} answers the demand, type {demand} in its "{where}".'


def name(header: str, language: str) -> str:
    """A header within a sentence; French sets it between marks."""
    return spaced(f"« {clip(header)} »") if language == "fr" else clip(header)


def either(items: Iterable[str], language: str) -> str:
    """The items with "or" before the last."""
    return _joined(items, " ou " if language == "fr" else " or ")


def several(items: Iterable[str], language: str) -> str:
    """The items with "and" before the last."""
    return _joined(items, " et " if language == "fr" else " and ")


def some(first: Sequence[str], number: int, language: str) -> str:
    """The first three of `number` items, and how many more there are."""
    named = first[:MOST_NAMED]
    more = number - len(named)
    others = f"{more} autre{'s' if more > 1 else ''}" if language == "fr" else f"{more} more"
    return several([*named, others] if more else named, language)


def _joined(items: Iterable[str], joint: str) -> str:
    *most, last = items
    return joint.join((", ".join(most), last)) if most else last


def letters(found: Sequence[str], language: str) -> str:
    """The characters, quoted; the first three, and how many more there are."""
    return some([_quoted(each, language) for each in found[:MOST_NAMED]], len(found), language)


def numbers(found: Sequence[str], language: str) -> str:
    """What is printed in place of the characters: [U+1F6AB]; of more than three, the first and "…"."""
    printed = [f"[U+{ord(each):04X}]" for each in found[:MOST_NAMED]]
    return several(printed, language) if len(printed) == len(found) else ", ".join(printed) + "…"


def _quoted(letter: str, language: str) -> str:
    shown = f"◌{letter}" if unicodedata.combining(letter) else letter  # a mark needs something to stand on
    return spaced(f"« {shown} »") if language == "fr" else f'"{shown}"'


def clip(text: str) -> str:
    """The text on one line, cut after a word with … when it is too long to quote."""
    line = " ".join(text.split(None)) if "\n" in text else text
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
