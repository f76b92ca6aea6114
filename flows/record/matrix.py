"""The answer-gap matrix (R7, R17): each demand once for each organisation it is made to; sums that add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.facts import SECTOR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flows.record.results import Answer

NOTHING_FOUND = ("none_found", "not_checked")
"""States that rest on no row, whatever was typed as evidence."""

NOT_ADDRESSED = "not_addressed"
"""The state of every organisation that a demand was not made to: it has no cell."""

States = tuple[tuple[str, int], ...]
"""How many cells are in each state, in order of codes; states of nought are left out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What came of one demand for one organisation that it was made to, and the ids that rests on."""

    organisation: str
    state: str  # an outcome (R7), never not_addressed
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One demand with a cell for each organisation it is made to; none where it is made to nobody named."""

    id: str
    actor: str
    cells: tuple[Cell, ...] = ()

    def cell(self, organisation: str) -> Cell:
        """The organisation's cell; one that was not asked is not addressed (R7 step 1)."""
        theirs = (one for one in self.cells if one.organisation == organisation)
        return next(theirs, Cell(organisation, NOT_ADDRESSED, ()))


@dataclass(frozen=True, slots=True)
class Total:
    """The demands made to one organisation: its states sum to `demands`."""

    organisation: str
    demands: int
    by_state: States


@dataclass(frozen=True, slots=True)
class Matrix:
    """Demands by organisations (R17): all organisations' totals, `sector` and `nobody` sum to `demands`."""

    organisations: tuple[str, ...]  # in the order they were first asked: a later demand moves none of them
    rows: tuple[Row, ...]  # in order of the statements
    sector: tuple[Row, ...]  # put to the sector at large: in nobody's cell
    nobody: tuple[Row, ...]  # made to nobody that the record names
    totals: tuple[Total, ...]
    by_state: States
    demands: int  # demand × target, of those with a usable source (R10)


def matrix(answers: Iterable[Answer], unsourced: Collection[str]) -> Matrix:
    """The matrix of those answers whose demand rests on a usable source; the others are in no cell (R10)."""
    bare = frozenset(unsourced)
    kept = [one for one in answers if one.reaction.id not in bare]
    made = rows((one for one in kept if one.target not in {None, SECTOR}), bare)
    columns: dict[str, list[Cell]] = {}
    for each in (each for row in made for each in row.cells):
        columns.setdefault(each.organisation, []).append(each)
    return Matrix(
        organisations=tuple(columns),
        rows=made,
        sector=tuple(Row(one.reaction.id, one.reaction.actor) for one in kept if one.target == SECTOR),
        nobody=tuple(Row(one.reaction.id, one.reaction.actor) for one in kept if one.target is None),
        totals=tuple(Total(name, len(cells), states(cells)) for name, cells in columns.items()),
        by_state=states(each for cells in columns.values() for each in cells),
        demands=len(kept),
    )


def rows(asked: Iterable[Answer], unsourced: Collection[str]) -> tuple[Row, ...]:
    """Each demand once, in the order given, with the cells of all it is made to."""
    found: dict[str, Row] = {}
    for one in asked:
        row = found.get(one.reaction.id) or Row(one.reaction.id, one.reaction.actor)
        found[row.id] = Row(row.id, row.actor, (*row.cells, cell(one, unsourced)))
    return tuple(found.values())


def cell(one: Answer, unsourced: Collection[str]) -> Cell:
    """What came of the demand and what that rests on: no row without a usable source (R10)."""
    shown = () if one.outcome in NOTHING_FOUND else one.evidence
    return Cell(one.target or SECTOR, one.outcome, tuple(item for item in shown if item not in unsourced))


def states(cells: Iterable[Cell]) -> States:
    """How many of the cells are in each state."""
    return tuple(sorted(Counter(one.state for one in cells).items()))
