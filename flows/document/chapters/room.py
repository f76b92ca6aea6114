"""How much of a page a piece of the page's markup takes, told by its letters: what no layout has to be asked.

Lengths in millimetres. The figures are what WeasyPrint came to over a thousand pieces of the shipped record,
in both languages: right within a millimetre and a half for a row or a block, and a few for a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPERS = {"a4": 297.0, "letter": 279.4}
MARGINS, APART = 42.0, 72.0  # above and below; those of the annex, whose lines keep off the edges
SPARE = 6.0
WIDE = 170.0

BLOCK = re.compile(r"<(h2|h3|tr|p|li)\b([^>]*)>(.*?)</\1>", re.DOTALL)
CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ENTITY = re.compile(r"&[^;\s]{2,8};")
SHARE = re.compile(r'<col(?: style="width: ([\d.]+)%")?(?: class="([\w-]+)")?>')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper: how tall the words on it may stand, less what the figures may be wrong by."""

    tall: float


def sheet(paper: str, *, apart: bool = False) -> Sheet:
    """The sheet of that paper, or of the annex on it."""
    return Sheet(PAPERS[paper] - (APART if apart else MARGINS) - SPARE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How many letters a line of these words has, how tall a line is, and what stands above and below."""

    letters: float
    line: float
    more: float
    whole: bool = True  # it is not parted between two pages
    keeps: bool = False  # it keeps to what stands below it
    beside: int = 1  # so many stand beside each other


KINDS = {
    "h2": _Kind(46, 7.6, 9.5, keeps=True),
    "h3": _Kind(84, 4.5, 5.2, keeps=True),
    "p": _Kind(86, 5.04, 1.0, whole=False),
    "li": _Kind(88, 4.8, 0.4),
    "commitment-summary": _Kind(86, 5.04, 1.0, keeps=True),
    "commitment-status": _Kind(86, 5.04, 1.0, keeps=True),
    "demand-words": _Kind(86, 5.04, -1.2, keeps=True),
    "demand-outcome": _Kind(86, 5.04, 1.0, keeps=True),
    "strip": _Kind(1, 0.0, 8.6, keeps=True),
    "changes-means": _Kind(92, 4.56, 1.0, keeps=True),
    "grounds": _Kind(37, 4.29, 1.4, beside=2),
    "publication": _Kind(90, 4.65, 1.7),
    "doubt": _Kind(94, 4.72, 0.9),
    "event": _Kind(84, 5.04, 1.1),
    "question": _Kind(88, 4.82, 1.8),
}
ROW = _Kind(0.58, 4.29, 2.4)  # letters in each millimetre of a column
TRAIL = _Kind(0.62, 3.9, 0.75)
DAY = _Kind(0.58, 4.29, 1.7)
TRAILS = {"trails-id": 16.0, "trails-place": 38.0}
WHOLE, BELOW = '<article class="statement"', 1.4
"""What is never parted, however many blocks it has, and how much is left below it."""
PADDING = 3.0  # beside the words of a cell


def columns(table: str) -> tuple[float, ...]:
    """How wide the columns of a table are, by its markup up to its first row."""
    told = [
        float(share) * WIDE / 100 if share else TRAILS.get(name, 0.0) for share, name in SHARE.findall(table)
    ]
    others = told.count(0.0)
    rest = (WIDE - sum(told)) / others if others else 0.0
    return tuple(wide or rest for wide in told)


def blocks(words: str, wide: tuple[float, ...]) -> Iterator[tuple[float, bool]]:
    """How tall each block of the piece is, with those that keep to it, and whether it stays in one piece."""
    if WHOLE in words:  # with the heading above the first of them, where there is one
        yield sum(tall for tall, _ in _blocks(words, wide)) + BELOW, True
    else:
        yield from _blocks(words, wide)


def _blocks(words: str, wide: tuple[float, ...]) -> Iterator[tuple[float, bool]]:
    above = 0.0
    for found in BLOCK.finditer(words):
        tag, told, inside = found.groups()
        if tag == "tr":
            kind = TRAIL if 'data-rests="trail' in told else DAY if 'class="chronology' in inside else ROW
            tall = _row(inside, wide, kind)
        else:
            kind = _kind(tag, told)
            tall = (ceil(letters(inside) / kind.letters) * kind.line + kind.more) / kind.beside
        if kind.keeps:
            above += tall
        else:
            yield above + tall, kind.whole or above > 0
            above = 0.0
    if above:
        yield above, True


def _kind(tag: str, told: str) -> _Kind:
    names = re.findall(r'(?:class|data-rests)="([\w-]+)', told)
    return next((KINDS[name] for name in reversed(names) if name in KINDS), KINDS[tag])


def _row(inside: str, wide: tuple[float, ...], kind: _Kind) -> float:
    cells = CELL.findall(inside)
    if len(cells) != len(wide):  # it spans them
        wide = (WIDE,) * len(cells)
    lines = (
        sum(ceil(letters(each) / ((across - PADDING) * kind.letters)) for each in cell.split("</p>") if each)
        for cell, across in zip(cells, wide, strict=True)
    )
    return max(1, max(lines, default=1)) * kind.line + kind.more


def letters(words: str) -> int:
    """How many letters are printed of some markup."""
    return len(ENTITY.sub("-", TAG.sub("", words)).strip())
