"""One sheet's elements looked over for what no team's table has: values far away, merges without end."""

from flows.workbook.reading.package import Package
from flows.workbook.reading.places import LAST_ROW, address, corners, position
from flows.workbook.reading.xmlscan import MAIN, Attributes, Watch

Span = tuple[int, int]  # from the first byte to the one after the last


class SheetWatch(Watch):
    """Looks over one sheet's elements for cells and merges no team's table has."""

    def __init__(self, package: Package, sheet: str) -> None:
        """Ready for the elements of the sheet with that name."""
        self.package = package
        self.sheet = sheet
        self.values = 0
        self.row = self.column = 0
        self.typed: str | None = None  # the current cell's address
        self.merged = 0
        self.widest = (0, "")
        self.used = False  # the current row holds a value
        self.spare: Span = (0, 0)  # the rows below the last value
        began = {"c": self._cell, "v": self._value, "is": self._value, "f": self._formula, "row": self._row}
        began["mergeCell"] = self._merge
        super().__init__(
            {f"{MAIN} {name}": handler for name, handler in began.items()}, {f"{MAIN} sheetData": self._last}
        )

    def finish(self) -> None:
        """Raises `Unreadable` when the sheet's merged ranges cover too many cells, naming the largest."""
        if self.merged > self.package.limits.merged_cells:
            raise self.package.refusal("wide_merge", f"{self.sheet}!{self.widest[1]}")

    def _row(self, attributes: Attributes) -> None:
        if self.used or not self.spare[0]:
            self.spare = (self.at(), 0)
            self.used = False
        number = attributes.get("r", self.row + 1)
        try:
            self.row = int(number)
        except ValueError:
            self.row = 0
        if not 1 <= self.row <= LAST_ROW:
            raise self.package.refusal("bad_address", f"{self.sheet}!{str(number)[:20]}")
        self.column = 0

    def _cell(self, attributes: Attributes) -> None:
        self.typed = attributes.get("r")
        if self.typed is None:
            self.column += 1

    def _value(self, _attributes: Attributes) -> None:
        self.values += 1
        self.used = True
        if self.typed is not None:  # only now: a formatted sheet has a million cells without a value
            place = position(self.typed)
            if place is None:
                raise self.package.refusal("bad_address", f"{self.sheet}!{self.typed[:20]}")
            self.row, self.column = place
        limits = self.package.limits
        if self.row > limits.last_row or self.column > limits.last_column:
            raise self.package.refusal("far_value", f"{self.sheet}!{address(self.row, self.column)}")

    def _formula(self, attributes: Attributes) -> None:
        self._value(attributes)
        self.values -= 1  # its stored value counts

    def _last(self) -> None:
        self.spare = (self.spare[0], self.at()) if self.spare[0] and not self.used else (0, 0)

    def _merge(self, attributes: Attributes) -> None:
        reference = attributes.get("ref", "")
        ends = corners(reference)
        if ends is None:
            raise self.package.refusal("bad_address", f"{self.sheet}!{reference[:20]}")
        (top, left), (bottom, right) = ends
        cells = (bottom - top + 1) * (right - left + 1)
        self.merged += cells
        self.widest = max(self.widest, (cells, reference))
