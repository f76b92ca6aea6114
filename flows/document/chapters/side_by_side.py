"""Chapters drawn side by side: in processes forked from this one, which has loaded all that drawing takes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from flows.document.chapters.chapter import drawn
from flows.document.chapters.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType
    from typing import Self

    from flows.document.chapters.chapter import Chapter

Value = TypeVar("Value")
AT_ONCE = 30  # pages whose layouts are held, 1.4 MB each
GLANCE = 1.0  # seconds between two looks at whether the process that forked is still there


def at_most() -> int:
    """How many may draw at once here: as many as there are processors, one where forking is not safe."""
    if sys.platform != "linux":  # elsewhere a forked process may not use the system's own font libraries
        return 1
    return len(os.sched_getaffinity(0))


_held = 0


class OutOfTime(Exception):  # noqa: N818 - read aloud: it is out of time
    """A process that draws has met its limit on processor time."""


class Press:
    """Draws chapters, so many at a time, but for those it has kept; the same chapters either way."""

    def __init__(self, hands: int, kept: Kept) -> None:
        """Nothing is forked before there is work for two."""
        self.hands, self.kept = hands, kept
        self.made: dict[str, Chapter] = {}  # so far, by their pages
        self.pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """The press itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, why: object, trace: TracebackType | None) -> None:
        """End what was forked; at once where something went wrong."""
        if self.pool is not None:
            self.pool.shutdown(wait=kind is None, cancel_futures=True)

    def drawn(self, pages: Sequence[str]) -> list[Chapter]:
        """The chapters of these pages, in their order.

        Raises:
            RenderingError: WeasyPrint logged a warning.
            MemoryError: a process was ended for want of memory.
        """
        for page in set(pages) - self.made.keys():
            if (chapter := self.kept.get(page)) is not None:
                self.made[page] = chapter
        for page, chapter in self._new([page for page in dict.fromkeys(pages) if page not in self.made]):
            self.made[page] = chapter
            self.kept.put(page, chapter)
        return [self.made[page] for page in pages]

    def begun(self, work: Callable[..., Value], *given: object) -> Callable[[], Value]:
        """Some other work, done beside the drawing; what is given back waits for it.

        It is not begun before it is asked for where there is one hand only.
        """
        if self.hands < 2:  # noqa: PLR2004 - this process alone
            return partial(work, *given)
        waiting = self._pool().submit(work, *given)

        def done() -> Value:
            with self._told():
                return waiting.result()

        return done

    def _new(self, pages: Sequence[str]) -> Iterator[tuple[str, Chapter]]:
        if self.hands < 2 or len(pages) < 2:  # noqa: PLR2004 - one alone
            yield from zip(pages, map(_drawn, pages), strict=True)
            return
        pool = self._pool()
        longest_first = sorted(pages, key=len, reverse=True)  # so that none is left to draw the last alone
        running = [(page, pool.submit(_drawn, page)) for page in longest_first]
        with self._told():
            yield from ((page, chapter.result()) for page, chapter in running)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Within it, what befell a process that was forked befalls this one."""
        try:
            yield
        except BrokenProcessPool as error:
            raise MemoryError from error
        except OutOfTime:
            signal.signal(signal.SIGXCPU, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGXCPU)
            raise

    def _pool(self) -> ProcessPoolExecutor:
        if self.pool is None:
            gc.freeze()  # what is here already need never be looked through again
            forking = multiprocessing.get_context("fork")
            self.pool = ProcessPoolExecutor(self.hands, forking, _begun, (os.getpid(),))
        return self.pool


def _begun(parent: int) -> None:
    """What a forked process does first: it ends with the one that forked it."""
    signal.signal(signal.SIGXCPU, _out_of_time)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _out_of_time(*_: object) -> None:
    raise OutOfTime


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(GLANCE)
    os._exit(1)


def _drawn(page: str) -> Chapter:
    """A chapter; what layouts held is let go after every so many pages, for that takes its time."""
    global _held  # noqa: PLW0603 - of this process
    made = drawn(page)
    _held += len(made.pages)
    if _held >= AT_ONCE:
        gc.collect()
        _held = 0
    return made


def by_hand() -> Press:
    """All in this process, one after the other, and nothing kept."""
    return Press(1, Kept(None, ""))
