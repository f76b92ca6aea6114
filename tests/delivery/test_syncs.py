"""The order of what a sender asks of the system: the end of a mail is said once the ledger was synced."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.delivery import apart

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(not shutil.which("strace"), reason="no strace here to see what the system is asked"),
    pytest.mark.slow,
]
PEOPLE = 3
CODE = "import sys; from pathlib import Path; from tests.delivery import posting; "
DOT = re.compile(r'sendto\(\d+, "\.\\r\\n", 3')
BODY = re.compile(r'sendto\(\d+, "From: ')
SYNC = re.compile(r"(?:fdatasync|fsync)\((\d+)")


def asked(tmp_path: Path, synchronous: int | None) -> list[str]:
    """What one sender asked of the system, a line each."""
    trace = tmp_path / "trace"
    with apart.mail_server(tmp_path / "office") as port:
        work = f"posting.sent(Path({str(tmp_path / 'box')!r}), {port}, {PEOPLE}, synchronous={synchronous})"
        watched = ["strace", "-f", "-o", str(trace), "-e", "trace=fdatasync,fsync,sendto", "-s", "40"]
        subprocess.run([*watched, sys.executable, "-c", CODE + work], cwd=apart.ROOT, check=True)  # noqa: S603
    return trace.read_text("utf-8").splitlines()


def synced_between_body_and_dot(lines: list[str]) -> list[bool]:
    """Of each mail, whether something was synced between its words and its end."""
    found, since = [], False
    for line in lines:
        if BODY.search(line):
            since = False
        elif SYNC.search(line):
            since = True
        elif DOT.search(line):
            found.append(since)
    return found


def test_the_end_of_a_mail_is_said_after_the_ledger_was_synced(tmp_path: Path) -> None:
    assert synced_between_body_and_dot(asked(tmp_path, None)) == [True] * PEOPLE


def test_with_the_usual_setting_it_is_not(tmp_path: Path) -> None:
    assert synced_between_body_and_dot(asked(tmp_path, 1)) == [False] * PEOPLE
