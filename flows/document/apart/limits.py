"""How much time and memory the pages of one document may take."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.record.facts import Record

MEGABYTE = 1_000_000
# Pages a record may come to, rather too many: a full page holds 7 to 10 rows, or 2500 letters of cells, but a
# summary stands in up to five places.
FEWEST_PAGES, ROWS_A_PAGE, LETTERS_A_PAGE = 20, 3, 500
# A page takes 0.1 to 0.2 s and 4 to 5 MB. The core may be laid out several times before it fits.
CPU_BASE, CPU_A_PAGE = 30.0, 0.2
MEMORY_BASE, MEMORY_A_PAGE = 1_000 * MEGABYTE, 5 * MEGABYTE
WALL = 4  # times the processor's time: other programs want the processor too
SHEETS = ("announcements", "reactions", "responses", "questions", "sources", "organisations", "context")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most one document may ask for: seconds of processor and on the wall, bytes of address space."""

    cpu_seconds: int
    wall_seconds: int
    memory: int

    @property
    def megabytes(self) -> int:
        """The memory as a person reads it."""
        return self.memory // MEGABYTE


TRIAL = Limits(cpu_seconds=20, wall_seconds=20 * WALL, memory=MEMORY_BASE)
"""For a logo drawn by itself: one page that holds nothing else."""


def of(record: Record) -> Limits:
    """What the pages of this record may take: more for more rows and for longer cells."""
    rows = sum(len(getattr(record, sheet)) for sheet in SHEETS)
    pages = FEWEST_PAGES + rows // ROWS_A_PAGE + letters(record) // LETTERS_A_PAGE
    cpu = int(CPU_BASE + CPU_A_PAGE * pages)
    return Limits(cpu, WALL * cpu, MEMORY_BASE + MEMORY_A_PAGE * pages)


def letters(value: object) -> int:
    """How many letters a value of the record holds, those of what it is made of included."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return sum(map(letters, value))
    if is_dataclass(value):
        return sum(letters(getattr(value, field.name)) for field in fields(value))
    return 0
