"""R4 and R5: what holds on a day, until when, and what time alone may say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.facts import COMMITMENT_KINDS, Duration
from tests.record.rows import LINK, ONE_YEAR, announced, chain, found, source, terms

if TYPE_CHECKING:
    from tests.record.rows import Cell

FIXED = terms(term="fixed", ends_on="2021-06-10")
CONDITION = terms(term="condition", condition="a law is in place")
BARE = ()


def status(as_of: str, *later: object, kind: str = "moratorium", **cells: Cell) -> str:
    return chain(found(announced("A001", "2020-06-10", kind=kind, **cells), *later, as_of=as_of)).status


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        (terms(term="until_further_notice"), "in_force_revocable"),
        (terms(term="permanent"), "in_force_permanent"),
        (terms(term="unspecified"), "in_force_end_not_stated"),
        (terms(), "in_force_end_not_stated"),
        (CONDITION, "in_force_conditional"),
        (FIXED, "in_force_until"),
    ],
)
@pytest.mark.parametrize("kind", COMMITMENT_KINDS)
def test_each_term_has_its_status_for_every_kind_of_commitment(stated: object, code: str, kind: str) -> None:
    assert status("2020-07-01", kind=kind, terms=stated) == code


@pytest.mark.parametrize("kind", ["statement", "donation", "study", "contract", "legal"])
def test_an_act_done_once_has_no_status(kind: str) -> None:
    assert status("2020-07-01", kind=kind, terms=FIXED) == "one_off"


def test_a_start_after_the_day_is_not_yet_in_force() -> None:
    assert status("2020-06-30", terms=FIXED, starts_on="2020-07-01") == "not_yet"
    assert status("2020-07-01", terms=FIXED, starts_on="2020-07-01") == "in_force_until"


def test_a_clarification_does_not_put_a_commitment_into_force_early() -> None:
    later = announced("A002", "2020-06-15", previous_id="A001", relation="clarifies")
    assert status("2020-06-20", later, terms=FIXED, starts_on="2020-07-01") == "not_yet"


@pytest.mark.parametrize(("relation", "code"), [("reverses", "withdrawn"), ("ends", "ended")])
def test_ended_and_withdrawn_need_a_sourced_row(relation: str, code: str) -> None:
    later = announced("A002", "2020-07-01", previous_id="A001", relation=relation)
    unsourced = announced("A002", "2020-07-01", previous_id="A001", relation=relation, sources=BARE)
    assert status("2020-08-01", later, terms=FIXED) == code
    assert status("2020-08-01", unsourced, terms=FIXED) == "in_force_until"


def test_a_withdrawn_commitment_counts_no_days() -> None:
    later = announced("A002", "2020-07-01", previous_id="A001", relation="reverses")
    one = chain(
        found(announced("A001", "2020-06-10", terms=FIXED), later, as_of="2021-06-01", next_on="2021-07-01")
    )
    assert (one.days_left, one.days_since_end, one.flags) == (None, None, ())


def test_silence_after_the_term_never_reads_as_ended() -> None:
    assert status("2031-01-01", terms=FIXED) == "expired_no_news"


def test_the_end_day_is_included() -> None:
    last = chain(found(announced("A001", "2020-06-10", terms=FIXED), as_of="2021-06-10"))
    after = chain(found(announced("A001", "2020-06-10", terms=FIXED), as_of="2021-06-11"))
    assert (last.status, last.days_left) == ("in_force_until", 0)
    assert (after.status, after.days_since_end) == ("expired_no_news", 1)


def test_a_fixed_term_without_an_end_is_undetermined() -> None:
    assert status("2020-07-01", terms=terms(term="fixed")) == "undetermined"
    assert status("2020-07-01", terms=terms(term="fixed", duration=Duration(9000, "years"))) == "undetermined"


def test_an_end_and_a_duration_that_disagree_are_both_kept() -> None:
    both = terms(term="fixed", ends_on="2021-06-09", duration=ONE_YEAR)
    one = chain(found(announced("A001", "2020-06-10", terms=both), as_of="2020-07-01"))
    assert one.status == "undetermined"
    assert (one.ends_on, one.other_end) == (both.ends_on, terms(ends_on="2021-06-10").ends_on)
    assert one.days_left is None


def test_an_end_and_a_duration_that_agree_count_as_stated() -> None:
    both = terms(term="fixed", ends_on="2021-06", duration=ONE_YEAR)
    one = chain(found(announced("A001", "2020-06-10", terms=both), as_of="2020-07-01"))
    assert (one.status, one.end_basis, one.other_end, one.start_assumed) == (
        "in_force_until",
        "stated",
        None,
        False,
    )


def test_a_duration_runs_from_the_stated_start() -> None:
    row = announced(
        "A001", "2020-06-10", terms=terms(term="fixed", duration=ONE_YEAR), starts_on="2020-07-01"
    )
    one = chain(found(row, as_of="2020-08-01"))
    assert (one.days_left, one.start_assumed, "start_assumed" in one.flags) == (334, False, False)


def test_an_end_in_a_month_is_judged_by_its_last_day_and_counts_no_days() -> None:
    rows = announced("A001", "2020-06-10", terms=terms(term="fixed", ends_on="2021-06"))
    last, after = (chain(found(rows, as_of=on)) for on in ("2021-06-30", "2021-07-01"))
    assert (last.status, last.days_left) == ("in_force_until", None)
    assert (after.status, after.days_since_end) == ("expired_no_news", None)


def test_a_condition_met_needs_yes_and_a_source() -> None:
    assert status("2021-01-01", terms=CONDITION, condition_met=True) == "condition_met_no_news"
    assert status("2021-01-01", terms=CONDITION, condition_met=False) == "in_force_conditional"
    assert status("2021-01-01", terms=CONDITION, condition_met=True, sources=BARE) == "in_force_conditional"


def test_a_condition_found_met_later_is_not_known_yet() -> None:
    cells: dict[str, Cell] = {"terms": CONDITION, "condition_met": True, "condition_checked_on": "2021-03-01"}
    assert status("2021-02-28", **cells) == "in_force_conditional"
    assert status("2021-03-01", **cells) == "condition_met_no_news"


def test_a_source_of_a_later_day_still_carries_a_row_of_an_earlier_one() -> None:
    row = announced("A001", "2020-06-10", terms=FIXED, sources=(LINK[0].__class__("id", "S001"),))
    findings = found(row, source("S001", published_on="2020-06-12"), as_of="2020-06-11")
    assert findings.unsourced == ()
    assert findings.sources == ()


@pytest.mark.parametrize(
    ("as_of", "soon"), [("2021-05-10", False), ("2021-05-11", True), ("2021-06-10", True)]
)
def test_a_term_ends_soon_within_thirty_days(as_of: str, soon: bool) -> None:  # noqa: FBT001 - a case, not a switch
    one = chain(found(announced("A001", "2020-06-10", terms=FIXED), as_of=as_of))
    assert ("ends_soon" in one.flags) is soon


def test_deadlines_list_the_expired_then_the_next_ninety_days_then_conditions_unchecked() -> None:
    rows = [
        announced("A001", "2020-01-01", terms=terms(term="fixed", ends_on="2020-12-01")),
        announced("A002", "2020-01-01", terms=terms(term="fixed", ends_on="2021-04-01")),
        announced("A003", "2020-01-01", terms=terms(term="fixed", ends_on="2021-04-02")),
        announced("A004", "2020-01-01", terms=CONDITION),
        announced("A005", "2020-12-30", terms=CONDITION),
        announced("A006", "2020-01-01", terms=terms(term="fixed", ends_on="2020-11-01")),
    ]
    assert found(*rows, as_of="2021-01-01").deadlines == ("A006", "A001", "A002", "A004")


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.integers(0, 800), st.integers(0, 800))
def test_before_and_after_the_end_exactly_one_day_count_is_given(length: int, after: int) -> None:
    start = date(2020, 6, 10)
    as_of = start + timedelta(days=after)
    row = announced("A001", "2020-06-10", terms=terms(term="fixed", duration=Duration(length, "days")))
    one = chain(found(row, as_of=as_of.isoformat()))
    left = length - after
    assert one.status == ("in_force_until" if left >= 0 else "expired_no_news")
    assert (one.days_left, one.days_since_end) == ((left, None) if left >= 0 else (None, -left))


@pytest.mark.parametrize(("relation", "code"), [("reverses", "withdrawn"), ("ends", "ended")])
def test_a_commitment_taken_back_before_it_starts_is_taken_back_at_once(relation: str, code: str) -> None:
    first = announced("A001", "2020-06-10", starts_on="2021-01-01", terms=terms(users="police"))
    last = announced("A002", "2020-08-01", previous_id="A001", relation=relation)
    assert chain(found(first, last, as_of="2020-07-31")).status == "not_yet"
    assert chain(found(first, last, as_of="2020-09-01")).status == code
