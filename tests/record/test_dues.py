"""The days on which time alone changes what the briefing says: the rules themselves say otherwise on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from flows.record import dues
from flows.record.periods import older_than, outdated_on
from tests.document import shipped
from tests.record.rows import ONE_YEAR, announced, day, demanded, found, question, reacted, terms

if TYPE_CHECKING:
    from flows.record.dues import Due
    from flows.record.findings import Findings
    from tests.record.rows import Cell

ONE_DAY = timedelta(days=1)
LATER = date(2026, 11, 26)
YEAR = terms(term="fixed", duration=ONE_YEAR)


def told(*rows: Cell, as_of: str, until: str = "2030-01-01", **cells: Cell) -> list[tuple[str, str, str]]:
    """What is coming after the day, as ISO dates, kinds and ids."""
    findings = found(*rows, as_of=as_of, **cells)
    coming = dues.coming(findings, after=findings.as_of, until=date.fromisoformat(until))
    return [(one.on.isoformat(), one.kind, one.id) for one in coming]


def states(findings: Findings) -> set[tuple[str, str, str]]:
    """All that a day may change by itself: each status, and each thing that is stale."""
    of_chains = {("status", one.chain, one.status) for one in findings.commitments}
    last = {("last_day", one.chain, "") for one in findings.commitments if one.days_left == 0}
    stale = {("stale", one.id, one.kind) for one in findings.weaknesses if one.kind.startswith("stale")}
    questions = {("question", one.question.id, "") for one in findings.questions if one.stale}
    return of_chains | last | stale | questions


def shown(found: Findings, one: Due) -> bool:
    """Whether the findings say of that id what the due says of its day."""
    chains = {each.chain: each for each in found.commitments}
    weak = {(each.id, each.kind) for each in found.weaknesses}
    return {
        "last_day": lambda: chains[one.id].days_left == 0,
        "expired": lambda: chains[one.id].status == "expired_no_news",
        "starts": lambda: chains[one.id].status != "not_yet",
        "condition_stale": lambda: "condition_unchecked" in chains[one.id].flags,
        "outcome_stale": lambda: (one.id, "stale_outcome") in weak,
        "question_stale": lambda: {each.question.id: each.stale for each in found.questions}[one.id],
    }[one.kind]()


WINDOWS = [  # the file's last day, and how far the shipped record is followed
    pytest.param(LATER, None, timedelta(days=200), id="today"),
    pytest.param(date(2021, 5, 17), date(2021, 5, 17), timedelta(days=30), id="the-moratorium"),
    pytest.param(date(2022, 12, 20), date(2022, 12, 20), timedelta(days=14), id="two-terms"),
]


@pytest.mark.parametrize(("start", "kept_until", "long"), WINDOWS)
def test_the_rules_say_otherwise_on_each_of_the_days_and_not_on_the_day_before(
    start: date, kept_until: date | None, long: timedelta
) -> None:
    coming = dues.coming(shipped.found(start, kept_until=kept_until), after=start, until=start + long)
    told = [one for one in coming if one.kind != "enters"]
    assert told
    for one in told:
        assert shown(shipped.found(one.on, kept_until=kept_until), one), one
        assert not shown(shipped.found(one.on - ONE_DAY, kept_until=kept_until), one), one


def test_between_those_days_nothing_of_the_kind_changes() -> None:
    coming = dues.coming(shipped.found(LATER), after=LATER, until=LATER + timedelta(days=200))
    days = sorted({one.on for one in coming} | {one.on + ONE_DAY for one in coming if one.kind == "last_day"})
    assert len(days) > 2
    for one, other in zip([LATER, *days], [*days, LATER + timedelta(days=200)], strict=True):
        assert states(shipped.found(one)) == states(shipped.found(other - ONE_DAY)), (one, other)


def test_the_shipped_moratorium_has_its_last_day_and_the_day_after() -> None:
    day_before = date(2021, 6, 9)
    coming = dues.coming(
        shipped.found(day_before, kept_until=date(2021, 5, 17)), after=day_before, until=date(2021, 6, 11)
    )
    assert [(one.on.day, one.kind) for one in coming if one.id == "A001"] == [
        (10, "last_day"),
        (11, "expired"),
    ]


def test_a_term_is_told_by_its_last_day_and_the_first_one_without_news() -> None:
    row = announced("A001", "2020-06-10", terms=YEAR)
    both = [("2021-06-10", "last_day", "A001"), ("2021-06-11", "expired", "A001")]
    assert told(row, as_of="2020-06-15") == both
    assert told(row, as_of="2020-06-15", until="2021-06-10") == both[:1]
    assert told(row, as_of="2021-06-10") == both[1:]
    assert told(row, as_of="2021-06-11") == []


def test_a_term_known_to_the_month_ends_with_it() -> None:
    row = announced("A001", "2020-06-10", terms=terms(term="fixed", ends_on="2021-06"))
    assert told(row, as_of="2020-06-15") == [
        ("2021-06-30", "last_day", "A001"),
        ("2021-07-01", "expired", "A001"),
    ]


def test_what_has_no_term_by_now_does_not_run_out() -> None:
    first = announced("A001", "2020-06-10", terms=YEAR)
    ended = announced("A002", "2020-07-01", previous_id="A001", relation="ends")
    later = announced("A002", "2020-07-01", previous_id="A001", relation="ends", starts_on="2020-09-01")
    assert told(first, ended, as_of="2020-07-15") == []
    assert told(first, later, as_of="2020-07-15") == [("2020-09-01", "starts", "A001")]


def test_a_commitment_made_ahead_starts_on_its_day() -> None:
    row = announced("A001", "2020-06-10", terms=YEAR, starts_on="2020-09-01")
    assert told(row, as_of="2020-06-15", until="2020-12-31") == [("2020-09-01", "starts", "A001")]
    over = announced(
        "A001", "2020-06-10", terms=terms(term="fixed", ends_on="2020-08-01"), starts_on="2020-09-01"
    )
    assert told(over, as_of="2020-06-15") == [
        ("2020-09-01", "starts", "A001"),
        ("2020-09-01", "expired", "A001"),
    ]
    assert found(over, as_of="2020-09-01").commitments[0].status == "expired_no_news"


def test_a_condition_is_to_be_looked_at_again_once_it_is_in_effect() -> None:
    law = terms(term="condition", condition=None)
    row = announced("A001", "2020-06-10", terms=law, condition_checked_on="2020-07-01")
    assert told(row, as_of="2020-07-15") == [("2020-09-30", "condition_stale", "A001")]
    ahead = announced("A001", "2020-06-10", terms=law, starts_on="2021-01-01")
    assert told(ahead, as_of="2020-07-15") == [
        ("2021-01-01", "starts", "A001"),
        ("2021-01-01", "condition_stale", "A001"),
    ]
    assert "condition_unchecked" in found(ahead, as_of="2021-01-01").commitments[0].flags


def test_a_question_and_an_outcome_go_stale_by_the_limits_in_force() -> None:
    rows = (
        announced("A001", "2020-06-10"),
        reacted("R001", "2020-06-10"),
        demanded("R001.1", "2020-06-10", outcome="none_found", outcome_checked_on="2020-06-15"),
        question("Q001", "2020-06-10", review_days=7),
        question("Q002", "2020-06-10"),
        question("Q003", "2020-06-10", "dropped", dropped_because="of no use"),
    )
    assert told(*rows, as_of="2020-06-15", settings=(("review_days", "30"),)) == [
        ("2020-06-18", "question_stale", "Q001"),
        ("2020-07-11", "question_stale", "Q002"),
        ("2020-07-16", "outcome_stale", "R001.1"),
    ]


def test_a_row_that_lies_ahead_enters_on_its_day() -> None:
    rows = (announced("A001", "2020-06-10"), announced("A002", "2020-07-01"), question("Q001", "2020-06-20"))
    assert told(*rows, as_of="2020-06-15", until="2020-08-01") == [
        ("2020-06-20", "enters", "Q001"),
        ("2020-07-01", "enters", "A002"),
    ]


def test_the_calendar_s_end_is_no_day_to_wait_for() -> None:
    row = announced("A001", "2020-06-10", terms=terms(term="fixed", ends_on="9999-12-31"))
    findings = found(row, as_of="2020-06-15")
    assert [one.kind for one in dues.coming(findings, after=findings.as_of, until=date.max)] == ["last_day"]
    assert outdated_on(day("9999-12-01"), 90) is None
    assert outdated_on(None, 90) is None


@pytest.mark.parametrize("typed", ["2020-06-10", "2020-06", "2020-Q2", "2020"])
def test_the_first_day_that_is_too_late_is_the_one_the_rule_says(typed: str) -> None:
    first = outdated_on(day(typed), 90)
    assert first is not None
    assert [older_than(day(typed), 90, on) for on in (first - ONE_DAY, first)] == [False, True]
