"""One sheet's cells as they stand, each with its link, its strike-through and whether it is hidden.

The cells are gone through here: openpyxl's own reading loses the whole workbook over one bad number or
format, keeps an entry for every formatted row, and forgets whether a formula was ever calculated.
"""

import re
from xml.etree.ElementTree import Element

from flows.workbook.reading import values
from flows.workbook.reading.formulas import Formulas
from flows.workbook.reading.gathered import Found, Volume
from flows.workbook.reading.guard import OFFICE, Relation, Sheet, relations
from flows.workbook.reading.package import Package
from flows.workbook.reading.places import Place, address, corners, position, whole
from flows.workbook.reading.shared import PARTS_OF_A_TEXT, Shared, ended, runs
from flows.workbook.reading.sheetwatch import Span
from flows.workbook.reading.spans import Hidden, area, within
from flows.workbook.reading.values import Reading, Run
from flows.workbook.reading.xmlscan import MAIN, elements

CELL, VALUE, FORMULA, INLINE = (f"{{{MAIN}}}{name}" for name in ("c", "v", "f", "is"))
ROW, COLUMN, FILTER, LINK, MERGE = (
    f"{{{MAIN}}}{name}" for name in ("row", "col", "autoFilter", "hyperlink", "mergeCell")
)
RELATION_ID = f"{{{OFFICE}}}id"
MOST_MERGED = 1_000  # areas of a sheet that are told of
TABLE_RELATION = "/table"
ON = ("1", "true", "on")
NOUGHT = re.compile(r"\s*[+-]?(?:0+(?:\.0*)?|\.0+)(?:[eE][+-]?[0-9]+)?\s*")
OF_A_CELL = {CELL, VALUE, FORMULA, INLINE, *PARTS_OF_A_TEXT}  # kept until their row ends


class Contents:
    """A sheet's cells and what the sheet says about them, gathered in one pass over its part."""

    def __init__(self, package: Package, sheet: Sheet, shared: Shared, volume: Volume) -> None:
        """Gather them; raises `Unreadable` for more text, or wider links, than can be read."""
        self.package = package
        self.sheet = sheet
        self.shared = shared
        self.pointed = relations(package, sheet.part)
        self.cells: dict[Place, Found] = {}
        self.volume = volume
        self.row = 0
        self.hidden_rows: set[int] = set()
        self.filtered = any(_filters(package, to) for to in self.pointed.values())
        self._hidden = Hidden()
        self._formulas = Formulas(package.limits.translated)
        self._merges: list[str] = []
        self._links: list[tuple[str, str]] = []
        self.merged: list[str] = []
        self._gather()

    def _gather(self) -> None:
        self._around(self.sheet.spare)
        self._merge()  # only now: it may be said before the rows
        self._join()

    def _around(self, left_out: Span) -> None:
        """Take what the part says, those of its bytes left out."""
        take = {ROW: self._row, COLUMN: self._column, LINK: self._link, FILTER: self._filter}
        take[MERGE] = lambda merge: self._merges.append(merge.get("ref", ""))
        for element in ended(self.package, self.sheet.part, left_out):
            if element.tag in take:
                take[element.tag](element)
            if element.tag not in OF_A_CELL:
                element.clear()
        self.hidden_columns = self._hidden.columns()

    def _row(self, row: Element) -> None:
        self.row = whole(row.get("r", "")) or self.row + 1
        if row.get("hidden") in ON or nothing(row.get("ht")):
            self.hidden_rows.add(self.row)
        column = 0
        for cell in row.iterfind(CELL):
            place = position(cell.get("r", "")) or (self.row, column + 1)
            column = place[1]
            if len(cell):  # a cell without content is only formatted
                self._cell(place, cell)

    def _cell(self, place: Place, cell: Element) -> None:
        form = whole(cell.get("s", "0"))
        formula = cell.find(FORMULA)
        reading, words = self._read(place, cell, form, formula)
        if not reading.text:
            return
        self._weigh(place, reading.text)
        struck, live = values.striking(words or (Run(reading.text, None),), whole=form in self.shared.struck)
        link = None if formula is None else values.literal_link(formula.text or "")
        self.cells[place] = Found(reading, struck, live, link)

    def _weigh(self, place: Place, text: str) -> None:
        where, limits = f"{self.sheet.name}!{address(*place)}", self.package.limits
        if place in self.cells:
            raise self.package.refusal("misplaced", where)
        if len(text) > limits.cell_characters:
            raise self.package.refusal("long_text", where)
        if not self.volume.add(len(text)):
            raise self.package.refusal("too_much_text", where)

    def _read(
        self, place: Place, cell: Element, form: int | None, formula: Element | None
    ) -> tuple[Reading, tuple[Run, ...] | None]:
        kind, stored = cell.get("t", "n"), cell.findtext(VALUE) or ""
        if formula is not None:
            self._formulas.note(place, formula)
            if not stored and kind != "str":
                return Reading("formula", self._formulas.typed(place, formula)), None
        words = self._words(kind, stored, cell)
        if words is not None:
            return Reading("text", "".join(run.text for run in words)), words
        return self._valued(kind, stored, form), None

    def _words(self, kind: str, stored: str, cell: Element) -> tuple[Run, ...] | None:
        if kind == "s":
            return self.shared.string(stored)
        if kind == "inlineStr":
            inline = cell.find(INLINE)
            return () if inline is None else runs(inline)
        return (Run(values.unescaped(stored), None),) if kind == "str" else None

    def _valued(self, kind: str, stored: str, form: int | None) -> Reading:
        if kind == "b":
            return Reading("boolean", "TRUE" if stored in ON else "FALSE")
        if kind == "d":
            return values.iso_moment(stored)
        if kind != "n" or not stored:
            return Reading("error", stored)
        if form in self.shared.lengths:
            return values.duration(stored)
        if form in self.shared.days:
            return values.moment(stored, from_1904=self.shared.from_1904)
        return values.number(stored)

    def _column(self, column: Element) -> None:
        if not (column.get("hidden") in ON or nothing(column.get("width"))):
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
            self._links.append((link.get("ref", ""), target))

    def _merge(self) -> None:
        for reference in self._merges:
            ends = corners(reference)
            for place in list(within(reference, self.cells)):
                if ends is not None and place != ends[0]:
                    del self.cells[place]

        self.merged = [each for each in self._merges if self._splits(corners(each))][:MOST_MERGED]

    def _splits(self, ends: tuple[Place, Place] | None) -> bool:
        """Whether the area has more than one cell, and its first a value."""
        return ends is not None and ends[0] != ends[1] and ends[0] in self.cells

    def _join(self) -> None:
        """Give each cell its link; of several the last one, as written."""
        self._check_links(len(self.cells))
        targets: dict[Place, str] = {}
        for reference, target in self._links:
            targets |= dict.fromkeys(within(reference, self.cells), target)
        for place, target in targets.items():
            self.cells[place] = self.cells[place]._replace(link=target)

    def _check_links(self, cells: int) -> None:
        """Raises `Unreadable` where links reach too many of so many cells."""
        reached = 0
        for reference, _ in self._links:
            reached += min(area(reference), cells)
            if reached > self.package.limits.linked_cells:
                raise self.package.refusal("wide_links", f"{self.sheet.name}!{reference[:20]}")


def nothing(size: str | None) -> bool:
    """Whether a height or a width leaves nothing to see, however many noughts it is written with."""
    return size is not None and bool(NOUGHT.fullmatch(size))


def _filters(package: Package, to: Relation) -> bool:
    """Whether the relation leads to a table by whose columns rows are being filtered."""
    known = to.kind == TABLE_RELATION and to.target in package.parts
    return known and bool(elements(package, to.target, f"{MAIN} filterColumn"))
