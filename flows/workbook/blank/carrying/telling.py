"""What was not carried over as it stood: where it is in the old workbook, what stands there, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from flows.workbook.blank.carrying.told import SENTENCES
from flows.workbook.complaints.words import clip
from flows.workbook.problems import Cell
from flows.workbook.reading.reasons import spaced

MOST_SHOWN = 2_000
"""Characters of what stood there that the list in the new workbook keeps: a whole row, a long one too."""


@dataclass(frozen=True, slots=True)
class Left:
    """One thing to know of the old workbook, in the language of the new one."""

    kind: str
    sheet: str  # the old workbook's tab
    cells: str  # "C7", "A2:F2"; "" for the sheet as a whole
    found: str  # what stands there; "" where nothing does, or it is nobody's business
    why: str
    fix: str
    eye: bool  # whether somebody has to look: it was not carried over, or not to where it may belong

    def __str__(self) -> str:
        """All of it on one line, its place first."""
        said = f"{clip(self.found)} – " if self.found else ""
        return f"{Cell(self.sheet, self.cells or None)}  {said}{self.why} {self.fix}"


def left(kind: str, language: str, sheet: str, cells: str = "", found: str = "", **blanks: str) -> Left:
    """That sentence about those cells."""
    eye, english, french = SENTENCES[kind]
    patterns = map(spaced, french) if language == "fr" else english
    why, fix = (pattern.format(**blanks) for pattern in patterns)
    return Left(kind, sheet, cells, found[:MOST_SHOWN], why, fix, eye)
