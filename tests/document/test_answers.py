"""A demand in full: its code beside the proposal, and what was asked beside what was announced."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document.lens import Lens
from flows.document.parts import demands_full
from tests.document import shipped
from tests.record.demands import CRITICISED, WIDER, asks, widened
from tests.record.rows import demanded, found, terms

if TYPE_CHECKING:
    from flows.document.parts.demands_full import Asked
    from tests.record.rows import Cell

pytestmark = pytest.mark.xdist_group("shipped")
DAYS = [date(2020, 6, 15), date(2021, 6, 11), date(2026, 11, 25)]


def in_full(*rows: Cell, language: str = "en", as_of: str = "2020-10-01") -> Asked:
    """The one demand on the page, beside the commitment it criticises."""
    lens = Lens(found(CRITICISED, *rows, as_of=as_of), language)
    (one,) = demands_full.demands_full(lens).demands
    return one


def details(one: Asked) -> list[str]:
    return [line.words.replace("\u00a0", " ").replace("\u202f", " ") for line in one.details]


def gap(one: Asked) -> str:
    return " ".join(line.words for line in one.gap).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Coded: answered, no measurable step; the rules propose: met"),
        ("fr", "Codage : réponse sans avancée mesurable ; proposition des règles : satisfaite"),
    ],
)
def test_a_code_that_goes_its_own_way_stands_beside_the_proposal(language: str, said: str) -> None:
    one = in_full(asks("answered", "A002"), widened(), language=language)
    assert said in details(one)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Coded: met, as the rules propose"),
        ("fr", "Codage : satisfaite, comme le proposent les règles"),
    ],
)
def test_a_code_that_agrees_says_so(language: str, said: str) -> None:
    one = in_full(asks("met", "A002"), widened(), language=language)
    assert said in details(one)


def test_what_nobody_coded_is_to_be_established_and_has_its_proposal() -> None:
    one = in_full(asks(), widened())
    assert (one.outcome, details(one)) == (
        "to be established",
        ["Not coded; the rules propose: met", "Nearer to the demand on: users"],
    )


@pytest.mark.parametrize("row", [asks(outcome_checked_on=None), asks(), asks("none_found")])
def test_the_machine_s_own_word_stands_alone(row: Cell) -> None:
    assert details(in_full(row)) == []


def test_a_blocked_code_is_told_with_the_reason_and_the_proposal() -> None:
    one = in_full(asks("met", "A002", asks=terms(users="all_customers")), widened())
    assert one.outcome == "to be established"
    assert "Coded: met; the rules propose: partly met" in details(one)
    reason = "The coded outcome does not stand: a dimension is still narrower, different or unclear"
    assert reason in details(one)


SHORT = {
    "not checked": ((asks(outcome_checked_on=None),), "2020-10-01"),
    "no answer found": ((asks(),), "2020-10-01"),
    "to be established": ((asks("met", "A001"),), "2020-10-01"),
    "refused": ((asks("refused", "A002"), widened(users="police")), "2020-10-01"),
    "partly met": ((asks("partly_met", "A002"), widened(users="police")), "2020-10-01"),
    "lapsed": ((asks("partly_met", "A002"), widened(users="police")), "2021-07-01"),
}


@pytest.mark.parametrize("outcome", SHORT)
def test_a_demand_that_is_not_met_has_its_gap_line_whatever_came_of_it(outcome: str) -> None:
    rows, as_of = SHORT[outcome]
    one = in_full(*rows, as_of=as_of)
    assert one.outcome == outcome
    said = gap(one)
    parts = ("Asked: all law enforcement.", "Announced: police (city, county, state)", "Gaps: users.",
             "Not asked: duration, activity, technology, territory and exceptions.")  # fmt: skip
    assert [part in said for part in parts] == [True] * 4


def test_what_is_covered_is_named_beside_the_gap() -> None:
    asked = terms(users="law_enforcement", term="fixed", ends_on="2021-01-01")
    assert "Gaps: users. Covered: duration." in gap(in_full(asks(asks=asked)))


def test_a_demand_without_a_commitment_to_hold_it_against_says_so() -> None:
    row = demanded("R001.1", "2020-06-10", "IBM", WIDER, about=())
    said = "Asked: all law enforcement. IBM: no commitment on record to compare it with."
    assert gap(in_full(row)) == said


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("day", DAYS)
def test_every_demand_to_an_organisation_has_its_gap_line_on_the_page(day: date, language: str) -> None:
    lens = Lens(shipped.found(day), language)
    bare = {one.id for one in demands_full.demands_full(lens).demands if not one.gap}
    at_large = {one.reaction.id for one in lens.findings.demands if one.target in {None, "SECTOR"}}
    assert bare == at_large
