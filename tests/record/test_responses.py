"""R7: outcomes on the sheet of responses, for further days and further targets of a demand."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest

from flows.record.as_json import as_dict
from tests.record.demands import CRITICISED, WIDER, asks, widened
from tests.record.rows import answer, day, demanded, found, responded


def test_the_latest_response_of_the_day_counts() -> None:
    row = demanded("R001.1", "2020-06-10", asks=WIDER)
    responses = [
        responded("R001.1", "Amazon", "2020-06-20", "none_found"),
        responded("R001.1", "Amazon", "2020-07-05", "answered", evidence=("A002",), checked_on="2020-07-07"),
        responded("R001.1", "Amazon", "2020-07-05", "met", evidence=("A002",), checked_on="2020-07-06"),
    ]
    days = ("2020-06-19", "2020-06-20", "2020-07-07")
    for order in (responses, responses[::-1]):
        shown = [answer(found(CRITICISED, row, widened(), *order, as_of=on)).outcome for on in days]
        assert shown == ["not_checked", "none_found", "answered"]


@pytest.mark.parametrize("checked", [None, "2020-07-06"])
def test_two_answers_of_one_day_that_differ_are_set_aside_where_nothing_tells_which_is_later(
    checked: str | None,
) -> None:
    row = demanded("R001.1", "2020-06-10", asks=WIDER)
    one, other = (
        responded("R001.1", "Amazon", "2020-07-05", outcome, evidence=("A002",), checked_on=checked)
        for outcome in ("answered", "refused")
    )
    findings = found(CRITICISED, row, widened(), one, other, as_of="2020-07-08")
    assert [(one.id, one.reasons) for one in findings.set_aside] == [("R001.1", ("answers_differ",))] * 2
    assert answer(findings).outcome == "not_checked"
    assert not found(CRITICISED, row, widened(), one, one, as_of="2020-07-08").set_aside
    for sound in (
        replace(other, retired="typed twice"),
        replace(other, doubts=("missing_outcome",)),
        replace(other, organisation="IBM"),
        replace(other, on=day("2020-07-06")),
        replace(other, checked_on=day("2020-07-07")),
    ):
        findings = found(CRITICISED, row, widened(), one, sound, as_of="2020-07-08")
        assert not any("answers_differ" in aside.reasons for aside in findings.set_aside)


def test_the_order_in_which_responses_are_typed_changes_nothing_but_their_lines() -> None:
    demands = [demanded(f"R001.{number}", "2020-06-10", asks=WIDER) for number in (1, 2)]
    responses = [
        responded(demand, name, "2020-07-05", outcome, evidence=evidence, checked_on=checked)
        for demand in ("R001.1", "R001.2")
        for name in ("Amazon", "IBM")
        for outcome, evidence, checked in (
            ("none_found", (), "2020-07-05"),
            ("answered", ("A002",), "2020-07-07"),
            ("answered", ("A002", "A001"), "2020-07-07"),
            ("refused", ("A002",), None),
        )
    ] + [responded("R001.2", "Microsoft", "2020-07-05", outcome) for outcome in ("met", "refused")]
    printed = []
    for seed in range(8):
        Random(seed).shuffle(responses)  # noqa: S311 - any other order will do
        told = as_dict(found(CRITICISED, *demands, widened(), *responses, as_of="2020-07-08"))
        assert sorted(one.pop("row") for one in told["set_aside"]) != []
        printed.append(json.dumps(told))
    assert len(set(printed)) == 1


def test_a_demand_may_have_further_targets_on_the_responses_sheet() -> None:
    row = demanded("R001.1", "2020-06-10", None, WIDER)
    responses = [responded("R001.1", name, "2020-07-05", "none_found") for name in ("IBM", "Amazon")]
    findings = found(CRITICISED, row, *responses, as_of="2020-10-01")
    assert [(one.target, one.outcome) for one in findings.demands] == [
        ("Amazon", "none_found"),
        ("IBM", "none_found"),
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
