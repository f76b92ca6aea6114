"""Every fixed sentence of the briefing, in English and in French: patterns, never free prose.

{names} are filled in by `line`; **stars** set words in bold. A test holds that both languages of a
pattern use the same names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.values import Line, filled
from flows.document.wording.dates import of_both
from flows.document.wording.patterns_answers import ANSWERS
from flows.document.wording.patterns_changes import CHANGES
from flows.document.wording.patterns_core import CORE
from flows.document.wording.patterns_data import DATA
from flows.document.wording.patterns_full import FULL
from flows.document.wording.patterns_screen import SCREEN
from flows.document.wording.patterns_trace import TRACE

if TYPE_CHECKING:
    from flows.document.values import Filling

COLON = {"en": ": ", "fr": "\u00a0: "}
SEMICOLON = {"en": "; ", "fr": "\u202f; "}
MARKS = {"en": ("“", "”"), "fr": ("«\u00a0", "\u00a0»")}
AND = {"en": " and ", "fr": " et "}

PATTERNS: dict[str, tuple[str, str]] = {**CORE, **CHANGES, **FULL, **ANSWERS, **TRACE, **DATA, **SCREEN}
_READY = {name: {language: of_both(both, language) for language in COLON} for name, both in PATTERNS.items()}


def say(name: str, language: str, /, **values: str) -> str:
    """The fixed words called `name`, filled in, as plain text.

    Raises:
        KeyError: no such words, or a value is missing.
    """
    return line(name, language, (), **values).words


def line(name: str, language: str, refs: tuple[str, ...] = (), /, **values: Filling) -> Line:
    """The sentence called `name`, filled in, with the ids it rests on.

    Raises:
        KeyError: no such sentence, or a value is missing.
    """
    return Line(filled(_READY[name][language], values), refs)


def capital(words: str) -> str:
    """The words with a capital first letter; nothing else changes."""
    return words[:1].upper() + words[1:]


def listed(items: tuple[str, ...] | list[str], language: str) -> str:
    """The items as a list in a sentence: "a, b and c", « a, b et c »."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no conjunction
        return "".join(items)
    return ", ".join(items[:-1]) + AND[language] + items[-1]
