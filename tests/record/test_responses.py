"""R7: outcomes on the sheet of responses, for further days and further targets of a demand."""

from __future__ import annotations

from tests.record.demands import CRITICISED, WIDER, asks, widened
from tests.record.rows import answer, demanded, found, responded


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
