"""`onrecord new`, as typed: what it prints, what it leaves on disk, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flows.workbook.blank import making
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

SHIPPED = ROOT / "inputs" / "facial-recognition.xlsx"


def test_a_new_workbook_is_written_named_and_has_nothing_to_put_right(python: Python, tmp_path: Path) -> None:
    run = python("-m", "flows.cli", "new", "my record.xlsx", "--language", "fr", "--portable")
    assert (run.returncode, run.stdout) == (0, "my record.xlsx\n"), run.stderr
    assert "onrecord check 'my record.xlsx'" in run.stderr
    assert (tmp_path / "my record.xlsx").read_bytes() == making.empty("fr", portable=True)
    checked = python("-m", "flows.cli", "check", "my record.xlsx")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_what_is_there_is_left_alone_and_the_refusal_says_what_to_do(python: Python, tmp_path: Path) -> None:
    (tmp_path / "record.xlsx").write_bytes(b"ours")
    run = python("-m", "flows.cli", "new", "record.xlsx")
    assert (run.returncode, run.stdout) == (2, "")
    assert "“record.xlsx” is there already" in run.stderr
    assert "Choose another name" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["record.xlsx"]


@pytest.mark.parametrize("as_json", [False, True])
def test_carrying_over_lists_what_it_could_not_place_and_ends_with_1(
    *, as_json: bool, python: Python
) -> None:
    run = python("-m", "flows.cli", "new", "record.xlsx", "--from", SHIPPED, *(["--json"] * as_json))
    assert run.returncode == 1, run.stderr
    assert "Announcements 87" in run.stderr
    assert "2 to look at" in run.stderr
    if as_json:
        told = json.loads(run.stdout)
        assert told["rows"]["Announcements"] == 87
        assert [each["sheet"] for each in told["told"] if not each["placed"]] == ["Read me", "Lists"]
    else:
        assert run.stdout.splitlines()[0].startswith("'Read me'!A1:C36  On Record |")


def test_an_old_workbook_that_cannot_be_read_leaves_nothing_behind(python: Python, tmp_path: Path) -> None:
    (tmp_path / "old.xlsx").write_bytes(b"no workbook")
    run = python("-m", "flows.cli", "new", "record.xlsx", "--from", "old.xlsx")
    assert (run.returncode, run.stdout) == (2, "")
    assert "old.xlsx" in run.stderr
    assert "Traceback" not in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["old.xlsx"]
