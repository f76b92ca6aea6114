"""The gap strip: what a demand asks on each of the six dimensions, and how far the commitment goes (R6).

Six marks in the order of the dimensions, each with its two words. Three tones, as in `figures`; lengths in
tenths of a millimetre.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from flows.document.figures import HATCH, Figure
from flows.document.lens import capital

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.findings import Answer

CELL, HEIGHT = 283, 84
BOX, TOP = 44, 20  # a mark's side, and what is above it
WORDS = 58  # where a mark's words begin
FIRST, SECOND = 34, 72  # the base lines
GLYPHS = {"different": "≠", "unclear": "?", "not_coded": "–", "not_asked": "·"}
FILLS = {"covers": "#000", "narrower": "url(#hatch)"}


def strip(lens: Lens, answer: Answer) -> Figure | None:
    """The six marks of one demand; None where no commitment stands beside it or nothing of it is coded."""
    asked = [verdict for _, verdict in answer.gaps if verdict != "not_asked"]
    if answer.against is None or not asked:
        return None
    cells = "".join(_cell(lens, place, *gap) for place, gap in enumerate(answer.gaps))
    wide = CELL * len(answer.gaps)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {HEIGHT}" width="{wide / 10}mm" '
        f'height="{HEIGHT / 10}mm" font-family="Inter" font-size="30"><defs>{HATCH}</defs>{cells}</svg>'
    )
    alt = lens.say(
        "strip_alt",
        covered=lens.count(asked.count("covers"), "dimension"),
        asked=str(len(asked)),
        against=answer.against,
    )
    return Figure(svg, lens.say("strip_title", id=answer.reaction.id), alt)


def _cell(lens: Lens, place: int, dimension: str, verdict: str) -> str:
    left = place * CELL
    words = left + WORDS
    return (
        f"{_mark(left, verdict)}"
        f'<text x="{words}" y="{FIRST}" font-weight="600">'
        f"{escape(capital(lens.word('dimension', dimension)))}</text>"
        f'<text x="{words}" y="{SECOND}">{escape(lens.word("gap", verdict))}</text>'
    )


def _mark(left: int, verdict: str) -> str:
    """A black square, a hatched one, or an empty one with its sign."""
    fill = FILLS.get(verdict, "#fff")
    box = (
        f'<rect x="{left + 2}" y="{TOP}" width="{BOX}" height="{BOX}" fill="{fill}" stroke="#000" '
        f'stroke-width="3"/>'
    )
    glyph = GLYPHS.get(verdict)
    if glyph is None:
        return box
    at = f'x="{left + 2 + BOX // 2}" y="{TOP + 32}" text-anchor="middle"'
    return f'{box}<text {at} font-weight="600">{escape(glyph)}</text>'
