"""The June 2020 record, row by row of the model's oracle (2.5), and on days between."""

from __future__ import annotations

import pytest

from tests.record.june import A005, A006, FIRST, PARTLY
from tests.record.rows import answer, chain, found

GAPS = {
    "term": "narrower", "users": "narrower", "activity": "covers", "technology": "covers",
    "territory": "not_asked", "exceptions": "narrower",
}  # fmt: skip


def test_on_9_june_2020_amazon_has_not_announced_yet_and_ibm_has() -> None:
    findings = found(*FIRST, as_of="2020-06-09")
    assert [one.chain for one in findings.commitments] == ["A002", "A003"]
    assert chain(findings, "A002").status == "in_force_end_not_stated"
    assert findings.demands == ()


def test_on_15_june_2020_amazon_has_360_days_left() -> None:
    amazon = chain(found(*FIRST, as_of="2020-06-15"))
    assert (amazon.status, amazon.days_left, amazon.days_since_end) == ("in_force_until", 360, None)
    assert amazon.ends_on is not None
    assert amazon.ends_on.first.isoformat() == "2021-06-10"
    assert (amazon.end_basis, amazon.start_assumed) == ("computed", True)


def test_on_15_june_2020_ibm_states_no_end_and_microsoft_a_condition() -> None:
    findings = found(*FIRST, as_of="2020-06-15")
    assert chain(findings, "A002").status == "in_force_end_not_stated"
    assert chain(findings, "A004").status == "in_force_conditional"


@pytest.mark.parametrize("as_of", ["2020-06-15", "2021-05-17", "2021-06-10", "2021-06-11"])
def test_without_news_the_demand_for_a_general_moratorium_has_found_no_answer(as_of: str) -> None:
    one = answer(found(*FIRST, as_of=as_of))
    assert (one.outcome, one.proposed, one.against) == ("none_found", "none_found", "A001")
    assert dict(one.gaps) == GAPS


def test_on_17_may_2021_24_days_are_left_and_the_term_ends_before_an_edition_after_it() -> None:
    amazon = chain(found(*FIRST, as_of="2021-05-17", next_on="2021-06-11"))
    assert amazon.days_left == 24
    assert {"ends_soon", "ends_before_next_edition"} <= set(amazon.flags)


def test_an_edition_on_the_last_day_is_not_after_it() -> None:
    amazon = chain(found(*FIRST, as_of="2021-05-17", next_on="2021-06-10"))
    assert "ends_before_next_edition" not in amazon.flags


def test_on_18_may_2021_the_extension_makes_it_revocable_and_the_demand_partly_met_in_its_term() -> None:
    findings = found(*FIRST, A005, PARTLY, as_of="2021-05-18")
    amazon, one = chain(findings), answer(findings)
    assert (amazon.status, amazon.head.id) == ("in_force_revocable", "A005")
    assert amazon.carried_over == ("users", "activity", "technology", "territory", "exceptions")
    assert (amazon.ends_on, amazon.terms.duration, amazon.drift) == (None, None, ())
    assert (one.outcome, one.proposed, one.moved) == ("partly_met", "partly_met", ("term",))


def test_the_machine_alone_never_awards_what_it_proposes() -> None:
    one = answer(found(*FIRST, A005, as_of="2021-05-18"))
    assert (one.proposed, one.coded, one.outcome) == ("partly_met", "none_found", "to_establish")


def test_rows_of_may_2021_change_nothing_the_day_before() -> None:
    findings = found(*FIRST, A005, A006, PARTLY, as_of="2021-05-17")
    assert chain(findings).days_left == 24
    assert answer(findings).outcome == "none_found"


def test_on_10_june_2021_it_is_the_last_day() -> None:
    amazon = chain(found(*FIRST, as_of="2021-06-10"))
    assert (amazon.status, amazon.days_left, amazon.days_since_end) == ("in_force_until", 0, None)


def test_on_11_june_2021_it_has_expired_without_news_for_one_day() -> None:
    amazon = chain(found(*FIRST, as_of="2021-06-11"))
    assert (amazon.status, amazon.days_left, amazon.days_since_end) == ("expired_no_news", None, 1)


def test_with_nobody_touching_the_file_time_alone_expires_it() -> None:
    before, after = found(*FIRST, as_of="2021-05-17"), found(*FIRST, as_of="2021-06-15")
    assert [chain(one).status for one in (before, after)] == ["in_force_until", "expired_no_news"]
    assert after.key_points[0].kind == "expired_no_news"


def test_in_2024_the_technology_has_drifted_and_the_demand_lies_further_off() -> None:
    findings = found(*FIRST, A005, A006, PARTLY, as_of="2024-02-01")
    amazon, one = chain(findings), answer(findings)
    assert amazon.status == "in_force_revocable"
    (drift,) = amazon.drift
    assert (drift.id, drift.dimension, drift.was, drift.now) == (
        "A006",
        "technology",
        "facial_recognition",
        "feature",
    )
    assert drift.narrower
    assert dict(one.gaps)["technology"] == "narrower"
    assert (one.outcome, one.moved) == ("partly_met", ("term",))


@pytest.mark.parametrize("as_of", ["2020-06-15", "2021-05-17", "2024-02-01"])
def test_on_any_day_the_rest_of_the_record_stands(as_of: str) -> None:
    findings = found(*FIRST, as_of=as_of)
    assert ("A002", "disputed") in {(weak.id, weak.kind) for weak in findings.weaknesses}
    assert chain(findings, "A003").status == "one_off"
    assert answer(findings, "R001.2").outcome == "not_checked"
    assert answer(findings, "R001.4", "Microsoft").outcome == "answered"
    sector = [one.target for one in findings.demands if one.reaction.id == "R001.5"]
    assert sector == ["SECTOR"]


def test_the_donation_ties_the_critic_to_the_company_it_speaks_of() -> None:
    (tie,) = found(*FIRST, as_of="2020-06-15").ties
    assert (tie.actor, tie.recipient, tie.organisation, tie.id) == (
        "ACLU of Northern California", "ACLU Foundation", "Amazon", "A003",
    )  # fmt: skip


def test_the_first_edition_is_final() -> None:
    findings = found(*FIRST, as_of="2020-06-15")
    assert (findings.release, findings.holds) == ("final", ())
