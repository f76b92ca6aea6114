"""A child that draws the pages: begun, waited for, stopped."""

from __future__ import annotations

import io
import json
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.document.apart import limits as allowed
from flows.document.apart.child import LENGTH
from flows.document.apart.work import Trial
from flows.document.paper.typeset import RenderingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.document.apart.child import Message
    from flows.document.apart.limits import Limits
    from flows.document.apart.work import Work
    from flows.document.parts.masthead import Logo
    from flows.document.render import Rendered

OPENING = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from importlib import import_module
import_module(sys.argv[2]).main()
"""
DRAWS = "flows.document.apart.child"
"""The module whose `main` answers in the child, where no other is named."""
HOUSE = str(Path(__file__).resolve().parents[3])
_running: set[Drawing] = set()


class Undrawn(Exception):  # noqa: N818 - read aloud: the pages are undrawn
    """The pages were not drawn: the kind of the reason, and what a sentence about it has to name."""

    def __init__(self, kind: str, **blanks: object) -> None:
        """Tell of a reason of that kind."""
        super().__init__(kind)
        self.kind = kind
        self.blanks = blanks


class Standby:
    """A process that has loaded all it takes to draw, and waits to be told what; it ends with this one."""

    def __init__(self, environment: Mapping[str, str], child: str = DRAWS) -> None:
        """Begin; `environment` is all that the child is told of this one's."""
        theirs, self.line = os.pipe()
        try:
            self.process = subprocess.Popen(  # noqa: S603 - our own module, under the interpreter in use
                command(child),
                stdin=theirs,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=dict(environment),
            )
        except BaseException:
            os.close(self.line)
            raise
        finally:
            os.close(theirs)
        self.given = False

    def give(self, limits: Limits, work: Any) -> None:  # noqa: ANN401 - what the module in the child takes
        """Hand the work over, and within what it has to stay; the line stays open until the end."""
        self.given = True
        pieces = json.dumps(asdict(limits)).encode(), pickle.dumps(work)
        rest = memoryview(b"".join(len(piece).to_bytes(LENGTH, "big") + piece for piece in pieces))
        with suppress(BrokenPipeError):  # it ended before: what it has to say of that is read below
            while rest:
                rest = rest[os.write(self.line, rest) :]

    def stop(self) -> None:
        """End it where it was given nothing."""
        if self.given:
            return
        self.given = True
        os.close(self.line)
        self.process.kill()
        self.process.communicate()


class Drawing:
    """A document being drawn in a process of its own, which ends with this one at the latest."""

    def __init__(
        self,
        work: Any,  # noqa: ANN401 - what the module in the child takes
        environment: Mapping[str, str],
        limits: Limits | None = None,
        child: str = DRAWS,
        standby: Standby | None = None,
    ) -> None:
        """Begin, in the process that stands by where there is one."""
        self.limits = limits or _allowed(work)
        self.stopped = self.waited_for = False
        ready = standby or Standby(environment, child)
        self.process, self.line = ready.process, ready.line
        _running.add(self)
        ready.give(self.limits, work)

    def finished(self) -> Rendered:
        """The pages, once they are drawn.

        Raises:
            RenderingError: WeasyPrint logged a warning.
            OSError: the system refused a file.
            Undrawn: the child ran out of time or memory, broke down, or was stopped.
        """
        return self._pages(*self.heard())

    def heard(self) -> Message:
        """The child's answer, once it has one.

        Raises:
            Undrawn: it ran out of time or memory, broke down, or was stopped.
        """
        self.waited_for = True
        try:
            said, aside = self.process.communicate(timeout=self.limits.wall_seconds)
        except subprocess.TimeoutExpired as error:
            raise self._undrawn("too_slow") from error
        finally:
            self._end()
            self._hang_up()
        if self.process.returncode:
            raise self._undrawn(ending(self.process.returncode, aside)) from ChildProcessError(
                aside.decode(errors="replace")
            )
        kind, what = _Answer(io.BytesIO(said)).load()
        return kind, what

    def _pages(self, kind: str, what: Any) -> Rendered:  # noqa: ANN401 - as the kind has it
        if kind == "drawn":
            pages: Rendered = what
            return pages
        if kind == "not_whole":
            raise RenderingError(what)
        if kind == "system":
            raise OSError(*what)
        if kind == "fault":
            raise Undrawn("apology", fault=what[0], file=what[1], line=what[2])
        if kind == "lost":
            raise self._undrawn("lost" if what["id"] else "lost_word", **what)
        raise self._undrawn(kind, why=what)

    def _undrawn(self, kind: str, **more: object) -> Undrawn:
        if self.stopped:
            return Undrawn("stopped_early")
        figures = {"seconds": self.limits.cpu_seconds, "megabytes": self.limits.megabytes}
        return Undrawn(kind if kind == "stopped_early" else f"pages_{kind}", **figures, **more)

    def stop(self) -> None:
        """End it, whatever it is at; nothing where it is finished."""
        if self not in _running:
            return
        self.stopped = True
        self._end()
        if not self.waited_for:
            self._hang_up()

    def _end(self) -> None:
        """Let go of it, once; another thread may do so at the same time."""
        with suppress(KeyError):
            _running.remove(self)
            os.close(self.line)
        self.process.kill()
        self.process.wait()

    def _hang_up(self) -> None:
        """Hear no more of it."""
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


class _Answer(pickle.Unpickler):
    """The child's answer: our own values and nothing else, should a page ever have taken the child over."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - a class
        """The class of one of our values.

        Raises:
            UnpicklingError: anything else.
        """
        if (module, name) not in {
            ("flows.document.render", "Rendered"),
            ("flows.document.tracing.passages", "Passage"),
        }:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return super().find_class(module, name)


def shows(logo: Logo, environment: Mapping[str, str]) -> bool:
    """Whether a page can show the logo: drawn by itself, within limits of its own.

    Where nothing at all can be drawn here it passes: what is wrong is told when the pages are made.
    """
    try:
        kind, _ = Drawing(Trial(logo), environment).heard()
    except Undrawn:
        return False
    return kind not in {"undrawable", "too_heavy", "fault"}


def _allowed(work: Work | Trial) -> Limits:
    return allowed.TRIAL if isinstance(work, Trial) else allowed.of(work.findings.record)


def stop_all() -> None:
    """End whatever is being drawn for this process."""
    for drawing in tuple(_running):
        drawing.stop()


def command(child: str = DRAWS) -> list[str]:
    """What starts the child: this interpreter, without what its environment or its folder could add."""
    places = json.dumps([HOUSE, *(entry for entry in sys.path if entry and entry != HOUSE)])
    return [sys.executable, "-I", "-X", "utf8", "-c", OPENING, places, child]


def ending(code: int, aside: bytes) -> str:
    """The kind of reason for a child that ended before it could answer."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return "too_slow"
    if code == -getattr(signal, "SIGKILL", 0) or b"failed to allocate" in aside or b"MemoryError" in aside:
        return "too_heavy"
    return "crashed"
