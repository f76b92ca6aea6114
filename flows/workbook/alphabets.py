"""Letters of other alphabets that look Latin: "Аmazon" with a Cyrillic А is another word than "Amazon"."""

from __future__ import annotations

import re

LOOKALIKES = dict(
    zip(
        "АВЕКМНОРСТХІЈЅаеорсухіјѕһԁѵԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ",
        "ABEKMHOPCTXIJSaeopcyxijshdvqwABEZHIKMNOPTYXoc",
        strict=True,
    )
)
"""Cyrillic and Greek letters, each with the Latin one it is taken for."""

_LETTERS = "".join(LOOKALIKES)
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ0-9"
MIXED = rf"[{_LATIN}][{_LETTERS}]|[{_LETTERS}][{_LATIN}]"
"""What of a word shows that it mixes alphabets: one of those beside a Latin letter or a figure."""

FOREIGN = rf"^[{_LETTERS}]{{2,}}(?:[ .-][{_LETTERS}]{{2,}})*$"
"""A name of nothing but such letters."""

_MIXED_WORD = re.compile(rf"[^\W_]*(?:{MIXED})[^\W_]*")
_TO_LATIN = str.maketrans(LOOKALIKES)


def latin(text: str) -> str:
    """The text with those letters in Latin."""
    return text.translate(_TO_LATIN)


def mixed(text: str) -> str | None:
    """The first word of the text that mixes Latin letters or figures with letters that only look so."""
    words = (found[0] for found in _MIXED_WORD.finditer(text))
    return next((word for word in words if re.fullmatch(f"[{_LATIN}]+", latin(word))), None)


def foreign(word: str) -> tuple[str, ...]:
    """Those letters in the word, each once, in order."""
    return tuple(dict.fromkeys(letter for letter in word if letter in LOOKALIKES))
