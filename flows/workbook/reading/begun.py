"""A workbook's bytes at one moment, and its reading begun while what cleans it is still to be loaded."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Self

from flows.workbook.reading import folders, process
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from flows.workbook.reading.process import Run

CHILD = "flows.workbook.reading.child"


class Begun:
    """A workbook being read in a process of its own; left, that is ended."""

    def __init__(self, workbook: str | Path, limits: Limits = Limits()) -> None:  # noqa: B008 - a frozen value
        """Begin.

        Raises `Unreadable` when the file's bytes cannot be had.
        """
        self.path = Path(workbook)
        self.content = snapshot(self.path, limits)
        request = json.dumps({"file": self.path.name, "limits": asdict(limits)})
        self._child = process.Child(CHILD, self.content, limits, request)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, if it has not ended by itself."""
        self._child.__exit__()

    def said(self) -> Run:
        """All that is said about the file, once it is.

        Raises `Unreadable` when the process came to no end of its own.
        """
        try:
            return self._child.heard()
        except process.Ended as ended:
            raise Unreadable(ended.kind, self.path.name) from ended.__cause__


def refusal_of(error: OSError | ValueError, platform: str) -> str:
    """The kind of refusal for what the system said when the file was opened."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return "missing"
    if isinstance(error, IsADirectoryError):
        return "folder"
    if isinstance(error, PermissionError):
        return "open_elsewhere" if platform == "win32" else "no_permission"
    return "unreachable"


def snapshot(path: Path, limits: Limits = Limits()) -> bytes:  # noqa: B008 - a frozen value
    """The workbook's bytes at one moment, so that a save meanwhile cannot mix two states.

    Of a folder of CSV files, its files in one archive, the same bytes for the same names and contents.

    Raises `Unreadable` where they cannot be had.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            content = folders.packed(path, limits)
        elif stat.S_ISREG(mode):
            with path.open("rb") as file:
                content = file.read(limits.file_bytes + 1)
        else:
            raise Unreadable("not_a_file", path.name or str(path))
    except (OSError, ValueError) as error:
        raise Unreadable(refusal_of(error, sys.platform), path.name) from error
    if len(content) > limits.file_bytes:
        raise Unreadable("too_large", path.name, str(limits.file_bytes // 1_000_000))
    return content
