"""The team's colour as it can be read: contrast 4.5:1 on the paper and on the panels, in the same hue."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TOKENS = Path(__file__).resolve().parents[2] / "templates" / "css" / "tokens.css"
WHITE = "#ffffff"
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: contrast of text
NEAR = 0.185  # nearer than this to the colour of an alert, an accent could be taken for one
SLIP = 1e-4  # of a part of a colour, beyond what a screen can show
STEPS = 24  # halvings: far finer than one step of a byte

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour printed, the one asked for, and whether alerts are set in black to stay apart from it."""

    printed: str  # "#8a7200": made here from numbers, never a cell's words
    asked: str
    like_alert: bool


def accent(asked: str) -> Accent:
    """The colour of that #rrggbb, darkened in its hue (OKLCH) until it can be read on white and on a panel.

    Raises:
        ValueError: it is no #rrggbb; the workbook's check lets no other through.
    """
    lightness, chroma, hue = _lch(_linear(asked))
    found = _most(lightness, lambda light: _reads(_hex(light, chroma, hue)))
    printed = asked.lower() if found == lightness else _hex(found, chroma, hue)
    return Accent(printed, asked.lower(), _apart(printed, token("alert")) < NEAR)


def _most(asked: float, holds: Callable[[float], bool]) -> float:
    """The most of it, from nought up to what is asked, that holds; what is asked itself where that does."""
    if holds(asked):
        return asked
    low, high = 0.0, asked
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    light, dark = sorted((_luminance(_linear(one)), _luminance(_linear(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def token(name: str) -> str:
    """The raw colour of that name in the style sheet of tokens.

    Raises:
        ValueError: it has none of that name.
    """
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", TOKENS.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"no colour --{name} in {TOKENS.name}")
    return found[1]


def _reads(colour: str) -> bool:
    return all(contrast(colour, ground) >= ENOUGH for ground in (WHITE, token("panel")))


def _apart(one: str, other: str) -> float:
    """How far apart two colours look (the distance in OKLab)."""
    return math.dist(_lab(_linear(one)), _lab(_linear(other)))


def _linear(colour: str) -> Colour:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"no colour: {colour[:20]!r}")
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _unbent(red), _unbent(green), _unbent(blue)


def _unbent(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own


def _bent(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004 - the same


def _luminance(colour: Colour) -> float:
    return _dot((0.2126, 0.7152, 0.0722), colour)


def _dot(one: Colour, other: Colour) -> float:
    return sum(left * right for left, right in zip(one, other, strict=True))


def _lab(colour: Colour) -> Colour:
    """OKLab of linear sRGB (Ottosson 2020)."""
    cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    long, medium, short = (math.cbrt(_dot(cone, colour)) for cone in cones)
    seen = (long, medium, short)
    return (
        _dot((0.2104542553, 0.7936177850, -0.0040720468), seen),
        _dot((1.9779984951, -2.4285922050, 0.4505937099), seen),
        _dot((0.0259040371, 0.7827717662, -0.8086757660), seen),
    )


def _lch(colour: Colour) -> Colour:
    lightness, green_red, blue_yellow = _lab(colour)
    return lightness, math.hypot(green_red, blue_yellow), math.atan2(blue_yellow, green_red)


def _rgb(lightness: float, chroma: float, hue: float) -> Colour:
    """Linear sRGB of OKLCH; beyond 0 and 1 where the screen has no such colour."""
    green_red, blue_yellow = chroma * math.cos(hue), chroma * math.sin(hue)
    place = (lightness, green_red, blue_yellow)
    long = _dot((1.0, 0.3963377774, 0.2158037573), place) ** 3
    medium = _dot((1.0, -0.1055613458, -0.0638541728), place) ** 3
    short = _dot((1.0, -0.0894841775, -1.2914855480), place) ** 3
    seen = (long, medium, short)
    return (
        _dot((4.0767416621, -3.3077115913, 0.2309699292), seen),
        _dot((-1.2684380046, 2.6097574011, -0.3413193965), seen),
        _dot((-0.0041960863, -0.7034186147, 1.7076147010), seen),
    )


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """The colour as #rrggbb: as strong as asked, or as strong as that lightness allows in sRGB."""
    strength = _most(chroma, lambda strong: _shown(_rgb(lightness, strong, hue)))
    parts = (min(1.0, max(0.0, part)) for part in _rgb(lightness, strength, hue))
    return "#" + "".join(f"{round(_bent(part) * 255):02x}" for part in parts)


def _shown(colour: Colour) -> bool:
    return all(-SLIP <= part <= 1 + SLIP for part in colour)
