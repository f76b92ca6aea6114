"""Dates and periods (R1): where a period ends, and what a date of a given precision allows to say."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from flows.record.facts import Day

if TYPE_CHECKING:
    from flows.record.facts import Duration

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def end_on(start: date, duration: Duration) -> date:
    """Last day of the period, included (R1): same day-number, else the month's last day; n days: start + n.

    Raises:
        OverflowError: the period ends after the year 9999.
    """
    if duration.unit == "days":
        return start + timedelta(days=duration.count)
    return months_after(start, duration.count * (12 if duration.unit == "years" else 1))


def months_after(start: date, months: int) -> date:
    """The same day-number so many months later, else that month's last day (R1).

    Raises:
        OverflowError: that month lies after the year 9999.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if not 1 <= year <= MAXYEAR:
        raise OverflowError("The period leaves the calendar.")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def last_on(day: Day) -> date:
    """The last day the date may mean at its precision (R1): itself, or its month's, quarter's, year's."""
    if day.precision == "day":
        return day.first
    last = day.first.month + MONTHS[day.precision] - 1
    return date(day.first.year, last, monthrange(day.first.year, last)[1])


def end_day(start: Day, duration: Duration) -> Day | None:
    """The period's end at the precision of its start (R1); None when it leaves the calendar.

    From a month, quarter or year it is the one that holds the latest possible end: never too early.
    """
    try:
        latest = end_on(last_on(start), duration)
    except OverflowError:
        return None
    if start.precision == "day":
        return Day(latest)
    size = MONTHS[start.precision]
    return Day(date(latest.year, (latest.month - 1) // size * size + 1, 1), start.precision)


def overlap(one: Day, other: Day) -> bool:
    """True when the two dates may mean the same day."""
    return one.first <= last_on(other) and other.first <= last_on(one)


def same_time(one: Day | None, other: Day | None) -> bool:
    """True when no date tells which came first: both may mean the same day, or neither is known."""
    if one is None or other is None:
        return one is other
    return overlap(one, other)


def surely_after(one: Day, other: Day, *, answers: bool = False) -> bool:
    """True when the one date surely comes after the other (R7).

    What `answers` the other may be of the same day, month, quarter or year: that it says so shows the order.
    """
    return one.first > last_on(other) or (answers and last_on(one) >= other.first)


def days_from(day: Day, on: date) -> int | None:
    """Days from the one to the other; None without day precision: a month yields no day count (R1)."""
    return (on - day.first).days if day.precision == "day" else None


def later(day: Day | None, as_of: date) -> bool:
    """True when the date, at its first day, lies after the other; an unknown one does not."""
    return day is not None and day.first > as_of


def maybe_later(day: Day | None, as_of: date) -> bool:
    """True when the date, at its last day, lies after the other: of a month that is not over, say."""
    return day is not None and last_on(day) > as_of


def older_than(day: Day | None, days: int, on: date) -> bool:
    """True when more days than these have surely passed since; False for an unknown date."""
    return day is not None and (on - last_on(day)).days > days


def outdated_on(day: Day | None, days: int) -> date | None:
    """The first day on which `older_than` holds; None for an unknown date, or beyond the calendar."""
    if day is None:
        return None
    try:
        return last_on(day) + timedelta(days=days + 1)
    except OverflowError:
        return None
