"""What a sheet says around its rows: columns out of sight, filters, merged areas, links."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from flows.workbook.reading.guard import OFFICE, Relation, Sheet, relations
from flows.workbook.reading.package import Package
from flows.workbook.reading.places import whole
from flows.workbook.reading.shared import PARTS_OF_A_TEXT, ended
from flows.workbook.reading.sheetwatch import Span
from flows.workbook.reading.spans import Hidden, area
from flows.workbook.reading.xmlscan import MAIN, elements

CELL, VALUE, FORMULA, INLINE = (f"{{{MAIN}}}{name}" for name in ("c", "v", "f", "is"))
ROW, COLUMN, FILTER, LINK, MERGE = (
    f"{{{MAIN}}}{name}" for name in ("row", "col", "autoFilter", "hyperlink", "mergeCell")
)
RELATION_ID = f"{{{OFFICE}}}id"
TABLE_RELATION = "/table"
ON = ("1", "true", "on")
NOUGHT = re.compile(r"\s*[+-]?(?:0+(?:\.0*)?|\.0+)(?:[eE][+-]?[0-9]+)?\s*")
OF_A_CELL = {CELL, VALUE, FORMULA, INLINE, *PARTS_OF_A_TEXT}  # kept until their row ends


class Around:
    """All of that, taken in one pass over the sheet's part."""

    def __init__(
        self, package: Package, sheet: Sheet, left_out: Span, row: Callable[[Element], object]
    ) -> None:
        """Take it, those bytes of the part left out; `row` is told of each row in the others."""
        self.package = package
        self.sheet = sheet
        self.pointed = relations(package, sheet.part)
        self.filtered = any(_filters(package, to) for to in self.pointed.values())
        self.merges: list[str] = []
        self.links: list[tuple[str, str]] = []  # the range, and where it leads
        self._hidden = Hidden()
        take = {ROW: row, COLUMN: self._column, LINK: self._link, FILTER: self._filter, MERGE: self._merge}
        for element in ended(package, sheet.part, left_out):
            if element.tag in take:
                take[element.tag](element)
            if element.tag not in OF_A_CELL:
                element.clear()
        self.hidden_columns = self._hidden.columns()

    def check_links(self, cells: int) -> None:
        """Raises `Unreadable` where links reach too many of so many cells."""
        reached = 0
        for reference, _ in self.links:
            reached += min(area(reference), cells)
            if reached > self.package.limits.linked_cells:
                raise self.package.refusal("wide_links", f"{self.sheet.name}!{reference[:20]}")

    def _column(self, column: Element) -> None:
        if not hides(column.get("hidden"), column.get("width")):
            return
        ends = [column.get("min", "1"), column.get("max", "0")]
        first, last = (whole(end) for end in ends)
        if first is None or last is None:
            wrong = ends[0] if first is None else ends[1]
            raise self.package.refusal("bad_address", f"{self.sheet.name}!{wrong[:20]}")
        self._hidden.add(first, last)

    def _filter(self, arrows: Element) -> None:
        """Arrows alone hide no row: one of the columns has to be filtered by them."""
        self.filtered = self.filtered or any(child.tag == f"{{{MAIN}}}filterColumn" for child in arrows)

    def _link(self, link: Element) -> None:
        to = self.pointed.get(link.get(RELATION_ID, ""))
        location = link.get("location")
        target = (to.target if to else "") + (f"#{location}" if location else "")
        if target:
            self.links.append((link.get("ref", ""), target))

    def _merge(self, merge: Element) -> None:
        self.merges.append(merge.get("ref", ""))


def hides(hidden: str | None, size: str | None) -> bool:
    """Whether a row or a column is out of sight: it says so, or its size leaves nothing to see.

    A size may be written with however many noughts.
    """
    return hidden in ON or (size is not None and bool(NOUGHT.fullmatch(size)))


def _filters(package: Package, to: Relation) -> bool:
    """Whether the relation leads to a table by whose columns rows are being filtered."""
    known = to.kind == TABLE_RELATION and to.target in package.parts
    return known and bool(elements(package, to.target, f"{MAIN} filterColumn"))
