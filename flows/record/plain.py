"""Facts and findings in JSON's own kinds, and a date read back from them."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from flows.record.facts import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.facts import Precision

KEPT_IN = frozenset({"origin", "entered_by", "checked_by", "coded_by", "file", "retired", "doubts"})
"""Cells that never leave the house: who works on the workbook, and where things lie in it."""


def plain(value: object) -> Any:  # noqa: ANN401 - what json takes: dict, list, str, number, bool, None
    """The value in JSON's own kinds; a date as ISO at its own precision (R1)."""
    if isinstance(value, Day):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        kept = (field.name for field in fields(value) if field.name not in KEPT_IN)
        return {name: plain(getattr(value, name)) for name in kept}
    return value


def json_text(content: object) -> str:
    """Canonical JSON, as files of an edition have it: sorted keys, two spaces in, a line feed at the end."""
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def strings(value: object) -> Iterator[str]:
    """Every text in what `plain` gave, but for the names of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def iso(day: Day) -> str:
    """The date at the precision it was typed (R1): 2020-06-10, 2020-06, 2020-Q2 or 2020."""
    if day.precision == "quarter":
        return f"{day.first.year:04}-Q{(day.first.month + 2) // 3}"
    return day.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[day.precision]]


def from_iso(typed: str) -> Day:
    """The date that `iso` wrote.

    Raises `ValueError` where it is none.
    """
    if "Q" in typed:
        year, quarter = typed.split("-Q")
        return Day(date(int(year), 3 * int(quarter) - 2, 1), "quarter")
    parts = [int(part) for part in typed.split("-")]
    precision: Precision = ("year", "month", "day")[len(parts) - 1]
    return Day(date(*(*parts, 1, 1)[:3]), precision)
