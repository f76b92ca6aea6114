"""The shipped record month by month, from June 2020 to June 2021: what each edition says has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from flows.edition import snapshot
from flows.record import as_json, changes
from flows.record.findings import compute
from flows.workbook import clean, read
from tests.conftest import ROOT

if TYPE_CHECKING:
    from flows.record.editions import Changes, Snapshot
    from flows.record.facts import Record
    from flows.record.findings import Findings

DAYS = tuple(date(2020 + (5 + month) // 12, (5 + month) % 12 + 1, 15) for month in range(14))


@dataclass(frozen=True, slots=True)
class Month:
    """One edition of the replay."""

    found: Findings
    kept: Snapshot
    changes: Changes | None


def edition(record: Record, as_of: date, next_on: date, before: Snapshot | None) -> Month:
    """The edition of that day, and what changed since the one before."""
    found = compute(record, as_of=as_of, next_on=next_on, previous=before)
    kept = snapshot.of_text(as_json.canonical(found), as_of.isoformat())
    return Month(found, kept, changes.compare(before, kept) if before else None)


@cache
def replay() -> tuple[Month, ...]:
    """Thirteen editions of the workbook as it is shipped, each compared with the one before."""
    record = clean.record(read.cells(ROOT / "inputs" / "facial-recognition.xlsx")).record
    made: list[Month] = []
    for as_of, next_on in pairwise(DAYS):
        made.append(edition(record, as_of, next_on, made[-1].kept if made else None))
    return tuple(made)


def test_a_workbook_nobody_touched_has_nothing_corrected_withdrawn_or_found_late() -> None:
    told = {one.heading for month in replay() if month.changes for one in month.changes.changes}
    assert told == {"new", "by_time"}
    assert all(month.found.release == "final" for month in replay())


def test_every_row_is_news_once_in_the_first_edition_after_its_day() -> None:
    news = [
        one.id
        for month in replay()
        if month.changes
        for one in month.changes.changes
        if one.what == "row" and one.sheet in {"announcements", "reactions"}
    ]
    first, last = replay()[0].found, replay()[-1].found
    came = [row.id for row in last.announcements if row not in first.announcements]
    came += [row.id for row in last.reactions if row.id not in {one.id for one in first.reactions}]
    assert sorted(news) == sorted(came)
    assert len(came) > 30


def test_amazon_s_term_is_warned_of_before_it_ends_and_its_extension_is_news() -> None:
    *_, may, june = replay()
    assert (may.found.as_of, may.found.key_points[0].kind) == (date(2021, 5, 15), "ends_before_next_edition")
    assert may.found.key_points[0].ids == ("A001",)
    assert june.changes is not None
    assert [(one.heading, one.what) for one in june.changes.changes if one.id == "A005"] == [("new", "row")]
    assert "A005" in {row_id for point in june.found.key_points for row_id in point.ids}
    moved = {(one.id, one.before, one.after) for one in june.changes.consequences if one.what == "status"}
    assert moved == {("A001", "in_force_until", "in_force_revocable")}


def test_without_its_extension_the_term_runs_out_by_time() -> None:
    may = replay()[-2]
    # Of the statements the rows themselves: an edition does not keep who spoke without being quoted.
    record = replace(may.kept.record, announcements=may.found.announcements, reactions=may.found.reactions)
    untouched = edition(record, date(2021, 6, 15), date(2021, 7, 15), may.kept)
    assert untouched.changes is not None
    told = [(one.heading, one.what, one.id, one.before, one.after) for one in untouched.changes.changes]
    assert ("by_time", "status", "A001", "in_force_until", "expired_no_news") in told
    assert {(heading, what, after) for heading, what, _, _, after in told} == {
        ("by_time", "status", "expired_no_news"),
        ("by_time", "outcome", "lapsed"),
    }
    assert untouched.found.key_points[0].kind == "expired_no_news"


@pytest.mark.parametrize("which", range(1, 13))
def test_a_question_stays_until_it_is_answered_or_dropped(which: int) -> None:
    before, now = replay()[which - 1].found, replay()[which].found
    then = {one.question.id: one for one in before.questions}
    today = {one.question.id: one for one in now.questions}
    assert then.keys() <= today.keys()
    for row_id, one in then.items():
        if today[row_id].status == "open" and one.age_days is not None:
            assert today[row_id].age_days == one.age_days + (now.as_of - before.as_of).days
        if one.status != "open":
            assert today[row_id].status == one.status
