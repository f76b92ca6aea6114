"""Outcomes that no page can print as they are coded (R7, model 1.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.facts import SECTOR
from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem


def of_nobody(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each outcome beside a demand to the sector: no organisation can have answered it."""
    for row in rows:
        demanded = row.table.sheet.name == "reactions" and row.holds("demand")
        if demanded and row.get("target") == SECTOR and row.get("outcome") not in (None, "not_checked"):
            yield problem(
                "outcome_of_nobody", row.cell("outcome"), row.table.language, row.said("outcome"),
                column=row.table.header("target"),
            )  # fmt: skip


def unprinted(rows: Sequence[Row], doubtful: Collection[tuple[str, int]]) -> Iterator[Problem]:
    """A complaint about each response whose demand is printed nowhere, or is one to nobody in particular."""
    demands = by_key(row for row in rows if row.table.sheet.name == "reactions")
    for row in rows:
        demand = demands.get(row.key or "")
        if row.table.sheet.name != "responses" or demand is None:
            continue
        if row.get("retired") or row.place in doubtful:
            continue
        gone = demand.get("retired") or demand.place in doubtful
        if gone or demand.get("target") == SECTOR:
            yield problem(
                "demand_not_printed" if gone else "sector_demand", row.cell("demand"), row.table.language,
                row.said("demand"), id=row.key or "", withdraw=row.withdraw(),
            )  # fmt: skip
