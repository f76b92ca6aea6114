"""Responses: an outcome that stands in two places, and one to a row that asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import Book, cleaned, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

R = "Reactions"


def test_an_outcome_in_two_places_sets_the_reaction_aside(tmp_path: Path) -> None:
    responses: Book = {
        "Responses": [
            ["demand", "organisation", "on", "outcome", "evidence"],
            ["r1.1", "Amazon", "2021-05-18", "partiellement satisfaite", "A003"],
        ]
    }
    found = cleaned(tmp_path, sound() | responses)
    assert found.record.reactions[1].doubts == ("outcome_twice",)
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
