"""Cells of a row that do not go together: what the edition will say of them is said before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.findings import compute
from tests.books import add, cleaned, put, rules, sound
from tests.workbook.broken_cells import BREAKS, Break

if TYPE_CHECKING:
    from pathlib import Path

    from tests.books import Book

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


def coded(outcome: str, evidence: object, *, answers: bool = False) -> Book:
    """A demand of 10 June 2020 coded so, and A004 by Amazon that day, which may say that it answers."""
    book = put(put(sound(), R, 3, "outcome", outcome), R, 3, "outcome_evidence", evidence)
    more = {"announced_on": "2020-06-10", "kind": "statement", "summary": "Has heard", "source": "S001"}
    add(book, A, id="A004", organisation="Amazon", **more)
    return put(book, A, 5, "responds_to", "R001" if answers else None)


@pytest.mark.parametrize("outcome", ["met", "partly_met", "refused"])
def test_an_outcome_without_evidence_is_told_with_what_the_page_will_print(
    outcome: str, tmp_path: Path
) -> None:
    [problem] = cleaned(tmp_path, coded(outcome, None)).problems
    assert (problem.rule, problem.severity, str(problem.cell)) == (
        "outcome_without_evidence",
        "warning",
        "Reactions!P3",
    )
    assert 'the page prints "to be established"' in problem.message
    assert ("the edition stays a draft" in problem.message) == (outcome == "met")


@pytest.mark.parametrize("outcome", ["answered", "none_found", "not_checked"])
def test_another_outcome_needs_no_evidence(outcome: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, coded(outcome, None))) == []


def test_evidence_no_later_than_the_demand_is_told_with_both_dates(tmp_path: Path) -> None:
    [problem] = cleaned(tmp_path, coded("met", "A001; A004")).problems
    assert problem.rule == "evidence_not_after"
    assert problem.message == (
        'outcome says "met", but "outcome_evidence" names nothing that came after the demand of 10 June '
        '2020, only A001 (10 June 2020) and A004 (10 June 2020): the page prints "to be established", and '
        "the edition stays a draft."
    )


def test_an_act_of_the_same_day_counts_if_it_says_what_it_answers(tmp_path: Path) -> None:
    [problem] = cleaned(tmp_path, coded("refused", "A004")).problems
    assert problem.fix.endswith('If A004 answers the demand, type R001.1 in its "responds_to".')
    assert rules(cleaned(tmp_path, coded("refused", "A004", answers=True))) == []


@pytest.mark.parametrize("evidence", ["A003", "A001; A003", "S001"])
def test_one_later_act_is_evidence_enough(evidence: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, coded("partly_met", evidence))) == []


def test_evidence_that_is_retired_is_none(tmp_path: Path) -> None:
    book = put(put(coded("refused", "A004", answers=True), A, 5, "retired", "wrong"), R, 3, "outcome", "met")
    assert rules(cleaned(tmp_path, book)) == ["outcome_without_evidence"]


def test_an_outcome_among_the_responses_needs_evidence_as_well(tmp_path: Path) -> None:
    book = sound()
    for header in ("outcome", "outcome_checked_on"):
        put(book, R, 3, header, None)
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome", "evidence"],
        ["R001.1", "Amazon", "2021-05-18", "met", None],
        ["R001.1", "Amazon", "2021-05-18", "partly_met", "A001"],
        ["R001.1", "Amazon", "2021-05-19", "partly_met", "A003"],
    ]
    assert [(problem.rule, str(problem.cell)) for problem in cleaned(tmp_path, book).problems] == [
        ("outcome_without_evidence", "Responses!D2"),
        ("evidence_not_after", "Responses!D3"),
    ]


LACKING = {
    "no_evidence": "outcome_without_evidence", "evidence_not_after": "evidence_not_after",
    "evidence_undated": "evidence_undated", "evidence_of_another": "evidence_of_another",
    "vague_demand": "vague_demand",
}  # fmt: skip


@pytest.mark.parametrize("broken", [each for each in BREAKS if each.rule in LACKING.values()])
def test_what_the_check_says_of_evidence_is_what_blocks_the_outcome(broken: Break, tmp_path: Path) -> None:
    found = cleaned(tmp_path, broken.broken())
    demands = compute(found.record, as_of=date(2032, 1, 1)).demands
    blocked = {rule for demand in demands for rule in demand.blocked}
    assert {LACKING[rule] for rule in blocked & LACKING.keys()} == set(rules(found)) == {broken.rule}
