"""What a misspelt word may have meant: only ever a question, never applied (rapidfuzz's door)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

if TYPE_CHECKING:
    from collections.abc import Collection

ROUNDING = 1e-5  # one slip in five letters is alike by 0.8, which floats fall just short of
ALIKE = 0.8  # of sheets, headers and list values
ALIKE_NAMES = 0.85  # of organisations: two real ones often differ by a letter or two
LONGEST = (
    200  # letters of a word somebody may have misspelt: prose takes minutes to compare, and is never one
)
ONE_SLIP_FROM = 5  # letters of a name in which one slip is a question all the same: "Amazn"


def nearest(word: str, known: Collection[str], alike: float = ALIKE) -> str | None:
    """The known word most like this one, or None when none is alike enough; the first of equals."""
    short = [one for one in known if len(one) <= LONGEST] if len(word) <= LONGEST else []
    found = process.extractOne(
        word, short, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=alike - ROUNDING
    )
    return found[0] if found else None


def nearest_name(word: str, known: Collection[str]) -> str | None:
    """The known organisation most like this one, or None; one slip is enough but in short names."""
    slip = 1 - 1 / len(word) if len(word) >= ONE_SLIP_FROM else ALIKE_NAMES
    return nearest(word, known, min(ALIKE_NAMES, slip))
