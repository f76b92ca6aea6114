"""R1: dates, periods, and what a date of a given precision allows to say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.facts import Day, Duration
from flows.record.periods import (
    days_from,
    end_day,
    end_on,
    last_on,
    later,
    months_after,
    older_than,
    overlap,
)
from tests.record.rows import day

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def counted_month(start: date, months: int) -> date:
    """The same day-number so many months on, found by walking the calendar day by day."""
    left, at = months, start.replace(day=1)
    while left:
        at += timedelta(days=1)
        left -= at.day == 1
    first = at
    while at.day < start.day and (at + timedelta(days=1)).month == first.month:
        at += timedelta(days=1)
    return at


def sound(typed: str) -> Day:
    found = day(typed)
    assert found is not None
    return found


def test_one_year_from_10_june_ends_on_10_june() -> None:
    assert end_on(date(2020, 6, 10), Duration(1, "years")) == date(2021, 6, 10)


def test_one_year_from_29_february_ends_on_28_february() -> None:
    assert end_on(date(2020, 2, 29), Duration(1, "years")) == date(2021, 2, 28)
    assert end_on(date(2020, 2, 29), Duration(4, "years")) == date(2024, 2, 29)


def test_one_month_from_the_31st_ends_on_the_last_day_of_a_shorter_month() -> None:
    assert end_on(date(2021, 1, 31), Duration(1, "months")) == date(2021, 2, 28)
    assert end_on(date(2021, 8, 31), Duration(1, "months")) == date(2021, 9, 30)


def test_a_period_of_days_is_counted_from_its_start() -> None:
    assert end_on(date(2020, 6, 10), Duration(30, "days")) == date(2020, 7, 10)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(DAYS, st.integers(0, 60))
def test_months_agree_with_walking_the_calendar(start: date, months: int) -> None:
    assert months_after(start, months) == counted_month(start, months)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(DAYS, st.integers(0, 8))
def test_a_year_is_twelve_months(start: date, years: int) -> None:
    assert end_on(start, Duration(years, "years")) == end_on(start, Duration(12 * years, "months"))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(DAYS, st.integers(0, 40), st.sampled_from(["days", "months", "years"]))
def test_a_longer_period_never_ends_earlier(start: date, count: int, unit: str) -> None:
    shorter, longer = (Duration(number, unit) for number in (count, count + 1))  # type: ignore[arg-type]
    assert start <= end_on(start, shorter) < end_on(start, longer)


def test_a_period_beyond_the_calendar_has_no_end() -> None:
    assert end_day(sound("2020-06-10"), Duration(9000, "years")) is None
    assert end_day(sound("2020-06-10"), Duration(10**9, "days")) is None
    with pytest.raises(OverflowError):
        end_on(date(2020, 6, 10), Duration(9000, "years"))


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2020-06-10", "2020-06-10"), ("2020-02", "2020-02-29"), ("2021-02", "2021-02-28"),
        ("2020-Q2", "2020-06-30"), ("2020-Q4", "2020-12-31"), ("2020", "2020-12-31"),
    ],
)  # fmt: skip
def test_a_coarse_date_lasts_to_the_end_of_its_period(typed: str, last: str) -> None:
    assert last_on(sound(typed)).isoformat() == last


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2020-06", Duration(1, "years"), "2021-06"),
        ("2020-Q2", Duration(6, "months"), "2020-Q4"),
        ("2020", Duration(18, "months"), "2022"),
        ("2020-06", Duration(30, "days"), "2020-07"),
    ],
)
def test_a_period_from_a_month_ends_in_a_month(start: str, duration: Duration, end: str) -> None:
    assert end_day(sound(start), duration) == sound(end)


@pytest.mark.parametrize("typed", ["2020-06", "2020-Q2", "2020"])
def test_a_month_a_quarter_or_a_year_yields_no_day_count(typed: str) -> None:
    assert days_from(sound(typed), date(2020, 7, 1)) is None
    assert days_from(sound("2020-06-10"), date(2020, 7, 1)) == 21


def test_a_month_is_known_from_its_first_day_on() -> None:
    assert not later(day("2020-06"), date(2020, 6, 1))
    assert later(day("2020-06"), date(2020, 5, 31))
    assert not later(None, date(2020, 5, 31))


def test_a_month_is_older_only_once_its_last_day_is() -> None:
    assert not older_than(day("2020-06"), 30, date(2020, 7, 30))
    assert older_than(day("2020-06"), 30, date(2020, 7, 31))
    assert not older_than(None, 0, date(2020, 7, 31))


def test_two_dates_overlap_when_they_may_mean_the_same_day() -> None:
    assert overlap(sound("2021-06"), sound("2021-06-10"))
    assert overlap(sound("2021-Q2"), sound("2021"))
    assert not overlap(sound("2021-06-10"), sound("2021-06-11"))
