"""The ids of a sheet's rows: their form, the next free ones, what a misshapen one may have meant (1.3)."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from flows.workbook import meant, tabs
from flows.workbook.schema import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.tables import Table

ID = re.compile(r"([A-Z])(\d{1,9})(?:\.(\d{1,9}))?")
BARE = re.compile(r"\d{1,9}")  # the number alone, without its letter


class Numbers:
    """The next free ids of a sheet, one after the other."""

    def __init__(self, prefix: str | None, rows: Iterable[Row]) -> None:
        """Begin after the highest numbers in use; `prefix` is the letter of the sheet's ids."""
        found = (ID.fullmatch(row.key or "") for row in rows)
        used = [(int(match[2]), int(match[3] or 0)) for match in found if match and match[1] == prefix]
        self._free = (f"{prefix}{number:03}" for number in count(max(used, default=(0, 0))[0] + 1))
        self._taken = frozenset(used)
        self._last: dict[int, int] = {}
        for number, row in used:
            self._last[number] = max(row, self._last.get(number, 0))

    def is_free(self, named: str) -> bool:
        """Whether no row has that id."""
        match = ID.fullmatch(named)
        return match is not None and (int(match[2]), int(match[3] or 0)) not in self._taken

    def next(self, like: str = "") -> str:
        """An id that no row has, nor was named before; for a dotted row, of the same base."""
        base, _, row = like.partition(".")
        if not row or not ID.fullmatch(base):
            return next(self._free)
        number = int(base[1:])
        self._last[number] = self._last.get(number, 0) + 1
        return f"{base}.{self._last[number]}"


def misshapen(typed: str, table: Table) -> str | None:
    """The rule that an id of that sheet breaks; None of a sound one."""
    match = ID.fullmatch(typed)
    if match is None or (match[3] and table.sheet.name != "reactions"):
        return "malformed_id"
    return None if match[1] == table.sheet.prefix else "wrong_letter"


def id_meant(row: Row) -> str | None:
    """The id of its sheet that a misshapen one may have meant: A002 for AOO2, R005 for A005; else None."""
    if not row.table.sheet.prefix or not row.key or not misshapen(row.key, row.table):
        return None
    said = row.said("id")
    read = f"{row.table.sheet.prefix}{int(said):03}" if BARE.fullmatch(said) else meant.identifier(said)
    own = row.table.sheet.prefix + read[1:] if read else ""
    return own if own and not misshapen(own, row.table) else None


def home(named: str, language: str) -> str | None:
    """The sheet whose rows have ids of that letter, as that language calls it; None of no letter of ours."""
    match = ID.fullmatch(named)
    home = next((sheet for sheet in SHEETS if match and sheet.prefix == match[1]), None)
    return tabs.title(home, language) if home else None
