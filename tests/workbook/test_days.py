"""A row's days: read at the precision typed, told where they are not read as typed, never guessed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from flows.record.facts import Day
from tests.books import cleaned, first, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

A = "Announcements"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("June 2020", Day(date(2020, 6, 1), "month")), ("T2 2020", Day(date(2020, 4, 1), "quarter")),
     ("1er juin 2020", Day(date(2020, 6, 1))), (2020, Day(date(2020, 1, 1), "year"))],
)  # fmt: skip
def test_a_date_keeps_the_precision_it_was_typed_at(typed: object, read: Day, tmp_path: Path) -> None:
    assert first(cleaned(tmp_path, put(sound(), A, 2, "announced_on", typed))).announced_on == read


def test_an_ambiguous_date_is_missing_never_a_guess(tmp_path: Path) -> None:
    fact = first(cleaned(tmp_path, put(sound(), A, 2, "announced_on", "10/06/2020")))
    assert fact.announced_on is None
    assert fact.doubts == ("ambiguous_date",)


def test_an_unreadable_second_date_counts_as_blank_and_leaves_the_row_in_use(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "decided_on", "10/06/2020"))
    assert [(problem.rule, problem.severity) for problem in found.problems] == [("ambiguous_date", "warning")]
    assert (first(found).decided_on, first(found).doubts) == (None, ())


def test_background_whose_day_cannot_be_read_is_set_aside_as_the_record_sets_it_aside(tmp_path: Path) -> None:
    book = sound() | {
        "Context": [["id", "date", "summary", "source"], ["C001", "soon", "What came before", "S001"]]
    }
    found = cleaned(tmp_path, book)
    assert [(problem.rule, problem.severity) for problem in found.problems] == [("not_a_date", "error")]
    assert found.record.context[0].doubts == ("not_a_date",)


def test_the_time_beside_a_day_is_left_out_and_the_change_is_told(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "announced_on", datetime.fromisoformat("2020-06-10T14:30")))
    assert first(found).announced_on == Day(date(2020, 6, 10))
    assert [(each.before, each.after) for each in found.corrections] == [("2020-06-10 14:30", "2020-06-10")]


def test_a_bare_number_is_offered_as_the_day_its_own_workbook_means(tmp_path: Path) -> None:
    def count_from_1904(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904

    book = put(sound(), A, 3, "announced_on", 43992)
    for touch, offered in ((None, "2020-06-10"), (count_from_1904, "2024-06-11")):
        [problem] = cleaned(tmp_path, book, touch).problems
        assert problem.fix == f"If that is the day, type {offered}."
