"""A folder as a place, of this machine or a share mounted as one: a file appears in it whole or not at all.

fsspec's own way with folders is not used: it looks first and writes then, in the open, so that two at once
write into one file, and a process that dies leaves half of one. Here a file is written under a name of its
own that begins with a dot, flushed to the disk, and then linked to its real name, which fails where one
stands. Where the drive knows no links (exFAT, some shares) it is renamed after a look; in the moment
between, only what bears the same digits could come, and that is the same.

What a process left behind that died is removed as soon as the file it was for stands: nobody needs it then,
not even a process at work on it, which finds the file there. So no lock is asked for, which not every share
has, and no clock.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.delivery.killpoints import kp
from flows.delivery.place_refusals import CannotPut
from flows.edition import manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PIECE = 256 * 1024
NO_LINKS = {
    errno.EPERM,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EXDEV,
    errno.EINVAL,
}
NO_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF}
TRIES = 9  # of putting a list in place that another keeps clearing away; each time the other has come through


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that copies are put in; it has to be there."""

    root: Path
    shown: str

    def create(self, name: str, content: bytes) -> bool:
        """Whether the file was put there now; False where anything stood under that name.

        Raises `OSError` as the disk refuses, and `CannotPut` where a link or a file is in the way.
        """
        target = self._within(name)
        kp("folders made")
        created = self.read(name) is None and _laid(target, content, _linked)
        _settled(target)
        return created

    def replace(self, name: str, content: bytes) -> bool:
        """Whether the file was put there now, in the place of any before it; False where it was the same.

        Raises as `create` does.
        """
        target = self._within(name)
        changed = self.read(name) != content
        if changed:
            _exchanged(target, content)
        _settled(target)
        return changed

    def read(self, name: str) -> bytes | None:
        """What stands there under that name; None where nothing does.

        Raises `CannotPut` where it is a link, or no file.
        """
        return (self.root / name).read_bytes() if self._stands(name) else None

    def length(self, name: str) -> int | None:
        """How many bytes stand there under that name; None where nothing does. Raises as `read` does."""
        return (self.root / name).stat().st_size if self._stands(name) else None

    def _stands(self, name: str) -> bool:
        try:
            mode = (self.root / name).lstat().st_mode
        except FileNotFoundError:
            return False
        if not stat.S_ISREG(mode):
            raise CannotPut("symlink" if stat.S_ISLNK(mode) else "taken", self.shown, name)
        return True

    def _within(self, name: str) -> Path:
        """Where a file of that name goes; the folders down to it are made, and none of them is a link."""
        if not stat.S_ISDIR(self.root.stat().st_mode):
            raise CannotPut("no_place", self.shown)
        folder = self.root
        for part in name.split("/")[:-1]:
            above, folder = folder, folder / part
            with suppress(FileExistsError):
                folder.mkdir()
                kp("folder made")
            mode = folder.lstat().st_mode
            if not stat.S_ISDIR(mode):
                raise CannotPut("symlink" if stat.S_ISLNK(mode) else "taken", self.shown, part)
            _flush(above)
        return self.root / name


def _exchanged(target: Path, content: bytes) -> None:
    for _ in range(TRIES):
        with suppress(FileNotFoundError):  # what was written went when another settled the same target
            _laid(target, content, _renamed)
            return
    _laid(target, content, _renamed)


def _laid(target: Path, content: bytes, appear: Callable[[Path, Path], bool]) -> bool:
    """Whether the content appeared under its name by this call; nothing unfinished is left of it."""
    begun = target.with_name(f"{_unfinished(target)}{secrets.token_hex(8)}")
    try:
        _write(begun, content)
        return appear(begun, target)
    finally:
        begun.unlink(missing_ok=True)


def _write(begun: Path, content: bytes) -> None:
    with begun.open("xb") as file:
        kp("begun")
        for start in range(0, len(content), PIECE):
            file.write(content[start : start + PIECE])
            file.flush()
            kp("piece written")
        os.fsync(file.fileno())
    kp("flushed")


def _linked(begun: Path, target: Path) -> bool:
    """Whether the target is now what was begun; False where something stood there already."""
    try:
        _link(begun, target)
    except FileExistsError:
        return False
    except FileNotFoundError:
        if not os.path.lexists(target):  # else another put it there, and cleared up
            raise
        return False
    kp("linked")
    return True


def _link(begun: Path, target: Path) -> None:
    try:
        os.link(begun, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError from None
        begun.rename(target)  # Windows refuses where something came in between


def _renamed(begun: Path, target: Path) -> bool:
    begun.replace(target)
    kp("renamed")
    return True


def _settled(target: Path) -> None:
    """Clear away what was begun for a file that stands by now, and make its name last."""
    for left in target.parent.glob(f"{_unfinished(target)}*"):
        with suppress(OSError):  # on Windows, while another has it open
            left.unlink()
    kp("cleared")
    _flush(target.parent)
    kp("name flushed")


def _unfinished(target: Path) -> str:
    """How the name of a file begins that is being written for that one."""
    return f".unfinished-{manifest.fingerprint(target.name.encode())[:16]}-"


def _flush(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system and the drive know how to."""
    if sys.platform == "win32":
        return
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    except OSError as error:
        if error.errno not in NO_FLUSH:
            raise
    finally:
        os.close(entry)
