"""How much paper words take: widths from the faces themselves, lines broken as the page breaks them.

The same faces say which characters they have. fontTools' door; read once, and only when a page is made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import normalize

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[3] / "templates" / "fonts"
MM_PER_POINT = 25.4 / 72

UNDRAWN = "\t\n\u200c\u200d\u2060\ufeff"
"""Characters that steer the setting of others and draw nothing themselves."""

DIRECTIONS = "\u200e\u200f\u061c"
"""Marks that turn the order of what stands beside them: of no use where all letters run left to right."""

Face = Literal["Literata-Regular", "Literata-SemiBold", "Inter-Regular", "Inter-SemiBold"]


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size, in points."""

    face: Face
    size: float


Words: TypeAlias = Sequence[tuple[str, Type]]
"""Words to set one after the other, each with its type."""


def lines(words: Words, width: float) -> int:
    """How many lines the words take in a column of `width` millimetres; at least one."""
    room = width / MM_PER_POINT
    count, used = 1, 0.0
    for word, style in words:
        for place, piece in enumerate(word.split(" ")):
            gap = advance(" ", style) if place else 0.0
            long = advance(piece, style)
            if used and used + gap + long > room:
                count, used = count + 1, long
            else:
                used += gap + long
            more = int(used // room)  # a word longer than the line goes on in the next
            count, used = count + more, used - more * room
    return count


def advance(words: str, style: Type) -> float:
    """How long the words are in one line, in points; kerning apart."""
    widths, default, units = _widths(style.face)
    return sum(widths.get(letter, default) for letter in words) * style.size / units


def printable(words: str) -> str:
    """The words with every character our faces lack taken apart (NFKC), or printed by its number.

    The page depends on no other fonts: "\ufb01" becomes "fi", an emoji "[U+1F6AB]", as a Hebrew letter does.
    Marks of direction are left out: without letters that run the other way they only turn figures round.
    """
    return _lacking().sub(lambda found: _instead(found[0]), words)


def _instead(letter: str) -> str:
    if letter in DIRECTIONS:
        return ""
    apart = normalize("NFKC", letter)
    return f"[U+{ord(letter):04X}]" if _lacking().search(apart) else apart


@cache
def _lacking() -> re.Pattern[str]:
    """Any character that neither family has, those that draw nothing apart."""
    known = "".join(re.escape(chr(code)) for code in sorted(_drawn("Literata") | _drawn("Inter")))
    return re.compile(f"[^{known}{UNDRAWN}]")


def _drawn(family: str) -> set[int]:
    """The characters that every face of the family has."""
    return set.intersection(*(_codes(path) for path in sorted(FONTS.glob(f"{family}-*.ttf"))))


def _codes(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


@cache
def _widths(face: Face) -> tuple[dict[str, int], int, int]:
    """Each character's width, that of an unknown one, and how many units make the size."""
    with TTFont(FONTS / f"{face}.ttf", lazy=True) as font:
        metrics = font["hmtx"]
        widths = {chr(code): metrics[name][0] for code, name in font.getBestCmap().items()}
        return widths, metrics[".notdef"][0], font["head"].unitsPerEm
