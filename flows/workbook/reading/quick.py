"""A long sheet's cells, told from its text row by row: the same as `sheets` gives, at a fraction of the cost.

A cell written as every program writes it is taken apart by one expression. Any other goes through `sheets`
itself; and so does the whole sheet where its rows are not in order. No cell is kept: they are handed
on in batches, and how far the sheet goes on is known at the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, XMLParser

from flows.workbook.reading import values
from flows.workbook.reading.batches import Batch
from flows.workbook.reading.gathered import Found
from flows.workbook.reading.listing import EPOCH
from flows.workbook.reading.overlay import Overlay
from flows.workbook.reading.places import number_of, position, whole
from flows.workbook.reading.reach import Reach
from flows.workbook.reading.sheets import CELL as CELL_TAG
from flows.workbook.reading.sheets import COLUMN, FILTER, LINK, MERGE, MOST_MERGED, ON, Contents, nothing
from flows.workbook.reading.sheets import ROW as ROW_TAG
from flows.workbook.reading.spelt import unspelt
from flows.workbook.reading.values import Reading, Run
from flows.workbook.reading.xmlscan import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

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
VERSION, ENCODING = r"""version=["']1\.0["']""", r"""(?: encoding=["'](?i:utf-8)["'])?"""
DECLARED = rf"""<\?xml {VERSION}{ENCODING}(?: standalone=["'](?:yes|no)["'])? ?\?>"""
ROOT = re.compile(rf'(?:{DECLARED}\s*)?(<worksheet [^>]*xmlns="{re.escape(MAIN)}"[^>]*>)')
# A remark or the like, which the expressions would take for text, and an end they would look for in vain.
UNUSUAL = ("<!", "<?", "</c ", "</c\n", "</c\r", "</c\t")
PREFIXED = re.compile(r"<[^\s<>/]+:")  # what it stands for may have been said anywhere above
AROUND = {ROW_TAG, COLUMN, FILTER, LINK, MERGE}  # counts for the slow way wherever it stands
TEXTS = ("s", "str", "inlineStr")
REMEMBERED = 20_000  # numbers


class Irregular(Exception):  # noqa: N818 - read aloud: the sheet is irregular
    """The sheet is not written row by row, from left to right: only the slow way reads it for certain."""


class Rows(Contents):
    """A sheet's cells in batches, read from its text; what stands around them is read as ever.

    Raises `Irregular`, then or later, for a sheet that has to be read the slow way.
    """

    def _gather(self) -> None:
        self._around(self.sheet.data)
        self.overlay = Overlay(self._merges, self._links, self.package.limits.linked_cells)
        self.reach = Reach(self.package.limits)
        self.numbers: dict[tuple[str, bool, bool], Reading] = {}
        self.plain = self.shared.plain
        self.struck = {str(form) for form in self.shared.struck} | (
            {""} if 0 in self.shared.struck else set()
        )
        self.root = ""
        self.count = 0
        self.batch = Batch()

    def _row(self, _row: Element) -> None:
        raise Irregular  # a row that is not among the rows

    def batches(self, most: int) -> Iterator[Batch]:
        """The cells in order, so many at a time or a row more.

        Raises `Unreadable` for more text, or wider links, than can be read.
        """
        last = 0
        for text in self._pieces():
            at = 0
            while match := ROW.match(text, at):
                at = match.end()
                told = dict(ATTRIBUTE.findall(match[1]))
                self.row = whole(told.get("r", "")) or last + 1
                if self.row <= last or "xmlns" in match[1]:
                    raise Irregular
                last = self.row
                self._line(match[2] or "", hidden=told.get("hidden") in ON or nothing(told.get("ht")))
                if len(self.batch) >= most:
                    yield self.batch
                    self.batch = Batch()
            if text[at:].strip():
                raise Irregular
        yield self.batch
        self._check_links(self.count)

    def _pieces(self) -> Iterator[str]:
        """The rows' text down to the last value, whole rows at a time."""
        start, end = self.sheet.data
        end = self.sheet.spare[0] or end
        at, rest = 0, b""
        for piece in self.package.stream(self.sheet.part):
            if not at:
                self.root = self._opening(piece)
            rest += piece[max(0, start - at) : max(0, end - at)]
            at += len(piece)
            cut = rest.rfind(b"</row>") + 1
            cut += len(b"/row>") if cut else 0
            yield self._decoded(rest[:cut])
            rest = rest[cut:]
        yield self._decoded(rest)

    def _opening(self, piece: bytes) -> str:
        match = ROOT.match(piece[:8192].decode("utf-8", "replace"))
        if match is None:
            raise Irregular
        return match[1]

    def _decoded(self, piece: bytes) -> str:
        try:
            text = piece.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Irregular from error
        if any(each in text for each in UNUSUAL):
            raise Irregular
        return text

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
                    self._plain(column, int(form or 0), kind, stored)
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
        if hidden or self.hidden_columns:
            for at in range(before, len(batch)):
                if hidden or batch.columns[at] in self.hidden_columns:
                    batch.rare["hidden"][at] = True
                if hidden and self.filtered:
                    batch.rare["filtered"][at] = True

    def merged_areas(self) -> list[str]:
        """The areas of merged cells that hold a value, once all rows have come by."""
        return [each for each in self._merges if each in self.overlay.filled][:MOST_MERGED]

    def _other(self, cell: Element, last: int) -> int:
        """The column of a cell written otherwise; what it holds is read by the slow way."""
        place = position(cell.get("r", "")) or (self.row, last + 1)
        if place[0] != self.row or place[1] <= last:
            raise Irregular
        if len(cell):
            self._cell(place, cell)
        for found in self.cells.values():
            self._put(place[1], found)
        self.cells.clear()
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

    def _plain(self, column: int, form: int, kind: str, stored: str) -> None:
        """A text or a number without a formula."""
        words = self.shared.string(stored) if kind == "s" else None
        if kind in TEXTS and kind != "s":
            words = (Run(values.unescaped(stored), None),)
        if words is not None:
            reading = Reading("text", "".join(run.text for run in words))
        else:
            reading = self._valued(kind, stored, form) if kind in TEXTS else self._number(stored, form)
        if not reading.text:
            return
        self._weigh((self.row, column), reading.text)
        runs = words or (Run(reading.text, None),)
        self._put(column, Found(reading, *values.striking(runs, whole=form in self.shared.struck), None))

    def _number(self, stored: str, form: int) -> Reading:
        key = (stored, form in self.shared.days, form in self.shared.lengths)
        found = self.numbers.get(key)
        if found is None:
            if len(self.numbers) >= REMEMBERED:
                self.numbers.clear()
            found = self.numbers[key] = self._valued("n", stored, form)
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
