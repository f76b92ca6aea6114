"""The second reader, calamine: what the cells of a workbook of the older kinds hold. The one door to it."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from flows.workbook.reading import values
from flows.workbook.reading.gathered import Found, Gathered
from flows.workbook.reading.refusals import Unreadable
from flows.workbook.reading.values import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from python_calamine import CalamineSheet

    from flows.workbook.reading.doors.marks import Marks
    from flows.workbook.reading.gathered import Tally
    from flows.workbook.reading.places import Place

Value = float | str | bool | date | datetime | time | timedelta
HALF_A_SECOND = timedelta(microseconds=500_000)
PANIC = "PanicException"  # how Rust's panics arrive here; their class has no name to be imported by
ONE_DAY = timedelta(days=1)


def sheets(content: bytes, marks: Mapping[str, Marks], tally: Tally, refusal: str) -> tuple[Gathered, ...]:
    """The sheets in tab order, each with the marks found on it by its name.

    calamine gives a cell with an error for an empty one: those are among the marks. Charts are left out.

    Raises `Unreadable`, of the kind `refusal`, for what calamine cannot read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum  # noqa: PLC0415 - it is slow to load

    found = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for tab in workbook.sheets_metadata:
            if tab.typ == SheetTypeEnum.WorkSheet and tab.name in marks:
                sheet = workbook.get_sheet_by_name(tab.name)
                found.append(_gathered(tab.name, sheet, marks[tab.name], tally))
    except (CalamineError, OSError) as error:
        raise Unreadable(refusal, tally.file) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise Unreadable(refusal, tally.file) from error
    return tuple(found)


def _gathered(name: str, sheet: CalamineSheet, marks: Marks, tally: Tally) -> Gathered:
    """The cells; calamine leaves out blank columns before the first filled one, though not blank rows."""
    found = Gathered(name, marks.hidden, {}, marks.hidden_rows, marks.hidden_spans, marks.filtered)
    if sheet.start is not None and sheet.end is not None:
        tally.reach(name, (sheet.end[0] + 1, sheet.end[1] + 1))
        left = sheet.start[1] + 1
        for row, fields in enumerate(sheet.iter_rows(), start=1):
            for column, value in enumerate(fields, start=left):
                if value != "" and (row, column) not in marks.errors:
                    _put(found, (row, column), _reading(value), marks, tally)
    for place, error in marks.errors.items():
        _put(found, place, Reading("error", error), marks, tally)
    for place, target in marks.linked_from(found.cells).items():
        found.cells[place] = found.cells[place]._replace(link=target)
    return found


def _put(sheet: Gathered, place: Place, reading: Reading, marks: Marks, tally: Tally) -> None:
    if reading.text and not marks.covers(place):
        struck = "all" if place in marks.struck else "no"
        tally.add(sheet, place, Found(reading, struck, None, None))


def _reading(value: Value) -> Reading:
    """What our own reader says of the same content: 2020, not 2020.0; a day without its midnight."""
    if isinstance(value, bool):
        return Reading("boolean", "TRUE" if value else "FALSE")
    if isinstance(value, str):
        return Reading("text", value)
    if isinstance(value, int | float):
        return values.number(repr(value))
    if isinstance(value, timedelta):
        return values.duration(repr(value / ONE_DAY))
    if isinstance(value, time):
        seconds = (value.hour * 60 + value.minute) * 60 + value.second + value.microsecond / 1_000_000
        return values.duration(repr(seconds / values.DAY))
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    return values.iso_moment((moment + HALF_A_SECOND).replace(microsecond=0).isoformat())
