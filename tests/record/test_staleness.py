"""R11: what nobody has looked at for too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.record.as_json import as_dict
from flows.record.findings import QuestionState
from tests.record.rows import announced, chain, day, demanded, found, question, reacted, source, terms, text

if TYPE_CHECKING:
    from tests.record.rows import Cell

A001 = announced("A001", "2020-06-10", archive="kept")
LAW = terms(term="condition", condition="a law")
LOOKED_AT = announced("A001", "2020-06-10", terms=LAW, condition_checked_on="2020-09-01")


def state(as_of: str, **cells: Cell) -> QuestionState:
    (one,) = found(question("Q001", **cells), as_of=as_of).questions
    return one


def weak(*rows: object, as_of: str, **cells: Cell) -> set[tuple[str, str]]:
    return {(one.id, one.kind) for one in found(*rows, as_of=as_of, **cells).weaknesses}


def test_a_question_never_checked_counts_from_the_day_it_was_asked() -> None:
    assert not state("2020-09-08").stale
    assert state("2020-09-09").stale
    assert state("2020-09-09").age_days == 91


def test_a_check_starts_the_count_anew_unless_it_lies_ahead() -> None:
    assert not state("2020-09-09", last_checked_on="2020-08-01").stale
    assert state("2020-09-09", last_checked_on="2020-09-10").stale


def test_a_question_may_have_its_own_patience() -> None:
    assert state("2020-06-18", review_days=7).stale
    assert not state("2020-06-17", review_days=7).stale


def test_the_workbook_may_set_the_limit_for_all() -> None:
    (one,) = found(question("Q001"), as_of="2020-06-20", settings=(("review_days", "9"),)).questions
    assert one.stale


def test_an_answer_of_a_later_day_leaves_the_question_open() -> None:
    cells: dict[str, Cell] = {"status": "answered", "answer": text("Yes."), "answered_on": "2021-05-18"}
    assert [state(on, **cells).status for on in ("2021-05-17", "2021-05-18")] == ["open", "answered"]


SETTLED: dict[str, dict[str, Cell]] = {
    "answered": {"answer": text("Yes.")},
    "dropped": {"dropped_because": "no longer of use"},
}


@pytest.mark.parametrize("status", SETTLED)
def test_what_is_settled_is_never_stale(status: str) -> None:
    one = state("2031-01-01", status=status, **SETTLED[status])
    assert one == QuestionState(one.question, status, 3857, stale=False)


@pytest.mark.parametrize("status", SETTLED)
def test_without_an_answer_or_a_reason_a_question_stays_open(status: str) -> None:
    one = state("2031-01-01", status=status)
    assert (one.status, one.stale) == ("open", True)


@pytest.mark.parametrize("status", SETTLED)
def test_what_was_settled_on_no_day_of_its_own_was_so_when_somebody_last_looked(status: str) -> None:
    cells: dict[str, Cell] = {"status": status, "last_checked_on": "2020-09-01", **SETTLED[status]}
    assert [state(on, **cells).status for on in ("2020-08-31", "2020-09-01")] == ["open", status]


MONTHS = [f"{2020 + month // 12}-{month % 12 + 1:02}-15" for month in range(5, 18)]
"""The fifteenth of each month from June 2020 to June 2021."""


@pytest.mark.parametrize("settled", [None, "2021-05-10"])
@pytest.mark.parametrize("status", SETTLED)
def test_a_question_of_june_is_in_every_edition_of_the_year_until_a_row_settles_it(
    status: str, settled: str | None
) -> None:
    row = question("Q001", status=status if settled else "open", answered_on=settled, **SETTLED[status])
    editions = {on: as_dict(found(A001, row, as_of=on))["questions"] for on in MONTHS}
    assert len(editions) == 13
    assert [[one["id"] for one in questions] for questions in editions.values()] == [["Q001"]] * 13
    fates = {on: questions[0]["fate"] for on, questions in editions.items()}
    after = {on for on in MONTHS if settled is not None and on >= settled}
    assert fates == {on: status if on in after else "open" for on in MONTHS}
    assert {on for on in MONTHS if editions[on][0]["settled_on"] == "2021-05-10"} == after


def test_an_undated_question_is_open_without_an_age() -> None:
    one = state("2031-01-01", asked=None, status=None)
    assert (one.status, one.age_days, one.stale) == ("open", None, False)


def test_a_question_asked_in_a_month_has_no_age_in_days() -> None:
    assert state("2020-09-28", asked="2020-06").age_days is None
    assert not state("2020-09-28", asked="2020-06").stale
    assert state("2020-09-29", asked="2020-06").stale


def test_a_condition_is_stale_after_ninety_days_without_a_look() -> None:
    row = announced("A001", "2020-06-10", terms=LAW)
    assert "condition_unchecked" not in chain(found(row, as_of="2020-09-08")).flags
    assert "condition_unchecked" in chain(found(row, as_of="2020-09-09")).flags
    assert "condition_unchecked" not in chain(found(LOOKED_AT, as_of="2020-09-09")).flags
    assert ("A001", "stale_condition") in weak(row, as_of="2020-09-09")


def test_the_last_look_at_a_condition_is_told_from_whichever_row_holds_it() -> None:
    head = announced("A002", "2020-07-01", previous_id="A001", relation="confirms")
    looked = chain(found(LOOKED_AT, head, as_of="2020-11-01"))
    assert (looked.head.id, looked.condition_checked_on) == ("A002", day("2020-09-01"))
    assert chain(found(LOOKED_AT, head, as_of="2020-08-31")).condition_checked_on is None
    assert chain(found(announced("A001", "2020-06-10"), as_of="2020-11-01")).condition_checked_on is None


def test_a_look_at_the_condition_before_is_none_at_the_one_in_effect() -> None:
    other = terms(term="condition", condition="a treaty")
    head = announced("A002", "2020-10-01", previous_id="A001", relation="replaces", terms=other)
    one = chain(found(LOOKED_AT, head, as_of="2020-12-15"))
    assert (one.condition_checked_on, "condition_unchecked" in one.flags) == (None, False)


def test_an_outcome_is_stale_after_ninety_days_without_a_look() -> None:
    unseen = demanded("R001.1", "2020-06-10")
    seen = demanded("R001.1", "2020-06-10", outcome="none_found", outcome_checked_on="2020-09-01")
    assert ("R001.1", "stale_outcome") not in weak(A001, unseen, as_of="2020-09-08")
    assert ("R001.1", "stale_outcome") in weak(A001, unseen, as_of="2020-09-09")
    assert ("R001.1", "stale_outcome") not in weak(A001, seen, as_of="2020-09-09")


def test_a_demand_on_the_sector_is_not_looked_after() -> None:
    assert weak(A001, demanded("R001.1", "2020-06-10", "SECTOR", archive="kept"), as_of="2031-01-01") == {
        ("A001", "dormant")
    }


def test_an_address_without_a_snapshot_is_told_after_a_year() -> None:
    bare = announced("A001", "2020-06-10")
    assert ("A001", "not_archived") not in weak(bare, as_of="2021-06-10")
    assert ("A001", "not_archived") in weak(bare, as_of="2021-06-11")
    assert ("A001", "not_archived") not in weak(A001, as_of="2021-06-11")


def test_a_source_without_a_snapshot_is_told_after_a_year() -> None:
    assert ("S001", "not_archived") in weak(source("S001", consulted_on="2020-06-10"), as_of="2021-06-11")
    kept = source("S001", consulted_on="2020-06-10", archive_url="https://archive.example/1")
    assert ("S001", "not_archived") not in weak(kept, as_of="2021-06-11")


def test_nine_months_without_a_dated_fact_is_dormant() -> None:
    assert "dormant" not in chain(found(A001, as_of="2021-03-06")).flags
    assert "dormant" in chain(found(A001, as_of="2021-03-07")).flags
    assert "dormant" not in chain(found(A001, reacted("R001", "2020-09-01"), as_of="2021-03-07")).flags


def test_what_is_over_does_not_fall_dormant() -> None:
    ended = announced("A002", "2020-07-01", previous_id="A001", relation="ends")
    assert "dormant" not in chain(found(A001, ended, as_of="2031-01-01")).flags


def test_to_find_an_answer_is_to_have_looked() -> None:
    cells: dict[str, Cell] = {
        "answered_on": "2021-05-18",
        "answer": text("In part."),
        "last_checked_on": "2020-06-15",
    }
    assert state("2021-06-01", **cells).checked_on == day("2021-05-18")
    assert not state("2021-06-01", **cells).stale
    assert state("2020-07-01", **cells).checked_on == day("2020-06-15")
