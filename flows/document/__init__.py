"""What the reader sees: from findings to sentences, from sentences to a page.

compose     findings to a briefing: frozen values, in the order of the page; parts/ has one file for each
wording/    every fixed word and sentence, in English and French
fitting/    how much the two core pages hold
figures, strips     the pictures; axes: what time they span
markup      a briefing as HTML; screen: for the browser; render: the pages, the core on two of them
paper/      HTML as pages, and these as a PDF; apart/: in a process of its own
proof/      whether the finished PDF says all it has to
tracing/    from each passage to its cells, and from each cell to its pages
changed, named, cells       what changed since the edition before, in words
sections, accent, extras    what the team's own settings do to the page
"""

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
