"""The sheet Read me: what to do, where each sheet is, the rule of dates, colours, a worked example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Border, Font
from openpyxl.worksheet.hyperlink import Hyperlink

from flows.workbook.blank import heights, look, marks, page, prompts, ranges, titles, welcome_en, welcome_fr
from flows.workbook.blank.example import example
from flows.workbook.reading.reasons import spaced
from flows.workbook.schema import REQUIRED_SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.worksheet.worksheet import Worksheet

    from flows.workbook.blank.plan import Plan

MARGIN, NAME, BODY = 3, 26, 38
COLUMNS = {"A": MARGIN, "B": NAME, "C": BODY, "D": BODY, "E": MARGIN}
WHOLE, BESIDE = NAME + 2 * BODY, 2 * BODY
TALL = 1.8  # points of height for each of a letter's size
LOOKS = {
    "missing": marks.MISSING_LOOK,
    "soon": marks.SOON_LOOK,
    "over": marks.OVER_LOOK,
    "twice": marks.TWICE_LOOK,
    "retired": marks.RETIRED_LOOK,
}


class Writer:
    """Writes the sheet from the top down, line by line."""

    def __init__(self, sheet: Worksheet, language: str) -> None:
        """Begin in the first row."""
        self.sheet = sheet
        self.language = language
        self.row = 0

    def line(
        self, left: str, right: str | None = None, font: Font = look.TEXT_FONT, first: Font | None = None
    ) -> None:
        """One line: words across the whole width, or a name and what is said of it."""
        self.row += 1
        self._cell("B", left, first or font)
        if right is None:
            self.sheet.merge_cells(f"B{self.row}:D{self.row}")
        else:
            self._cell("C", right, font)
            self.sheet.merge_cells(f"C{self.row}:D{self.row}")
        told = [(left, WHOLE if right is None else NAME), (right or "", BESIDE)]
        self.sheet.row_dimensions[self.row].height = max(heights.row(told), (font.sz or 11) * TALL)

    def head(self, words: str) -> None:
        """A heading, with room above it."""
        self.row += 1
        self.sheet.row_dimensions[self.row].height = 10
        self.line(words, font=look.HEAD_FONT)

    def sample(self, words: str, shown: DifferentialStyle, said: str) -> None:
        """A cell as a conditional format shows it, with what that says."""
        self.line(words, said)
        cell = self.sheet[f"B{self.row}"]
        if shown.fill:
            cell.fill = look.fill(shown.fill.bgColor.rgb[2:])
        if shown.border:
            cell.border = Border(
                **{side: getattr(shown.border, side) for side in ("left", "right", "top", "bottom")}
            )
        if shown.font:
            cell.font = Font(name=look.FACE, size=11, b=shown.font.b, i=shown.font.i, color=shown.font.color)

    def link(self, tab: str, said: str) -> None:
        """A tab's name that leads to it."""
        self.line(tab, said, first=look.LINK_FONT)
        place = f"B{self.row}"
        self.sheet[place].hyperlink = Hyperlink(ref=place, location=f"{ranges.quoted(tab)}!A1")

    def table(self, top: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A small table of three columns."""
        for number, words in enumerate((top, *rows)):
            self.row += 1
            for letter, text in zip("BCD", words, strict=False):
                strong = not number or letter == "B"
                self._cell(letter, text, look.STRONG_FONT if strong else look.TEXT_FONT)
                self.sheet[f"{letter}{self.row}"].border = look.CELL_BORDER
                if not number:
                    self.sheet[f"{letter}{self.row}"].fill = look.fill(look.UNLOCKS)
            told = ((text, BODY if at else NAME) for at, text in enumerate(words))
            self.sheet.row_dimensions[self.row].height = heights.row(told)

    def _cell(self, letter: str, words: str, font: Font) -> None:
        cell = self.sheet[f"{letter}{self.row}"]
        cell.value = spaced(words) if self.language == "fr" else words
        cell.data_type = "s"
        cell.quotePrefix = words.startswith("'")
        cell.font, cell.alignment = font, look.INDENTED


def draw(book: Workbook, plans: Sequence[Plan]) -> Worksheet:
    """The sheet, first in the workbook; locked, without a password, so that nobody types here by mistake."""
    language = plans[0].language
    said = welcome_fr if language == "fr" else welcome_en
    sheet = book.create_sheet(titles.READ_ME[language], 0)
    for letter, width in COLUMNS.items():
        sheet.column_dimensions[letter].width = width
    writer = Writer(sheet, language)
    writer.line(said.TITLE, font=look.TITLE_FONT)
    writer.line(said.LEAD)
    _steps(writer, said.STEPS)
    _sheets(writer, plans, said.SHEETS, said.LISTS, said.REQUIRED)
    _dates(writer, said.DATES)
    _rules(writer, said.RULES)
    _colours(writer, said.COLOURS)
    _example(writer, plans, said.EXAMPLE)
    writer.head("")
    version = said.VERSION.format(version=titles.VERSION, fingerprint=titles.fingerprint())
    writer.line(version, font=look.HELP_FONT)
    page.on_paper(sheet, language)
    sheet.page_setup.orientation = "portrait"
    sheet.sheet_properties.tabColor = page.TAB_COLOURS["read"]
    sheet.protection.sheet = True
    return sheet


def _steps(writer: Writer, said: tuple[str, tuple[str, ...]]) -> None:
    writer.head(said[0])
    for number, step in enumerate(said[1], start=1):
        writer.line(f"{number}.  {step}")


def _sheets(writer: Writer, plans: Sequence[Plan], said: tuple[str, str], lists: str, required: str) -> None:
    writer.head(said[0])
    writer.line(said[1])
    for plan in plans:
        words = prompts.help_of(plan.sheet, plan.language)
        writer.link(plan.tab, f"{required} {words}" if plan.sheet.name in REQUIRED_SHEETS else words)
    writer.link(titles.LISTED[plans[0].language], lists)


def _dates(writer: Writer, said: tuple[str, str, tuple[tuple[str, str], ...]]) -> None:
    writer.head(said[0])
    writer.line(said[1])
    for typed, means in said[2]:
        writer.line(typed, means, first=look.STRONG_FONT)


def _rules(writer: Writer, said: tuple[str, tuple[tuple[str, str], ...]]) -> None:
    writer.head(said[0])
    for name, words in said[1]:
        writer.line(name, words, first=look.STRONG_FONT)


def _colours(writer: Writer, said: tuple[str, tuple[tuple[str, str, str], ...]]) -> None:
    writer.head(said[0])
    for kind, shown, words in said[1]:
        writer.sample(shown, LOOKS[kind], words)


def _example(writer: Writer, plans: Sequence[Plan], said: tuple[str, str]) -> None:
    writer.head(said[0])
    writer.line(said[1])
    for plan in plans:
        rows = example(plan.language).get(plan.sheet.name, ())
        names = [slot for slot in plan.slots if any(slot.name in row for row in rows)]
        if rows:
            top = (plan.tab, *("" for _ in rows))
            writer.table(top, ((slot.title, *(row.get(slot.name, "") for row in rows)) for slot in names))
