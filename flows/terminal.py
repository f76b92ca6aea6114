"""How the person at the terminal is spoken to: results on standard output, all else on standard error.

Exit codes: 0 all is well, 1 something needs somebody's eye, 2 nothing could be done and a sentence says why.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import traceback
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO, cast

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
    try:
        streams()
        code = work()
    except SystemExit as asked:  # by argparse, which has said what there is to say
        code = int(asked.code or FINE)
    except KeyboardInterrupt:
        code = stopped()
    except Exception as fault:  # noqa: BLE001 - else Python would leave with 1, which means a draft
        code = refused(fault)
    return let_go(code)


def refused(fault: BaseException) -> int:
    """Say what stopped the work; the exit code for it."""
    if by_ctrl_c(fault):
        return stopped()
    complain(why(fault))
    return REFUSED


def by_ctrl_c(fault: BaseException | None) -> bool:
    """Whether it came of Ctrl-C, at which Prefect stumbles over itself."""
    while fault and not isinstance(fault, KeyboardInterrupt):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def stopped(sentence: str | None = None) -> int:
    """Say that the work was stopped by Ctrl-C, which is not heard a second time; the exit code for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    complain(sentence or said("stopped_early"))
    return STOPPED


@contextmanager
def all_the_same(kept: str) -> Iterator[None]:
    """Where what came out cannot be told, or the telling is stopped: say so, and what is kept all the same.

    Raises `SystemExit` where it was stopped.
    """
    try:
        yield
    except OSError as fault:
        complain(f"{why(fault)} {kept}")
    except KeyboardInterrupt:
        raise SystemExit(stopped(f"{said('stopped')} {kept}")) from None


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


def indented(content: object) -> str:
    """The content as JSON, for people as well as for programs."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def result(line: str) -> None:
    """Print a result; a reader who has left is no failure.

    Raises `OSError` where it cannot be written otherwise.
    """
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as fault:
        to_nowhere(sys.stdout)
        if not isinstance(fault, BrokenPipeError):
            raise


def complain(sentence: str) -> None:
    """Say what is in the way, or what happened."""
    _aside(f"{one_line(sentence)}\n")


def _aside(words: str) -> None:
    try:
        sys.stderr.write(words)
        sys.stderr.flush()
    except OSError:  # nobody to tell, which is no reason to stop
        to_nowhere(sys.stderr)


def one_line(words: str) -> str:
    """Words that may come from a cell or a file's name, without what could move a terminal's cursor."""
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
        # A language drawn again is a step more than were counted.
        filled = WIDTH * min(self.done, self.steps) // self.steps
        bar = "#" * filled + "." * (WIDTH - filled)
        _aside(f"\r\x1b[K[{bar}] {going_on}")
        self.done += 1

    def again(self, doing: str) -> None:
        """Say more of the step that goes on, which is no step further."""
        if self.live:
            self.done -= 1
            self.step(doing)

    def further(self, doing: str) -> None:
        """Say how far it has come, where a bar is shown; elsewhere the line of each would be too many."""
        if self.live:
            self.step(doing)

    def end(self) -> None:
        """Leave the line as if nothing had been there."""
        if self.live:
            _aside("\r\x1b[K")


def streams() -> None:
    """Have all three streams, which print what they cannot encode as an escape.

    One that was closed (`>&-`) is put in place first, or the next file opened would take its number and be
    written into. Nothing can be written to such a standard output, as before; the others lead nowhere.
    """
    sys.stdin = sys.stdin or _in_place(0, "r", os.O_RDONLY)
    sys.stdout = sys.stdout or _in_place(1, "w", os.O_RDONLY)
    sys.stderr = sys.stderr or _in_place(2, "w", os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _in_place(number: int, mode: str, access: int) -> TextIO:
    nowhere = os.open(os.devnull, access)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
    os.set_inheritable(number, True)  # noqa: FBT003 - which has no name to give it by
    return cast("TextIO", open(number, mode, encoding="utf-8", closefd=False))


def let_go(code: int) -> int:
    """The exit code once all is written: 2 where the last of the results cannot be."""
    try:
        sys.stdout.flush()
    except OSError as fault:
        to_nowhere(sys.stdout)
        if not isinstance(fault, BrokenPipeError):
            return refused(fault)
    return code


def to_nowhere(stream: TextIO) -> None:
    """Send what is left, and what still comes, to nowhere: else the interpreter ends in a complaint."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
