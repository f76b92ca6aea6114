"""What two dates of a row say of each other (R1): the last day of each, where a period ends, which is later.

The record counts alike; this room may not ask it (`tests/workbook/test_periods.py` holds the two together).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from flows.record.facts import Day

if TYPE_CHECKING:
    from flows.record.facts import Duration

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def last_on(day: Day) -> date:
    """The last day the date may mean at its precision."""
    if day.precision == "day":
        return day.first
    last = day.first.month + MONTHS[day.precision] - 1
    return date(day.first.year, last, monthrange(day.first.year, last)[1])


def end_day(start: Day, duration: Duration) -> Day | None:
    """The period's end, included, at the precision of its start; None when it leaves the calendar."""
    try:
        latest = _end_on(last_on(start), duration)
    except OverflowError:
        return None
    if start.precision == "day":
        return Day(latest)
    size = MONTHS[start.precision]
    return Day(date(latest.year, (latest.month - 1) // size * size + 1, 1), start.precision)


def overlap(one: Day, other: Day) -> bool:
    """Whether the two dates may mean the same day."""
    return one.first <= last_on(other) and other.first <= last_on(one)


def _end_on(start: date, duration: Duration) -> date:
    """The same day-number so many months later, else that month's last day; or so many days later."""
    if duration.unit == "days":
        return start + timedelta(days=duration.count)
    months = duration.count * (12 if duration.unit == "years" else 1)
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > MAXYEAR:
        raise OverflowError("The period leaves the calendar.")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
