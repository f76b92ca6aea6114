"""Characters that the briefing's typefaces lack, in cells that are printed: told before they are on paper."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning.harvest import Harvest, each
from flows.workbook.complaints import problem, words
from flows.workbook.schema import COUNTED_SHEETS
from flows.workbook.schema.letters import NEVER_PRINTED, PRINTABLE
from flows.workbook.text import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Cell, Problem

AS_TYPED = (
    "prose", "words", "exceptions", "organisation", "organisations", "name", "names", "sources", "address",
)  # fmt: skip
"""The schema's kinds whose cells are printed in the words typed; the others are printed in ours."""

REPLACEMENT = "\ufffd"
_PRINTABLE = re.compile(f"[{PRINTABLE}]+")


def letters(cells: pl.DataFrame, language: str) -> Harvest:
    """The complaints about such characters; they are printed by their numbers, so nothing changes here."""
    printed = (
        pl.col("sort").is_in(AS_TYPED)
        & pl.col("model").is_in(COUNTED_SHEETS)
        & ~pl.col("name").is_in(NEVER_PRINTED)
    )
    cleaned = cells.filter(printed).with_columns(value=prose(pl.col("text")))
    doubtful = cleaned.filter(pl.col("value").str.contains(f"[^{PRINTABLE}]"))
    return Harvest((), tuple(_problems(doubtful, language)))


def strange(value: str) -> tuple[str, ...]:
    """The characters of the value that no page can set, each once, in order.

    U+FFFD stands for a character that was lost or replaced, which is told by a rule of its own.
    """
    return tuple(dict.fromkeys(each for each in value if each != REPLACEMENT and not _is_set(each)))


def lacking(where: Cell, value: str, typed: str, language: str) -> Iterator[Problem]:
    """The complaint about a cell that holds such characters."""
    found = strange(value)
    if found:
        named, numbered = words.letters(found, language), words.numbers(found, language)
        yield problem("unprintable_character", where, language, typed, letters=named, numbers=numbered)


def _problems(doubtful: pl.DataFrame, language: str) -> Iterator[Problem]:
    for where, found in each(doubtful):
        yield from lacking(where, found["value"], found["text"], language)


@lru_cache(maxsize=8192)
def _is_set(letter: str) -> bool:
    """Whether the typefaces have the character, or all that it is made of: the page takes "ﬁ" apart."""
    made_of = unicodedata.normalize("NFKC", letter)
    return bool(_PRINTABLE.fullmatch(letter) or _PRINTABLE.fullmatch(made_of))
