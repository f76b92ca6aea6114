"""Who is at work on the ledger, known by a lock that the system takes away when the process ends.

No clock decides: a process that was killed, or whose machine lost its power, holds no lock.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from flows.delivery.killpoints import kp
from flows.delivery.refusals import CannotSend

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def at_work(folder: Path) -> Iterator[str]:
    """This process's name on the ledger, locked until it is left.

    Raises `CannotSend` where no such lock can be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{os.getpid()}-{uuid4().hex}"
    waiting, file = folder / f".{name}", folder / name
    handle = os.open(waiting, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        if not _lock(handle):
            raise CannotSend("no_lock", folder=folder)
        waiting.rename(file)  # under its name it was never seen unlocked
        kp("owner is known")
        yield name
    finally:
        for one in (waiting, file):
            one.unlink(missing_ok=True)
        os.close(handle)


def is_alive(folder: Path, name: str) -> bool:
    """Whether the process of that name is still at work."""
    try:
        handle = os.open(folder / name, os.O_RDWR)
    except OSError:
        return False
    try:
        if not _lock(handle):
            return True
        with suppress(OSError):
            (folder / name).unlink()
        return False
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what processes that were killed have left behind."""
    for file in folder.iterdir() if folder.is_dir() else ():
        if not file.name.startswith("."):
            is_alive(folder, file.name)


def _lock(handle: int) -> bool:
    """Whether the lock is ours now; Windows has no such locks."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
