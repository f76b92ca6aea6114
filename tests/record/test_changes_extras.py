"""Columns of the team's own: a change in one is editorial, and a column asked for anew is none."""

from __future__ import annotations

from tests.record.editions import edition, only, since
from tests.record.rows import announced


def test_a_changed_cell_of_a_column_of_the_team_s_own_is_no_change_of_substance() -> None:
    before = edition(announced("A001", "2020-06-10", extras=(("Ref", "one"),)), as_of="2020-06-15")
    change = only(since(before, announced("A001", "2020-06-10", extras=(("Ref", "two"),))))
    (cell,) = change.columns
    assert (cell.column, cell.because, cell.substantive) == ("extras", "own_column", False)
    assert (cell.before, cell.after) == (("Ref: one",), ("Ref: two",))


def test_a_column_asked_for_anew_changes_no_row() -> None:
    before = edition(announced("A001", "2020-06-10"), as_of="2020-06-15")
    assert since(before, announced("A001", "2020-06-10", extras=(("Ref", "one"),))).changes == ()
