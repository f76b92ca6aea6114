"""One sheet's cells as they stand, each with its link, its strike-through and whether it is hidden.

The cells are gone through here: openpyxl's own reading loses the whole workbook over one bad number or
format, keeps an entry for every formatted row, and forgets whether a formula was ever calculated.
"""

from xml.etree.ElementTree import Element

from flows.workbook.reading.around import CELL, Around, hides
from flows.workbook.reading.cells import Cells
from flows.workbook.reading.gathered import Found, Volume
from flows.workbook.reading.guard import Sheet
from flows.workbook.reading.package import Package
from flows.workbook.reading.places import Place, address, corners, position, whole
from flows.workbook.reading.shared import Shared
from flows.workbook.reading.spans import within

MOST_MERGED = 1_000  # areas of a sheet that are told of


class Contents:
    """A sheet's cells and what the sheet says about them, gathered in one pass over its part."""

    def __init__(self, package: Package, sheet: Sheet, shared: Shared, volume: Volume) -> None:
        """Gather them; raises `Unreadable` for more text, or wider links, than can be read."""
        self.package = package
        self.sheet = sheet
        self.cells: dict[Place, Found] = {}
        self.hidden_rows: set[int] = set()
        self._reader = Cells(package, sheet, shared, volume)
        self._row_number = 0
        around = Around(package, sheet, sheet.spare, self._row)
        self.filtered, self.hidden_columns = around.filtered, around.hidden_columns
        self.merged = self._merge(around.merges)  # only now: it may be said before the rows
        self._join(around)

    def _row(self, row: Element) -> None:
        self._row_number = whole(row.get("r", "")) or self._row_number + 1
        if hides(row.get("hidden"), row.get("ht")):
            self.hidden_rows.add(self._row_number)
        column = 0
        for cell in row.iterfind(CELL):
            place = position(cell.get("r", "")) or (self._row_number, column + 1)
            column = place[1]
            if len(cell):  # a cell without content is only formatted
                self._cell(place, cell)

    def _cell(self, place: Place, cell: Element) -> None:
        found = self._reader.found(place, cell)
        if found is None:
            return
        if place in self.cells:
            raise self.package.refusal("misplaced", f"{self.sheet.name}!{address(*place)}")
        self._reader.weigh(place, found.reading.text)
        self.cells[place] = found

    def _merge(self, merges: list[str]) -> list[str]:
        """The merged areas that hold a value, once the cells merged into others are gone."""
        for reference in merges:
            ends = corners(reference)
            for place in list(within(reference, self.cells)):
                if ends is not None and place != ends[0]:
                    del self.cells[place]
        return [each for each in merges if self._splits(corners(each))][:MOST_MERGED]

    def _splits(self, ends: tuple[Place, Place] | None) -> bool:
        """Whether the area has more than one cell, and its first a value."""
        return ends is not None and ends[0] != ends[1] and ends[0] in self.cells

    def _join(self, around: Around) -> None:
        """Give each cell its link; of several the last one, as written."""
        around.check_links(len(self.cells))
        targets: dict[Place, str] = {}
        for reference, target in around.links:
            targets |= dict.fromkeys(within(reference, self.cells), target)
        for place, target in targets.items():
            self.cells[place] = self.cells[place]._replace(link=target)
