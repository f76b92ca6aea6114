"""Cells that count only beside another one: without it they would be lost, and nobody would know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.complaints import problem, words
from flows.workbook.schema.shared import DEMANDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem


@dataclass(frozen=True, slots=True)
class Companions:
    """Columns that count only where one of `needed` is filled; the first of these is the one to name."""

    rule: str
    sheets: tuple[str, ...]
    needed: tuple[str, ...]
    cells: tuple[str, ...]


BESIDE = (
    Companions(
        "demand_cells_without_demand", ("reactions",), ("demand",),
        (*(column.name for column in DEMANDED), "demand_test", "outcome", "outcome_evidence",
         "outcome_checked_on", "aimed_at", "same_demand_as"),
    ),
    Companions(
        "quote_cells_without_quote", ("announcements", "reactions"), ("quote", "translation"),
        ("quote_lang", "translation_by"),  # not the speaker: who spoke is worth noting without a quote
    ),
    Companions(
        "watch_cells_without_watch", ("organisations",), ("watch",), ("watch_from", "last_searched_on"),
    ),
    Companions("currency_without_amount", ("announcements",), ("amount",), ("currency",)),
)  # fmt: skip


def companions(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint for each row at the first cell of a group that its needed one leaves without effect."""
    for row in rows:
        for group in BESIDE:
            if row.table.sheet.name in group.sheets and not any(map(row.holds, group.needed)):
                yield from _alone(row, group)


def _alone(row: Row, group: Companions) -> Iterator[Problem]:
    names = [each for name in group.cells for each in row.versions(name)]
    if not names:
        return
    table, language = row.table, row.table.language
    first = min(names, key=lambda name: table.columns[name][0])
    column, other = table.header(group.needed[0]), table.header(group.needed[-1])
    yield problem(
        group.rule, row.cell(first), language, row.said(first), column=column, other=other,
        blank=words.blank(row.said(group.needed[0]), language),
        cells=words.several([words.name(table.header(name), language) for name in names], language),
    )  # fmt: skip
