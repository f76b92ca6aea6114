"""Excel 97-2003 (.xls): the cells by the second reader; what is hidden, struck or an error by its records."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from flows.workbook.reading.doors import compound, hlinks, second
from flows.workbook.reading.doors.marks import ERRORS, Marks
from flows.workbook.reading.doors.told import Told
from flows.workbook.reading.gathered import Tally
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.workbook.reading.limits import Limits

REFUSAL = "old_xls"
UNSEEN = ("partly_struck", "formula_links", "uncalculated")
BEGIN, END, SHEETS, LOCKED, FROM_1904 = 0x0809, 0x000A, 0x0085, 0x002F, 0x0022
FONT, FORMAT = 0x0031, 0x00E0
ROW, COLUMNS, FILTERS, MERGES, LINK = 0x0208, 0x007D, 0x009B, 0x00E5, 0x01B8
ONE_CELL = (0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6)  # a number twice, a text three times
SEVERAL, ERROR, FORMULA = 0x00BD, 0x0205, 0x0006
EIGHT = 0x0600  # the version of these records that Excel has written since 1997
STRUCK, ROW_HIDDEN, COLUMN_HIDDEN = 0x08, 0x20, 0x01
NO_FONT = 4  # the number that none has
WORKSHEET = 0

Record = tuple[int, bytes]


def read(file: str, content: bytes, limits: Limits) -> Told:
    """The sheets of the workbook.

    Raises `Unreadable` for one that is locked, older than Excel 97, or not as Excel writes it.
    """
    try:
        stream = compound.stream(content, "Workbook")
        if stream is None:
            raise Unreadable(REFUSAL, file)
        book = _Book(file, stream, limits)
        marks = {name: _Sheet(book, name, at, hidden=hidden).marks for name, at, hidden in book.sheets}
    except (compound.Broken, struct.error, IndexError, UnicodeDecodeError) as error:
        raise Unreadable(REFUSAL, file) from error
    return Told("xls", second.sheets(content, marks, Tally(file, limits), REFUSAL), book.from_1904, UNSEEN)


def records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from there to the end of their part: the number of each and what it holds."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == BEGIN) - (kind == END)
        if not depth:
            return


class _Book:
    """The records that hold for all sheets."""

    def __init__(self, file: str, stream: bytes, limits: Limits) -> None:
        self.file, self.stream, self.limits = file, stream, limits
        self.sheets: list[tuple[str, int, bool]] = []  # name, where its records begin, hidden
        self.from_1904 = False
        self.formats: list[int] = []  # the number of each format's font
        struck: list[bool] = []
        for kind, data in records(stream, 0):
            if kind == BEGIN and struct.unpack_from("<H", data)[0] != EIGHT:
                raise Unreadable(REFUSAL, file)
            if kind == LOCKED:
                raise Unreadable("password", file)
            if kind == SHEETS:
                self._listed(data)
            elif kind == FROM_1904:
                self.from_1904 = data[:1] == b"\1"
            elif kind == FONT:
                struck.append(bool(data[2] & STRUCK))
            elif kind == FORMAT:
                self.formats.append(struct.unpack_from("<H", data)[0])
        numbered = {at + (at >= NO_FONT): each for at, each in enumerate(struck)}
        self.struck = {at for at, font in enumerate(self.formats) if numbered.get(font)}

    def _listed(self, data: bytes) -> None:
        at, state, kind, length, wide = struct.unpack_from("<IBBBB", data)
        if kind == WORKSHEET:
            name = (
                data[8 : 8 + 2 * length].decode("utf-16-le")
                if wide & 1
                else data[8 : 8 + length].decode("latin-1")
            )
            self.sheets.append((name, at, bool(state & 3)))


class _Sheet:
    """The records of one sheet."""

    def __init__(self, book: _Book, name: str, at: int, *, hidden: bool) -> None:
        self.book, self.name = book, name
        self.merged = 0
        self.marks = Marks(hidden)
        take: dict[int, Callable[[bytes], None]] = {
            ROW: self._row, COLUMNS: self._columns, FILTERS: self._filtered, MERGES: self._merged,
            SEVERAL: self._several, ERROR: self._error, FORMULA: self._formula, LINK: self._link,
            **dict.fromkeys(ONE_CELL, self._cell),
        }  # fmt: skip
        for kind, data in records(book.stream, at):
            if kind in take:
                take[kind](data)

    def _row(self, data: bytes) -> None:
        row, height = struct.unpack_from("<H4xH", data)
        if data[12] & ROW_HIDDEN or not height & 0x7FFF:
            self.marks.hidden_rows.add(row + 1)

    def _columns(self, data: bytes) -> None:
        first, last, width, _, state = struct.unpack_from("<5H", data)
        if state & COLUMN_HIDDEN or not width:
            self.marks.hidden_spans.add(first + 1, last + 1)

    def _filtered(self, _data: bytes) -> None:
        self.marks.filtered = True

    def _merged(self, data: bytes) -> None:
        (count,) = struct.unpack_from("<H", data)
        for number in range(count):
            top, bottom, left, right = struct.unpack_from("<4H", data, 2 + 8 * number)
            self.merged += max(0, bottom - top + 1) * max(0, right - left + 1)
            if self.merged > self.book.limits.merged_cells:
                raise Unreadable("wide_merge", self.book.file, self.name)
            self.marks.merge((top + 1, bottom + 1, left + 1, right + 1))

    def _cell(self, data: bytes) -> None:
        row, column, form = struct.unpack_from("<3H", data)
        if form in self.book.struck:
            self.marks.struck.add((row + 1, column + 1))

    def _several(self, data: bytes) -> None:
        row, first = struct.unpack_from("<HH", data)
        for number in range((len(data) - 6) // 6):
            (form,) = struct.unpack_from("<H", data, 4 + 6 * number)
            if form in self.book.struck:
                self.marks.struck.add((row + 1, first + number + 1))

    def _error(self, data: bytes) -> None:
        self._cell(data)
        if data[7]:
            self._broken(data, data[6])

    def _formula(self, data: bytes) -> None:
        self._cell(data)
        if data[12:14] == b"\xff\xff" and data[6] == 2:  # noqa: PLR2004 - its value is an error, no number
            self._broken(data, data[8])

    def _broken(self, data: bytes, number: int) -> None:
        row, column = struct.unpack_from("<HH", data)
        self.marks.errors[row + 1, column + 1] = ERRORS.get(number, "#N/A")

    def _link(self, data: bytes) -> None:
        top, bottom, left, right = struct.unpack_from("<4H", data)
        if target := hlinks.target(data[8:]):
            self.marks.link((top + 1, bottom + 1, left + 1, right + 1), target)
