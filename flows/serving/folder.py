"""The folder of workbooks, looked at again and again: what is new, whole, and has been left alone."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows import steps, workbooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flows.workbook.clean import Cleaned
    from flows.workbooks import Look

SETTLED = 2.0  # seconds a file has to stay as it is: Excel and sync programs write in several goes
LATER = 30.0  # seconds after which a file that could not be read is tried again though nothing changed


@dataclass(frozen=True, slots=True)
class Whole:
    """A workbook that can be read, as it was last saved."""

    name: str
    look: Look
    sha256: str
    cleaned: Cleaned


@dataclass
class Folder:
    """What was seen of each file, and since when."""

    path: Path
    clock: Callable[[], float] = time.monotonic
    seen: dict[str, tuple[Look, float]] = field(default_factory=dict)
    read: dict[str, Look] = field(default_factory=dict)
    tried: dict[str, float] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """The workbooks that are there."""
        return workbooks.names(self.path)

    def look_of(self, name: str) -> Look | None:
        """How it lies there now; None where it is gone."""
        return workbooks.look(self.path / name)

    def saved(self) -> Iterator[Whole]:
        """Each workbook saved since it was last looked into, once it is whole and has settled."""
        there = self.names()
        for gone in self.seen.keys() - set(there):
            for known in (self.seen, self.read, self.tried):
                known.pop(gone, None)
        for name in there:
            if self._has_settled(name) and (whole := self._looked_into(name)):
                yield whole

    def _has_settled(self, name: str) -> bool:
        """Whether it was changed since it was last looked into, and is no longer being written."""
        now = self.clock()
        look = self.look_of(name)
        before, since = self.seen.get(name, (None, now))
        if look is None or look != before:
            self.seen[name] = (look or (0, -1), now)
            self.tried.pop(name, None)
            return False
        waiting = self.tried.get(name, now) > now
        return now - since >= SETTLED and self.read.get(name) != look and not waiting

    def _looked_into(self, name: str) -> Whole | None:
        """The workbook; None where it cannot be read now. It is tried again later, or once it has changed."""
        path, look = self.path / name, self.seen[name][0]
        try:
            book = steps.read(path)
            whole = Whole(name, look, book.sha256, steps.clean(book))
        except Exception:  # noqa: BLE001 - a fault that one workbook brings out must not hide the others
            self.tried[name] = self.clock() + LATER
            return None
        if workbooks.look(path) != look:  # saved again meanwhile: it is looked into once that has settled
            return None
        self.read[name] = look
        return whole
