"""Locks on folders, which end with the process that holds them.

Windows has none. A drive of a network may have none for folders either: NFS locks only what is open for
writing, which a folder never is. Nothing waits for a lock that cannot be had.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform != "win32":
    import fcntl

HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES}  # somebody else has the lock


def held(folder: Path, *, wait: bool = True) -> int | None:
    """A lock on a folder that ends with this process; None where it is held, gone, or cannot be had."""
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        lock = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
        else:
            return lock
    return None


def can_be_locked(folder: Path) -> bool:
    """Whether a lock can be had there, now or once it is free; not on every drive of a network."""
    if sys.platform == "win32":
        return False
    try:
        entry = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(entry, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in HELD
    finally:
        os.close(entry)
    return True
