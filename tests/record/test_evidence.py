"""R7: which evidence an outcome stands on, and what blocks one that a person coded."""

from __future__ import annotations

import pytest

from tests.record.demands import CHECKED, CRITICISED, WIDER, asks, outcome, widened
from tests.record.rows import announced, answer, demanded, found, reacted, source, terms


@pytest.mark.parametrize("coded", ["met", "partly_met", "refused"])
def test_no_outcome_of_weight_stands_without_evidence(coded: str) -> None:
    shown, _, blocked = outcome(asks(coded))
    assert shown == "to_establish"
    assert blocked[0] == "no_evidence"


def test_met_does_not_stand_while_a_dimension_falls_short() -> None:
    row = asks("met", "A002", asks=terms(users="all_customers"))
    assert outcome(row, widened()) == ("to_establish", "partly_met", ("gap_remains",))


@pytest.mark.parametrize("coded", ["met", "partly_met", "refused"])
@pytest.mark.parametrize("on", ["2020-06-09", "2020-06-10"])
def test_no_outcome_of_weight_stands_on_what_was_there_before_the_demand(coded: str, on: str) -> None:
    shown, proposed, blocked = outcome(asks(coded, "A002"), announced("A002", on, kind="statement"))
    assert (shown, proposed, blocked[0]) == ("to_establish", "none_found", "evidence_not_after")


SHORT = {
    "narrower": (terms(users="police"), terms(users="all_customers")),
    "different": (terms(activity=("use",)), terms(activity=("sale",))),
    "unclear": (terms(territory="unspecified"), terms(territory="country")),
}


@pytest.mark.parametrize("gap", SHORT)
def test_met_stands_on_no_dimension_that_is_narrower_different_or_unclear(gap: str) -> None:
    now, asked = SHORT[gap]
    shown, _, blocked = outcome(asks("met", "A002", asks=asked), widened(relation="replaces", terms=now))
    assert (shown, blocked) == ("to_establish", ("gap_remains",))


@pytest.mark.parametrize("coded", ["partly_met", "answered", "refused"])
def test_a_gap_blocks_nothing_but_met(coded: str) -> None:
    now, asked = SHORT["narrower"]
    row = asks(coded, "A002", asks=asked)
    assert outcome(row, widened(terms=now))[0] == coded


@pytest.mark.parametrize("coded", ["met", "refused"])
def test_a_blocked_met_makes_a_draft_and_a_blocked_refusal_does_not(coded: str) -> None:
    findings = found(CRITICISED, asks(coded), as_of="2020-10-01")
    assert findings.holds == (("blocked_outcome:R001.1",) if coded == "met" else ())


def test_a_refusal_stands_on_dated_evidence() -> None:
    refusal = announced("A002", "2020-07-01", kind="statement")
    assert outcome(asks("refused", "A002"), refusal) == ("refused", "refused", ())


def test_the_demander_may_say_that_it_is_met() -> None:
    pleased = reacted("R002", "2020-08-01", stance="welcomes")
    one = answer(found(CRITICISED, asks("met", "R002"), pleased, as_of="2020-10-01"))
    assert (one.outcome, one.proposed, one.according_to, one.blocked) == ("met", "met", "ACLU", ())


def test_another_bodys_act_is_no_answer() -> None:
    other = announced("A009", "2020-07-01", "Microsoft", terms=WIDER)
    assert outcome(asks("partly_met", "A009"), other) == (
        "to_establish",
        "none_found",
        ("evidence_of_another",),
    )


def test_an_unsourced_act_answers_nothing() -> None:
    assert outcome(asks("met", "A002"), widened(sources=())) == (
        "to_establish",
        "none_found",
        ("no_evidence",),
    )


def test_an_address_without_a_date_proves_no_award_and_no_silence() -> None:
    link = "https://example.org/reply"
    assert outcome(asks("met", link))[2][0] == "evidence_undated"
    assert outcome(asks("answered", link)) == ("answered", "answered", ())


def test_a_dated_source_may_be_evidence() -> None:
    paper = source("S001", published_on="2020-08-01")
    assert outcome(asks("refused", "S001"), paper) == ("refused", "refused", ())
    assert outcome(asks("refused", "S001"), source("S001", published_on="2020-10-02"))[0] == "to_establish"


def test_a_source_that_cannot_be_followed_proves_nothing() -> None:
    nameless = source("S001", title=None, url=None, published_on="2020-08-01")
    assert outcome(asks("refused", "S001"), nameless) == ("to_establish", "none_found", ("no_evidence",))


@pytest.mark.parametrize("evidence", [("R002",), ("A001", "R002"), ("A001", "A009")])
def test_what_came_after_and_is_somebody_else_s_is_told_as_theirs(evidence: tuple[str, ...]) -> None:
    others = (reacted("R002", "2020-08-01"), announced("A009", "2020-07-01", "Microsoft", terms=WIDER))
    assert outcome(asks("refused", *evidence), *others)[2] == ("evidence_of_another",)


def test_on_the_same_day_only_a_row_that_says_so_responds() -> None:
    same = widened("2020-06-10")
    assert outcome(asks("met", "A002"), same)[0] == "to_establish"
    assert outcome(asks("met", "A002"), widened("2020-06-10", responds_to=("R001",))) == ("met", "met", ())


def test_a_response_of_the_same_day_is_a_step_from_the_state_before_it() -> None:
    row = asks("partly_met", "A002", asks=terms(users="all_customers"))
    one = answer(found(CRITICISED, row, widened("2020-06-10", responds_to=("R001",)), as_of="2020-10-01"))
    assert (one.outcome, one.moved) == ("partly_met", ("users",))


def test_within_the_month_of_the_demand_nobody_knows_what_came_first() -> None:
    assert outcome(asks("met", "A002"), widened("2020-06"))[2][0] == "evidence_not_after"
    assert outcome(asks("met", "A002"), widened("2020-07")) == ("met", "met", ())


def test_none_found_does_not_stand_beside_a_later_act() -> None:
    assert outcome(asks("none_found"), widened()) == ("to_establish", "met", ("later_act",))


def test_within_the_month_none_found_cannot_be_said_either() -> None:
    row = demanded(
        "R001.1", "2020-06", about=(), outcome="answered", evidence=("A001",), outcome_checked_on=CHECKED
    )
    assert outcome(row) == ("answered", "answered", ())
