"""The workbooks in `inputs/`: what the form offers, the watch watches and the reading room shows."""

from __future__ import annotations

import os
from pathlib import Path

from flows.spoken import Refusal
from flows.workbook.reading import folders

ENDINGS = (*folders.WORKBOOKS, ".csv")
Look = tuple[int, int]
"""When it was saved, in nanoseconds, and its size in bytes."""


class NotThere(Refusal):
    """No workbook of that name is in the folder."""


def names(inputs: Path) -> tuple[str, ...]:
    """The names of the workbooks in the folder itself, in the order of the alphabet.

    A folder of CSV files is one too. No lock files, no hidden ones, no other folders, no links that lead
    elsewhere, no names that are no letters.
    """
    try:
        entries = sorted(os.scandir(inputs), key=lambda entry: (entry.name.casefold(), entry.name))
    except OSError:
        return ()
    return tuple(entry.name for entry in entries if _is_one(entry, inputs))


def _is_one(entry: os.DirEntry[str], inputs: Path) -> bool:
    if entry.name.startswith(folders.HIDDEN):
        return False
    try:
        entry.name.encode()  # else no address can be made of it, nor a form
        own = Path(entry.path).resolve().parent.samefile(inputs)
        named = entry.name.lower().endswith(ENDINGS)
        return own and (
            entry.is_file() if named else entry.is_dir() and bool(folders.files(Path(entry.path)))
        )
    except (OSError, RuntimeError, UnicodeEncodeError):  # the second is how a ring of links is told
        return False


def newest(inputs: Path) -> str | None:
    """The workbook saved last, which is the one a team works on; None where there is none."""
    there = names(inputs)
    return max(there, key=lambda name: _saved(inputs / name), default=None)


def look(path: Path) -> Look | None:
    """How the workbook lies there now; None where it is gone. Of a folder, all its files together."""
    try:
        parts = [path.stat(), *(file.stat() for file in (folders.files(path) if path.is_dir() else ()))]
    except OSError:
        return None
    return max(part.st_mtime_ns for part in parts), sum(part.st_size for part in parts)


def _saved(path: Path) -> int:
    found = look(path)
    return found[0] if found else 0  # else gone in the meantime


def path(inputs: Path, name: str) -> Path:
    """The workbook of that name in the folder.

    Raises `NotThere` for every other name, above all for one that would lead out of the folder.
    """
    there = names(inputs)
    if name not in there:
        shown = name.replace("\0", "\N{REPLACEMENT CHARACTER}")[:100]
        raise NotThere("not_in_inputs" if there else "inputs_empty", file=shown, there=", ".join(there))
    return inputs / name
