"""What `make check` hands on: the workbook and the day, or the shipped workbook where none is named."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MAKE = shutil.which("make") or ""
pytestmark = pytest.mark.skipif(not MAKE or os.name == "nt", reason="needs make, and a shell of Unix")
SHIPPED = "inputs/facial-recognition.xlsx"


INHERITED = {"WORKBOOK", "AS_OF", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
"""What this test decides itself: the whole suite may run below a make of its own."""


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, ["check", SHIPPED]),
        ({"WORKBOOK": "", "AS_OF": ""}, ["check", SHIPPED]),
        ({"WORKBOOK": " "}, ["check", SHIPPED]),
        (
            {"WORKBOOK": "l'été $HOME $(x).xlsx", "AS_OF": "2021-05-17"},
            ["check", "l'été $HOME $(x).xlsx", "--as-of", "2021-05-17"],
        ),
    ],
)
def test_make_check_hands_on_what_was_chosen(
    chosen: dict[str, str], words: list[str], tmp_path: Path
) -> None:
    program = tmp_path / "onrecord"
    program.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    program.chmod(0o755)
    asked = {name: value for name, value in os.environ.items() if name not in INHERITED}
    run = subprocess.run(  # noqa: S603 - the Makefile, without its set-up, and a program that prints its words
        [MAKE, "-o", "setup", f"bin={tmp_path}", "check"],
        cwd=ROOT,
        env=asked | chosen,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout.splitlines()) == (0, words), run.stderr
