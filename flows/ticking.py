"""How long a step has taken so far, told where a bar is shown: a long workbook takes half a minute."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from flows.spoken import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.terminal import Progress

QUIET = 2  # seconds before it is worth saying how long it takes


@contextmanager
def ticking(progress: Progress, doing: str) -> Iterator[None]:
    """Say that the step begins and, second by second, how long it has taken; nothing without a bar."""
    progress.further(doing)
    over = Event()
    clock = Thread(target=_tick, args=(progress, doing, over), daemon=True)
    if progress.live:
        clock.start()
    try:
        yield
    finally:
        over.set()
        if clock.is_alive():
            clock.join()


def _tick(progress: Progress, doing: str, over: Event) -> None:
    seconds = 0
    while not over.wait(1):
        seconds += 1
        if seconds >= QUIET:
            progress.again(said("so_far", doing=doing, seconds=seconds))
