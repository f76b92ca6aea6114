"""Work done in a process of its own, begun in a moment: it may be killed, and takes nothing else with it."""

from __future__ import annotations

import multiprocessing
import signal
import smtplib
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.delivery import killpoints
from tests.delivery import posting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkServerProcess

ROOT = Path(__file__).resolve().parents[2]
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.delivery.posting"])


def begun(
    work: Callable[..., object], *given: object, kill_at: int | None = None, by: int = signal.SIGKILL
) -> ForkServerProcess:
    """The process at that work, which ends at one of the places, or stops there, where one is named."""
    process = _CONTEXT.Process(target=_at, args=(kill_at, by, work, given), daemon=True)
    process.start()
    return process


def _at(kill_at: int | None, by: int, work: Callable[..., object], given: tuple[object, ...]) -> None:
    if kill_at is not None:
        killpoints.arm(kill_at, by)
    work(*given)


def killed(work: Callable[..., object], *given: object, kill_at: int | None = None) -> bool:
    """Whether the work was killed at that place; not where it has no place of that number.

    Raises `AssertionError` where it ended otherwise.
    """
    process = begun(work, *given, kill_at=kill_at)
    process.join(60)
    assert process.exitcode in {0, -signal.SIGKILL}, f"place {kill_at}: {process.exitcode}"
    return process.exitcode != 0


def sending(folder: Path, port: int, people: int, synchronous: int | None = None) -> None:
    """What a sender does, without what it gives back."""
    posting.sent(folder, port, people, synchronous=synchronous)


def heard_out(port: int) -> None:
    """Wait until the server has dealt with all that was said to it before.

    It hears its lines one after the other: once a new one was answered, all that came before was heard.
    """
    for _ in range(2):
        with smtplib.SMTP("127.0.0.1", port) as line:
            line.noop()
        time.sleep(0.02)


@contextmanager
def mail_server(folder: Path) -> Iterator[int]:
    """The port of a mail server in a process of its own, whose list is in that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.delivery.mailserver", str(folder)]
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - our own
    try:
        for _ in range(600):
            if (folder / "port").exists():
                break
            time.sleep(0.05)
        yield int((folder / "port").read_text())
    finally:
        process.kill()
        process.wait()
