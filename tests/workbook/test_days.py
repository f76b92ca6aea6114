"""A row's days: read at the precision typed, told where they are not read as typed, never guessed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from flows.record.facts import Day
from flows.workbook import clean
from tests.books import cells, cleaned, first, put, rules, sound
from tests.workbook.doors import saved_in_2021

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


@pytest.mark.parametrize(
    ("tab", "header", "typed", "told"),
    [("Organisations", "last_searched_on", "2021-07-03", True),
     ("Organisations", "last_searched_on", "2021-07-02", False),
     ("Announcements", "entered_on", "2022-03-01", True), ("Announcements", "ends_on", "2022-01-01", False)],
)  # fmt: skip
def test_a_look_that_is_still_to_come_when_the_workbook_is_saved_is_told_and_not_quoted(
    tab: str, header: str, typed: str, tmp_path: Path, *, told: bool
) -> None:
    book = put(sound(), tab, 4, header, typed)
    found = clean.record(cells(saved_in_2021(tmp_path, book))).problems
    assert ("still_to_come" in [each.rule for each in found]) is told
    assert not any(typed in str(each) for each in found if each.rule == "still_to_come")


def test_where_events_come_after_the_workbook_was_saved_that_day_is_not_believed(tmp_path: Path) -> None:
    book = put(sound(), "Organisations", 4, "last_searched_on", "2022-01-10")
    put(book, "Reactions", 4, "reacted_on", "2022-01-09")
    assert rules(clean.record(cells(saved_in_2021(tmp_path, book)))) == []


def test_a_workbook_that_does_not_say_when_it_was_saved_is_read_all_the_same(tmp_path: Path) -> None:
    book = put(sound(), "Organisations", 4, "last_searched_on", "2026-01-10")
    assert cells(saved_in_2021(tmp_path, book, "2021-17-41")).saved_on is None
