"""Evidence (R7, R10): what cannot carry an outcome is told, and keeps the edition from printing it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.findings import compute
from tests.books import add, cleaned, put, rules, sound
from tests.workbook.broken_cells import BREAKS, Break

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from tests.books import Book

A, R, S = "Announcements", "Reactions", "Sources"


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
        "outcome_evidence names nothing that came after the demand of 10 June 2020, only A001 (10 June 2020) "
        'and A004 (10 June 2020), and "outcome" says "met": the page prints "to be established", and the '
        "edition stays a draft."
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


@pytest.mark.parametrize(("outcome", "told"), [("met", True), ("none_found", True), ("not_checked", False)])
def test_an_outcome_of_a_demand_to_the_sector_is_told_as_no_page_prints_it(
    outcome: str, tmp_path: Path, *, told: bool
) -> None:
    found = cleaned(tmp_path, put(put(sound(), R, 3, "outcome", outcome), R, 3, "target", "SECTOR"))
    assert rules(found) == ["outcome_of_nobody"] * told
    [answer] = compute(found.record, as_of=date(2032, 1, 1)).demands
    assert answer.outcome == "not_addressed"


def test_an_outcome_among_the_responses_needs_evidence_as_well(tmp_path: Path) -> None:
    book = sound()
    for header in ("outcome", "outcome_checked_on"):
        put(book, R, 3, header, None)
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome", "evidence"],
        ["R001.1", "Amazon", "2021-05-20", "met", None],
        ["R001.1", "Amazon", "2021-05-18", "partly_met", "A001"],
        ["R001.1", "Amazon", "2021-05-19", "partly_met", "A003"],
    ]
    assert [(problem.rule, str(problem.cell)) for problem in cleaned(tmp_path, book).problems] == [
        ("outcome_without_evidence", "Responses!D2"),
        ("evidence_not_after", "Responses!E3"),
    ]


LACKING = {
    "no_evidence": "outcome_without_evidence", "evidence_not_after": "evidence_not_after",
    "evidence_undated": "evidence_undated", "evidence_of_another": "evidence_of_another",
    "vague_demand": "vague_demand",
}  # fmt: skip


def judged(book: Book, path: Path) -> tuple[set[str], set[str]]:
    """What the check says of the evidence, and what keeps the edition from printing the outcome."""
    found = cleaned(path, book)
    demands = compute(found.record, as_of=date(2032, 1, 1)).demands
    blocked = {rule for demand in demands for rule in demand.blocked}
    return set(rules(found)) & set(LACKING.values()), {LACKING[rule] for rule in blocked & LACKING.keys()}


@pytest.mark.parametrize("broken", [each for each in BREAKS if each.rule in LACKING.values()])
def test_what_the_check_says_of_evidence_is_what_blocks_the_outcome(broken: Break, tmp_path: Path) -> None:
    assert judged(broken.broken(), tmp_path) == ({broken.rule}, {broken.rule})


@pytest.mark.parametrize("evidence", ["A003", "S001"])
@pytest.mark.parametrize(
    ("cells", "enough"),
    [
        ({"url": "https://example.org/record"}, True),
        ({"title": "Companies step back"}, True),
        ({"file": "record.pdf"}, True),
        ({}, False),  # a publisher and a day
        ({"url": "https://example.org/record", "retired": "the page is gone"}, False),
    ],
)
def test_a_source_carries_an_outcome_if_it_is_in_use_and_can_be_followed(
    evidence: str, cells: dict[str, object], tmp_path: Path, *, enough: bool
) -> None:
    book = coded("refused", evidence)
    for header, value in ({"url": None, "title": None} | cells).items():
        put(book, S, 2, header, value)
    told = set() if enough else {"outcome_without_evidence"}
    assert judged(book, tmp_path) == (told, told)


@pytest.mark.parametrize("source", ["S009", "A002", "The Record", "?"])
def test_an_act_whose_source_leads_nowhere_carries_no_outcome(source: str, tmp_path: Path) -> None:
    book = put(coded("refused", "A003"), A, 4, "source", source)
    assert judged(book, tmp_path) == ({"outcome_without_evidence"}, {"outcome_without_evidence"})


@pytest.mark.parametrize(
    ("asked", "came", "answers", "enough"),
    [
        ("2020-06-10", "2020-06-09", False, False),
        ("2020-06-10", "2020-06-10", False, False),
        ("2020-06-10", "2020-06-10", True, True),
        ("2020-06-10", "2020-06-11", False, True),
        ("2020-06-10", "2020-06", False, False),
        ("2020-06-10", "2020-06", True, True),
        ("2020-06", "2020-06-30", False, False),
        ("2020-06", "2020-06-30", True, True),
        ("2020-06", "2020-07", False, True),
        ("2020-Q2", "2020-07-01", False, True),
        ("2020", "2020-12", False, False),
        ("2020-06-10", "2020-05", True, False),
    ],
)
def test_only_what_surely_came_after_carries_an_outcome_or_what_says_that_it_answers(
    asked: str, came: str, tmp_path: Path, *, answers: bool, enough: bool
) -> None:
    book = put(
        put(coded("refused", "A004", answers=answers), R, 2, "reacted_on", asked), A, 5, "announced_on", came
    )
    put(book, R, 3, "outcome_checked_on", "2022-01-01")
    told = set() if enough else {"evidence_not_after"}
    assert judged(book, tmp_path) == (told, told)


@pytest.mark.parametrize("evidence", ["R003", "A001; R003", "A001; A005", "A005"])
def test_a_later_act_of_somebody_else_is_told_as_theirs(evidence: str, tmp_path: Path) -> None:
    later = {"source": "S001", "summary": "Later"}
    book = add(
        coded("refused", evidence), R, id="R003", actor="ACLU", reacted_on="2021-06-01", about="A001", **later
    )
    add(book, A, id="A005", organisation="IBM", announced_on="2021-06-01", kind="ban", **later)
    assert judged(book, tmp_path) == ({"evidence_of_another"}, {"evidence_of_another"})
    [problem] = [each for each in cleaned(tmp_path, book).problems if each.rule == "evidence_of_another"]
    assert "A001" not in problem.message


def test_retired_evidence_without_a_date_is_none_as_well(tmp_path: Path) -> None:
    book = put(put(coded("refused", "A004"), A, 5, "retired", "wrong"), A, 5, "announced_on", None)
    assert judged(book, tmp_path) == ({"outcome_without_evidence"}, {"outcome_without_evidence"})


def test_a_response_that_is_hidden_is_not_judged_as_well(tmp_path: Path) -> None:
    book = sound()
    for header in ("outcome", "outcome_checked_on"):
        put(book, R, 3, header, None)
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome"],
        ["R001.1", "Amazon", "2021-05-18", "met"],
    ]

    def hide(workbook: Workbook) -> None:
        workbook["Responses"].row_dimensions[2].hidden = True

    assert rules(cleaned(tmp_path, book, hide)) == ["hidden_row"]


def test_a_response_by_nobody_is_judged_as_that_of_the_one_who_was_asked(tmp_path: Path) -> None:
    book = sound()
    for header in ("outcome", "outcome_checked_on"):
        put(book, R, 3, header, None)
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome", "evidence", "checked_on"],
        ["R001.1", None, "2020-06-15", "met", "A002", "2020-06-15"],
    ]
    lacking, other = cleaned(tmp_path, book).problems
    assert (lacking.rule, other.rule) == ("missing_organisation", "evidence_of_another")
    assert "names no act of Amazon after the demand" in other.message
