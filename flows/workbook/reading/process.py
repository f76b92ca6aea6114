"""A process of its own for one file, started and heard: what it says, or the kind of its end before that."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

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
    return Child(child, given, limits, *arguments).heard()


class Child:
    """Such a process at work, while this one goes on."""

    def __init__(self, child: str, given: bytes, limits: Limits, *arguments: str) -> None:
        """Begin."""
        room = Path(__file__).resolve().parent.parent
        places = json.dumps([[entry for entry in sys.path if entry], str(room), str(room.parent)])
        self._command = [sys.executable, "-I", "-X", "utf8", "-c", OPENING, places, child, *arguments]
        self._given, self._seconds = given, limits.wall_seconds
        self._said: Run | BaseException | None = None
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def heard(self) -> Run:
        """What it has said.

        Raises `Ended` where it came to no end of its own.
        """
        self._listening.join()
        if isinstance(self._said, subprocess.TimeoutExpired):
            raise Ended("too_slow") from self._said
        if not isinstance(self._said, subprocess.CompletedProcess):
            raise self._said or Ended("crashed")
        if self._said.returncode:
            raise Ended(_ending(self._said)) from aside(self._said)
        return self._said

    def _listen(self) -> None:
        try:
            self._said = subprocess.run(  # noqa: S603 - our own module, under the interpreter in use
                self._command, input=self._given, capture_output=True, timeout=self._seconds, check=False
            )
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._said = error


def aside(run: Run) -> ChildProcessError:
    """What the child wrote for those who mend the program; never shown to the person who chose the file."""
    return ChildProcessError(run.stderr.decode(errors="replace"))


def _ending(run: Run) -> str:
    if run.returncode == -getattr(signal, "SIGXCPU", 0):
        return "too_slow"
    heavy = run.returncode == -getattr(signal, "SIGKILL", 0) or any(each in run.stderr for each in NO_MEMORY)
    return "too_heavy" if heavy else "crashed"
