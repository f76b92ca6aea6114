"""What a door gives: the sheets it found, and what can be said of how they were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.workbook.reading.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Told:
    """A file read through one of the doors."""

    reader: str  # "xls", "xlsb", "ods" or "csv"
    sheets: tuple[Gathered, ...]  # in tab order
    from_1904: bool = False
    unseen: tuple[str, ...] = ()  # what such a file may hold and the door cannot see
    ways: tuple[tuple[str, str, str], ...] = ()  # of CSV: each file, its letters and what parts its columns
