from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

PASSING = """
import sys
from flows.delivery.killpoints import kp
for name in ("one", "two", "three"):
    kp(name)
    print(name, flush=True)
"""


def passed(at: str | None) -> tuple[int, str, str]:
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", PASSING],
        cwd=Path(__file__).parents[2],
        env={} if at is None else {"ON_RECORD_KILL_AT": at},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


def test_the_nth_point_ends_the_process_by_a_kill_and_says_which_it_was() -> None:
    assert passed("2") == (-signal.SIGKILL, "one\n", "killed at: two\n")


def test_without_the_variable_or_with_another_number_nothing_ends() -> None:
    for at in (None, "4", "", "never"):
        assert passed(at) == (0, "one\ntwo\nthree\n", "")
