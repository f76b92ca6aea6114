"""Cells on their way out of the reading process: column by column, what is the same for all left out."""

from __future__ import annotations

from typing import Any

KINDS = {"text": "t", "number": "n", "date": "d", "time": "h", "boolean": "b", "error": "e", "formula": "f"}
EACH = ("row", "column", "kind", "text")
RARE = ("number", "date", "link", "struck", "live", "hidden", "filtered")
USUAL = {
    "number": None,
    "date": None,
    "link": None,
    "struck": "no",
    "live": None,
    "hidden": False,
    "filtered": False,
}


class Batch:
    """Cells in order: what each has, and by its place among them what only some have."""

    def __init__(self) -> None:
        """None yet."""
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.kinds: list[str] = []
        self.texts: list[str] = []
        self.rare: dict[str, dict[int, Any]] = {name: {} for name in RARE}

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows)

    def add(self, row: int, column: int, text: str, kind: str = "text") -> None:
        """One more cell."""
        self.rows.append(row)
        self.columns.append(column)
        self.kinds.append(kind)
        self.texts.append(text)

    def mark(self, at: int, **marks: Any) -> None:  # noqa: ANN401 - whatever a cell has besides its text
        """What the cell in that place has besides, None for nothing."""
        for name, value in marks.items():
            if value is not None:
                self.rare[name][at] = value

    def told(self) -> dict[str, Any]:
        """The same as plain values that can be sent on."""
        rare = {name: [list(some), list(some.values())] for name, some in self.rare.items() if some}
        kinds = "".join(KINDS[kind] for kind in self.kinds)
        return {"row": self.rows, "column": self.columns, "kind": kinds, "text": self.texts, "rare": rare}
