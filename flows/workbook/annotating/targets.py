"""Which cell of a sheet bears which complaints: their own, or the first of the row or sheet they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.annotating.ground import Ground
    from flows.workbook.problems import Problem
    from flows.workbook.reading.places import Place

Targets = dict["Place", "list[Problem]"]
TOP = (1, 1)


def targets(problems: Iterable[Problem], ground: Ground) -> Targets:
    """The complaints of one sheet by the cell that bears them, in reading order of the cells.

    A cell within a merged one is borne by the cell that stands for it.
    """
    told = list(problems)
    firsts = ground.firsts({each.cell.row for each in told if each.cell.row and not each.cell.column})
    found: Targets = {}
    for each in told:
        place = _place(each, firsts)
        found.setdefault(ground.merged.get(place, place), []).append(each)
    return dict(sorted(found.items()))


def _place(problem: Problem, firsts: dict[int, Place]) -> Place:
    row, column = problem.cell.row, problem.cell.column
    if row is None:
        return TOP
    return (row, column) if column else firsts[row]
