"""Ids that name other rows, and ways that lead round in a circle, however long."""

from __future__ import annotations

from collections import UserDict
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.findings import compute
from flows.workbook.cleaning.circles import circles
from tests.books import add, cleaned, put, rules, sound

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.books import Book

A, Q, R = "Announcements", "Questions", "Reactions"
NAMES = st.integers(1, 12).map("A{:03}".format)


class Counted(UserDict[str, str]):
    """Predecessors that count how often they are asked for."""

    asked = 0

    def __getitem__(self, key: str) -> str:
        self.asked += 1
        return str(self.data[key])

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self.asked += 1
        return self.data.get(key, default)


def way_back(start: str, before: Mapping[str, str]) -> tuple[str, ...] | None:
    """The ids from one back to itself, step by step; None when the way ends elsewhere."""
    way = [start]
    while (earlier := before.get(way[-1])) is not None:
        if earlier == start:
            return tuple(way)
        if earlier in way:
            return None
        way.append(earlier)
    return None


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.dictionaries(NAMES, NAMES))
def test_every_circle_is_the_one_found_step_by_step(before: dict[str, str]) -> None:
    found = {each: circle[place:] + circle[:place] for each, (circle, place) in circles(before).items()}
    one_by_one = {each: way for each in before if (way := way_back(each, before))}
    assert found == one_by_one


@pytest.mark.parametrize("first", [None, "A1", "A2500"])
def test_a_chain_of_5000_rows_is_passed_once(first: str | None) -> None:
    chain = {f"A{number + 1}": f"A{number}" for number in range(1, 5000)}
    before = Counted(chain if first is None else chain | {"A1": first})
    if first == "A2500":
        before["A1"] = "A2500"
    circles(before)
    assert before.asked <= len(before) + 1


def test_a_circle_of_rows_sets_all_of_them_aside(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "previous_id", "A003"), A, 2, "relation", "confirms")
    facts = cleaned(tmp_path, book).record.announcements
    assert [fact.doubts for fact in facts] == [("circle",), (), ("circle",)]


def test_a_long_circle_is_told_by_its_beginning_and_its_end(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "previous_id", "A020"), A, 2, "relation", "confirms")
    for number in range(4, 21):
        more = {"organisation": "Amazon", "announced_on": "2021-06-01", "kind": "moratorium", "summary": "On"}
        add(book, A, id=f"A{number:03}", previous_id="A003" if number == 4 else f"A{number - 1:03}",
            relation="confirms", source="S001", **more)  # fmt: skip
    found = [problem for problem in cleaned(tmp_path, book).problems if problem.rule == "circle"]
    assert len(found) == 19
    assert "began: A001 → A020 → A019 → A018 → A017 → A016 → … → A003 → A001." in found[0].message


def test_a_reference_to_an_absent_row_is_kept_as_typed(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 4, "previous_id", "a9"))
    assert rules(found) == ["unknown_reference"]
    assert found.record.announcements[2].previous_id == "A009"
    assert found.record.announcements[2].doubts == ()


@pytest.mark.parametrize(
    ("tab", "header", "typed", "letters"),
    [(A, "previous_id", "R001", "A"), (R, "about", "S001", "A"), (Q, "about", "s1", "A or R"),
     (R, "same_demand_as", "A001", "R")],
)  # fmt: skip
def test_an_id_of_another_sheet_is_told_with_the_letters_that_may_stand_there(
    tab: str, header: str, typed: str, letters: str, tmp_path: Path
) -> None:
    book = put(sound(), tab, 3 if (tab, header) == (R, "same_demand_as") else 2, header, typed)
    if tab == A:
        put(book, A, 2, "relation", "confirms")
    [problem] = cleaned(tmp_path, book).problems
    assert (problem.rule, problem.fix) == ("reference_elsewhere", f"Type an id that begins with {letters}.")


@pytest.mark.parametrize(
    ("typed", "read"), [("r1", "R001"), ("R-1.1", "R001.1"), ("team", "team"), ("R2D2", "R2D2")]
)
def test_who_asked_is_a_row_or_words(typed: str, read: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), Q, 2, "asked_by", typed))
    assert found.record.questions[0].asked_by == read
    assert found.problems == ()


def test_a_response_to_an_absent_demand_is_set_aside_as_the_record_sets_it_aside(tmp_path: Path) -> None:
    book = sound()
    book["Responses"] = [["demand", "organisation", "on", "outcome"], ["R9", "IBM", "2021-05-18", "met"]]
    found = cleaned(tmp_path, book)
    assert [(problem.rule, problem.severity) for problem in found.problems] == [
        ("unknown_reference", "error")
    ]
    assert found.record.responses[0].doubts == ("unknown_reference",)


def fork(book: Book, **cells: object) -> Book:
    """The book with a second row that follows A001, beside A003."""
    more = {"organisation": "Amazon", "announced_on": "2021-06-01", "kind": "moratorium", "summary": "On"}
    named = {"id": "A004", "previous_id": "A001", "relation": "confirms", "source": "S001"}
    return add(book, A, **(more | named | cells))


def test_two_rows_that_follow_the_same_one_are_errors_that_name_each_other(tmp_path: Path) -> None:
    found = cleaned(tmp_path, fork(sound()))
    told = [problem for problem in found.problems if problem.rule == "two_successors"]
    assert [(str(each.cell), each.severity) for each in told] == [
        ("Announcements!K4", "error"),
        ("Announcements!K5", "error"),
    ]
    assert "Announcements!K5" in told[0].message
    assert "Announcements!K4" in told[1].message


def test_two_successors_are_left_to_the_record_which_knows_the_day(tmp_path: Path) -> None:
    found = cleaned(tmp_path, fork(sound()))
    assert [fact.doubts for fact in found.record.announcements] == [(), (), (), ()]
    for day, aside in ((date(2021, 5, 20), 0), (date(2021, 6, 1), 2)):
        told = [each.category for each in compute(found.record, as_of=day).set_aside]
        assert told.count("to_resolve") == aside


@pytest.mark.parametrize("row", [4, 5])
def test_a_retired_successor_does_not_count(row: int, tmp_path: Path) -> None:
    assert cleaned(tmp_path, put(fork(sound()), A, row, "retired", "wrong")).problems == ()


def test_rows_that_follow_one_another_past_a_retired_one_are_told_apart(tmp_path: Path) -> None:
    book = put(fork(fork(sound(), previous_id="A003"), id="A005"), A, 4, "retired", "wrong")
    found = cleaned(tmp_path, book)
    assert [(each.rule, str(each.cell)) for each in found.problems] == [
        ("two_successors", "Announcements!K5"),
        ("two_successors", "Announcements!K6"),
    ]
