"""A minute of workbooks changed at random: each met with a sentence, or read into cells that can be."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = 20261110
LEAST = 5_000  # files a minute, on the slowest machine


@pytest.mark.slow
def test_a_minute_of_workbooks_changed_at_random_meets_sentences_and_cells_only() -> None:
    command = [sys.executable, "-m", "tests.workbook.fuzzing", "--seconds", "60", "--seed", str(SEED)]
    ran = subprocess.run(  # noqa: S603 - this Python, on files of ours
        command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False, timeout=500
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(ran.stdout.split(" files")[0]) > LEAST
    assert " read\n" in ran.stdout
    assert " bad_xml\n" in ran.stdout


def test_one_seed_gives_one_sequence_of_files() -> None:
    command = [sys.executable, "-m", "tests.workbook.fuzzing", "--executions", "300", "--seed", "7"]
    once, again = (
        subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True).stdout  # noqa: S603 - as above
        for _ in range(2)
    )
    assert once.splitlines()[1:] == again.splitlines()[1:]
    assert once.startswith("300 files")
