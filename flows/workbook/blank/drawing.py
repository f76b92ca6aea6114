"""One sheet of the model drawn into a workbook: title, bands, headers, table, rules, colours."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo

from flows.workbook.blank import entries, heights, look, marks, page, prompts, ranges, titles
from flows.workbook.blank.plan import BAND_ROW, FIRST_ROW, HEADER_ROW
from flows.workbook.reading.reasons import spaced

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from flows.workbook.blank.entries import Offered
    from flows.workbook.blank.plan import Plan
    from flows.workbook.schema import Sheet

ROWS = 30  # of the table from the start; it grows as rows are typed below it
BANDS = {
    "en": {"required": "Required", "unlocks": "Each unlocks a part of the briefing", "optional": "Optional",
           "own": "Your own columns"},
    "fr": {"required": "Obligatoire", "unlocks": "Chacune débloque une partie de la note",
           "optional": "Facultatif", "own": "Vos propres colonnes"},
}  # fmt: skip
NEXT = {"en": "Next: ", "fr": spaced("Libre : ")}
NO_NEXT = "?"
_SHOWN = re.compile('(?:{0})(?:[A-Z][0-9]+|[?])|=IFERROR[(]"(?:{0})[A-Z]"&.*'.format("|".join(NEXT.values())))
TITLE_HEIGHT, BAND_HEIGHT = 27, 15
BOLD, AROUND = 1.2, 4  # how much wider bold letters are; points around a header


def draw(book: Workbook, plan: Plan, all_of: Offered, rows: int = 0) -> Worksheet:
    """The sheet, empty but for its headers; its table is long enough for so many rows."""
    sheet = book.create_sheet(plan.tab)
    page.set_up(sheet, plan)
    _columns(sheet, plan)
    _title(sheet, plan)
    _bands(sheet, plan)
    _headers(sheet, plan)
    _table(sheet, plan, max(ROWS, rows + 1))
    for rule in entries.validations(plan, all_of):
        sheet.add_data_validation(rule)
    for cells, mark in marks.rules(plan):
        sheet.conditional_formatting.add(cells, mark)
    return sheet


def next_id(plan: Plan) -> str:
    """The formula that shows the next free id: one more than the highest number on the sheet."""
    cells = plan.key.whole
    number = f'MID({cells},2,FIND(".",{cells}&"000.")-2)'
    plain = f'SUBSTITUTE(SUBSTITUTE({number},"-","")," ","")'
    highest = f'SUMPRODUCT(MAX(VALUE("0"&{plain})))'
    lead = NEXT[plan.language]
    shown = f'"{lead}{plan.sheet.prefix}"&TEXT({highest}+1,"000")'
    return f'=IFERROR({shown},"{lead}{NO_NEXT}")'


def ours(text: str, sheet: Sheet) -> bool:
    """Whether a text above the headers is one that the software writes there, in either language."""
    said = {each for language in BANDS for each in BANDS[language].values()}
    said |= {titles.tab(sheet, language) for language in BANDS}
    said |= {prompts.help_of(sheet, language) for language in BANDS}
    return text in said or bool(_SHOWN.fullmatch(text))


def _columns(sheet: Worksheet, plan: Plan) -> None:
    """How every cell of a column looks, also those nobody has typed in yet."""
    for slot in plan.slots:
        dimension = sheet.column_dimensions[slot.letter]
        dimension.font, dimension.alignment = look.TEXT_FONT, look.CELL
        dimension.border, dimension.number_format = look.CELL_BORDER, look.number_format(slot)


def _title(sheet: Worksheet, plan: Plan) -> None:
    for slot in plan.slots:
        sheet[f"{slot.letter}1"].alignment = look.ONE_LINE  # else the column's frame would show here
    sheet["A1"].value, sheet["A1"].font = plan.tab, look.TITLE_FONT
    beside = sheet[f"{plan.slots[page.kept(plan)].letter}1"]
    beside.value, beside.font = prompts.help_of(plan.sheet, plan.language), look.HELP_FONT
    sheet.row_dimensions[1].height = TITLE_HEIGHT
    back = f"{ranges.quoted(titles.READ_ME[plan.language])}!A1"
    sheet["A1"].hyperlink = Hyperlink(ref="A1", location=back)


def _bands(sheet: Worksheet, plan: Plan) -> None:
    """Over the headers, how much each run of columns is needed; over the ids, the next free one."""
    for slot in plan.slots:
        cell = sheet[f"{slot.letter}{BAND_ROW}"]
        cell.font, cell.alignment = look.BAND_FONT, look.ONE_LINE
    ids = bool(plan.sheet.prefix)
    shown = [slot for slot in plan.slots[ids:] if not slot.twin]
    for need, run in groupby(shown, look.group):
        sheet[f"{next(run).letter}{BAND_ROW}"].value = BANDS[plan.language][need]
    if ids:
        sheet[f"A{BAND_ROW}"].value = next_id(plan)
    sheet.row_dimensions[BAND_ROW].height = BAND_HEIGHT


def _headers(sheet: Worksheet, plan: Plan) -> None:
    for slot in plan.slots:
        cell = sheet[f"{slot.letter}{HEADER_ROW}"]
        cell.value, cell.data_type = slot.title, "s"
        cell.font, cell.fill = look.header_font(slot), look.header_fill(slot)
        cell.alignment, cell.border = look.HEADER, look.CELL_BORDER
    shown = [(slot.title, (look.width(slot) - look.BUTTON) / BOLD) for slot in plan.slots]
    sheet.row_dimensions[HEADER_ROW].height = heights.row(shown) + AROUND


def _table(sheet: Worksheet, plan: Plan, rows: int) -> None:
    table = Table(
        displayName=titles.table(plan.sheet), ref=f"A{HEADER_ROW}:{plan.last.letter}{FIRST_ROW + rows - 1}"
    )
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
