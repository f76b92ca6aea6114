"""What came of holding a file against itself: an outcome, and every place that speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Outcome = Literal["identical", "altered", "same_words", "not_ours", "unchecked"]
"""The same bytes; something differs; drawn by other versions or encrypted, and all that could be compared is
the same; none of our PDFs, or one without what it is rebuilt from; no answer, as without a password."""

IDENTICAL, ALTERED, SAME_WORDS, NOT_OURS, UNCHECKED = (
    "identical", "altered", "same_words", "not_ours", "unchecked",
)  # fmt: skip
OLDER = "no_rebuild"
"""Why not ours: it has our record, yet nothing to rebuild it from. An edition made before that was."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a file is not what it should be: its kind, and what a sentence about it names."""

    kind: str
    told: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one PDF."""

    outcome: Outcome
    why: str  # a kind of sentence, more precise than the outcome
    places: tuple[Place, ...] = ()
    versions: tuple[tuple[str, str, str], ...] = ()  # each that differs: its name, the file's, this machine's
    unsettled: tuple[str, ...] = ()  # ids: what is said of them may rest on rows not printed
    told: Mapping[str, object] = field(default_factory=dict, hash=False)  # what the sentence names besides
    signed: tuple[str, str] | None = None  # by whom, and the certificate's fingerprint; only where it holds
    expected: bool = False  # whether that certificate is the one it had to be signed with


@dataclass(frozen=True, slots=True)
class Shelved:
    """What came of an edition's folder: its own places, and each PDF's verdict under the file's name."""

    outcome: Outcome
    places: tuple[Place, ...]
    pdfs: Mapping[str, Verdict] = field(hash=False)


def of_all(places: tuple[Place, ...], pdfs: Mapping[str, Verdict]) -> Outcome:
    """What a folder is: altered where anything is; identical only where all of it was compared and is."""
    outcomes = {UNCHECKED if one.why == OLDER else one.outcome for one in pdfs.values()}
    if places or outcomes & {ALTERED, NOT_OURS}:
        return "altered"
    if UNCHECKED in outcomes:
        return "unchecked"
    return "same_words" if SAME_WORDS in outcomes else "identical"
