"""Decisions that met nothing: what they are about was changed, put right, or is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook import headers, tabs
from flows.workbook.cleaning import names
from flows.workbook.decisions import Unused
from flows.workbook.nearest import nearest
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flows.workbook.cleaning.decisions import Decisions
    from flows.workbook.cleaning.rulings import Ruling
    from flows.workbook.problems import Correction, Problem
    from flows.workbook.tables import Layout

LOOKED_THROUGH = 200  # complaints of one rule among which a like one is looked for


def rows_of(told: Problem, ruled: Decisions) -> tuple[str, str]:
    """The row that a decision may name for the complaint, or none; above the rows, the sheet itself."""
    place = (told.cell.sheet, told.cell.row or 0)
    line = next((table.header_row for table in ruled.layout.tables if table.label == place[0]), place[1])
    return (key(place[0]) if place[1] <= line else ruled.rows.get(place, "")), ""


def unused(
    idle: Sequence[Ruling], ruled: Decisions, corrections: Iterable[Correction], left: Sequence[Problem]
) -> Iterator[Unused]:
    """Those of the rulings that nothing is read by either, each with the complaint in its place now."""
    respelt = dict.fromkeys(one.before for one in corrections if one.rule == "organisation_name")
    spoken = set(names.folds([*respelt]))
    folds = names.folds([ruling.decision.content for ruling in idle])
    by_rule: dict[str, list[Problem]] = {}
    for told in left:
        by_rule.setdefault(told.rule, []).append(told)
    for ruling, fold in zip(idle, folds, strict=True):
        named = ruling.reads == "organisation" and fold in spoken
        if not named and not _read(ruling, ruled.layout):
            yield Unused(ruling.decision, _now(ruling, by_rule.get(ruling.decision.rule, []), ruled))


def _read(ruling: Ruling, layout: Layout) -> bool:
    """Whether a tab or a header is read by it, of which nothing was complained."""
    content = key(ruling.decision.content)
    if ruling.reads == "sheet":
        return content not in tabs.KEYS and any(key(table.label) == content for table in layout.tables)
    return ruling.reads == "column" and any(
        content in {key(header) for _, header in table.columns.values()} - headers.names(table.sheet).keys()
        for table in layout.tables
        if ruling.row_key in ("", key(table.label))
    )


def _now(ruling: Ruling, told: Sequence[Problem], ruled: Decisions) -> Problem | None:
    """The complaint of the same rule in its row, or about much the same words where it names no row."""
    if ruling.row_key:
        return next((one for one in told if rows_of(one, ruled)[0] == ruling.row_key), None)
    alike = {tidy(one.found): one for one in reversed(told[:LOOKED_THROUGH])}
    close = nearest(ruling.decision.content, alike)
    return alike[close] if close else None
