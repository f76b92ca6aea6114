"""Section 5, core: who asked what, what came of it? Demands by organisations as a real table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import left_out
from flows.document.lens import capital
from flows.document.parts.lacking import cause
from flows.document.wording.words import GLYPHS
from flows.record import matrix
from flows.record.facts import SECTOR

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.findings import Answer

MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: mark, word and evidence ids; `asked` is False where nobody asked."""

    glyph: str
    word: str
    evidence: tuple[str, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One demand: what is asked, its id, a cell for each organisation; `anchor` where the id leads to it."""

    words: tuple[Run, ...]
    id: str
    anchor: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """One statement: who asked and when, and its demands."""

    who: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Demands:
    """The matrix with its caption; sums over every demand of the edition, shown or not."""

    heading: str
    caption: str | None
    headers: tuple[str, ...]  # over the demands, then an organisation over each column of cells
    statements: tuple[Asking, ...]
    empty: str | None
    more: str | None


def demands(lens: Lens, most: int, more_under: str | None) -> Demands:
    """The first `most` demands, statement by statement."""
    answers = [answer for statement in ranked(lens) for answer in statement]
    shown = answers[:most]
    targets = _columns(shown)
    return Demands(
        heading=lens.say("demands"),
        caption=caption(lens) if answers else None,
        headers=(lens.say("col_demand"), *(_header(lens, name) for name in targets)),
        statements=tuple(_asking(lens, rows, targets) for rows in _by_statement(shown)),
        empty=None if shown else lacking_demands(lens),
        more=left_out.sentence(lens, len(answers) - len(shown), more_under),
    )


def _header(lens: Lens, target: str | None) -> str:
    return lens.say("col_others") if target is None else lens.name(target)


def ranked(lens: Lens) -> list[list[Answer]]:
    """The demands of each statement: first those held against a commitment that a key point speaks of.

    Then those that can be held against another, then the newest.
    """
    bound = {chain.organisation for chain in lens.findings.commitments if chain.status != "one_off"}

    def place(rows: list[Answer]) -> tuple[bool, bool, int]:
        exact = [one for one in rows if not _vague(one)]
        told = any(one.against in lens.pressing for one in exact)
        weighed = any(one.target in bound for one in exact)
        return not told, not weighed, _newest(rows[0])

    return sorted(_by_statement(sourced(lens)), key=place)


def _by_statement(answers: list[Answer]) -> list[list[Answer]]:
    """The demands put together by the statement that makes them, in the order they come."""
    groups: dict[str, list[Answer]] = {}
    for one in answers:
        groups.setdefault(one.reaction.base, []).append(one)
    return list(groups.values())


def sourced(lens: Lens) -> list[Answer]:
    """The demands that rest on a usable source (R10); the others stand in the chronology and the limits."""
    bare = set(lens.findings.unsourced)
    return [answer for answer in lens.findings.demands if answer.reaction.id not in bare]


def _vague(answer: Answer) -> bool:
    """True for a demand that names no dimension, so that no gap can be taken."""
    return all(verdict == "not_asked" for _, verdict in answer.gaps)


def _newest(answer: Answer) -> int:
    when = answer.reaction.reacted_on
    return -when.first.toordinal() if when else 0


def _columns(shown: list[Answer]) -> list[str | None]:
    """The organisations most asked; None stands for the others and the sector at large."""
    counts = Counter(one.target for one in shown if one.target not in {None, SECTOR})
    ranked = sorted(counts, key=lambda name: (-counts[name], name or ""))
    columns: list[str | None] = list(ranked[:MOST_COLUMNS])
    if any(one.target not in columns for one in shown):
        columns.append(None)
    return columns


def _asking(lens: Lens, rows: list[Answer], targets: list[str | None]) -> Asking:
    said = rows[0].reaction
    who = f"{capital(lens.name(said.actor))}, {lens.day(said.reacted_on)}"
    met: set[str] = set()
    made: list[MatrixRow] = []
    for answer in rows:
        # A demand made to several organisations has a row for each; its id leads to the first.
        made.append(_row(lens, answer, targets, first=answer.reaction.id not in met))
        met.add(answer.reaction.id)
    return Asking(who, tuple(made))


def _row(lens: Lens, answer: Answer, targets: list[str | None], *, first: bool) -> MatrixRow:
    place = answer.target if answer.target in targets else None
    asked = answer.reaction.demand
    return MatrixRow(
        words=lens.text(asked.words) if asked else (),
        id=answer.reaction.id,
        anchor=answer.reaction.id if first else None,
        cells=tuple(_cell(lens, answer, target, here=target == place) for target in targets),
    )


def _cell(lens: Lens, answer: Answer, column: str | None, *, here: bool) -> Cell:
    """What came of the demand, under its target; among the others the target is named in the cell."""
    if not here:
        return Cell(GLYPHS["not_addressed"], lens.word("outcome_short", "not_addressed"), (), asked=False)
    if answer.target == SECTOR:
        return Cell(GLYPHS["not_addressed"], lens.say("sector"), (), asked=True)
    word = lens.word("outcome_short", answer.outcome)
    if column is None and answer.target is not None:
        word += f" ({lens.name(answer.target)})"
    evidence = matrix.cell(answer, lens.findings.unsourced).evidence
    return Cell(GLYPHS[answer.outcome], word, evidence, asked=True)


def caption(lens: Lens) -> str:
    """How many demands, and how many of each outcome: the sums add up to the demands."""
    found = lens.findings.counts
    by_outcome = dict(found.by_outcome)
    by_outcome["not_addressed"] = by_outcome.get("not_addressed", 0) - found.to_sector
    sums = lens.sums("outcome", by_outcome | {"at_large": found.to_sector}, (*GLYPHS, "at_large"))
    return lens.say("matrix_caption", demands=lens.count(found.demands, "demand"), sums=sums)


def lacking_demands(lens: Lens) -> str:
    """Why there are no demands: none made, or no column or sheet for them."""
    absent = lens.findings.record.absent
    if "reactions" in absent:
        return lens.say("not_computable", lacking=cause(lens, "reactions.demand"))
    if "reactions.demand" in absent:
        return lens.say("demands_lacking" if "reactions.target" in absent else "demand_lacking")
    return lens.say("no_demands")
