"""Several names in one cell with a comma, a stroke or a word between them, which count as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem, words
from flows.workbook.complaints.texts import REMEDIES
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from flows.workbook.problems import Problem

BETWEEN = re.compile(r"\s*(?:,|/|&|\+|\||\s(?:and|et|y|und|with|avec)\s)\s*", re.IGNORECASE)
SEPARATED = r"(?i)[,/&+|]| (?:and|et|y|und|with|avec) "
LIST_FROM = 3  # names between commas that are a list even where none of them is known
LONGEST_NAME = 5  # words
FORMS = frozenset(("inc", "llc", "ltd", "co", "corp", "llp", "plc", "sa", "gmbh", "bv"))


def run_together(entries: pl.DataFrame, spellings: Mapping[str, str], language: str) -> Iterator[Problem]:
    """A complaint about each entry that is several names, as far as the workbook knows them."""
    known = {key(fold) for fold in (*spellings, *entries["fold"])}
    own = {key(fold) for fold in spellings}
    for where, found in each(entries.filter(pl.col("part").str.contains(SEPARATED))):
        pieces = [piece for piece in BETWEEN.split(found["part"]) if piece]
        several = found["sort"] in ("organisations", "names")
        is_one = key(found["part"]) in own and found["name"] != "aliases"
        if not is_one and _are_names(pieces, known, found["part"], several=several):
            joint, kind = ("; ", "several") if several else (", ", "one")
            shown = words.clip(joint.join(pieces)) if several else words.several(pieces, language)
            remedy = REMEDIES[kind][language].format(entries=shown)
            yield problem("names_run_together", where, language, found["part"], remedy=remedy)


def _are_names(pieces: list[str], known: Collection[str], typed: str, *, several: bool) -> bool:
    if len(pieces) < 2 or any(key(piece) in FORMS for piece in pieces):  # noqa: PLR2004 - one name is no list
        return False
    if all(key(piece) in known for piece in pieces):
        return True
    named = all(piece[0].isupper() and len(piece.split()) <= LONGEST_NAME for piece in pieces)
    if several:
        return named and typed.count(",") >= LIST_FROM - 1
    return named and _is_list(pieces, known, typed)


def _is_list(pieces: list[str], known: Collection[str], typed: str) -> bool:
    """Whether a cell for one name lists several: with one that is known, or three that are whole names.

    "Washington, D.C." is a place, and "Justice and Police" may be one ministry.
    """
    if len(pieces) != typed.count(",") + 1:
        return False
    whole = len(pieces) >= LIST_FROM and all(len(piece.split()) > 1 for piece in pieces)
    return whole or any(key(piece) in known for piece in pieces)
