"""A new workbook on disk: whole or not at all, and never over anything that is there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flows.workbook import unfinished
from flows.workbook.blank.refusals import CannotWrite

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".xlsx"


def possible(path: Path) -> None:
    """Say before any work is done why no workbook can be written there, if so.

    Raises `CannotWrite` where the name is no workbook's, its folder is not there, or something has that name.
    """
    name = path.name or str(path)
    if path.suffix.lower() != ENDING or path.name.startswith(("~$", ".")):
        raise CannotWrite("not_xlsx", name, f"{_stem(path)}{ENDING}")
    if any(character in path.name for character in '\\:*?"<>|') or not path.name.isprintable():
        raise CannotWrite("bad_name", name)
    if os.path.lexists(path):
        raise CannotWrite("exists", name)
    if not path.parent.is_dir():
        raise CannotWrite("no_folder", name, str(path.parent))


def kept(path: Path, content: bytes) -> None:
    """Write the file under another name beside it, then give it its own unless something has it by now.

    Raises `CannotWrite` where that cannot be done; nothing is left behind then.
    """
    try:
        with unfinished.beside(path, content) as begun:
            _named(begun, path)
    except FileExistsError as error:
        raise CannotWrite("exists", path.name) from error
    except OSError as error:
        raise CannotWrite("refused", path.name, error.strerror or str(error)) from error


def _named(begun: Path, path: Path) -> None:
    """Give the file its name; on a disk without links, by way of an empty file that nobody else can make.

    Raises `FileExistsError` where the name is taken.
    """
    try:
        os.link(begun, path)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(begun, path)  # noqa: PTH105 - the one word that says it is atomic


def _stem(path: Path) -> str:
    """The name without an ending that is another kind of workbook's."""
    kinds = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".xltx", ".xlsx", ".txt")
    stem = path.stem if path.suffix.lower() in kinds else path.name
    return stem.lstrip("~$.") or "record"
