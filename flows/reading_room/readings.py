"""What reading a workbook has given: read and checked as `onrecord check` does, once for each content."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock, Semaphore, Thread
from typing import TYPE_CHECKING

from flows import steps, typed, workbooks
from flows.order import Order
from flows.reading_room import coming
from flows.workbook.read import Unreadable, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from flows.reading_room.coming import Ahead
    from flows.spoken import SaysWhy
    from flows.workbook.problems import Problem

AT_ONCE = 2  # workbooks read at the same time: each may take a gigabyte
KEPT = 500  # readings in memory

Beside = tuple[tuple[str, int, int], ...]
Key = tuple[str, str | None, Beside, date]
"""A workbook's name, the SHA-256 of its content, what lies beside it, and the day it was read for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A workbook read: its complaints and what falls due in it soon, or why it could not be read."""

    problems: tuple[Problem, ...] = ()
    language: str = "en"  # the workbook's own, in which the complaints are written
    ahead: tuple[Ahead, ...] = ()
    refusal: SaysWhy | None = None

    @property
    def errors(self) -> int:
        """How much has to be put right."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def doubts(self) -> int:
        """How much is to be looked at."""
        return len(self.problems) - self.errors


class Readings:
    """Every reading of this process, made anew when the workbook or what lies beside it changed."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._lock = Lock()
        self._room = Semaphore(AT_ONCE)
        self._known: OrderedDict[Key, Future[Reading]] = OrderedDict()

    def of(self, workbook: Path, folder: Path | None = None) -> Future[Reading]:
        """The reading, begun unless somebody has; `folder` is where a logo would lie, if not beside it."""
        beside = folder or workbook.parent
        key = (workbook.name, _digest(workbook), _beside(beside), typed.today())
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
            begun: Future[Reading] = Future()
            self._known[key] = begun
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        # A thread that no end of the server waits for: a reading may take a minute.
        Thread(target=self._fill, args=(key, workbook, beside, begun), daemon=True).start()
        return begun

    def _fill(self, key: Key, workbook: Path, folder: Path, begun: Future[Reading]) -> None:
        """Read, and remember what came of it; a refusal is not: the disk, or the machine, may relent."""
        try:
            with self._room:
                reading = read(workbook, folder, key[-1])
            if reading.refusal is not None:
                self._forget(key)
            begun.set_result(reading)
        except BaseException as error:  # noqa: BLE001 - whoever waits for it hears of it
            self._forget(key)
            begun.set_exception(error)

    def _forget(self, key: Key) -> None:
        with self._lock:
            self._known.pop(key, None)


def read(workbook: Path, folder: Path, today: date) -> Reading:
    """The workbook read as if it lay in that folder, cleaned, and thought through for that day."""
    try:
        cleaned = steps.clean(replace(steps.read(workbook), folder=folder))
    except steps.REFUSALS as error:
        return Reading(refusal=error)
    problems, language = cleaned.problems, cleaned.record.language
    try:
        return Reading(problems, language, coming.ahead(steps.find(cleaned, Order(today))))
    except steps.DoesNotAddUp:  # no edition can be made of it, which the run says; its cells are told here
        return Reading(problems, language)


def _digest(workbook: Path) -> str | None:
    """The content's SHA-256; None where it cannot be had, which the reading will say."""
    try:
        return hashlib.sha256(snapshot(workbook)).hexdigest()
    except Unreadable:
        return None


def _beside(folder: Path) -> Beside:
    """What lies in the folder but workbooks, a logo among it: names, sizes and when each was saved."""
    try:
        found = [
            one
            for one in folder.iterdir()
            if not one.name.lower().endswith(workbooks.ENDINGS) and one.name[0] != "."
        ]
        told = [(one.name, one.stat()) for one in found if one.is_file()]
    except OSError:
        return ()
    return tuple(sorted((name, about.st_size, about.st_mtime_ns) for name, about in told))
