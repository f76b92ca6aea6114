"""One sheet's elements looked over for what no team's table has: values far away, merges without end."""

from flows.workbook.reading.package import Package
from flows.workbook.reading.places import LAST_ROW, Place, address, position, whole
from flows.workbook.reading.spans import area
from flows.workbook.reading.xmlscan import MAIN, Attributes, Watch

Span = tuple[int, int]  # from the first byte to the one after the last


class SheetWatch(Watch):
    """Looks over one sheet's elements for cells and merges no team's table has."""

    def __init__(self, package: Package, sheet: str, part: str) -> None:
        """Ready for the elements of the sheet with that name, kept in that part."""
        self.package = package
        self.sheet = sheet
        self.part = part
        self.values = self.rows = 0
        self.row = self.column = 0
        self.typed: str | None = None  # the address of the last cell that has one
        self.merged = 0
        self.widest = (0, "")
        self.inside: bool | None = None  # among the sheet's rows; None before them
        self.level = 0  # how deep these are
        self.numbered = False  # the current row says which it is
        self.used = False  # the current row holds a value
        self.filled = 0  # rows down to the last one that does
        self.spare: Span = (0, 0)  # the rows below the last value
        self.data: Span = (0, 0)  # all of them
        began = {"c": self._cell, "v": self._value, "is": self._value, "f": self._formula, "row": self._row}
        began |= {"mergeCell": self._merge, "sheetData": self._first}
        super().__init__(
            {f"{MAIN} {name}": handler for name, handler in began.items()},
            {f"{MAIN} sheetData": self._last},
            f"{MAIN} worksheet",
        )

    def finish(self) -> None:
        """Raises `Unreadable` when the sheet's merged ranges cover too many cells, naming the largest."""
        if self.merged > self.package.limits.merged_cells:
            raise self.package.refusal("wide_merge", f"{self.sheet}!{self.widest[1]}")

    def is_long(self) -> bool:
        """Whether the sheet, once gone through, is to be read the quick way."""
        return self.package.limits.long(self.filled, self.values)

    def _first(self, _attributes: Attributes) -> None:
        if self.inside is not None:  # Excel would see the rows of one of the two only
            raise self.package.refusal("bad_xml", self.part)
        self.inside = True
        self.level = self.depth()

    def _row(self, attributes: Attributes) -> None:
        if self.inside and self.depth() != self.level + 1:
            raise self.package.refusal("bad_xml", self.part)
        self.rows += 1
        if self.rows > LAST_ROW:
            raise self.package.refusal("zip_bomb", self.part)
        if self.inside and not self.data[0]:
            self.data = (self.at(), 0)
        if self.inside and (self.used or not self.spare[0]):
            self.spare = (self.at(), 0)
            self.used = False
        self.numbered = "r" in attributes
        number = attributes.get("r", str(self.row + 1))
        self.row = whole(number) or 0
        if not 1 <= self.row <= LAST_ROW:
            raise self.package.refusal("bad_address", f"{self.sheet}!{number[:20]}")
        self.typed = None
        self.column = 0

    def _cell(self, attributes: Attributes) -> None:
        typed = attributes.get("r")
        if typed is None:
            self.column += 1
        else:
            self.typed, self.column = typed, 0

    def _value(self, _attributes: Attributes) -> None:
        if not self.inside:
            raise self.package.refusal("bad_xml", self.part)
        self.values += 1
        self.used = True
        self.filled = self.rows
        row, column = self._place()  # only now: a formatted sheet has a million cells without a value
        limits = self.package.limits
        if row > limits.last_row or column > limits.last_column:
            raise self.package.refusal("far_value", f"{self.sheet}!{address(row, column)}")
        if self.numbered and row != self.row:
            raise self.package.refusal("misplaced", f"{self.sheet}!{address(row, column)}")

    def _place(self) -> Place:
        """Where the current cell stands: `column` counts on from the last one that has an address."""
        if self.typed is None:
            return self.row, self.column
        place = position(self.typed)
        if place is None:
            raise self.package.refusal("bad_address", f"{self.sheet}!{self.typed[:20]}")
        return place[0], place[1] + self.column

    def _formula(self, attributes: Attributes) -> None:
        self._value(attributes)
        self.values -= 1  # its stored value counts

    def _last(self) -> None:
        self.inside = False
        self.data = (self.data[0], self.at()) if self.data[0] else (0, 0)
        self.spare = (self.spare[0], self.at()) if self.spare[0] and not self.used else (0, 0)

    def _merge(self, attributes: Attributes) -> None:
        reference = attributes.get("ref", "")
        cells = area(reference)
        if not cells:
            raise self.package.refusal("bad_address", f"{self.sheet}!{reference[:20]}")
        self.merged += cells
        self.widest = max(self.widest, (cells, reference))
