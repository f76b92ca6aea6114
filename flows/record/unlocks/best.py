"""The blank cells whose filling would unlock most, each with its address and who entered its row."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from flows.record.reconciliation import SHEETS
from flows.record.unlocks import aside, commitments, demands, others, statements
from flows.record.unlocks.others import OTHER
from flows.record.unlocks.table import KINDS, UNLOCKS
from flows.record.unlocks.values import Candidate, Gain, NewColumn, Seen, Unlock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from flows.record.facts import Grid, Origin
    from flows.record.results import Findings

MOST = 10
MOST_COLUMNS = 3


Gathered = dict["tuple[str, Origin, str]", list[Candidate]]
"""What is held back, by the cell that nothing may stand in: sheet, row and column by the model's names."""


def gathered(findings: Findings, lacking: Mapping[Origin, str]) -> Gathered:
    """Everything that any cell without content holds back, whether it is in view or not.

    `lacking` names, of rows that are set aside for one blank cell and nothing else, the column of that cell.
    """
    found: Gathered = {}
    for one in _candidates(findings, lacking):
        found.setdefault((one.sheet, one.origin, one.column), []).append(one)
    return found


def _candidates(findings: Findings, lacking: Mapping[Origin, str]) -> Iterator[Candidate]:
    seen = Seen(findings)
    yield from aside.candidates(findings, lacking)
    for rules in (commitments, demands, statements, others):
        yield from rules.candidates(seen)


def best(
    told: Gathered,
    findings: Findings,
    grids: Iterable[Grid],
    held: Collection[tuple[str, int, str]],
    most: int = MOST,
) -> tuple[Unlock, ...]:
    """At most so many blank cells in view, what unlocks most first, then in reading order.

    `held` are the places where something stands, were it only a mistake.
    """
    tabs = {grid.label: (place, grid, dict(grid.columns)) for place, grid in enumerate(grids)}
    entered = _entered(findings)
    found: list[tuple[tuple[int, ...], Unlock]] = []
    for (sheet, origin, column), candidates in told.items():
        place, grid, letters = tabs.get(origin.sheet, (0, None, {}))
        if grid is None or column not in letters or not _blank(origin, column, held):
            continue
        address, at = f"{letters[column]}{origin.row}", list(letters).index(column)
        row_id, by, gains = candidates[0].id, entered.get(origin), _gains(candidates)
        one = Unlock(sheet, origin.sheet, origin.row, address, column, row_id, by, gains)
        found.append(((-one.value, place, origin.row, at), one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0])[:most])


def columns(
    told: Gathered, findings: Findings, grids: Iterable[Grid], most: int = MOST_COLUMNS
) -> tuple[NewColumn, ...]:
    """At most so many columns that a sheet does not have, what would unlock most first."""
    tabs = {grid.sheet: grid.label for grid in grids}
    absent = frozenset(findings.record.absent)
    by_column: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for (sheet, _, column), candidates in told.items():
        if f"{sheet}.{column}" in absent and sheet in tabs:
            by_column[sheet, column] += candidates
    made = [
        NewColumn(sheet, tabs[sheet], column, _gains(theirs)) for (sheet, column), theirs in by_column.items()
    ]
    order = list(UNLOCKS)
    return tuple(sorted(made, key=lambda one: (-one.value, order.index(f"{one.sheet}.{one.column}")))[:most])


def _gains(candidates: Iterable[Candidate]) -> tuple[Gain, ...]:
    """What they hold back, each thing once, by kind."""
    by_kind: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in candidates:
        by_kind[one.kind] |= dict.fromkeys(one.ids)
    return tuple(Gain(kind, tuple(by_kind[kind])) for kind in KINDS if kind in by_kind)


def _blank(origin: Origin, column: str, held: Collection[tuple[str, int, str]]) -> bool:
    """Whether nothing stands there; a twin counts only beside the text it is the twin of."""
    base, _, language = column.rpartition("_")
    twin = bool(base) and language in OTHER
    beside = not twin or (origin.sheet, origin.row, base) in held
    return beside and (origin.sheet, origin.row, column) not in held


def _entered(findings: Findings) -> dict[Origin, str | None]:
    """Who entered each row, where that is noted."""
    facts: Iterable[Any] = (row for sheet in SHEETS for row in getattr(findings.record, sheet))
    return {row.origin: getattr(row, "entered_by", None) or getattr(row, "coded_by", None) for row in facts}
