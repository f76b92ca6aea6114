"""A process of its own for one file, started and heard: what it says, or the kind of its end before that."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from flows.workbook.reading.limits import Limits

NO_MEMORY = (b"memory allocation of", b"MemoryError")  # the last words of the second reader, and of Python
# The packages' own openings are passed over, so that the child stays free of what they load.
OPENING = """
import json, sys, types
sys.path[:], room, house = json.loads(sys.argv[1])
for name, folder in (("flows", house), ("flows.workbook", room)):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [folder]
from importlib import import_module
import_module(sys.argv[2]).main()
"""
Run = subprocess.CompletedProcess[bytes]


class Ended(Exception):  # noqa: N818 - read aloud: the process ended
    """The process ended before it could answer: "too_slow", "too_heavy" or "crashed"."""

    def __init__(self, kind: str) -> None:
        """End for a reason of that kind."""
        super().__init__(kind)
        self.kind = kind


def heard(child: str, given: bytes, limits: Limits, *arguments: str) -> Run:
    """What `main` of the module `child` has said, once it had all of `given` on its standard input.

    Raises `Ended` where it came to no end of its own.
    """
    with Child(child, given, limits, *arguments) as begun:
        return begun.heard()


class Child:
    """Such a process at work while this one goes on; left, it is ended."""

    def __init__(self, child: str, given: bytes, limits: Limits, *arguments: str) -> None:
        """Begin."""
        room = Path(__file__).resolve().parent.parent
        places = json.dumps([[entry for entry in sys.path if entry], str(room), str(room.parent)])
        self._process = subprocess.Popen(  # noqa: S603 - our own module, under the interpreter in use
            [sys.executable, "-I", "-X", "utf8", "-c", OPENING, places, child, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._said: tuple[bytes, bytes] | subprocess.TimeoutExpired | None = None
        self._listening = Thread(target=self._listen, args=(given, limits.wall_seconds), daemon=True)
        self._listening.start()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it, if it has not ended by itself."""
        self._process.kill()
        self._listening.join()

    def heard(self) -> Run:
        """What it has said.

        Raises `Ended` where it came to no end of its own.
        """
        self._listening.join()
        if isinstance(self._said, subprocess.TimeoutExpired):
            raise Ended("too_slow") from self._said
        if self._said is None:
            raise Ended("crashed")
        run = Run(self._process.args, self._process.returncode, *self._said)
        if run.returncode:
            raise Ended(_ending(run)) from aside(run)
        return run

    def _listen(self, given: bytes, seconds: float) -> None:
        try:
            self._said = self._process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired as late:
            self._said = late
            self._process.kill()
            self._process.communicate()


def aside(run: Run) -> ChildProcessError:
    """What the child wrote for those who mend the program; never shown to the person who chose the file."""
    return ChildProcessError(run.stderr.decode(errors="replace"))


def _ending(run: Run) -> str:
    if run.returncode == -getattr(signal, "SIGXCPU", 0):
        return "too_slow"
    heavy = run.returncode == -getattr(signal, "SIGKILL", 0) or any(each in run.stderr for each in NO_MEMORY)
    return "too_heavy" if heavy else "crashed"
