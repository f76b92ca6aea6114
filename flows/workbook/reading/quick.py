"""A long sheet's cells, told from its text row by row: the same as `sheets` gives, at a fraction of the cost.

A cell written as every program writes it is taken apart by one expression. Any other is read as `sheets`
reads it; and the whole sheet is, where its rows are not in order. No cell is kept: they are handed
on in batches, and how far the sheet goes on is known at the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, XMLParser

from flows.workbook.reading import rowtext, values
from flows.workbook.reading.around import CELL as CELL_TAG
from flows.workbook.reading.around import COLUMN, FILTER, LINK, MERGE, Around, hides
from flows.workbook.reading.around import ROW as ROW_TAG
from flows.workbook.reading.batches import Batch
from flows.workbook.reading.cells import Cells
from flows.workbook.reading.gathered import Found
from flows.workbook.reading.listing import EPOCH
from flows.workbook.reading.overlay import Overlay
from flows.workbook.reading.places import number_of, position, whole
from flows.workbook.reading.reach import Reach
from flows.workbook.reading.rowtext import Irregular
from flows.workbook.reading.sheets import MOST_MERGED
from flows.workbook.reading.spelt import unspelt
from flows.workbook.reading.values import Reading, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.reading.gathered import Volume
    from flows.workbook.reading.guard import Sheet
    from flows.workbook.reading.package import Package
    from flows.workbook.reading.shared import Shared

ROW = re.compile(r'\s*<row((?: [A-Za-z0-9:.]+="[^"&<>]*")*) ?(?:/>|>(.*?)</row>)', re.DOTALL)
ATTRIBUTE = re.compile(r' ([A-Za-z0-9:.]+)="([^"]*)"')
PLAIN = r"[^<\r]*"  # text, perhaps with characters spelt as &amp;
CELL = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="(0|[1-9][0-9]{0,4})")?(?: t="(s|n|str|inlineStr)")?'
    rf'(?:/>|>(?:<v>({PLAIN})</v>|<is><t(?: xml:space="preserve")?>({PLAIN})</t></is>)</c>)'
    r"|(<c(?: [^<>]*)?/>|<c(?: [^<>]*)?>.*?</c>)"
    r"|(\S)",
    re.DOTALL,
)
PREFIXED = re.compile(r"<[^\s<>/]+:")  # what it stands for may have been said anywhere above
AROUND = {ROW_TAG, COLUMN, FILTER, LINK, MERGE}  # counts for the slow way wherever it stands
TEXTS = ("s", "str", "inlineStr")
REMEMBERED = 20_000  # numbers


def out_of_place(_row: Element) -> None:
    """Raises `Irregular`: a row that is not among the rows."""
    raise Irregular


class Rows:
    """A sheet's cells in batches, read from its text; what stands around them is read as ever.

    Raises `Irregular`, then or later, for a sheet that has to be read the slow way.
    """

    def __init__(self, package: Package, sheet: Sheet, shared: Shared, volume: Volume) -> None:
        """Take what stands around the rows."""
        self.package = package
        self.sheet = sheet
        self.shared = shared
        self.volume = volume
        self.around = Around(package, sheet, sheet.data, out_of_place)
        self.overlay = Overlay(self.around.merges, self.around.links, package.limits.linked_cells)
        self.reach = Reach(package.limits)
        self.reader = Cells(package, sheet, shared, volume)
        self.numbers: dict[tuple[str, bool, bool, str | None], Reading] = {}
        self.plain = shared.plain
        self.struck = {str(form) for form in shared.struck} | {"" for form in shared.struck if not form}
        self.root = rowtext.root(package, sheet)
        self.row = 0
        self.count = 0
        self.batch = Batch()

    def batches(self, most: int) -> Iterator[Batch]:
        """The cells in order, so many at a time or a row more.

        Raises `Unreadable` for more text, or wider links, than can be read.
        """
        last = 0
        for text in rowtext.pieces(self.package, self.sheet):
            at = 0
            while match := ROW.match(text, at):
                at = match.end()
                told = dict(ATTRIBUTE.findall(match[1]))
                self.row = whole(told.get("r", "")) or last + 1
                if self.row <= last or "xmlns" in match[1]:
                    raise Irregular
                last = self.row
                self._line(match[2] or "", hidden=hides(told.get("hidden"), told.get("ht")))
                if len(self.batch) >= most:
                    yield self.batch
                    self.batch = Batch()
            if text[at:].strip():
                raise Irregular
        yield self.batch
        self.around.check_links(self.count)

    def _line(self, content: str, *, hidden: bool) -> None:
        """Add the cells of one row."""
        row, last, before = str(self.row), 0, len(self.batch)
        careful = self.row in self.overlay.covered or self.reach.is_far(self.row)
        cells = CELL.findall(content)
        elements = self._parsed(content, len(cells)) if any(cell[6] for cell in cells) else []
        for at, (letters, number, form, kind, value, inline, other, stray) in enumerate(cells):
            if stray or (number != row and not other):
                raise Irregular
            column = self._other(elements[at], last) if other else number_of(letters)
            if column <= last:
                raise Irregular
            last = column
            if stored := inline if kind == "inlineStr" else value:
                stored = unspelt(stored) if "&" in stored else stored
                text = None if careful or form in self.struck else self._text(kind, stored)
                if text:
                    self.batch.add(self.row, column, text)
                    self.volume.characters += len(text)
                    self.count += 1
                    self.reach.first.setdefault(column, self.row)
                else:
                    self._stored(column, int(form or 0), kind, stored)
        self._finish(before, hidden=hidden)

    def _text(self, kind: str, stored: str) -> str | None:
        """The text of a cell that holds nothing else; None where more has to be looked at."""
        text = self.plain.get(stored) if kind == "s" else stored
        if text is None or kind not in TEXTS or (kind != "s" and "_x" in stored):
            return None
        room = min(self.package.limits.cell_characters, self.volume.most - self.volume.characters)
        return text if len(text) <= room else None

    def _finish(self, before: int, *, hidden: bool) -> None:
        """Mark what of the row just read has links or is out of sight."""
        batch = self.batch
        if len(batch) == before:
            return
        self.reach.bottom = self.row
        self.overlay.link(self.row, batch, before)
        self.overlay.fill(self.row, batch.columns[before:])
        if hidden or self.around.hidden_columns:
            for at in range(before, len(batch)):
                if hidden or batch.columns[at] in self.around.hidden_columns:
                    batch.rare["hidden"][at] = True
                if hidden and self.around.filtered:
                    batch.rare["filtered"][at] = True

    def merged_areas(self) -> list[str]:
        """The areas of merged cells that hold a value, once all rows have come by."""
        return [each for each in self.around.merges if each in self.overlay.filled][:MOST_MERGED]

    def _other(self, cell: Element, last: int) -> int:
        """The column of a cell written otherwise, once what it holds is read from its element."""
        place = position(cell.get("r", "")) or (self.row, last + 1)
        if place[0] != self.row or place[1] <= last:
            raise Irregular
        found = self.reader.found(place, cell) if len(cell) else None
        if found is not None:
            self.reader.weigh(place, found.reading.text)
            self._put(place[1], found)
        return place[1]

    def _parsed(self, content: str, count: int) -> list[Element]:
        """The row's cells as elements, as many as the expression told apart."""
        parser = XMLParser()  # noqa: S314 - a piece of a part that has passed the guard
        try:
            parser.feed(f"{self.root}{content}</worksheet>")
            row = parser.close()
        except ParseError as error:
            raise Irregular from error
        strange = PREFIXED.search(content) or AROUND & {each.tag for each in row.iter()}
        if strange or len(row) != count or any(cell.tag != CELL_TAG for cell in row):
            raise Irregular
        return list(row)

    def _stored(self, column: int, form: int, kind: str, stored: str) -> None:
        """A text or a number without a formula."""
        words = self.shared.string(stored) if kind == "s" else None
        if kind in TEXTS and kind != "s":
            words = (Run(values.unescaped(stored), None),)
        if words is not None:
            reading = Reading("text", "".join(run.text for run in words))
        else:
            reading = self.reader.valued(kind, stored, form) if kind in TEXTS else self._number(stored, form)
        if not reading.text:
            return
        self.reader.weigh((self.row, column), reading.text)
        runs = words or (Run(reading.text, None),)
        self._put(column, Found(reading, *values.striking(runs, whole=form in self.shared.struck), None))

    def _number(self, stored: str, form: int) -> Reading:
        means = (form in self.shared.days, form in self.shared.lengths, self.shared.periods.get(form))
        key = (stored, *means)
        found = self.numbers.get(key)
        if found is None:
            if len(self.numbers) >= REMEMBERED:
                self.numbers.clear()
            found = self.numbers[key] = self.reader.valued("n", stored, form)
        return found

    def _put(self, column: int, found: Found) -> None:
        (kind, text, number, day), struck, live, link = found
        if self.overlay.covers(self.row, column):
            return
        self.count += 1
        if not self.reach.takes(self.row, column):
            return
        at = len(self.batch)
        self.batch.add(self.row, column, text, kind)
        days = None if day is None else day.toordinal() - EPOCH
        struck_through = None if struck == "no" else struck
        self.batch.mark(at, number=number, date=days, link=link, live=live, struck=struck_through)
