"""A file that must be refused: no workbook, or a broken one, built on the spot."""

from collections.abc import Callable
from dataclasses import dataclass

Build = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Broken:
    """A file and the refusal it must meet; `detail` is what the sentence names."""

    what: str
    kind: str
    build: Build
    detail: str | None = None
    name: str = "team.xlsx"
