"""How a date or a number is written in English and in French, and how our own words are set."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from flows.record.facts import Day

NARROW = "\u202f"  # narrow no-break space: French thousands, and before ; ! ?
FIXED = "\u00a0"  # no-break space: inside « », before a colon, between day and month

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip
SHORT_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "fr": (
        "janv.", "févr.", "mars", "avr.", "mai", "juin",
        "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
}  # fmt: skip


def day(when: Day | date, language: str, *, short: bool = False) -> str:
    """The date in words at its own precision: "10 June 2020", "juin 2020", "T2 2020", "2020"."""
    first, precision = (when, "day") if isinstance(when, date) else (when.first, when.precision)
    month = (SHORT_MONTHS if short else MONTHS)[language][first.month - 1]
    if precision == "day":
        number = "1er" if language == "fr" and first.day == 1 else str(first.day)
        return f"{number}{FIXED}{month} {first.year}"
    if precision == "month":
        return f"{month} {first.year}"
    if precision == "quarter":
        return f"{'T' if language == 'fr' else 'Q'}{(first.month + 2) // 3} {first.year}"
    return str(first.year)


_BEFORE = {
    "on": {
        "en": {"day": "on ", "month": "in ", "quarter": "in ", "year": "in "},
        "fr": {"day": "le ", "month": "en ", "quarter": "au ", "year": "en "},
    },
    "of": {
        "en": {"day": "of ", "month": "of ", "quarter": "of ", "year": "of "},
        "fr": {"day": "du ", "month": f"de{FIXED}", "quarter": "du ", "year": f"de{FIXED}"},
    },
    "until": {
        "en": dict.fromkeys(("month", "quarter", "year"), "until the end of ") | {"day": "until "},
        "fr": {
            "day": "jusqu’au ",
            "month": "jusqu’à fin ",
            "quarter": "jusqu’à la fin du ",
            "year": f"jusqu’à fin{FIXED}",
        },
    },
    "since": {
        "en": {"day": "since ", "month": "since ", "quarter": "since ", "year": "since "},
        "fr": {"day": "depuis le ", "month": "depuis ", "quarter": "depuis le ", "year": "depuis "},
    },
}
"""What stands before a date, by its precision (R1): « le 10 juin 2020 » but « en juin 2020 »."""
_ELIDED = re.compile(f"^de{FIXED}(?=[ao])")  # « d’avril », « d’août », « d’octobre »


def with_word(before: str, when: Day | date, language: str, *, short: bool = False) -> str:
    """The date behind "on", "of", "until" or "since", as its precision asks for."""
    precision = "day" if isinstance(when, date) else when.precision
    said = _BEFORE[before][language][precision] + day(when, language, short=short)
    return _ELIDED.sub("d’", said) if language == "fr" else said


def clock(moment: datetime, language: str) -> str:
    """The time of day to the minute: 14:03 or 14 h 03."""
    between = f"{FIXED}h{FIXED}" if language == "fr" else ":"
    return f"{moment.hour:02}{between}{moment.minute:02}"


def number(value: int, language: str) -> str:
    """The number with its thousands set apart: 10,000,000 or 10 000 000 (narrow spaces)."""
    grouped = f"{value:,}"
    return grouped.replace(",", NARROW) if language == "fr" else grouped


def figure(typed: str, language: str) -> str:
    """A sum as typed; plain digits get the language's thousands, words stay as they are."""
    return number(int(typed), language) if typed.isdecimal() else typed


def french(words: str) -> str:
    """Our own French words with the spaces French asks for; never used on a cell's text."""
    for mark in (";", "!", "?", "%"):
        words = words.replace(f" {mark}", f"{NARROW}{mark}")
    words = words.replace(" :", f"{FIXED}:").replace("« ", f"«{FIXED}").replace(" »", f"{FIXED}»")
    return words.replace("'", "’")


def of_both(both: tuple[str, str], language: str) -> str:
    """Of our own English and French words those of the language, with its apostrophes and spaces."""
    english, francais = both
    return french(francais) if language == "fr" else english.replace("'", "’")
