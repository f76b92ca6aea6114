"""One sheet's cells as they stand, each with its link, its strike-through and whether it is hidden.

openpyxl knows what a number format means and how a shared formula goes on. The cells are gone through here:
its own reading loses the whole workbook over one bad number or format, keeps an entry for every formatted
row, and forgets whether a formula was ever calculated.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple
from xml.etree.ElementTree import Element

from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

from flows.workbook.reading import values
from flows.workbook.reading.guard import OFFICE, Relation, Sheet, relations
from flows.workbook.reading.package import Package
from flows.workbook.reading.places import Place, address, corners, position
from flows.workbook.reading.shared import Shared, ended, runs
from flows.workbook.reading.values import Reading, Run
from flows.workbook.reading.xmlscan import MAIN, elements

CELL, VALUE, FORMULA, INLINE = (f"{{{MAIN}}}{name}" for name in ("c", "v", "f", "is"))
ROW, COLUMN, FILTER, LINK, MERGE = (
    f"{{{MAIN}}}{name}" for name in ("row", "col", "autoFilter", "hyperlink", "mergeCell")
)
RELATION_ID = f"{{{OFFICE}}}id"
TABLE_RELATION = "/table"
ON = ("1", "true", "on")
NOUGHT = re.compile(r"\s*[+-]?(?:0+\.?0*|\.0+)(?:[eE][+-]?[0-9]+)?\s*")


class Found(NamedTuple):
    """One cell that is not blank, before what the rest of the sheet says about it."""

    reading: Reading
    struck: str
    live: str | None
    link: str | None


class Contents:
    """A sheet's cells and what the sheet says about them, gathered in one pass over its part."""

    def __init__(self, package: Package, sheet: Sheet, shared: Shared) -> None:
        """Gather them; raises `Unreadable` for more text than can be read."""
        self.package = package
        self.sheet = sheet
        self.shared = shared
        self.pointed = relations(package, sheet.part)
        self.cells: dict[Place, Found] = {}
        self.characters = 0
        self.row = 0
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[range] = []
        self.filtered = any(_filters(package, to) for to in self.pointed.values())
        self.formulas: dict[str, Translator] = {}
        self._gather()

    def _gather(self) -> None:
        take = {ROW: self._row, COLUMN: self._column, LINK: self._link, MERGE: self._merge}
        take[FILTER] = self._filter
        for element in ended(self.package, self.sheet.part, self.sheet.spare):
            if element.tag in take:
                take[element.tag](element)
                element.clear()

    def _row(self, row: Element) -> None:
        self.row = int(row.get("r", self.row + 1))
        if row.get("hidden") in ON or _nothing(row.get("ht")):
            self.hidden_rows.add(self.row)
        column = 0
        for cell in row.iterfind(CELL):
            place = position(cell.get("r", "")) or (self.row, column + 1)
            column = place[1]
            if len(cell):  # a cell without content is only formatted
                self._cell(place, cell)

    def _cell(self, place: Place, cell: Element) -> None:
        form = int(cell.get("s", "0"))
        formula = cell.find(FORMULA)
        reading, words = self._read(place, cell, form, formula)
        if not reading.text:
            return
        self.characters += len(reading.text)
        if self.characters > self.package.limits.characters:
            raise self.package.refusal("too_much_text", f"{self.sheet.name}!{address(*place)}")
        struck, live = values.striking(words or (Run(reading.text, None),), whole=form in self.shared.struck)
        link = None if formula is None else values.literal_link(formula.text or "")
        self.cells[place] = Found(reading, struck, live, link)

    def _read(
        self, place: Place, cell: Element, form: int, formula: Element | None
    ) -> tuple[Reading, tuple[Run, ...] | None]:
        kind, stored = cell.get("t", "n"), cell.findtext(VALUE) or ""
        if formula is not None:
            typed = self._typed(place, formula)
            if not stored and kind != "str":
                return Reading("formula", typed), None
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

    def _valued(self, kind: str, stored: str, form: int) -> Reading:
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

    def _typed(self, place: Place, formula: Element) -> str:
        typed = f"={formula.text or ''}"
        if formula.get("t") != "shared":
            return typed
        group = formula.get("si", "")
        try:
            if formula.text:  # the others of the group hold only its number
                self.formulas[group] = Translator(typed, address(*place))
            elif group in self.formulas:
                return str(self.formulas[group].translate_formula(address(*place)))
        except (TokenizerError, TranslatorError, ValueError, IndexError):
            return typed
        return typed

    def _column(self, column: Element) -> None:
        if column.get("hidden") in ON or _nothing(column.get("width")):
            self.hidden_columns.append(range(int(column.get("min", "1")), int(column.get("max", "0")) + 1))

    def _filter(self, arrows: Element) -> None:
        """Arrows alone hide no row: one of the columns has to be filtered by them."""
        self.filtered = self.filtered or any(child.tag == f"{{{MAIN}}}filterColumn" for child in arrows)

    def _link(self, link: Element) -> None:
        to = self.pointed.get(link.get(RELATION_ID, ""))
        location = link.get("location")
        target = (to.target if to else "") + (f"#{location}" if location else "")
        for place in self._within(link.get("ref", "")):
            if target and place in self.cells:
                self.cells[place] = self.cells[place]._replace(link=target)

    def _merge(self, merge: Element) -> None:
        reference = merge.get("ref", "")
        ends = corners(reference)
        for place in self._within(reference):
            if ends is not None and place != ends[0]:
                self.cells.pop(place, None)

    def _within(self, reference: str) -> Iterator[Place]:
        ends = corners(reference)
        if ends is None:
            return
        (top, left), (bottom, right) = ends
        if (bottom - top + 1) * (right - left + 1) > len(self.cells):
            yield from sorted(at for at in self.cells if top <= at[0] <= bottom and left <= at[1] <= right)
            return
        yield from product(range(top, bottom + 1), range(left, right + 1))


def _nothing(size: str | None) -> bool:
    """Whether a height or a width leaves nothing to see, however many noughts it is written with."""
    return size is not None and bool(NOUGHT.fullmatch(size))


def _filters(package: Package, to: Relation) -> bool:
    """Whether the relation leads to a table by whose columns rows are being filtered."""
    known = to.kind == TABLE_RELATION and to.target in package.parts
    return known and bool(elements(package, to.target, f"{MAIN} filterColumn"))
