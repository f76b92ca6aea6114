"""Cells of a row that do not go together: what the edition will say of them is said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import cleaned, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

A, R = "Announcements", "Reactions"


def test_an_end_and_a_length_that_disagree_are_told_with_both_days(tmp_path: Path) -> None:
    [problem] = cleaned(tmp_path, put(sound(), A, 2, "ends_on", "2021-06-30")).problems
    assert (problem.rule, problem.severity) == ("ends_disagree", "warning")
    assert str(problem) == (
        'Announcements!H2  ends_on says 30 June 2021, but "duration" says "1 year", which counted from '
        "10 June 2020 gives 10 June 2021: the page prints both days, and the status is undetermined. "
        'Keep the one that the source gives: correct or clear ends_on or "duration".'
    )


@pytest.mark.parametrize("ends", ["2021-06-10", "June 2021", "2021"])
def test_an_end_that_may_be_the_day_of_its_length_agrees_with_it(ends: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "ends_on", ends))) == []


def test_a_length_runs_from_the_start_where_one_is_given(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "ends_on", "2021-06-30"), A, 2, "starts_on", "2020-06-30")
    assert rules(cleaned(tmp_path, book)) == []


@pytest.mark.parametrize(("header", "value"), [("ends_on", "2021-01-01"), ("duration", "1 year")])
def test_an_end_without_any_term_is_told_on_a_first_row_and_carries_over_on_a_later_one(
    header: str, value: str, tmp_path: Path
) -> None:
    alone = put(put(sound(), A, 3, "term", None), A, 3, header, value)
    assert rules(cleaned(tmp_path, alone)) == ["end_without_fixed"]
    later = put(
        put(sound(), A, 4, "term", None), A, 4, header, "2022-01-01" if header == "ends_on" else value
    )
    assert rules(cleaned(tmp_path, later)) == []


def test_a_condition_in_the_other_language_only_has_its_words(tmp_path: Path) -> None:
    book = put(put(sound(), R, 3, "demand_condition", None), R, 3, "demand_condition_fr", "tant que")
    assert rules(cleaned(tmp_path, book)) == []


def test_what_is_asked_of_whom_without_a_demand_is_told_once_with_every_cell_it_concerns(
    tmp_path: Path,
) -> None:
    found = cleaned(tmp_path, put(sound(), R, 3, "demand", "tbd"))
    assert rules(found) == ["missing_summary", "demand_cells_without_demand"]
    assert str(found.problems[1]) == (
        'Reactions!J3  demand_term says "condition", but demand says only "tbd": nothing is asked, so '
        'nothing of it is used. Type in "demand" what is asked, or clear demand_term, demand_condition, '
        "demand_users, demand_activity, demand_technology, demand_exceptions, outcome and outcome_checked_on."
    )


def test_a_demand_in_the_other_language_only_is_a_demand(tmp_path: Path) -> None:
    book = put(put(sound(), R, 3, "demand", None), R, 3, "demand_fr", "Cesser tout usage")
    found = cleaned(tmp_path, book)
    assert rules(found) == []
    assert found.record.reactions[1].demand is not None
