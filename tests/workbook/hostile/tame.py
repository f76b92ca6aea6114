"""A file that looks dangerous and can be read: what it has to give, to the letter."""

from dataclasses import dataclass, field

from tests.workbook.broken import Build

Cells = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tame:
    """A file and what is read of it: each cell's kind and text, and its link, by its address."""

    what: str
    build: Build
    cells: Cells
    links: dict[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    tabs: tuple[str, ...] = ("Reactions",)
