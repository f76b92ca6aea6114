"""The team's own look: its colour, its paper, the foot of its pages; and what the method says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.accent import accent
from flows.document.fitting.measure import Type, lines

if TYPE_CHECKING:
    from flows.document.accent import Accent
    from flows.document.lens import Lens

A4, LETTER = "a4", "letter"
SHORTER = {A4: 0.0, LETTER: 17.6}
"""By how many millimetres a paper is less tall than A4; the text is 170 mm wide on each."""

MARGIN = Type("Inter-Regular", 8)
FOOT_WIDE, FOOT_LINES = 70.0, 3


@dataclass(frozen=True, slots=True)
class Look:
    """What the style sheets take from the settings: a colour of our own making and two codes."""

    paper: str
    colour: str | None  # "#8a7200"; None keeps the tokens' own
    alert_black: bool  # the colour is too near to that of alerts


def look(lens: Lens) -> Look:
    """The look the settings ask for."""
    asked = _accent(lens)
    return Look(paper(lens), asked.printed if asked else None, asked.like_alert if asked else False)


def paper(lens: Lens) -> str:
    """The paper's code."""
    return LETTER if lens.setting("paper") == LETTER else A4


def foot(lens: Lens) -> str:
    """What stands at the foot of each page: the team's words, or where to write and the licence."""
    typed = lens.setting("footer")
    if typed and _fits(typed):
        return " ".join(typed.split(None))
    parts = [part for name in ("contact", "licence") if (part := lens.setting(name))]
    return " · ".join(parts)


def notes(lens: Lens) -> tuple[str, ...]:
    """What the method says of it: a colour printed darker, a foot too long for the margin."""
    asked, typed = _accent(lens), lens.setting("footer")
    said = []
    if asked and asked.printed != asked.asked:
        colours = {"asked": asked.asked.upper(), "printed": asked.printed.upper()}
        said.append(lens.say("accent_darker", **colours))
    if typed and not _fits(typed):
        said.append(lens.say("foot_in_full", words=typed))
    return tuple(said)


def _accent(lens: Lens) -> Accent | None:
    asked = lens.setting("accent")
    return accent(asked) if asked else None


def _fits(typed: str) -> bool:
    """Whether the margin has room for it; a word wider than a line counts by its letters."""
    return lines([(typed, MARGIN)], FOOT_WIDE) <= FOOT_LINES
