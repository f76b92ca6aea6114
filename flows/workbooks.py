"""The workbooks in `inputs/`: what the form offers, the watch watches and the reading room shows."""

from __future__ import annotations

import os
from pathlib import Path

from flows.spoken import Refusal

ENDINGS = (".xlsx", ".xlsm")
LOCKS = ("~$", ".")  # Excel's own file beside an open workbook; LibreOffice's, and all that is hidden


class NotThere(Refusal):
    """No workbook of that name is in the folder."""


def names(inputs: Path) -> tuple[str, ...]:
    """The names of the workbooks in the folder itself, in the order of the alphabet.

    No lock files, no hidden ones, no folders, no links that lead elsewhere, no names that are no letters.
    """
    try:
        entries = sorted(os.scandir(inputs), key=lambda entry: (entry.name.casefold(), entry.name))
    except OSError:
        return ()
    return tuple(entry.name for entry in entries if _is_one(entry, inputs))


def _is_one(entry: os.DirEntry[str], inputs: Path) -> bool:
    if not entry.name.lower().endswith(ENDINGS) or entry.name.startswith(LOCKS):
        return False
    try:
        entry.name.encode()  # else no address can be made of it, nor a form
        return entry.is_file() and Path(entry.path).resolve().parent.samefile(inputs)
    except (OSError, RuntimeError, UnicodeEncodeError):  # the second is how a ring of links is told
        return False


def newest(inputs: Path) -> str | None:
    """The workbook saved last, which is the one a team works on; None where there is none."""
    there = names(inputs)
    return max(there, key=lambda name: _saved(inputs / name), default=None)


def _saved(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone in the meantime
        return 0.0


def path(inputs: Path, name: str) -> Path:
    """The workbook of that name in the folder.

    Raises `NotThere` for every other name, above all for one that would lead out of the folder.
    """
    there = names(inputs)
    if name not in there:
        shown = name.replace("\0", "\N{REPLACEMENT CHARACTER}")[:100]
        raise NotThere("not_in_inputs" if there else "inputs_empty", file=shown, there=", ".join(there))
    return inputs / name
