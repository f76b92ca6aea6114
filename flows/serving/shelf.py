"""The files of editions that the server shows beside Prefect's pages: these, and nothing else of `outputs/`.

Not the ledger, which has addresses, not what was issued before its hour, not what decides about editions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.staticfiles import StaticFiles

from flows.edition.store import FOLDER

if TYPE_CHECKING:
    from os import stat_result

DEEP = 3  # a file's address: the shelf, the edition, the file


class Shelf(StaticFiles):
    """Serves `<workbook>/<edition>/<file>` of the folder."""

    def lookup_path(self, path: str) -> tuple[str, stat_result | None]:
        """Where the file is; nowhere for any other address."""
        parts = Path(path).parts
        hidden = any(part.startswith(".") for part in parts)
        if len(parts) != DEEP or hidden or not FOLDER.fullmatch(parts[1]):
            return "", None
        return super().lookup_path(path)
