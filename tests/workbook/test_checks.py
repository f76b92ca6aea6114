"""Cells of a row that do not go together: what the edition will say of them is said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import cleaned, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from flows.workbook.clean import Cleaned

A, R = "Announcements", "Reactions"


def rules(found: Cleaned) -> list[str]:
    return [problem.rule for problem in found.problems]


def test_an_end_and_a_length_that_disagree_are_told_with_both_days(tmp_path: Path) -> None:
    [problem] = cleaned(tmp_path, put(sound(), A, 2, "ends_on", "2021-06-30")).problems
    assert (problem.rule, problem.severity) == ("ends_disagree", "warning")
    assert str(problem) == (
        'Announcements!H2  ends_on says 30 June 2021, but "duration" says "1 year", which counted from '
        "10 June 2020 gives 10 June 2021: the page prints both days, and the status is undetermined. "
        'Keep the one that the source gives: correct or clear ends_on or "duration".'
    )


@pytest.mark.parametrize("ends", ["2021-06-10", "June 2021", "2021"])
def test_an_end_that_may_be_the_day_of_its_length_agrees_with_it(ends: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "ends_on", ends))) == []


def test_a_length_runs_from_the_start_where_one_is_given(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "ends_on", "2021-06-30"), A, 2, "starts_on", "2020-06-30")
    assert rules(cleaned(tmp_path, book)) == []
