"""Processor time: of this process, and of the processes it starts and waits for."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).resolve().parents[2]
Value = TypeVar("Value")


class Cost(NamedTuple):
    """Seconds of processor time, user and system together."""

    here: float
    in_children: float

    @property
    def total(self) -> float:
        """Both."""
        return self.here + self.in_children


def so_far() -> Cost:
    """What has been spent since this process began; of the children, those that have ended."""
    here, children = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Cost(here.ru_utime + here.ru_stime, children.ru_utime + children.ru_stime)


def of(work: Callable[[], Value]) -> tuple[Value, Cost]:
    """What the work returned, and what it cost."""
    before = so_far()
    value = work()
    after = so_far()
    return value, Cost(after.here - before.here, after.in_children - before.in_children)


def of_python(*arguments: str) -> float:
    """What a new Python with these arguments costs in all, started in the checkout.

    Raises CalledProcessError when it ends with anything but 0.
    """

    def run() -> None:
        command = [sys.executable, *arguments]
        subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)  # noqa: S603 - as named

    return of(run)[1].in_children
