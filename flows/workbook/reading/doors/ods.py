"""OpenDocument (.ods), read whole by ourselves: its XML says what is hidden, filtered or struck through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.doors import odcells, unpacked
from flows.workbook.reading.doors.odcells import CELL, COVERED, OFFICE, TABLES
from flows.workbook.reading.doors.odstyles import Styles
from flows.workbook.reading.doors.odtext import Text
from flows.workbook.reading.doors.told import Told
from flows.workbook.reading.gathered import Gathered, Tally
from flows.workbook.reading.places import LAST_ROW
from flows.workbook.reading.xmlscan import Watch, elements, scan

if TYPE_CHECKING:
    from flows.workbook.reading.gathered import Found
    from flows.workbook.reading.limits import Limits
    from flows.workbook.reading.package import Package
    from flows.workbook.reading.xmlscan import Attributes

MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
CONTENT, STYLES, LISTED = "content.xml", "styles.xml", "META-INF/manifest.xml"
TABLE, COLUMN, ROW = (f"{TABLES} {name}" for name in ("table", "table-column", "table-row"))
SHEETS, NULL_DATE = f"{OFFICE} spreadsheet", f"{TABLES} null-date"
VISIBILITY = f"{TABLES} visibility"
OUT_OF_SIGHT = ("collapse", "filter")


def read(package: Package, limits: Limits) -> Told:
    """The sheets of the spreadsheet.

    Raises `Unreadable` for one that is locked, or of which nothing can be made.
    """
    unpacked.weighed(package)  # some of its parts are empty, or name a document type, and nobody reads them
    if LISTED in package.parts and elements(package, LISTED, f"{MANIFEST} encryption-data"):
        raise package.refusal("locked_ods")
    styles = Styles()
    if STYLES in package.parts:
        scan(package, STYLES, styles.watch())
    reading = _Reading(package, styles, Tally(package.file, limits))
    scan(package, CONTENT, reading.watch())
    if not reading.spreadsheet:
        raise package.refusal("ods")
    if not reading.sheets:
        raise package.refusal("no_sheet")
    return Told("ods", tuple(reading.sheets), reading.from_1904)


class _Reading:
    """The sheets, gathered as the elements of the content come by."""

    def __init__(self, package: Package, styles: Styles, tally: Tally) -> None:
        self.package, self.styles, self.tally = package, styles, tally
        self.sheets: list[Gathered] = []
        self.names: set[str] = set()
        self.text = Text(styles)
        self.spreadsheet = self.from_1904 = False
        self.depth = 0  # tables within tables: those of the outermost count
        self.column = self.row = 0
        self.defaults: list[tuple[range, str]] = []  # the formats of columns
        self.repeated, self.unseen, self.of_row = 1, False, ""
        self.cells: list[tuple[range, Found]] = []
        self.cell: Attributes | None = None
        self.covered = False

    def watch(self) -> Watch:
        """What to do at each element."""
        began = {
            SHEETS: self._spreadsheet, NULL_DATE: self._null_date, TABLE: self._table, COLUMN: self._column,
            ROW: self._row, CELL: self._cell, COVERED: self._covered,
            **self.styles.began(), **self.text.began(),
        }  # fmt: skip
        ended = {
            TABLE: self._table_ended, ROW: self._row_ended, CELL: self._cell_ended, COVERED: self._cell_ended,
            **self.styles.ended(), **self.text.ended(),
        }  # fmt: skip
        return Watch(began, ended, letters=self.text.add)

    def _spreadsheet(self, _attributes: Attributes) -> None:
        self.spreadsheet = True

    def _null_date(self, attributes: Attributes) -> None:
        self.from_1904 = attributes.get(f"{TABLES} date-value", "").startswith("1904-01-01")

    def _table(self, attributes: Attributes) -> None:
        self.depth += 1
        if self.depth > 1 or not self.spreadsheet:
            return
        name = attributes.get(f"{TABLES} name", "")
        if name.casefold() in self.names:
            raise self.package.refusal("duplicate_sheet", name)
        self.names.add(name.casefold())
        hidden = attributes.get(f"{TABLES} style-name", "") in self.styles.hidden_tables
        self.sheets.append(Gathered(name, hidden))
        self.column = self.row = 0
        self.defaults = []

    def _table_ended(self) -> None:
        self.depth -= 1

    @property
    def _inside(self) -> bool:
        """Whether this is a sheet of its own, and no table within a cell."""
        return self.depth == 1 and bool(self.sheets)

    def _column(self, attributes: Attributes) -> None:
        if not self._inside:
            return
        number = _times(attributes, "columns")
        span = range(self.column + 1, self.column + number + 1)
        self.column += number
        self.defaults.append((span, attributes.get(f"{TABLES} default-cell-style-name", "")))
        if attributes.get(VISIBILITY) in OUT_OF_SIGHT:
            self.sheets[-1].hidden_spans.add(span.start, span.stop - 1)

    def _row(self, attributes: Attributes) -> None:
        if not self._inside:
            return
        self.repeated = _times(attributes, "rows")
        visibility = attributes.get(VISIBILITY)
        self.unseen = visibility in OUT_OF_SIGHT
        self.of_row = attributes.get(f"{TABLES} default-cell-style-name", "")
        if visibility == "filter":
            self.sheets[-1].filtered = True
        self.column, self.cells = 0, []

    def _row_ended(self) -> None:
        if not self._inside:
            return
        first, self.row = self.row + 1, min(self.row + self.repeated, LAST_ROW)
        if not self.cells:
            return
        sheet = self.sheets[-1]
        self.tally.reach(sheet.name, (self.row, self.cells[-1][0][-1]))
        self.tally.room((self.row - first + 1) * sum(len(columns) for columns, _ in self.cells))
        for row in range(first, self.row + 1):
            if self.unseen:
                sheet.hidden_rows.add(row)
            for columns, found in self.cells:
                for column in columns:
                    self.tally.add(sheet, (row, column), found)

    def _covered(self, attributes: Attributes) -> None:
        self._cell(attributes)
        self.covered = True

    def _cell(self, attributes: Attributes) -> None:
        if self._inside:
            self.cell, self.covered = attributes, False
            self.text.start()

    def _cell_ended(self) -> None:
        if not self._inside or self.cell is None:
            return
        attributes, self.cell = self.cell, None
        number = _times(attributes, "columns")
        columns = range(self.column + 1, self.column + number + 1)
        self.column += number
        paragraphs, link = self.text.stop()
        if self.covered:  # by another that it is merged with
            return
        form = attributes.get(f"{TABLES} style-name") or self.of_row or self._default(columns[0])
        found = odcells.found(attributes, paragraphs, link, struck=form in self.styles.struck)
        if found is not None:
            self.cells.append((columns, found))

    def _default(self, column: int) -> str:
        return next((form for span, form in self.defaults if column in span), "")


def _times(attributes: Attributes, what: str) -> int:
    typed = attributes.get(f"{TABLES} number-{what}-repeated", "1")
    return int(typed[:7]) if typed.isascii() and typed.isdecimal() and int(typed[:7]) else 1
