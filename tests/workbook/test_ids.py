"""Ids of rows: read however they are typed, and told where one is missing or stands twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import add, cleaned, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

A, R = "Announcements", "Reactions"


@pytest.mark.parametrize("typed", ["a2", "A-2", "A 002", "A_2", "a002"])
def test_an_id_is_read_however_it_is_spaced_and_the_reading_is_told(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 3, "id", typed))
    assert found.record.announcements[1].id == "A002"
    assert found.problems == ()
    assert [(each.before, each.after, str(each.cell)) for each in found.corrections] == [
        (typed, "A002", "Announcements!A3")
    ]


def test_a_missing_id_is_offered_the_next_free_one_and_two_get_two(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "id", None), A, 4, "id", "?")
    found = cleaned(tmp_path, book)
    missing = [problem.fix for problem in found.problems if problem.rule == "missing_id"]
    assert missing == ["Type A002.", "Type A003."]
    assert [(each.origin.row, each.rule) for each in found.record.unplaced] == [
        (3, "missing_id"),
        (4, "missing_id"),
    ]


def test_a_dotted_row_is_offered_the_next_free_id_of_its_own_base(tmp_path: Path) -> None:
    book = put(sound(), R, 4, "id", "R001.1")
    offered = [problem.fix for problem in cleaned(tmp_path, book).problems if problem.rule == "duplicate_id"]
    assert offered == ["Type R001.2 in the row that came later."] * 2


def test_two_rows_of_one_id_are_both_in_doubt_and_name_each_other(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 3, "id", "a 1"))
    assert [fact.doubts for fact in found.record.announcements[:2]] == [("duplicate_id",)] * 2
    twice = [problem for problem in found.problems if problem.rule == "duplicate_id"]
    assert "Announcements!A3" in twice[0].message
    assert "Announcements!A2" in twice[1].message
    assert twice[1].found == "a 1"


def test_of_many_rows_with_one_id_three_others_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    book = sound()
    for _ in range(6):
        add(book, "Questions", id="Q001", question="Who?", asked_on="2020-06-11")
    told = [problem for problem in cleaned(tmp_path, book).problems if problem.rule == "duplicate_id"]
    assert len(told) == 7
    assert all(problem.message.count("Questions!") <= 3 for problem in told)
    assert "3 more" in told[0].message


def test_of_a_row_typed_twice_one_may_be_retired(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "retired", "typed twice"), A, 3, "id", "A001")
    found = cleaned(tmp_path, book)
    assert rules(found).count("duplicate_id") == 0
    told = [each for each in found.problems if each.rule == "id_used_before"]
    assert [str(each.cell) for each in told] == ["Announcements!A2"]
    assert "an id is never used again" in told[0].fix
