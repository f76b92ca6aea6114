"""The workbooks in inputs/: listed, found by name, stored whole, and their former versions kept."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import tempfile
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from flows import workbooks
from flows.document.wording import dates
from flows.edition import store
from flows.reading_room.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = "|".join(map(re.escape, workbooks.ENDINGS))
KIND = re.compile(rf"(?i)(?:{ENDINGS})$")
LOCKS = ("~$", ".~lock")  # how Excel and LibreOffice name what stands beside an open workbook
WRITTEN_OUT = re.compile(
    r"(?i)%(?:00|0a|0d|22)"
)  # a form's way to send what breaks a line, or a quotation mark
FORMER = "former"  # the folder of former versions
VERSION = re.compile(rf"(\d{{8}}T\d{{6}})Z-[0-9a-f]{{8}}(?:{ENDINGS})")
STAMP = "%Y%m%dT%H%M%SZ"
UNFINISHED = ".upload-"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it lies in inputs/."""

    path: Path
    saved_at: datetime  # here, by the clock of this machine

    @property
    def name(self) -> str:
        """Its file's name."""
        return self.path.name

    def saved(self, language: str) -> str:
        """When it was last saved, as a sentence."""
        day, time = dates.day(self.saved_at.date(), language), dates.clock(self.saved_at, language)
        return said("saved", language, day=day, time=time)


@dataclass(frozen=True, slots=True)
class Former:
    """What a workbook was before it was replaced."""

    path: Path
    replaced_at: datetime  # in Greenwich

    @property
    def name(self) -> str:
        """Its file's name: when it was replaced, and the first digits of its SHA-256."""
        return self.path.name


def fault_of(name: str) -> str | None:
    """What is wrong with the name of a file somebody sends; None where it may be kept under it."""
    if name.startswith(LOCKS):
        return "lock_file"
    if not KIND.search(name):
        return "odd_name" if store.bearable(name) != name else "wrong_kind"
    own = KIND.sub("", name)
    fine = store.stem(name) == own and not own.startswith(".") and not WRITTEN_OUT.search(own)
    return None if fine else "odd_name"


def settled(name: str) -> str:
    """The name as it is kept: each accent in one piece with its letter, which is not so on every machine."""
    return unicodedata.normalize("NFC", name)


class Inbox:
    """inputs/ as the room sees it; nothing outside it can be named."""

    def __init__(self, folder: Path) -> None:
        """`folder` is inputs/."""
        self.folder = folder.resolve()
        self._storing = Lock()

    def workbooks(self) -> tuple[Workbook, ...]:
        """Every workbook there, by name; no lock file, nothing hidden, nothing that lies elsewhere."""
        return tuple(self._found())

    def workbook(self, name: str) -> Workbook | None:
        """The workbook of that name; None where there is none."""
        return next((one for one in self._found() if one.name == name), None)

    def former(self, workbook: str) -> tuple[Former, ...]:
        """The former versions of a workbook, the newest first."""
        folder = self._former(workbook)
        named = ((VERSION.fullmatch(path.name), path) for path in _entries(folder))
        found = (Former(path, _moment(match[1])) for match, path in named if match and _regular(path, folder))
        return tuple(sorted(found, key=lambda one: one.name, reverse=True))

    def store(self, name: str, content: bytes) -> str:
        """Keep the content under that name: "new", "replaced" or, where nothing was to be done, "same".

        The version before is kept first. Whoever looks sees the old file or the new one, never half of one.

        Raises `OSError` where the disk refuses; the file that was there is still there then.
        """
        with self._storing:
            target = self.folder / name
            if os.path.lexists(target) and not _regular(target, self.folder):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            before = target.read_bytes() if target.exists() else None
            if before == content:
                return "same"
            if before is not None:
                self._keep(name, before)
            _write(target, content)
            return "new" if before is None else "replaced"

    def _keep(self, name: str, content: bytes) -> None:
        folder = self._former(name)
        folder.mkdir(parents=True, exist_ok=True)
        digits = hashlib.sha256(content).hexdigest()[:8]
        version = f"{datetime.now(UTC).strftime(STAMP)}-{digits}{Path(name).suffix.lower()}"
        if not (folder / version).exists():  # then it is the same content, replaced twice within a second
            _write(folder / version, content)

    def _former(self, workbook: str) -> Path:
        return self.folder / FORMER / store.stem(workbook)

    def _found(self) -> Iterator[Workbook]:
        for name in workbooks.names(self.folder):
            path = self.folder / name
            if found := workbooks.look(path):  # else gone in the meantime
                yield Workbook(path, datetime.fromtimestamp(found[0] / 1_000_000_000).astimezone())


def _entries(folder: Path) -> list[Path]:
    """What a folder holds; nothing where it is none."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _regular(path: Path, folder: Path) -> bool:
    """Whether it is a file, and lies where its name says, not where a link leads."""
    try:
        return stat.S_ISREG(path.stat().st_mode) and path.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # the second is how a ring of links is told
        return False


def _moment(stamp: str) -> datetime:
    return datetime.strptime(f"{stamp}Z", STAMP).replace(tzinfo=UTC)


def _write(target: Path, content: bytes) -> None:
    """Put the file there in one move, once it is on the disk whole."""
    number, name = tempfile.mkstemp(prefix=UNFINISHED, dir=target.parent)
    unfinished = Path(name)
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - a file that is open already
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(target.parent.stat().st_mode & 0o666)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # it stands, whatever a power cut may do to its name
        store.flush(target.parent)
