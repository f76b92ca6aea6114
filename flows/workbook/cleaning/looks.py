"""The settings of the look: a colour as #rrggbb, the logo, the paper; each with what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning import choices
from flows.workbook.cleaning.lines import Value
from flows.workbook.complaints import words
from flows.workbook.complaints.settings import HOLDS
from flows.workbook.logos import beside
from flows.workbook.logos.found import Unsuitable
from flows.workbook.schema.settings import HEX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flows.workbook.cleaning.lines import Line
    from flows.workbook.logos.found import Logo

    Draws = Callable[[Logo], bool]

BY_NAME = {english: value for (english, _), value in HEX.items()}
SIX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE | re.ASCII)
THREE = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])", re.IGNORECASE | re.ASCII)


def accent(line: Line) -> Value:
    """The colour as #rrggbb in small letters: nothing else of the cell goes any further."""
    found = _colour(line.value)
    return Value(found) if found else Value(None, (line.told("unknown_colour", **_offered("colour", line)),))


def _colour(typed: str) -> str | None:
    if six := SIX.fullmatch(typed):
        return f"#{six[1].lower()}"
    if three := THREE.fullmatch(typed):
        return "#" + "".join(digit * 2 for digit in three.groups()).lower()
    return BY_NAME.get(choices.code("colour", typed) or "")


def paper(line: Line) -> Value:
    """The paper's code."""
    found = choices.code("paper", line.value)
    return Value(found) if found else Value(None, (line.told("unknown_paper", **_offered("paper", line)),))


def logo(folder: Path | None, draws: Draws | None, line: Line) -> Value:
    """The logo of that name in the workbook's folder; `draws` tells whether a page can show it."""
    try:
        found = _shown(beside.logo(folder, line.value), draws)
    except Unsuitable as unfit:
        return Value(None, (line.told(unfit.rule, **_in_words(unfit, line.table.language)),))
    return Value(found.name, logo=found)


def _shown(found: Logo, draws: Draws | None) -> Logo:
    if draws and not draws(found):
        raise Unsuitable("logo_broken")
    return found


def _in_words(unfit: Unsuitable, language: str) -> dict[str, str | int]:
    """What the complaint's sentences name, in that language."""
    given = dict(unfit.details)
    if "holds" in given:
        given["holds"] = HOLDS[str(given["holds"])][language]
    if "guess" in given:
        given["guess"] = words.guess(str(given["guess"]) or None, language)
    return given


def _offered(name: str, line: Line) -> dict[str, str]:
    """What may stand there, and which of it was perhaps meant."""
    language = line.table.language
    guess = words.guess(choices.close(name, line.value, language), language)
    return {"guess": guess, "allowed": choices.allowed(name, language)}
