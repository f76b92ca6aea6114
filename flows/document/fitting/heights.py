"""How tall the parts of the two core pages are, worked out from their words.

Lengths in millimetres, as in `page.css` and `parts.css`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.bars import ANSWER, STANDING
from flows.document.fitting.measure import Type, lines
from flows.document.named import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flows.document.compose import Core
    from flows.document.fitting.measure import Words
    from flows.document.parts.commitments import Commitments, Standing
    from flows.document.parts.demands import Demands, MatrixRow
    from flows.document.parts.masthead import Masthead
    from flows.document.parts.questions import Question
    from flows.document.parts.reactions import Stance
    from flows.document.values import Line, Run

WIDE = 170.0

TEXT, SMALL_TEXT = Type("Literata-Regular", 10.5), Type("Literata-Regular", 9.5)
QUESTION = Type("Literata-Regular", 9.8)
TABLE, TABLE_STRONG = Type("Inter-Regular", 9), Type("Inter-SemiBold", 9)
REF, SMALL = Type("Inter-Regular", 8.4), Type("Inter-Regular", 8.5)
TITLE = Type("Literata-SemiBold", 19)

TEXT_LINE, SMALL_TEXT_LINE, TABLE_LINE, SMALL_LINE = 5.04, 4.56, 4.29, 4.08
FACT_LINE, TALLY_LINE, TITLE_LINE = 4.45, 4.2, 7.51
MASTHEAD = 24.4  # rule, kicker, situation, counts and the spaces between, less what may take several lines
DRAFT_BOX = 6.0
PANEL = 11.5  # the key points' heading and padding
HEADING, FIRST_HEADING, TABLE_HEAD, MORE = 10.96, 7.96, 6.3, 5.08
ROW = 2.35  # padding and rule of a table row
STATEMENT = 5.6  # the line that says who asks
FIGURE, BAR, TICKED = 12.0, 5.4, 3.2
ITEM, POINT = 0.8, 1.0  # below a question, below a key point
DEMAND_SHARES = {1: 0.72, 2: 0.6}  # of the width, for the demands' words, by how many columns stand beside


def _runs(runs: Sequence[Run], style: Type) -> list[tuple[str, Type]]:
    return [(run.words, style) for run in runs]


def _refs(ids: Sequence[str], size: float = 1.0) -> list[tuple[str, Type]]:
    return [(f" [{one}]", Type(REF.face, REF.size * size)) for one in ids]


def _word(marks: Mapping[str, str], *keys: str) -> list[tuple[str, Type]]:
    """The word beside a bar, where one of these has it; two letters for the bar itself."""
    word = next((marks[key] for key in keys if key in marks), None)
    return [(f"{word} nnn", Type("Inter-SemiBold", 8.5))] if word else []


def _line(line: Line, style: Type) -> list[tuple[str, Type]]:
    return [*_runs(line.runs, style), *_refs(line.refs, style.size / TEXT.size)]


def page_one(masthead: Masthead, core: Core) -> float:
    """What page one holds besides the commitments' rows."""
    points = sum(
        lines(
            [
                *_word(core.marks, *point.line.refs),
                *_line(point.line, TEXT),
                (f" ({point.confidence})", SMALL),
            ],
            WIDE - 12.5,
        )
        * TEXT_LINE
        + POINT
        for point in core.key_points.points
    )
    panel = PANEL + (points or TEXT_LINE)
    return _masthead(masthead) + panel + _changes(core) + _deadlines(core) + _commitments(core)


def _masthead(top: Masthead) -> float:
    draft = top.draft_because
    box = DRAFT_BOX + lines(_line(draft, TABLE), WIDE - 7) * TABLE_LINE if draft else 0.0
    return (
        MASTHEAD
        + box
        + lines([(top.title, TITLE)], WIDE) * TITLE_LINE
        + lines([(" · ".join(top.facts), TABLE)], WIDE) * FACT_LINE
        + lines([(top.reconciled, SMALL)], WIDE) * TALLY_LINE
    )


def _changes(core: Core) -> float:
    """What changed: the counts, then the first changes one by one."""
    part = core.changes
    said = [(part.empty, TEXT)] if part.empty else []
    said += [(f"{part.counts} {part.details}", SMALL_TEXT)] if part.counts else []
    height = HEADING + sum(lines([one], WIDE) * TEXT_LINE for one in said)
    for row in part.rows:
        words = [(f"{row.heading}: {plain(row.who)} [{row.ref}]. ", TABLE_STRONG), *_line(row.line, TABLE)]
        height += lines(words, WIDE - 4.5) * TABLE_LINE
    return height + (MORE if part.more else 0.0)


def _commitments(core: Core) -> float:
    part = core.commitments
    if not part.rows:
        return HEADING + TEXT_LINE
    caption = lines([(part.caption or "", SMALL_TEXT)], WIDE) * SMALL_TEXT_LINE
    return HEADING + caption + TABLE_HEAD + MORE


def _deadlines(core: Core) -> float:
    part = core.deadlines
    below = (lines(_line(part.unchecked, SMALL_TEXT), WIDE) * SMALL_TEXT_LINE + 1) if part.unchecked else 0.0
    if not part.rows:
        return HEADING + TEXT_LINE + below
    heights = (
        max(
            lines([(row.commitment, TABLE), *_refs(row.refs, 9 / 10.5)], 66),
            lines([(row.news, TABLE)], 38.8),
            lines([(row.time_left, TABLE)], 26.9),
            lines([*_word(core.marks, *_standing_keys(row.refs)), (row.when, TABLE_STRONG)], 30.3),
        )
        * TABLE_LINE
        + ROW
        for row in part.rows
    )
    return HEADING + TABLE_HEAD + sum(heights) + (MORE if part.more else 0) + below


def _standing_keys(ids: Sequence[str]) -> list[str]:
    return [f"{STANDING} {one}" for one in ids]


def standings(part: Commitments, marks: Mapping[str, str]) -> float:
    """The commitments' rows, and their bars where they are drawn."""
    drawn = FIGURE + sum(BAR + (TICKED if row.evolved else 0.0) for row in part.rows)
    bars = drawn if part.figure else 0.0
    return bars + sum(_standing(row, marks) for row in part.rows)


def _standing(row: Standing, marks: Mapping[str, str]) -> float:
    who = lines(
        [*_word(marks, *_standing_keys([row.id])), (f"{row.organisation}, {row.kind}", TABLE_STRONG)],
        0.24 * WIDE - 2,
    )
    flags = [(f" {flag}   ", Type("Inter-SemiBold", 8.5)) for flag in row.flags]
    status = lines([*_line(row.status, TABLE_STRONG), *flags], 0.76 * WIDE - 2)
    scope = lines(_runs(row.scope, TABLE), 0.76 * WIDE - 2) if row.scope else 0
    return max(who, status + scope) * TABLE_LINE + ROW


def page_two(core: Core) -> float:
    """What page two holds besides the rows of demands and questions."""
    positions = HEADING + (TABLE_HEAD if core.reactions.stances else TEXT_LINE)
    positions += sum(_stance(one) for one in core.reactions.stances)
    nobody = core.reactions.nobody
    positions += lines([(nobody, SMALL)], WIDE) * SMALL_LINE + 1 if nobody else 0.0
    positions += _said(core.reactions.silence_heading, core.reactions.silence)
    positions += _said(core.reactions.ties_heading, core.reactions.ties)
    limits = lines([(" ".join(core.limits.sentences), SMALL_TEXT)], WIDE) * SMALL_TEXT_LINE
    return FIRST_HEADING + positions + HEADING + MORE + HEADING + limits


def _said(heading: str, told: Sequence[Line]) -> float:
    """Sentences in a row behind their heading; nothing where there are none."""
    if not told:
        return 0.0
    words: Words = [part for line in told for part in _line(line, SMALL_TEXT)]
    said = [(f"{heading}  ", SMALL_TEXT), *words, (".", SMALL_TEXT)]
    return lines(said, WIDE) * SMALL_TEXT_LINE + 1


def matrix(part: Demands, marks: Mapping[str, str]) -> float:
    """The demands as a table, with its caption and the line that counts the others."""
    if part.empty:
        return TEXT_LINE
    columns = part.headers[1:]
    words = DEMAND_SHARES.get(len(columns), 0.46)
    narrow = (1 - words) * WIDE / max(1, len(columns)) - 2.8  # a hair less than there is
    caption = lines([(part.caption or "", SMALL_TEXT)], WIDE) * SMALL_TEXT_LINE + 1.5
    head = TABLE_HEAD + (max(lines([(name, TABLE_STRONG)], narrow) for name in columns) - 1) * TABLE_LINE
    rows = sum(
        _cells(row, marks, words * WIDE - 2, narrow)
        for statement in part.statements
        for row in statement.rows
    )
    return caption + head + len(part.statements) * STATEMENT + rows + (MORE if part.more else 0)


def _cells(row: MatrixRow, marks: Mapping[str, str], wide: float, narrow: float) -> float:
    words = lines(
        [*_word(marks, f"{ANSWER} {row.id}"), *_runs(row.words, TABLE), *_refs([row.id], 9 / 10.5)], wide
    )
    cells = (
        lines([(f"{one.glyph} {one.word}", TABLE), *_refs(one.evidence, 9 / 10.5)], narrow)
        for one in row.cells
    )
    return max(words, *cells) * TABLE_LINE + ROW


def _stance(one: Stance) -> float:
    said: list[tuple[str, Type]] = []
    for name, ids in one.actors:
        said += [(name, TABLE), *_refs(ids, 9 / 10.5), ("; ", TABLE)]
    if one.more:
        said.append((f" {one.more}", TABLE))
    if one.quote is not None:
        said += [
            (f" “{one.quote.words}” ", TABLE),
            ("– ", SMALL),
            *_runs(one.quote.speaker, SMALL),
        ]
        said += [(f" [{one.quote.note}]" if one.quote.note else "", SMALL), *_refs([one.quote_id or ""])]
    who = lines([(f"{one.name} ({one.count})", TABLE_STRONG)], 0.27 * WIDE - 2)
    return max(who, lines(said, 0.73 * WIDE - 2)) * TABLE_LINE + ROW


def question(one: Question, marks: Mapping[str, str]) -> float:
    """One question with its state, and the space below it."""
    words: Words = [
        *_word(marks, one.id),
        *_runs(one.words, QUESTION),
        *_refs([one.id]),
        (f" {one.state} {one.stale or ''}", SMALL),
    ]
    return lines(words, WIDE - 4.5) * TEXT_LINE + ITEM
