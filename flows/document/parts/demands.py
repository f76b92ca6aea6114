"""Section 5, core: who asked what, what came of it? Demands by organisations as a real table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.parts.deadlines import more
from flows.document.wording.words import GLYPHS
from flows.record.facts import SECTOR

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.findings import Answer

MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: mark, word and evidence ids; `asked` is False where nobody asked."""

    glyph: str
    word: str
    evidence: tuple[str, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One demand: who asked, what, its id, a cell for each organisation."""

    actor: str
    words: tuple[Run, ...]
    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Demands:
    """The matrix with its caption; sums over every demand of the edition, shown or not."""

    heading: str
    caption: str | None
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    empty: str | None
    more: str | None
    col_demand: str


def demands(lens: Lens, most: int, more_under: str | None) -> Demands:
    """The first `most` demands, those held against a commitment first, then the newest."""
    bound = {chain.organisation for chain in lens.findings.commitments if chain.status != "one_off"}
    answers = sorted(sourced(lens), key=lambda one: (one.target not in bound, _vague(one), *_newest(one)))
    shown = answers[:most]
    targets = _columns(shown)
    rows = tuple(_row(lens, answer, targets) for answer in shown)
    return Demands(
        heading=lens.say("demands"),
        caption=caption(lens) if answers else None,
        columns=tuple(lens.say("col_others") if name is None else lens.name(name) for name in targets),
        rows=rows,
        empty=None if rows else _empty(lens),
        more=more(lens, len(answers) - len(shown), more_under),
        col_demand=lens.say("col_demand"),
    )


def sourced(lens: Lens) -> list[Answer]:
    """The demands that rest on a usable source (R10); the others stand in the chronology and the limits."""
    bare = set(lens.findings.unsourced)
    return [answer for answer in lens.findings.demands if answer.reaction.id not in bare]


def _vague(answer: Answer) -> bool:
    """True for a demand that names no dimension, so that no gap can be taken."""
    return all(verdict == "not_asked" for _, verdict in answer.gaps)


def _newest(answer: Answer) -> tuple[int, str]:
    when = answer.reaction.reacted_on
    return -(when.first.toordinal() if when else 0), answer.reaction.id


def _columns(shown: list[Answer]) -> list[str | None]:
    """The organisations most asked; None stands for the others and the sector at large."""
    counts = Counter(one.target for one in shown if one.target not in {None, SECTOR})
    ranked = sorted(counts, key=lambda name: (-counts[name], name or ""))
    columns: list[str | None] = list(ranked[:MOST_COLUMNS])
    if any(one.target not in columns for one in shown):
        columns.append(None)
    return columns


def _row(lens: Lens, answer: Answer, targets: list[str | None]) -> MatrixRow:
    place = answer.target if answer.target in targets else None
    asked = answer.reaction.demand
    return MatrixRow(
        actor=lens.name(answer.reaction.actor),
        words=lens.text(asked.words) if asked else (),
        id=answer.reaction.id,
        cells=tuple(_cell(lens, answer, here=target == place) for target in targets),
    )


def _cell(lens: Lens, answer: Answer, *, here: bool) -> Cell:
    if not here:
        return Cell(GLYPHS["not_addressed"], lens.word("outcome_short", "not_addressed"), (), asked=False)
    if answer.target == SECTOR:
        return Cell(GLYPHS["not_addressed"], lens.say("sector"), (), asked=True)
    word = lens.word("outcome_short", answer.outcome)
    return Cell(GLYPHS[answer.outcome], word, answer.evidence, asked=True)


def caption(lens: Lens) -> str:
    """How many demands, and how many of each outcome: the sums add up to the demands."""
    answers = sourced(lens)
    named = [answer for answer in answers if answer.target != SECTOR]
    counts = Counter(answer.outcome for answer in named)
    sums = [lens.sum_of(lens.word("outcome", code), counts[code]) for code in GLYPHS if counts[code]]
    at_large = len(answers) - len(named)
    if at_large:
        sums.append(lens.sum_of(lens.say("asked_sector"), at_large))
    total = lens.count(len(answers), "demand")
    return lens.say("matrix_caption", demands=total, sums=lens.joined(sums))


def _empty(lens: Lens) -> str:
    if "reactions.demand" in lens.findings.record.absent:
        return lens.say("demands_lacking")
    return lens.say("no_demands")
