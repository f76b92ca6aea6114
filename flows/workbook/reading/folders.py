"""A folder of CSV files as one workbook: its files in one archive, the same bytes for the same content."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING

from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flows.workbook.reading.limits import Limits

ENDINGS = (".csv", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
HIDDEN = ("~$", ".")  # Excel's own file beside an open workbook; LibreOffice's, and all that is hidden
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day such an archive knows
UNIX = 3


def files(folder: Path) -> tuple[Path, ...]:
    """The CSV files of the folder itself, in the order of their names; none where workbooks lie beside them.

    Of such a folder nobody can tell whether the one or the other is meant. Raises `OSError` as the disk does.
    """
    entries = [path for path in folder.iterdir() if not path.name.startswith(HIDDEN)]
    if any(path.suffix.lower() in WORKBOOKS for path in entries):
        return ()
    found = (path for path in entries if path.suffix.lower() in ENDINGS and _own(path, folder))
    return tuple(sorted(found, key=lambda path: path.name))


def packed(folder: Path, limits: Limits) -> bytes:
    """The files of the folder, one after the other, each under its own name.

    Raises `Unreadable` for a folder without such files, or with more than a workbook may hold.
    """
    size, archive = 0, io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as whole:
        for path, content in _contents(folder, limits):
            size += len(content)
            if size > limits.file_bytes:
                raise Unreadable("too_large", folder.name, str(limits.file_bytes // 1_000_000))
            entry = zipfile.ZipInfo(unicodedata.normalize("NFC", path.name), LONG_AGO)
            entry.create_system = UNIX
            whole.writestr(entry, content)
    if not size:
        raise Unreadable("folder", folder.name or str(folder))
    return archive.getvalue()


def _contents(folder: Path, limits: Limits) -> Iterator[tuple[Path, bytes]]:
    for path in files(folder):
        with path.open("rb") as file:
            yield path, file.read(limits.file_bytes + 1)


def _own(path: Path, folder: Path) -> bool:
    """Whether it is a file of the folder, and no link that leads elsewhere."""
    return path.is_file() and path.resolve().parent.samefile(folder)
