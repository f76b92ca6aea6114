"""The smallest things a page is made of: a run of words in one language, a sentence with its ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.record.facts import Text


@dataclass(frozen=True, slots=True)
class Run:
    """Words to print in one go; `language` is set only where it differs from the page's."""

    words: str
    language: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its runs in order, then the ids of the rows it rests on."""

    runs: tuple[Run, ...]
    refs: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The sentence as plain text, without its ids."""
        return "".join(run.words for run in self.runs)


Filling = str | Run | tuple[Run, ...]
_PIECES = re.compile(r"(\*\*|\{[a-z_]+\})")


def filled(pattern: str, values: dict[str, Filling]) -> tuple[Run, ...]:
    """The pattern's runs: {name} filled in, **...** strong. A value's own marks are never read.

    Raises:
        KeyError: the pattern names a value that was not given.
    """
    runs: list[Run] = []
    strong = False
    for piece in _PIECES.split(pattern):
        if piece == "**":
            strong = not strong
        elif piece.startswith("{") and piece.endswith("}"):
            runs.extend(_value(values[piece[1:-1]], strong=strong))
        elif piece:
            runs.append(Run(piece, strong=strong))
    return tuple(runs)


def _value(value: Filling, *, strong: bool) -> tuple[Run, ...]:
    if isinstance(value, str):
        return (Run(value, strong=strong),)
    runs = (value,) if isinstance(value, Run) else value
    return tuple(Run(run.words, run.language, run.strong or strong) for run in runs)


def passage(text: Text, language: str) -> tuple[Run, ...]:
    """The text in the page's language; failing that the original, tagged and marked [en] or [fr]."""
    if text.language == language:
        return (Run(text.words),)
    if text.twin is not None and text.twin_language == language:
        return (Run(text.twin),)
    return (Run(text.words, text.language), Run(f"\u00a0[{text.language}]"))
