"""Empty workbooks as they lie on disk, opened to be looked at or typed into as a team would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl

from flows.workbook import clean
from flows.workbook.blank import making, plan
from tests import books

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from flows.workbook.blank.plan import Plan, Slot
    from flows.workbook.clean import Cleaned
    from flows.workbook.schema import Column

KINDS = [("en", False), ("fr", False), ("en", True), ("fr", True)]
"""Every workbook there is: its language, and whether it is portable."""

Rows = Mapping[str, Iterable[Mapping[str, object]]]


@cache
def content(language: str, *, portable: bool = False) -> bytes:
    return making.empty(language, portable=portable)


def opened(language: str, *, portable: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content(language, portable=portable)))


@cache
def seen(language: str, *, portable: bool = False) -> Workbook:
    """The same for those who only look."""
    return opened(language, portable=portable)


@cache
def planned(language: str) -> dict[str, Plan]:
    return {each.sheet.name: each for each in plan.plans(language)}


def typed(book: Workbook, language: str, rows: Rows) -> Workbook:
    """The workbook with these rows typed in below the headers; days as real dates."""
    for name, every in rows.items():
        there = planned(language)[name]
        for row, cells in enumerate(every, start=plan.FIRST_ROW):
            for column, value in cells.items():
                slot = there.slot(column)
                assert slot, column
                put(
                    book[there.tab],
                    row,
                    slot.number,
                    value,
                    day=bool(slot.column and slot.column.kind == "day"),
                )
    return book


def put(sheet: Worksheet, row: int, column: int, value: object, *, day: bool) -> None:
    real = date.fromisoformat(value) if day and isinstance(value, str) else value
    sheet.cell(row, column).value = real


def checked(path: Path, book: Workbook) -> Cleaned:
    book.save(path / "team.xlsx")
    return clean.record(books.cells(path / "team.xlsx"))


def told(found: Cleaned) -> list[str]:
    return [str(problem) for problem in found.problems]


def rules(sheet: Worksheet) -> dict[str, Any]:
    """The rule on each range of cells, by the range."""
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def slot(language: str, sheet: str, name: str) -> Slot:
    """That column of that sheet."""
    found = planned(language)[sheet].slot(name)
    assert found, name
    return found


def kind(slot: Slot) -> Column:
    """What the schema says of it."""
    assert slot.column, slot.title
    return slot.column


def listed(slot: Slot) -> str:
    """The list that it takes a value of."""
    assert kind(slot).choices, slot.title
    return kind(slot).choices or ""


def listed_rules(sheet: Worksheet) -> dict[str, tuple[str, str]]:
    """Of each cell just below or in the headers: how firm its rule is, and what its prompt says."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for column in range(area.min_col, area.max_col + 1):
                firm = (rule.errorStyle or "stop") if rule.showErrorMessage else "none"
                found[f"{column} {area.min_row}"] = (firm, rule.prompt or "")
    return found
