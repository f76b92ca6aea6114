"""The note a cell gets: all that is to say of it, worst first line, and how large a box holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.annotating import words
from flows.workbook.annotating.escaping import MOST, clipped
from flows.workbook.reading.places import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.problems import Problem, Severity
    from flows.workbook.reading.places import Place

MOST_SAID = 10  # complaints in one note: a longer one is read by nobody
LONGEST = 2_000  # characters of one of them
LETTERS_IN_LINE = 46  # that fit into the box
LINE, AROUND, WIDE, TALLEST = 16, 14, 300, 900  # pixels


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in a cell's note."""

    place: Place
    heading: str
    text: str

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.heading}\n{self.text}"

    @property
    def size(self) -> tuple[int, int]:
        """The width and the height of its box, in pixels."""
        lines = sum(1 + len(line) // LETTERS_IN_LINE for line in self.whole.split("\n"))
        return WIDE, min(lines * LINE + AROUND, TALLEST)


def note(place: Place, problems: Sequence[Problem], language: str, tab: str) -> Note:
    """The note on a cell that bears these complaints; `tab` is the sheet that lists all of them."""
    said = [_said(place, each, language) for each in problems[:MOST_SAID]]
    beyond = len(problems) - MOST_SAID
    if beyond > 0:
        said.append(words.said("also", language, more=beyond, tab=tab))
    closing = words.said("closing", language)
    body = clipped("\n\n".join(said), MOST - len(closing) - 100)
    return Note(place, words.opening(worst(problems), language), f"{body}\n\n{closing}")


def worst(problems: Sequence[Problem]) -> Severity:
    """How severe the worst of these complaints is."""
    return "error" if any(each.severity == "error" for each in problems) else "warning"


def _said(place: Place, problem: Problem, language: str) -> str:
    return "".join(
        (
            _scope(place, problem, language),
            clipped(problem.message, LONGEST),
            "\n",
            clipped(problem.fix, LONGEST),
        )
    )


def _scope(place: Place, problem: Problem, language: str) -> str:
    """What is spoken of, where it is more, or another cell, than the one that bears the note."""
    if problem.cell.row is None:
        return words.said("sheet", language)
    if not problem.cell.column:
        return words.said("row", language)
    own = address(problem.cell.row, problem.cell.column)
    return "" if own == address(*place) else f"{own}: "


def runs(text: Note) -> Iterator[tuple[bool, str]]:
    """Its pieces of text, each with whether it is bold."""
    yield True, f"{text.heading}\n"
    yield False, text.text
