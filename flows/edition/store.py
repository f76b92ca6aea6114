"""The shelf of editions: each folder is written whole or not at all, numbered, and never written again.

An edition is first written to a hidden sibling folder, flushed to the disk, and then renamed into place:
whoever looks sees all of it or nothing. The rename fails where a folder already stands, so two runs at
once never share a number.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
import unicodedata
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flows.edition import manifest
from flows.edition.locks import can_be_locked, held
from flows.edition.refusals import CannotKeep, of_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})-(\d{2,})")
UNFINISHED = ".tmp-"
ROOM = 8 * 1024 * 1024  # bytes that have to be free before an edition is begun; one takes about a quarter
LONGEST = 120  # bytes of a folder's name: leaves room for paths on every system
UNBEARABLE = re.compile(r'[/\\:*?"<>|]+')  # on Windows; elsewhere only the first, which ends a folder's name
UNSEEN = {
    "Cc",
    "Cf",
    "Cs",
    "Co",
    "Cn",
    "Zl",
    "Zp",
}  # categories of characters that a path had better not hold
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # names Windows keeps for devices
TAKEN = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR, errno.EACCES}  # the last is how Windows says it


def stem(workbook: str) -> str:
    """The name of the folder that holds a workbook's editions: its own.

    Where no folder could be called that, what it cannot bear is left out, and eight digits in hexadecimal
    keep it apart from all others.
    """
    own = re.sub(r"(?i)\.(?:xls[xmb]?|ods|csv|tsv)$", "", unicodedata.normalize("NFC", workbook))
    name = bearable(own)
    if name and name == own and not RESERVED.fullmatch(name):
        return name
    digits = hashlib.sha256(own.encode(errors="surrogatepass")).hexdigest()[:8]
    return f"{name or 'workbook'}-{digits}"


def bearable(name: str) -> str:
    """What of a name every system takes for a folder's, and shows as it is written."""
    seen = "".join("-" if unicodedata.category(each) in UNSEEN else each for each in name)
    short = UNBEARABLE.sub("-", seen).strip(". ").encode()[:LONGEST].decode(errors="ignore")
    return short.strip(". ")


def keep(outputs: Path, workbook_stem: str, as_of: date, files: Mapping[str, bytes]) -> Path:
    """The folder of a new edition, `outputs/<stem>/<as_of>-<NN>`, with these files in it.

    NN is one more than the highest there for that date. Unfinished folders of runs that died are removed.

    Raises `CannotKeep` when the disk refuses; nothing of the edition is left behind then.
    """
    shelf = outputs / workbook_stem
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        sweep(shelf)
        with unfinished(shelf) as folder:
            write(folder, files)
            kept = place(folder, shelf, as_of)
    except OSError as error:
        raise of_disk(error, str(outputs)) from error
    with suppress(OSError):  # it stands, whatever a power cut may do to its name
        flush(shelf)
    return kept


def ready(outputs: Path, workbook_stem: str) -> None:
    """See that an edition could be written there; nothing is left behind.

    Raises `CannotKeep` where the disk would refuse.
    """
    shelf = outputs / workbook_stem
    try:
        with suppress(FileNotFoundError):
            shelf.stat()  # a name too long, or a file among its folders, cannot be made good by making it
        nearest = next(folder for folder in (shelf, *shelf.parents) if os.path.lexists(folder))
        trial = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=nearest))
        with suppress(FileNotFoundError):  # swept by another run, which may do so
            trial.rmdir()
        free = shutil.disk_usage(nearest).free
    except OSError as error:
        raise of_disk(error, str(outputs)) from error
    if free < ROOM:
        raise CannotKeep("full", str(outputs))


def previous(outputs: Path, workbook_stem: str, before: date) -> Path | None:
    """The newest final edition of a workbook dated before that day; None where there is none."""
    dated = sorted(numbered(outputs / workbook_stem), reverse=True)
    earlier = (folder for day, _, folder in dated if day < before.isoformat())
    return next((folder for folder in earlier if manifest.is_final(folder)), None)


def numbered(shelf: Path) -> list[tuple[str, int, Path]]:
    """Every edition on a shelf as its ISO date, its number and its folder, in no order."""
    found = ((FOLDER.fullmatch(entry.name), entry) for entry in (shelf.iterdir() if shelf.is_dir() else ()))
    return [(match[1], int(match[2]), entry) for match, entry in found if match]


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files into the folder and flush each, and the folder, to the disk."""
    for name, content in files.items():
        with (folder / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    flush(folder)


def place(folder: Path, shelf: Path, as_of: date) -> Path:
    """Where the finished folder now stands: under the first number nobody took in the meantime."""
    day = as_of.isoformat()
    number = max((taken for dated, taken, _ in numbered(shelf) if dated == day), default=0)
    while True:
        number += 1
        target = shelf / f"{day}-{number:02}"
        try:
            folder.rename(target)
        except OSError as error:
            if error.errno not in TAKEN or not os.path.lexists(target):
                raise
        else:
            return target


@contextmanager
def unfinished(shelf: Path) -> Iterator[Path]:
    """A hidden folder to write in, locked while this run lives; gone afterwards unless it was renamed."""
    folder, lock = locked_folder(shelf)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def locked_folder(shelf: Path) -> tuple[Path, int | None]:
    """A new hidden folder readable by all who can read the shelf, and its lock."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=shelf))
        lock = held(folder)
        if folder.is_dir():  # else another run swept it before the lock was ours
            folder.chmod(shelf.stat().st_mode & 0o777)
            return folder, lock
        if lock is not None:
            os.close(lock)


def sweep(shelf: Path) -> None:
    """Remove the unfinished folders that no living run holds. Windows, without such locks, keeps them."""
    for folder in shelf.glob(f"{UNFINISHED}*"):
        lock = held(folder, wait=False)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def flush(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system lets a program ask for it."""
    if sys.platform == "win32":
        return
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)


@contextmanager
def alone(
    outputs: Path, workbook_stem: str, waiting: Callable[[], None], again: float = 0.5
) -> Iterator[None]:
    """While nobody else makes an edition of that workbook here; `waiting` is told once it has to wait.

    The lock is on the shelf's own folder and ends with the process that holds it. Where none can be had, on
    Windows and on some drives of a network, two runs at once go on side by side, each with its own number.

    Raises `CannotKeep` when the shelf cannot be made.
    """
    shelf = outputs / workbook_stem
    try:
        shelf.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise of_disk(error, str(outputs)) from error
    lock = held(shelf, wait=False)
    if lock is None and can_be_locked(shelf):
        waiting()
    while lock is None and can_be_locked(shelf):
        time.sleep(again)
        lock = held(shelf, wait=False)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)
