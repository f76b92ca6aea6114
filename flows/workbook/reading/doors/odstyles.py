"""Of OpenDocument's styles: which strike through, and which hide a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.doors.odcells import TABLES
from flows.workbook.reading.xmlscan import Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.workbook.reading.xmlscan import Attributes, Began

STYLES = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
STYLE, LETTERS, OF_TABLE = (f"{STYLES} {name}" for name in ("style", "text-properties", "table-properties"))
LINE_STYLE, LINE_TYPE = f"{STYLES} text-line-through-style", f"{STYLES} text-line-through-type"
DISPLAY = f"{TABLES} display"


class Styles:
    """The styles by their names, those of a family that has them from `styles.xml` first."""

    def __init__(self) -> None:
        """None are known yet."""
        self.struck: set[str] = set()  # of cells
        self.words: dict[str, bool] = {}  # of words within a cell: whether they are struck, where it is said
        self.hidden_tables: set[str] = set()
        self.name = self.family = ""

    def watch(self) -> Watch:
        """For a part that holds styles only."""
        return Watch(self.began(), self.ended())

    def began(self) -> dict[str, Began]:
        """What to do where a style begins."""
        return {STYLE: self._style, LETTERS: self._letters, OF_TABLE: self._of_table}

    def ended(self) -> dict[str, Callable[[], object]]:
        """What to do where one ends."""
        return {STYLE: self._ended}

    def _style(self, attributes: Attributes) -> None:
        self.name, self.family = attributes.get(f"{STYLES} name", ""), attributes.get(f"{STYLES} family", "")
        parent = attributes.get(f"{STYLES} parent-style-name", "")
        if self.family == "table-cell" and parent in self.struck:
            self.struck.add(self.name)
        elif self.family == "text" and parent in self.words:
            self.words[self.name] = self.words[parent]

    def _ended(self) -> None:
        self.name = self.family = ""

    def _letters(self, attributes: Attributes) -> None:
        lines = [attributes[name] for name in (LINE_STYLE, LINE_TYPE) if name in attributes]
        if not lines:
            return
        struck = "none" not in lines
        if self.family == "text":
            self.words[self.name] = struck
        elif self.family == "table-cell" and struck:
            self.struck.add(self.name)
        elif self.family == "table-cell":
            self.struck.discard(self.name)

    def _of_table(self, attributes: Attributes) -> None:
        if self.family == "table" and attributes.get(DISPLAY) == "false":
            self.hidden_tables.add(self.name)
