"""How much the two core pages hold: heights estimated from the words, so that one layout suffices.

Lengths in millimetres. Page one carries masthead, key points, deadlines and commitments; page two
demands, positions, questions and limits. The estimate is checked against the layout by `render`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flows.document.compose import Core
    from flows.document.parts.commitments import Standing
    from flows.document.parts.demands import MatrixRow
    from flows.document.parts.masthead import Masthead
    from flows.document.values import Run

PAGE_ONE, PAGE_TWO = 256.0, 249.0  # between the margins, less a line
WIDE = 170.0
TEXT_LINE, TEXT_CHAR = 5.2, 1.86  # Literata 10.5 pt
TABLE_LINE, TABLE_CHAR = 4.3, 1.65  # Inter 9 pt
ROW = 2.35  # padding and rule of a table row
HEADING, TABLE_HEAD, MORE, BAR = 11.0, 6.0, 4.8, 5.4


@dataclass(frozen=True, slots=True)
class Budget:
    """How many rows of each part the core prints; what is left out is counted and stands further on."""

    deadlines: int = 5
    commitments: int = 12
    demands: int = 10
    actors: int = 4
    quotes: int = 2
    questions: int = 8


MOST = Budget()
FEWEST = Budget(deadlines=2, commitments=1, demands=1, actors=2, quotes=0, questions=1)


def budget(masthead: Masthead, core: Core, slack: float) -> Budget:
    """The largest budget whose pages keep `slack` free; `core` is composed with `MOST`."""
    free_one = PAGE_ONE - slack - _page_one(masthead, core)
    commitments = _fitting((_standing(row) for row in core.commitments.rows), free_one)
    free_two = PAGE_TWO - slack - _page_two(core)
    questions = [
        _lines(_length(row.words) + len(row.state) + 6, WIDE - 6, 1.72) * 4.9 + 0.8
        for row in core.questions.questions
    ]
    few = questions[:3]
    demands = _fitting((_asked(row) for row in core.demands.rows), free_two - sum(few))
    used = sum(_asked(row) for row in core.demands.rows[:demands])
    return Budget(
        deadlines=MOST.deadlines,
        commitments=max(FEWEST.commitments, commitments),
        demands=max(FEWEST.demands, demands),
        actors=MOST.actors,
        quotes=MOST.quotes,
        questions=max(FEWEST.questions, _fitting(questions, free_two - used)),
    )


def _fitting(heights: Iterable[float], room: float) -> int:
    """How many of the heights, in order, fit the room."""
    count = 0
    for height in heights:
        room -= height
        if room < 0:
            break
        count += 1
    return count


def _lines(characters: int, width: float, each: float) -> int:
    return max(1, math.ceil(characters * each / width * 1.03))


def _length(runs: Sequence[Run]) -> int:
    return sum(len(run.words) for run in runs)


def _words(runs: Sequence[Run], width: float, more: int = 0) -> float:
    return _lines(_length(runs) + more, width, TEXT_CHAR) * TEXT_LINE


def _page_one(masthead: Masthead, core: Core) -> float:
    """What page one holds besides the commitments' rows."""
    title = _lines(len(masthead.title), WIDE, 3.5) * 7.7
    top = (
        42.0 + title + (10.0 + 4.3 * len(masthead.draft_because.words) // 90 if masthead.draft_because else 0)
    )
    points = sum(
        _words(point.line.runs, WIDE - 13, len(point.confidence) + 8 * len(point.line.refs)) + 1.2
        for point in core.key_points.points
    )
    return top + 14.0 + points + _deadlines(core) + HEADING + _figure_frame(core)


def _figure_frame(core: Core) -> float:
    caption = _lines(len(core.commitments.caption or ""), WIDE, 1.7) * 4.8
    return 8.0 + caption + TABLE_HEAD + MORE if core.commitments.rows else TEXT_LINE


def _deadlines(core: Core) -> float:
    rows = core.deadlines.rows
    unchecked = core.deadlines.unchecked
    below = _lines(len(unchecked.words) + 7 * len(unchecked.refs), WIDE, 1.7) * 4.8 + 1 if unchecked else 0.0
    if not rows:
        return HEADING + TEXT_LINE + below
    heights = (
        max(_lines(len(row.commitment) + 7, 66, TABLE_CHAR), _lines(len(row.news), 39, TABLE_CHAR),
            _lines(len(row.time_left), 27, TABLE_CHAR)) * TABLE_LINE + ROW
        for row in rows
    )  # fmt: skip
    return HEADING + TABLE_HEAD + sum(heights) + (MORE if core.deadlines.more else 0) + below


def _standing(row: Standing) -> float:
    """One commitment: its bar and its table row."""
    who = _lines(len(row.organisation) + len(row.kind) + 2, 50, TABLE_CHAR * 1.06)
    flags = sum(len(flag) + 3 for flag in row.flags)
    status = _lines(len(row.status.words) + 8 + flags, 115, TABLE_CHAR)
    return BAR + max(who, status) * TABLE_LINE + ROW


def _page_two(core: Core) -> float:
    """What page two holds besides the rows of demands and questions."""
    caption = _lines(len(core.demands.caption or ""), WIDE, 1.7) * 4.8 + 1.5
    positions = sum(
        max(
            _lines(len(stance.name) + 4, 44, TABLE_CHAR * 1.06),
            _lines(sum(len(name) + 8 for name, _ in stance.actors) + 5 + _quoted(stance), 122, TABLE_CHAR),
        )
        * TABLE_LINE
        + ROW
        for stance in core.reactions.stances
    )
    limits = _lines(sum(len(one) + 1 for one in core.limits.sentences), WIDE, 1.7) * 4.8
    return 4 * HEADING + caption + 2 * TABLE_HEAD + positions + 3 * MORE + limits


def _quoted(stance: object) -> int:
    quote = getattr(stance, "quote", None)
    return 0 if quote is None else len(quote.words) + len(quote.speaker) + len(quote.note or "") + 16


def _asked(row: MatrixRow) -> float:
    """One row of the matrix; columns share what the demand's words leave."""
    narrow = 92.0 / max(1, len(row.cells))
    words = _lines(len(row.actor) + 2 + _length(row.words) + 9, 75, TABLE_CHAR)
    cells = max(
        (
            _lines(len(cell.word) + 3 + 7 * len(cell.evidence), narrow - 2, TABLE_CHAR * 1.08)
            for cell in row.cells
        ),
        default=1,
    )
    return max(words, cells) * TABLE_LINE + ROW
