"""Periods as the check counts them: the very days the record counts (R1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record import periods as of_the_record
from flows.record.facts import Day, Duration
from flows.workbook import periods

if TYPE_CHECKING:
    from flows.record.facts import Precision

PRECISIONS: dict[Precision, int] = {"day": 1, "month": 1, "quarter": 3, "year": 12}


@st.composite
def days(draw: st.DrawFn) -> Day:
    how = draw(st.sampled_from(list(PRECISIONS)))
    on = draw(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
    if how == "day":
        return Day(on)
    size = PRECISIONS[how]
    return Day(date(on.year, (on.month - 1) // size * size + 1, 1), how)


DURATIONS = st.builds(Duration, st.integers(1, 150_000), st.sampled_from(["days", "months", "years"]))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(days(), days(), DURATIONS)
def test_the_check_and_the_record_count_the_same_days(one: Day, other: Day, duration: Duration) -> None:
    assert periods.last_on(one) == of_the_record.last_on(one)
    assert periods.end_day(one, duration) == of_the_record.end_day(one, duration)
    assert periods.overlap(one, other) == of_the_record.overlap(one, other)
