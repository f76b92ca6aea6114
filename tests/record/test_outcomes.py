"""R7: what came of a demand; the software proposes, people decide, and what was met may lapse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.facts import Citation
from tests.record.demands import CHECKED, CRITICISED, WIDER, asks, outcome, widened
from tests.record.rows import announced, answer, demanded, found, reacted, terms, text

if TYPE_CHECKING:
    from tests.record.rows import Cell


@pytest.mark.parametrize("target", ["SECTOR", None])
def test_a_demand_to_nobody_in_particular_is_nobodys(target: str | None) -> None:
    row = demanded(
        "R001.1", "2020-06-10", target, outcome="met", evidence=("A001",), outcome_checked_on=CHECKED
    )
    one = answer(found(CRITICISED, row, as_of="2020-10-01"), target=target)
    assert (one.outcome, one.proposed) == ("not_addressed", "not_addressed")


@pytest.mark.parametrize("checked", [None, "2020-06-09"])
def test_without_a_search_since_the_demand_it_is_not_checked(checked: str | None) -> None:
    assert outcome(asks("none_found", outcome_checked_on=checked)) == ("not_checked", "not_checked", ())


def test_a_search_on_the_day_of_the_demand_counts() -> None:
    assert outcome(asks(outcome_checked_on="2020-06-10"))[0] == "none_found"


def test_a_search_of_a_later_day_is_not_known_yet() -> None:
    one = answer(found(CRITICISED, asks("none_found"), as_of="2020-08-31"))
    assert (one.outcome, one.coded, one.checked_on) == ("not_checked", None, None)


def test_the_criticised_announcement_is_never_the_answer() -> None:
    assert outcome(asks()) == ("none_found", "none_found", ())
    assert outcome(asks("met", "A001")) == (
        "to_establish", "none_found", ("evidence_not_after", "gap_remains"),
    )  # fmt: skip


def test_words_alone_are_answered_at_most() -> None:
    reply = announced("A002", "2020-07-01", kind="statement", responds_to=("R001",))
    assert outcome(asks("answered", "A002"), reply) == ("answered", "answered", ())


def test_a_head_that_covers_the_demand_is_met_once_a_person_says_so() -> None:
    assert outcome(asks("met", "A002"), widened()) == ("met", "met", ())
    assert outcome(asks(), widened()) == ("to_establish", "met", ())


def test_a_step_towards_the_demand_is_partly_met_and_names_the_dimension() -> None:
    row = asks("partly_met", "A002", asks=terms(users="all_customers"))
    one = answer(found(CRITICISED, row, widened(), as_of="2020-10-01"))
    assert (one.outcome, one.proposed, one.moved) == ("partly_met", "partly_met", ("users",))


def test_an_act_that_moves_nothing_is_answered() -> None:
    confirmed = announced("A002", "2020-07-01", previous_id="A001", relation="confirms")
    assert outcome(asks("answered", "A002"), confirmed) == ("answered", "answered", ())


def test_a_cell_coded_only_later_is_no_step() -> None:
    later = announced(
        "A002", "2020-07-01", previous_id="A001", relation="clarifies", terms=terms(technology="product")
    )
    row = asks("answered", "A002", asks=terms(technology="surveillance"))
    assert outcome(row, later) == ("answered", "answered", ())


def test_a_first_commitment_after_the_demand_is_nearer_than_none() -> None:
    row = demanded(
        "R001.1", "2020-06-01", asks=terms(users="all_customers"), about=("A001",), outcome="partly_met",
        evidence=("A001",), outcome_checked_on=CHECKED,
    )  # fmt: skip
    one = answer(found(CRITICISED, row, as_of="2020-10-01"))
    assert (one.outcome, one.moved) == ("partly_met", ("users",))


def test_a_vague_demand_is_answered_at_most() -> None:
    vague = asks("met", "A002", asks=None)
    assert outcome(vague, widened()) == ("to_establish", "answered", ("vague_demand",))


def test_a_vague_demand_with_a_test_may_be_met() -> None:
    tested = asks("met", "A002", asks=None, test=text("no sale in a year"))
    assert outcome(tested, widened()) == ("met", "met", ())


def test_a_vague_demand_is_not_answered_by_whatever_happens_to_the_commitment() -> None:
    assert outcome(asks("none_found", asks=None), widened()) == ("none_found", "none_found", ())


@pytest.mark.parametrize(
    ("later", "as_of", "since"),
    [
        ({"relation": "reverses"}, "2020-10-01", "2020-09-15"),
        ({"relation": "ends"}, "2020-10-01", "2020-09-15"),
        (None, "2021-06-11", "2021-06-10"),
    ],
)
def test_what_was_met_lapses_with_its_commitment(
    later: dict[str, str] | None, as_of: str, since: str
) -> None:
    end = [announced("A003", "2020-09-15", previous_id="A002", **later)] if later else []
    one = answer(found(CRITICISED, asks("met", "A002"), widened(), *end, as_of=as_of))
    assert (one.outcome, one.coded, one.proposed) == ("lapsed", "met", "lapsed")
    assert one.lapsed_on is not None
    assert one.lapsed_on.first.isoformat() == since


def test_what_nobody_coded_as_met_does_not_lapse() -> None:
    one = answer(found(CRITICISED, asks("answered", "A002"), widened(), as_of="2021-06-11"))
    assert (one.outcome, one.lapsed_on) == ("answered", None)


CODED = st.sampled_from([None, "met", "partly_met", "answered", "refused", "none_found", "not_checked"])
EVIDENCE = st.lists(st.sampled_from(["A001", "A002", "A009", "R002", "https://e.org/x"]), max_size=2).map(
    tuple
)
OWN = {"not_addressed", "not_checked", "none_found", "lapsed"}


CASES = st.fixed_dictionaries(
    {
        "coded": CODED,
        "evidence": EVIDENCE,
        "checked": st.sampled_from([None, "2020-06-01", CHECKED]),
        "sources": st.sampled_from([(), (Citation("url", "https://example.org"),)]),
        "on": st.sampled_from(["2020-06-01", "2020-06-10", "2020-07-01"]),
        "as_of": st.sampled_from(["2020-10-01", "2021-07-01"]),
        "target": st.sampled_from(["Amazon", "SECTOR"]),
    }
)


@settings(derandomize=True, deadline=None, max_examples=250)
@given(CASES)
def test_the_machine_prints_alone_only_its_own_four(case: dict[str, Cell]) -> None:
    cells = {"outcome": case["coded"], "evidence": case["evidence"], "outcome_checked_on": case["checked"]}
    row = demanded("R001.1", "2020-06-10", case["target"], WIDER, **cells)
    rows = (CRITICISED, row, widened(case["on"], sources=case["sources"]), reacted("R002", "2020-08-01"))
    one = answer(found(*rows, as_of=case["as_of"]), target=case["target"])
    assert one.outcome in OWN | {"to_establish", case["coded"]}
    if one.outcome in {"met", "partly_met", "refused", "lapsed"}:
        assert one.coded in {"met", "partly_met", "refused"}
        assert case["evidence"]
        assert not one.blocked
    if one.proposed in {"not_checked", "none_found"}:
        assert one.outcome in {one.proposed, "to_establish"}
