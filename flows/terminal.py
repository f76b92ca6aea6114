"""How the person at the terminal is spoken to: results on standard output, all else on standard error.

Exit codes: 0 all is well, 1 something needs somebody's eye, 2 nothing could be done and a sentence says why.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import traceback
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from flows import settings
from flows.spoken import SaysWhy, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Colour = Literal["error", "warning", "strong"]
CODES = {"error": "31", "warning": "33", "strong": "1"}
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
WIDTH = 20  # of the progress bar, in characters
FINE, LOOK, REFUSED, STOPPED = 0, 1, 2, 130


def in_sentences(work: Callable[[], int]) -> int:
    """The exit code of the work; what stops it ends in a sentence, never in a traceback."""
    with plain_streams():
        try:
            return work()
        except BrokenPipeError:
            return LOOK
        except KeyboardInterrupt:
            complain(said("stopped_early"))
            return STOPPED
        except Exception as fault:  # noqa: BLE001 - else Python would leave with 1, which means a draft
            complain(why(fault))
            return REFUSED


def why(fault: BaseException) -> str:
    """What to say of what stopped the work: its own sentence, the system's answer, or else an apology."""
    if isinstance(fault, SaysWhy):
        return fault.sentence(settings.language())
    if isinstance(fault, OSError):
        answer = fault.strerror or fault
        if fault.filename:
            return said("file_refused", file=fault.filename, why=answer)
        return said("result_refused", why=answer)
    return apology(fault)


def result(line: str) -> None:
    """Print a result."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """Say what is in the way, or what happened."""
    _aside(f"{sentence}\n")


def _aside(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()


def one_line(words: str) -> str:
    """Words that may come from a cell, without what could move a terminal's cursor."""
    return CONTROLS.sub(" ", words)


def argument(path: Path) -> str:
    """The path as it is typed in a command, in quotes where it has to be."""
    written = f"./{path}" if str(path).startswith("-") else str(path)
    return subprocess.list2cmdline([written]) if sys.platform == "win32" else shlex.quote(written)


def apology(fault: BaseException) -> str:
    """What to say of a fault of the program itself, with the place where to look for it."""
    trace = traceback.extract_tb(fault.__traceback__)
    file, line = (Path(trace[-1].filename).name, trace[-1].lineno) if trace else ("?", 0)
    return said("apology", fault=f"{type(fault).__name__} {one_line(str(fault))}", file=file, line=line)


def coloured(words: str, colour: Colour, stream: TextIO) -> str:
    """The words in a colour where the stream is a terminal and nobody asked for none."""
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return words
    return f"\x1b[{CODES[colour]}m{words}\x1b[0m"


class Progress:
    """What is being done: a bar that stays on its line on a terminal, a line a step elsewhere."""

    def __init__(self, steps: int) -> None:
        """Begin with none of that many steps done."""
        self.steps = steps
        self.done = 0
        self.live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def step(self, doing: str) -> None:
        """Say which step begins."""
        going_on = said("going_on", doing=doing)
        if not self.live:
            complain(going_on)
            return
        filled = WIDTH * self.done // self.steps
        bar = "#" * filled + "." * (WIDTH - filled)
        _aside(f"\r\x1b[K[{bar}] {going_on}")
        self.done += 1

    def end(self) -> None:
        """Leave the line as if nothing had been there."""
        if self.live:
            _aside("\r\x1b[K")


@contextmanager
def plain_streams() -> Iterator[None]:
    """Streams that print what they cannot encode as an escape, and take a reader's leaving in silence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        yield
    finally:
        let_go(sys.stdout)


def let_go(stream: TextIO) -> None:
    """Send what is left; where nobody reads any more, to nowhere, so that the interpreter ends in peace."""
    try:
        stream.flush()
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
