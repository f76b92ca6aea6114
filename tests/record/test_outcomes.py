"""R7: what came of a demand; the software proposes, people decide, the software can veto."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.facts import Announcement, Citation, Reaction
from tests.record.rows import (
    ONE_YEAR,
    announced,
    answer,
    demanded,
    found,
    reacted,
    responded,
    source,
    terms,
    text,
)

if TYPE_CHECKING:
    from tests.record.rows import Cell

POLICE = terms(users="police", term="fixed", duration=ONE_YEAR)
CRITICISED = announced("A001", "2020-06-10", terms=POLICE)
CHECKED = "2020-09-01"
WIDER = terms(users="law_enforcement")


def asks(outcome: str | None = None, *evidence: str, on: str = "2020-06-10", **cells: Cell) -> Reaction:
    """A demand for all law enforcement, checked in September unless said otherwise."""
    sound: dict[str, Cell] = {"asks": WIDER, "outcome_checked_on": CHECKED}
    return demanded("R001.1", on, outcome=outcome, evidence=evidence, **(sound | cells))


def widened(on: str = "2020-07-01", users: str = "law_enforcement", **cells: Cell) -> Announcement:
    sound: dict[str, Cell] = {"previous_id": "A001", "relation": "widens", "terms": terms(users=users)}
    return announced("A002", on, **(sound | cells))


def outcome(*rows: object, as_of: str = "2020-10-01") -> tuple[str, str, tuple[str, ...]]:
    one = answer(found(CRITICISED, *rows, as_of=as_of))
    return one.outcome, one.proposed, one.blocked


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


def test_another_bodys_act_is_no_answer() -> None:
    other = announced("A009", "2020-07-01", "Microsoft", terms=WIDER)
    assert outcome(asks("partly_met", "A009"), other) == (
        "to_establish",
        "none_found",
        ("evidence_of_another",),
    )


def test_a_head_that_covers_the_demand_is_met_once_a_person_says_so() -> None:
    assert outcome(asks("met", "A002"), widened()) == ("met", "met", ())
    assert outcome(asks(), widened()) == ("to_establish", "met", ())


def test_an_unsourced_act_answers_nothing() -> None:
    assert outcome(asks("met", "A002"), widened(sources=())) == (
        "to_establish",
        "none_found",
        ("no_evidence",),
    )


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


@pytest.mark.parametrize("coded", ["met", "partly_met", "refused"])
def test_no_outcome_of_weight_stands_without_evidence(coded: str) -> None:
    shown, _, blocked = outcome(asks(coded))
    assert shown == "to_establish"
    assert blocked[0] == "no_evidence"


def test_met_does_not_stand_while_a_dimension_falls_short() -> None:
    row = asks("met", "A002", asks=terms(users="all_customers"))
    assert outcome(row, widened()) == ("to_establish", "partly_met", ("gap_remains",))


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


def test_a_vague_demand_is_answered_at_most() -> None:
    vague = asks("met", "A002", asks=None)
    assert outcome(vague, widened()) == ("to_establish", "answered", ("vague_demand",))


def test_a_vague_demand_with_a_test_may_be_met() -> None:
    tested = asks("met", "A002", asks=None, test=text("no sale in a year"))
    assert outcome(tested, widened()) == ("met", "met", ())


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


def test_a_vague_demand_is_not_answered_by_whatever_happens_to_the_commitment() -> None:
    assert outcome(asks("none_found", asks=None), widened()) == ("none_found", "none_found", ())


def test_within_the_month_none_found_cannot_be_said_either() -> None:
    row = demanded(
        "R001.1", "2020-06", about=(), outcome="answered", evidence=("A001",), outcome_checked_on=CHECKED
    )
    assert outcome(row) == ("answered", "answered", ())


def test_an_address_without_a_date_proves_no_award_and_no_silence() -> None:
    link = "https://example.org/reply"
    assert outcome(asks("met", link))[2][0] == "evidence_undated"
    assert outcome(asks("answered", link)) == ("answered", "answered", ())


def test_a_dated_source_may_be_evidence() -> None:
    paper = source("S001", published_on="2020-08-01")
    assert outcome(asks("refused", "S001"), paper) == ("refused", "refused", ())
    assert outcome(asks("refused", "S001"), source("S001", published_on="2020-10-02"))[0] == "to_establish"


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


def test_the_latest_response_of_the_day_counts() -> None:
    row = demanded("R001.1", "2020-06-10", asks=WIDER)
    responses = [
        responded("R001.1", "Amazon", "2020-06-20", "none_found"),
        responded("R001.1", "Amazon", "2020-07-05", "met", evidence=("A002",)),
        responded("R001.1", "Amazon", "2020-07-05", "answered", evidence=("A002",)),
    ]
    days = ("2020-06-19", "2020-06-20", "2020-07-05")
    shown = [answer(found(CRITICISED, row, widened(), *responses, as_of=on)).outcome for on in days]
    assert shown == ["not_checked", "none_found", "answered"]


def test_a_demand_may_have_further_targets_on_the_responses_sheet() -> None:
    row = demanded("R001.1", "2020-06-10", None, WIDER)
    responses = [responded("R001.1", name, "2020-07-05", "none_found") for name in ("IBM", "Amazon")]
    findings = found(CRITICISED, row, *responses, as_of="2020-10-01")
    assert [(one.target, one.outcome) for one in findings.demands] == [
        ("IBM", "none_found"),
        ("Amazon", "none_found"),
    ]


def test_an_outcome_coded_in_both_places_is_set_aside() -> None:
    findings = found(
        CRITICISED, asks("answered"), responded("R001.1", "Amazon", "2020-07-05", "met"), as_of="2020-10-01"
    )
    reasons = {row.sheet: row.reasons for row in findings.set_aside}
    assert reasons == {"reactions": ("outcome_twice",), "responses": ("demand_not_printed",)}
    assert findings.demands == ()


def test_a_response_for_a_company_to_a_demand_on_the_sector_is_set_aside() -> None:
    row = demanded("R001.1", "2020-06-10", "SECTOR", WIDER)
    findings = found(CRITICISED, row, responded("R001.1", "Amazon", "2020-07-05", "met"), as_of="2020-10-01")
    assert [one.reasons for one in findings.set_aside] == [("sector_demand",)]
    assert [one.target for one in findings.demands] == ["SECTOR"]


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
