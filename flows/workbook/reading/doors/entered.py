"""Through which door a file comes in, told from its content; its name counts only for plain text."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from flows.workbook.reading import folders, lookalikes
from flows.workbook.reading.doors import csvs
from flows.workbook.reading.opening import opened

if TYPE_CHECKING:
    from flows.workbook.reading.doors.told import Told
    from flows.workbook.reading.limits import Limits
    from flows.workbook.reading.package import Package

A_MAC_S_FOLDER, A_MAC_S_FILE = "__MACOSX/", ".DS_Store"  # packed beside the files themselves


def read(file: str, content: bytes, limits: Limits) -> Told | None:
    """The sheets of a file of one of the other kinds; None for every other file, sound or not.

    Raises `Unreadable` for one of these kinds that cannot be read.
    """
    kind = lookalikes.of_bytes(content) if content and not lookalikes.is_lock(file) else "empty"
    if kind == "old_xls":
        from flows.workbook.reading.doors import xls  # noqa: PLC0415 - only for such a file

        return xls.read(file, content, limits)
    if kind == "plain_text" and file.lower().endswith(csvs.ENDINGS):
        return csvs.read(file, {file: content}, limits)
    return _package(opened(file, content, limits), limits) if kind is None else None


def _package(package: Package, limits: Limits) -> Told | None:
    mimetype = b"".join(package.stream("mimetype")) if "mimetype" in package.parts else b""
    kind = lookalikes.of_parts(set(package.parts), mimetype)
    if kind == "ods" and "content.xml" in package.parts:
        from flows.workbook.reading.doors import ods  # noqa: PLC0415 - only for such a file

        return ods.read(package, limits)
    if kind == "xlsb":
        from flows.workbook.reading.doors import xlsb  # noqa: PLC0415 - only for such a file

        return xlsb.read(package, limits)
    files = _csv_files(package)
    if not files:
        return None
    contents = {name: b"".join(package.stream(part)) for name, part in files.items()}
    return csvs.read(package.file, contents, limits)


def _csv_files(package: Package) -> dict[str, str]:
    """The parts of a package of nothing but CSV files in one folder, by the names of the files."""
    beside = (A_MAC_S_FILE, "/")
    files = [n for n in package.parts if not n.startswith(A_MAC_S_FOLDER) and not n.endswith(beside)]
    within = {posixpath.dirname(name) for name in files}
    if len(within) != 1 or not all(name.lower().endswith(folders.ENDINGS) for name in files):
        return {}
    return {posixpath.basename(name): name for name in files}
