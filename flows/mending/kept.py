"""What an edition keeps for the team: problems.html, and mending.json with what only that page tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.edition.complaints import MENDING as DATA
from flows.mending import next_rows, rulings, trend
from flows.mending.known import known, of_the_record
from flows.mending.page import Release, Told
from flows.record.plain import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.mending.next_rows import NextRow
    from flows.record.editions import Snapshot
    from flows.record.findings import Findings
    from flows.record.unlocks.values import Gain
    from flows.workbook.clean import Cleaned
    from flows.workbook.problems import Cell
    from flows.workbook.read import Book

PAGE = "problems.html"

__all__ = ["DATA", "PAGE", "content", "told"]


def told(book: Book, cleaned: Cleaned, findings: Findings, previous: Snapshot | None) -> Told:
    """All there is to tell the team of a workbook on the day of the findings."""
    return Told(
        problems=of_the_record(cleaned),
        language=cleaned.record.language,
        workbook=book.name,
        corrections=cleaned.corrections,
        decided=cleaned.decided,
        unused=cleaned.unused,
        strangers=tuple(_strangers(cleaned)),
        release=Release(findings.as_of, findings.release, findings.holds),
        compared=True,
        trend=trend.since(previous, cleaned),
        next=next_rows.found(book, cleaned, findings),
    )


def _strangers(cleaned: Cleaned) -> Iterator[Cell]:
    """The columns not known, but for those that the settings ask to have printed."""
    asked = dict(cleaned.record.settings).get("extra_columns", "")
    printed = {entry.partition(": ")[2] for entry in asked.split("; ")}
    yield from (cell for cell in cleaned.unknown_columns if (cell.header or "") not in printed)


def content(told: Told, cleaned: Cleaned) -> bytes:
    """The content of mending.json: canonical, and the same for the same page."""
    return json_text(
        {
            "compared_with": told.trend.edition if told.trend else None,
            "problems": _problems(told, cleaned),
            "settled": [_settled(one) for one in told.trend.settled] if told.trend else [],
            "decided": rulings.kept(told.decided),
            "corrected": [
                {**_cell(one.cell), "rule": one.rule, "before": one.before, "after": one.after}
                for one in told.corrections or ()
            ],
            "unknown_columns": [_cell(one) for one in told.strangers],
            "next": [_next(one) for one in told.next.rows] if told.next else [],
            "columns": [
                {"sheet": one.label, "column": one.column, "value": one.value, "unlocks": _gains(one.gains)}
                for one in (told.next.columns if told.next else ())
            ],
        }
    ).encode()


def _problems(told: Told, cleaned: Cleaned) -> list[dict[str, Any]]:
    """What each complaint is about, whatever its row's number, and whether it is new since then."""
    about = known(told.problems, cleaned)
    return [
        {
            "sheet": one.cell.sheet,
            "cell": one.cell.address,
            "row": one.cell.row,
            "rule": one.rule,
            "table": each.table,
            "column": each.column,
            "id": each.id,
            "new": place in told.trend.new if told.trend else None,
        }
        for place, (one, each) in enumerate(zip(told.problems, about, strict=True))
    ]


def _cell(cell: Cell) -> dict[str, Any]:
    return {"sheet": cell.sheet, "cell": cell.address, "header": cell.header}


def _settled(one: trend.Settled) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "cell": one.cell,
        "row": one.row,
        "header": one.header,
        "severity": one.severity,
        "message": one.message,
    }


def _next(one: NextRow) -> dict[str, Any]:
    unlock = one.unlock
    return {
        "sheet": unlock.label,
        "cell": unlock.address,
        "row": unlock.row,
        "header": one.header,
        "id": unlock.id,
        "entered_by": unlock.entered_by,
        "value": unlock.value,
        "unlocks": _gains(unlock.gains),
    }


def _gains(gains: Iterable[Gain]) -> list[dict[str, Any]]:
    return [{"kind": gain.kind, "ids": list(gain.ids)} for gain in gains]
