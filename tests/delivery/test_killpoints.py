from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

PASSING = """
import signal
import sys
from flows.delivery.killpoints import arm, kp
if len(sys.argv) > 1:
    arm(int(sys.argv[1]), signal.SIGKILL)
for name in ("one", "two", "three"):
    kp(name)
    print(name, flush=True)
"""


def passed(*at: str) -> tuple[int, str, str]:
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", PASSING, *at],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


def test_the_nth_point_ends_the_process_by_a_kill_and_says_which_it_was() -> None:
    assert passed("2") == (-signal.SIGKILL, "one\n", "killed at: two\n")


def test_unarmed_or_armed_for_a_place_that_is_not_reached_nothing_ends() -> None:
    for at in ((), ("4",), ("0",)):
        assert passed(*at) == (0, "one\ntwo\nthree\n", "")
