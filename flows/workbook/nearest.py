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
LONGEST = 200  # letters of a word that may be misspelt: prose never is one, and takes minutes to compare
LONG_WORD = 10  # letters of a word in which two slips are still a question
ONE_SLIP = 1
ONE_SLIP_FROM = 5  # letters of a name in which one slip is a question all the same: "Amazn"


def nearest(word: str, known: Collection[str], alike: float = ALIKE) -> str | None:
    """The known word most like this one, or None when none is alike enough; the first of equals."""
    short = [one for one in known if len(one) <= LONGEST] if len(word) <= LONGEST else []
    found = process.extractOne(
        word, short, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=alike - ROUNDING
    )
    return found[0] if found else None


def nearest_name(word: str, known: Collection[str]) -> str | None:
    """The known organisation most like this one, or None; one slip is enough but in short names.

    One word of it that is quite another makes another body: Northern, Southern.
    """
    slip = 1 - 1 / len(word) if len(word) >= ONE_SLIP_FROM else ALIKE_NAMES
    found = nearest(word, known, min(ALIKE_NAMES, slip))
    return found if found and _word_by_word(word, found) else None


def is_slip(word: str, other: str) -> bool:
    """Whether one name is the other with one letter wrong, lacking, more or swapped; short names never."""
    short = min(len(word), len(other)) < ONE_SLIP_FROM
    return not short and _figures(word) == _figures(other) and _slips(word, other) == ONE_SLIP


def similarity(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return float(DamerauLevenshtein.normalized_similarity(one, other))


def nearest_ids(word: str, known: Collection[str], most: int = 3) -> list[str]:
    """The ids one slip away from this one, the first few in order; none of a word that is no id."""
    if not any(letter.isdigit() for letter in word):
        return []
    found = process.extract(
        word, list(known), scorer=DamerauLevenshtein.distance, score_cutoff=ONE_SLIP, limit=None
    )
    return sorted(each for each, _, _ in found)[:most]


def _word_by_word(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return _figures(one) == _figures(other)
    pairs = zip(words, others, strict=True)
    return all(_slips(*pair) <= 1 + (min(map(len, pair)) >= LONG_WORD) for pair in pairs)


def _slips(one: str, other: str) -> int:
    return int(DamerauLevenshtein.distance(one, other))


def _figures(word: str) -> list[str]:
    return [letter for letter in word if letter.isdigit()]
