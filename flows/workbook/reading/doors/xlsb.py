"""The binary workbook (.xlsb): cells by the second reader; its records tell what is hidden or struck."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from flows.workbook.reading.doors import second, unpacked
from flows.workbook.reading.doors.marks import ERRORS, Marks
from flows.workbook.reading.doors.told import Told
from flows.workbook.reading.gathered import Tally
from flows.workbook.reading.guard import SHEET_RELATION, STYLES_RELATION, relations
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.workbook.reading.guard import Relation
    from flows.workbook.reading.limits import Limits
    from flows.workbook.reading.package import Package

REFUSAL = "xlsb"
UNSEEN = ("partly_struck", "formula_links", "uncalculated")
WORKBOOK = "xl/workbook.bin"
SHEET, PROPERTIES = 156, 153
FONT, FORMAT, FORMATS, FORMATS_END = 43, 47, 617, 618
ROW, COLUMNS, FILTER, MERGE, LINK = 0, 60, 163, 176, 494
CELLS, ERROR_CELLS = range(1, 12), (3, 11)
STRUCK, ROW_HIDDEN, COLUMN_HIDDEN, DAYS_FROM_1904 = 0x08, 0x10, 0x01, 0x01


def read(package: Package, limits: Limits) -> Told:
    """The sheets of the workbook in a package that has passed the guard.

    Raises `Unreadable` for one that is not as Excel writes it.
    """
    unpacked.checked(package)
    try:
        book = _Book(package)
        tally = Tally(package.file, limits)
        marks = {
            name: _Sheet(book, part, name, tally, hidden=hidden).marks for name, part, hidden in book.sheets
        }
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Unreadable(REFUSAL, package.file) from error
    if not marks:
        raise Unreadable(REFUSAL, package.file)
    sheets = second.sheets(package.content, marks, tally, REFUSAL)
    return Told("xlsb", sheets, book.from_1904, UNSEEN)


def records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: the number of each and what it holds."""
    at = 0
    while at < len(stream):
        kind, at = _number(stream, at, 2)
        length, at = _number(stream, at, 4)
        yield kind, stream[at : at + length]
        at += length


def _number(stream: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of up to so many bytes, seven bits in each, and where it ends."""
    value = 0
    for place in range(most):
        byte = stream[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return value, at


def text(data: bytes, at: int) -> tuple[str, int]:
    """A text and where it ends."""
    (length,) = struct.unpack_from("<I", data, at)
    if length == 0xFFFFFFFF:  # noqa: PLR2004 - there is none
        return "", at + 4
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le"), end


class _Book:
    """What holds for all sheets."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.pointed = relations(package, WORKBOOK)
        self.sheets: list[tuple[str, str, bool]] = []  # name, part, hidden
        self.from_1904 = False
        for kind, data in records(b"".join(package.stream(WORKBOOK))):
            if kind == SHEET:
                self._listed(data)
            elif kind == PROPERTIES:
                self.from_1904 = bool(data[0] & DAYS_FROM_1904)
        self.struck = self._struck()

    def _listed(self, data: bytes) -> None:
        relation, at = text(data, 8)
        to = self.pointed.get(relation)
        if to is not None and to.kind == SHEET_RELATION and to.target in self.package.parts:
            hidden = bool(struct.unpack_from("<I", data)[0])
            self.sheets.append((text(data, at)[0], to.target, hidden))

    def _struck(self) -> set[int]:
        """The formats of cells whose font is struck through."""
        styles = next((to.target for to in self.pointed.values() if to.kind == STYLES_RELATION), None)
        fonts: list[bool] = []
        formats: list[int] = []
        of_cells = False
        for kind, data in records(b"".join(self.package.stream(styles))) if styles else ():
            if kind == FONT:
                fonts.append(bool(data[2] & STRUCK))
            elif kind in (FORMATS, FORMATS_END):
                of_cells = kind == FORMATS
            elif kind == FORMAT and of_cells:
                formats.append(struct.unpack_from("<H", data, 4)[0])
        return {at for at, font in enumerate(formats) if font < len(fonts) and fonts[font]}


class _Sheet:
    """The records of one sheet."""

    def __init__(self, book: _Book, part: str, name: str, tally: Tally, *, hidden: bool) -> None:
        self.book, self.name, self.tally = book, name, tally
        self.marks = Marks(hidden)
        self.row = self.merged = 0
        self.pointed: dict[str, Relation] = relations(book.package, part)
        take: dict[int, Callable[[bytes], None]] = {
            ROW: self._row, COLUMNS: self._columns, FILTER: self._filtered, MERGE: self._merged,
            LINK: self._link,
        }  # fmt: skip
        for kind, data in records(b"".join(book.package.stream(part))):
            if kind in take:
                take[kind](data)
            elif kind in CELLS:
                self._cell(kind, data)

    def _row(self, data: bytes) -> None:
        self.row = struct.unpack_from("<I", data)[0] + 1
        (height,) = struct.unpack_from("<H", data, 8)
        if data[11] & ROW_HIDDEN or not height:
            self.marks.hidden_rows.add(self.row)

    def _columns(self, data: bytes) -> None:
        first, last, width, _, state = struct.unpack_from("<4IH", data)
        if state & COLUMN_HIDDEN or not width:
            self.marks.hidden_spans.add(first + 1, last + 1)

    def _filtered(self, _data: bytes) -> None:
        self.marks.filtered = True

    def _merged(self, data: bytes) -> None:
        top, bottom, left, right = struct.unpack_from("<4I", data)
        self.merged += max(0, bottom - top + 1) * max(0, right - left + 1)
        if self.merged > self.book.package.limits.merged_cells:
            raise Unreadable("wide_merge", self.tally.file, self.name)
        self.marks.merge((top + 1, bottom + 1, left + 1, right + 1))

    def _cell(self, kind: int, data: bytes) -> None:
        column, form = struct.unpack_from("<II", data)
        place = (self.row, column + 1)
        if kind != CELLS[0]:
            self.tally.reach(self.name, place)  # before the second reader makes room for all cells up to it
        if form & 0xFFFFFF in self.book.struck:
            self.marks.struck.add(place)
        if kind in ERROR_CELLS:
            self.marks.errors[place] = ERRORS.get(data[8], "#N/A")

    def _link(self, data: bytes) -> None:
        top, bottom, left, right = struct.unpack_from("<4I", data)
        relation, at = text(data, 16)
        location, _ = text(data, at)
        to = self.pointed.get(relation)
        target = (to.target if to else "") + (f"#{location}" if location else "")
        if target:
            self.marks.link((top + 1, bottom + 1, left + 1, right + 1), target)
