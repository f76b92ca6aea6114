"""Who let an edition go out: every step is kept, in order, through a crash in the middle of a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from flows.edition import decisions
from flows.edition.decisions import Decision
from flows.edition.refusals import CannotKeep

if TYPE_CHECKING:
    from pathlib import Path

ASKED = Decision(
    step="asked",
    at="2026-11-26T09:00:00+00:00",
    run="one",
    edition="2026-11-26-01",
    manifest="0" * 64,
    group="press",
    people=2,
    readers="1" * 64,
    round=1,
)
APPROVED = replace(ASKED, step="approved", stated_name="Ada Lovelace", reason="« déjà relu »")


def test_the_steps_of_a_run_are_told_in_their_order_and_nobody_else_s(tmp_path: Path) -> None:
    for step in (ASKED, replace(ASKED, run="two"), APPROVED):
        decisions.add(tmp_path, step)
    assert decisions.of(tmp_path, "one") == (ASKED, APPROVED)
    assert len(decisions.every(tmp_path)) == 3


def test_a_line_cut_off_by_a_crash_takes_no_other_with_it(tmp_path: Path) -> None:
    decisions.add(tmp_path, ASKED)
    file = tmp_path / decisions.NAME
    file.write_bytes(file.read_bytes() + file.read_bytes()[:40])
    decisions.add(tmp_path, APPROVED)
    assert decisions.of(tmp_path, "one") == (ASKED, APPROVED)


def test_what_was_written_is_never_written_over(tmp_path: Path) -> None:
    decisions.add(tmp_path, ASKED)
    before = (tmp_path / decisions.NAME).read_bytes()
    decisions.add(tmp_path, APPROVED)
    assert (tmp_path / decisions.NAME).read_bytes().startswith(before)


def test_a_shelf_that_cannot_be_written_to_is_told_as_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotKeep):
        decisions.add(tmp_path / "nowhere", ASKED)


def test_nothing_was_decided_where_there_is_no_list(tmp_path: Path) -> None:
    assert decisions.every(tmp_path) == ()
