"""One sheet's cells, each read from its element: what it holds, its strike-through, its own link."""

from xml.etree.ElementTree import Element

from flows.workbook.reading import values
from flows.workbook.reading.around import FORMULA, INLINE, ON, VALUE
from flows.workbook.reading.formulas import Formulas
from flows.workbook.reading.gathered import Found, Volume
from flows.workbook.reading.guard import Sheet
from flows.workbook.reading.package import Package
from flows.workbook.reading.places import Place, address, whole
from flows.workbook.reading.shared import Shared, runs
from flows.workbook.reading.values import Reading, Run


class Cells:
    """Reads them, and weighs their texts; the formulas of a group are remembered from cell to cell."""

    def __init__(self, package: Package, sheet: Sheet, shared: Shared, volume: Volume) -> None:
        """Ready for the first."""
        self.package = package
        self.sheet = sheet
        self.shared = shared
        self.volume = volume
        self._formulas = Formulas(package.limits.translated)

    def found(self, place: Place, cell: Element) -> Found | None:
        """What the cell holds; None where that is nothing."""
        form = whole(cell.get("s", "0"))
        formula = cell.find(FORMULA)
        reading, words = self._read(place, cell, form, formula)
        if not reading.text:
            return None
        struck, live = values.striking(words or (Run(reading.text, None),), whole=form in self.shared.struck)
        link = None if formula is None else values.literal_link(formula.text or "")
        return Found(reading, struck, live, link)

    def weigh(self, place: Place, text: str) -> None:
        """Raises `Unreadable` for more text than a cell keeps, or than is read of all cells."""
        where, limits = f"{self.sheet.name}!{address(*place)}", self.package.limits
        if len(text) > limits.cell_characters:
            raise self.package.refusal("long_text", where)
        if not self.volume.add(len(text)):
            raise self.package.refusal("too_much_text", where)

    def valued(self, kind: str, stored: str, form: int | None) -> Reading:
        """What a value of that kind says, in a cell of that format; an error, as stored, if nothing."""
        if kind == "b":
            return Reading("boolean", "TRUE" if stored in ON else "FALSE")
        if kind == "d":
            return values.shown(values.iso_moment(stored), self.shared.periods.get(form or 0))
        if kind != "n" or not stored:
            return Reading("error", stored)
        if form in self.shared.lengths:
            return values.duration(stored)
        if form in self.shared.days:
            day = values.moment(stored, from_1904=self.shared.from_1904)
            return values.shown(day, self.shared.periods.get(form or 0))
        return values.number(stored)

    def _read(
        self, place: Place, cell: Element, form: int | None, formula: Element | None
    ) -> tuple[Reading, tuple[Run, ...] | None]:
        kind, stored = cell.get("t", "n"), cell.findtext(VALUE) or ""
        if formula is not None:
            self._formulas.note(place, formula)
            typed = self._formulas.typed(place, formula) if not stored or form in self.shared.days else ""
            if (not stored and kind != "str") or values.MOVES.search(typed):
                return Reading("formula", typed), None
        words = self._words(kind, stored, cell)
        if words is not None:
            return Reading("text", "".join(run.text for run in words)), words
        return self.valued(kind, stored, form), None

    def _words(self, kind: str, stored: str, cell: Element) -> tuple[Run, ...] | None:
        if kind == "s":
            return self.shared.string(stored)
        if kind == "inlineStr":
            inline = cell.find(INLINE)
            return () if inline is None else runs(inline)
        return (Run(values.unescaped(stored), None),) if kind == "str" else None
