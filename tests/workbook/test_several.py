"""Several values in one cell: where only one may stand, or without the sign between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import cleaned, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

A, R = "Announcements", "Reactions"


@pytest.mark.parametrize(
    ("tab", "header", "typed", "fix"),
    [(R, "about", "A1, A2", "Type A001; A002."), (R, "about", "A1 and A002", "Type A001; A002."),
     (A, "source", "s1 & S1", "Type S001."),
     ("Questions", "asked_by", "R1, R2", "Keep one of them: R001 or R002."),
     (A, "activity", "use, sale", "Type use; sale."),
     (A, "users", "police, public_sector", "Keep one of them: police or public_sector."),
     (R, "actor", "ACLU; EFF", "Give each organisation a row of its own.")],
)  # fmt: skip
def test_several_values_where_one_may_stand_or_without_their_sign_are_told_as_such(
    tab: str, header: str, typed: str, fix: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), tab, 2, header, typed))
    assert [problem.fix for problem in found.problems] == [fix]


@pytest.mark.parametrize(
    ("tab", "header", "typed"),
    [(R, "about", "A001, A002"), (A, "source", "s1, S1"), (A, "activity", "use, sale")],
)
def test_what_the_complaint_about_values_run_together_says_to_type_ends_it(
    tab: str, header: str, typed: str, tmp_path: Path
) -> None:
    [problem] = cleaned(tmp_path, put(sound(), tab, 2, header, typed)).problems
    told = problem.fix.removeprefix("Type ").removesuffix(".")
    assert told != typed
    assert rules(cleaned(tmp_path, put(sound(), tab, 2, header, told))) == []
