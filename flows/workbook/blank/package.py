"""A workbook's bytes, the same whenever and wherever they are written."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl import Workbook

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first instant a zip can tell


def content(book: Workbook) -> bytes:
    """The file; of the moment it was written nothing stands in it."""
    written = BytesIO()
    # Not Workbook.save, which writes down the time of day.
    ExcelWriter(book, ZipFile(written, "w", ZIP_DEFLATED)).save()
    timeless = BytesIO()
    with ZipFile(written) as parts, ZipFile(timeless, "w") as archive:
        for name in parts.namelist():
            part = ZipInfo(name, BEGINNING)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            archive.writestr(part, parts.read(name))
    return timeless.getvalue()
