"""Responses: an outcome that stands in two places, and one to a row that asks for nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.findings import compute
from tests.books import Book, cleaned, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

R = "Reactions"


RESPONSES: Book = {
    "Responses": [
        ["demand", "organisation", "on", "outcome", "evidence"],
        ["r1.1", "Amazon", "2021-05-18", "partiellement satisfaite", "A003"],
    ]
}


def test_an_outcome_in_two_places_is_told_and_left_to_the_record_which_knows_the_day(tmp_path: Path) -> None:
    found = cleaned(tmp_path, sound() | RESPONSES)
    assert rules(found) == ["outcome_twice", "outcome_twice", "demand_not_printed"]
    assert [fact.doubts for fact in found.record.reactions] == [(), (), ()]
    for day, aside in ((date(2021, 5, 17), []), (date(2021, 5, 18), ["R001.1", "R001.1"])):
        told = compute(found.record, as_of=day).set_aside
        assert [one.id for one in told if one.category == "to_resolve"] == aside


def test_a_dotted_row_keeps_what_it_has_of_a_base_whose_outcome_stands_in_two_places(tmp_path: Path) -> None:
    book = put(put(sound(), R, 2, "demand", "Stop it for good"), R, 2, "target", "Amazon")
    put(put(book, R, 2, "outcome", "none_found"), R, 2, "outcome_checked_on", "2020-06-15")
    headers = RESPONSES["Responses"][0]
    book["Responses"] = [headers, ["R001", "Amazon", "2021-05-18", "none_found", None]]
    found = cleaned(tmp_path, book)
    assert {str(each.cell) for each in found.problems} == {"Reactions!P2", "Reactions!R2", "Responses!A2"}
    told = compute(found.record, as_of=date(2021, 6, 1)).set_aside
    assert [one.id for one in told if one.category == "to_resolve"] == ["R001", "R001"]


def test_a_response_is_read_as_it_is_typed_in_either_language(tmp_path: Path) -> None:
    found = cleaned(tmp_path, sound() | RESPONSES)
    assert found.record.responses[0].demand == "R001.1"
    assert found.record.responses[0].outcome == "partly_met"
    assert found.record.responses[0].evidence == ("A003",)


@pytest.mark.parametrize("name", ["outcome_evidence", "outcome_checked_on"])
def test_any_outcome_cell_clashes_with_a_response_as_it_does_for_the_record(
    name: str, tmp_path: Path
) -> None:
    book = sound()
    for header in ("outcome", "outcome_evidence", "outcome_checked_on"):
        put(book, R, 3, header, None)
    put(book, R, 3, name, {"outcome_evidence": "A003"}.get(name, "2020-06-15"))
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome"],
        ["R001.1", "Amazon", "2021-05-18", "none_found"],
    ]
    assert rules(cleaned(tmp_path, book)) == ["outcome_twice", "demand_not_printed"]


def test_a_response_to_a_row_that_asks_for_nothing_is_set_aside_and_told(tmp_path: Path) -> None:
    book = put(sound(), R, 3, "outcome", None)
    book["Responses"] = [["demand", "organisation", "on", "outcome"], ["r2", "IBM", "2021-05-18", "met"]]
    found = cleaned(tmp_path, book)
    assert rules(found) == ["response_without_demand"]
    assert found.record.responses[0].doubts == ("response_without_demand",)
    assert "Reactions!H4" in found.problems[0].fix


def two_answers(first: str, second: str, *checked: str | None) -> Book:
    """Two answers to one demand, of one body and day, each checked on its day."""
    book = put(put(sound(), R, 3, "outcome", None), R, 3, "outcome_checked_on", None)
    rows = zip((first, second), checked or (None, None), strict=True)
    told: list[list[object]] = [["R001.1", "Amazon", "2020-06-15", code, day] for code, day in rows]
    headers: list[object] = ["demand", "organisation", "on", "outcome", "checked_on"]
    return book | {"Responses": [headers, *told]}


def test_two_answers_that_differ_are_told_at_each_and_left_to_the_record(tmp_path: Path) -> None:
    found = cleaned(tmp_path, two_answers("answered", "none_found"))
    assert [(str(each.cell), each.rule) for each in found.problems] == [
        ("Responses!D2", "answers_differ"),
        ("Responses!D3", "answers_differ"),
    ]
    assert str(found.problems[1]) == (
        'Responses!D3  outcome says "none_found" of R001.1 for Amazon (15 June 2020), but Responses!D2 says '
        '"answered": nothing tells which is the later, so neither row is used. '
        'Keep one of the two, or type in "checked_on" the day each was checked.'
    )
    aside = compute(found.record, as_of=date(2021, 6, 1)).set_aside
    assert [one.reasons for one in aside] == [("answers_differ",), ("answers_differ",)]
    earlier = compute(found.record, as_of=date(2020, 6, 14)).set_aside
    assert {one.category for one in earlier} == {"future"}


@pytest.mark.parametrize(
    "sheet",
    [
        two_answers("answered", "none_found", "2020-06-15", "2020-06-16"),
        two_answers("answered", "none_found", None, "2020-06-16"),
        two_answers("answered", "answered"),
    ],
)
def test_two_answers_that_agree_or_were_checked_one_after_the_other_are_sound(
    sheet: Book, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, sheet)
    assert "answers_differ" not in rules(found)
    assert not compute(found.record, as_of=date(2021, 6, 1)).set_aside
