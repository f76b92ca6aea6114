"""LibreOffice, where this machine has it."""

from __future__ import annotations

import shutil

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
ADVICE = "The new workbook was not opened in LibreOffice, which is not on this machine (soffice)."


def missing() -> bool:
    return PROGRAM is None
