"""A process of its own in which pages are composed and drawn; it is given `Work` and answers one message.

Its memory and its time are limited, and it ends when the process that began it does: its standard input
stays open as long as that one lives.
"""

from __future__ import annotations

import errno
import json
import os
import pickle
import signal
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from flows.document.apart.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.document.apart.work import Trial, Ways, Work
    from flows.document.chapters.side_by_side import Press
    from flows.document.render import Rendered
    from flows.document.tracing.passages import Passage

Message: TypeAlias = tuple[str, Any]
"""What became of it: "drawn" with the pages, or the kind of what went wrong with what is to be told of it."""

LENGTH = 8  # bytes that say how many follow


def main() -> None:
    """Answer for the pages on standard input."""
    serve(answer, loaded)


def loaded() -> None:
    """Load what drawing takes before it is known what to draw; what fails is told once something is."""
    with suppress(OSError):
        from flows.document import render  # noqa: F401, PLC0415 - may fail where Pango is missing
        from flows.document.paper import typeset  # noqa: PLC0415 - the same
        from flows.document.proof import complete  # noqa: F401, PLC0415 - only once there is a page

        typeset.ready()


def serve(answering: Callable[[Any], Message], before: Callable[[], None] = lambda: None) -> None:
    """Answer for the work on standard input, within the limits before it; end when that is told.

    `before` is done while nothing has come yet.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is heard by the one who began it, and ends both
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not end up in the answer
    before()
    given = sys.stdin.buffer
    confine(Limits(**json.loads(piece(given))))
    content = piece(given)
    threading.Thread(target=end_with, args=(given.fileno(),), daemon=True).start()
    answers.write(told(content, answering))
    answers.flush()
    os._exit(0)  # at once: the layout is one large tree, and taking it down would take its time


def piece(given: BinaryIO) -> bytes:
    """The next piece of what is given; this process ends where none comes any more."""
    length = given.read(LENGTH)
    if len(length) < LENGTH:
        os._exit(1)
    return given.read(int.from_bytes(length, "big"))


def end_with(line: int) -> None:
    """End when nobody holds the other end any more.

    Past Python's own stream, which is locked while it is read: what is forked meanwhile could not close it.
    """
    while os.read(line, 1):
        pass
    os._exit(1)


def told(content: bytes, answering: Callable[[Any], Message]) -> bytes:
    """The answer, as sent."""
    try:
        return pickle.dumps(answering(pickle.loads(content)))  # noqa: S301 - from the process that began this one
    except MemoryError:
        return pickle.dumps(("too_heavy", None))


def answer(work: Work | Trial) -> Message:
    """The pages, or what went wrong; a lack of memory is left to whoever asks.

    Raises:
        MemoryError: the limit on memory was met.
    """
    return guarded(made, work)


def guarded(make: Callable[[Any], Message], work: Any) -> Message:  # noqa: ANN401 - what `make` takes
    """What was asked for, or what went wrong; a lack of memory is left to whoever asks.

    Raises:
        MemoryError: the limit on memory was met.
    """
    try:
        from flows.document.paper import typeset  # noqa: PLC0415 - may fail where Pango is missing

        typeset.ready()
    except OSError as error:
        return "no_pango", str(error)
    try:
        return make(work)
    except typeset.RenderingError as error:
        return "not_whole", str(error)
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise MemoryError from error
        return "system", (error.errno, error.strerror or str(error), error.filename)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - told to the person, in a sentence
        traceback.print_exc()
        return "fault", of_fault(fault)


def made(work: Work | Trial) -> Message:
    """The pages, or of a logo on trial whether a page can show it."""
    from flows.document import render  # noqa: PLC0415 - known to load by now
    from flows.document.apart.work import Trial  # noqa: PLC0415 - the same

    if isinstance(work, Trial):
        return ("drawn" if render.draws(work.logo) else "undrawable"), None
    with press(work.ways) as hands:
        drawn = render.rendered(work.composed, work.slack, hands, tracing(work))
        answer = checked(drawn, work, hands)
        hands.kept.swept()
    return answer


def tracing(work: Work) -> Callable[[tuple[Passage, ...]], str] | None:
    """What traces the passages back to the record's cells, where it is told where those stand."""
    from flows.document.tracing.trace import of_language  # noqa: PLC0415 - known to load by now

    if work.grids is None:
        return None
    return partial(of_language, work.findings, work.grids, work.language)


def press(ways: Ways) -> Press:
    """What draws the chapters of a long briefing, and keeps them."""
    from flows.document.chapters.kept import Kept  # noqa: PLC0415 - known to load by now
    from flows.document.chapters.side_by_side import Press, at_most  # noqa: PLC0415 - the same
    from flows.document.paper.versions import state  # noqa: PLC0415 - the same

    kept = Kept(Path(ways.kept), state()) if ways.kept else Kept(None, "")
    return Press(ways.hands or at_most(), kept)


def checked(drawn: Rendered, work: Work, hands: Press) -> Message:
    """The pages, or what of them did not come to ink."""
    from flows.document.proof import complete  # noqa: PLC0415 - only once there is a page

    lost = complete.lost(drawn, work.findings, work.language, work.extent, hands)
    return ("lost", asdict(lost[0])) if lost else ("drawn", drawn)


def of_fault(fault: Exception) -> tuple[str, str, int]:
    """What went wrong in the program itself, and where: the fault, the file, the line."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} {fault}", Path(last.filename).name, last.lineno or 0


def confine(limits: Limits) -> None:
    """Hold this process to its memory and its processor time, where the platform can; no core files."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_AS: (limits.memory, limits.memory),
        resource.RLIMIT_CPU: (limits.cpu_seconds, limits.cpu_seconds + 5),  # told first, then ended
    }
    for what, (most, last) in wanted.items():
        try:
            resource.setrlimit(what, (most, last))
        except (ValueError, OSError):  # macOS knows no limit on memory; a lower one may be set already
            continue
