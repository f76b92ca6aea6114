"""What the reader sees: from findings to sentences, from sentences to a page."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""What a briefing may be written in; where not told which, it is written in all of them."""

Extent = Literal["full", "core"]
EXTENTS: tuple[Extent, ...] = get_args(Extent)
"""How much of it: the two pages that stand alone, or these and what they rest on."""


def file(language: str, kind: str) -> str:
    """The name of an edition's document in that language: "briefing-en.pdf"."""
    return f"briefing-{language}.{kind}"
