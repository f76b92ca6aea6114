"""The sheet of lists: what may be chosen and what each value means, list by list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.workbook.defined_name import DefinedName

from flows.workbook.blank import heights, lists, look, page, prompts, titles
from flows.workbook.blank.plan import FIRST_ROW, HEADER_ROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

    from flows.workbook.blank.lists import Listed
    from flows.workbook.blank.plan import Plan

SAID = {
    "en": "What each drop-down offers, and what it means. Written by the software: what you change here is "
    "not read.",
    "fr": "Ce que propose chaque liste déroulante, et ce que cela veut dire. Écrit par le logiciel : ce "
    "que vous "
    "changez ici n’est pas lu.",
}
TARGETS = {"en": "Targets of demands", "fr": "Destinataires des demandes"}
WIDTHS = {lists.VALUES: 34, lists.MEANINGS: 92, "C": 4, lists.TARGETS_IN: 30}
TALL = 27  # the title's row, in points


def draw(book: Workbook, plans: Sequence[Plan], *, portable: bool) -> Worksheet:
    """The sheet, last in the workbook; and, unless it is to be portable, the names its lists go by."""
    language, every = plans[0].language, lists.listed(plans)
    sheet = book.create_sheet(titles.LISTED[language])
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    _put(sheet, f"{lists.VALUES}1", titles.LISTED[language], look.TITLE_FONT)
    _put(sheet, f"{lists.MEANINGS}1", prompts.printed(SAID[language], language), look.HELP_FONT)
    sheet.row_dimensions[1].height = TALL
    for one in every:
        _list(sheet, one, language)
    _targets(sheet, plans)
    page.on_paper(sheet, language)
    sheet.page_setup.orientation = "portrait"
    sheet.print_area = f"{lists.VALUES}1:{lists.MEANINGS}{every[-1].row + len(every[-1].values)}"
    sheet["A1"].alignment = sheet[f"{lists.MEANINGS}1"].alignment = look.ONE_LINE
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = page.TAB_COLOURS["read"]
    sheet.protection.sheet = True
    if not portable:
        _name(book, plans)
    return sheet


def _list(sheet: Worksheet, one: Listed, language: str) -> None:
    _head(sheet, f"{lists.VALUES}{one.row}", one.title)
    _head(sheet, f"{lists.MEANINGS}{one.row}", "")
    for row, (value, means) in enumerate(zip(one.values, one.means, strict=True), start=one.row + 1):
        said = prompts.printed(means, language)
        _put(sheet, f"{lists.VALUES}{row}", value, look.STRONG_FONT)
        _put(sheet, f"{lists.MEANINGS}{row}", said, look.TEXT_FONT)
        sheet.row_dimensions[row].height = heights.row([(said, WIDTHS[lists.MEANINGS])])


def _targets(sheet: Worksheet, plans: Sequence[Plan]) -> None:
    _head(sheet, f"{lists.TARGETS_IN}{HEADER_ROW}", TARGETS[plans[0].language])
    for row, value in enumerate(lists.target_rows(plans), start=FIRST_ROW):
        cell = sheet[f"{lists.TARGETS_IN}{row}"]
        cell.value, cell.font, cell.alignment = value, look.TEXT_FONT, look.INDENTED


def _put(sheet: Worksheet, place: str, words: str, font: Font) -> None:
    cell = sheet[place]
    cell.value, cell.font, cell.alignment = words or None, font, look.INDENTED
    cell.data_type = "s" if words else "n"


def _head(sheet: Worksheet, place: str, words: str) -> None:
    _put(sheet, place, words, look.STRONG_FONT)
    sheet[place].fill = look.fill(look.UNLOCKS)


def _name(book: Workbook, plans: Sequence[Plan]) -> None:
    for source in lists.sources(plans).values():
        book.defined_names[source.name] = DefinedName(source.name, attr_text=source.formula)
    by_list = {f"list_{one.name}": one.source.plain for one in lists.listed(plans)}
    for name, target in lists.dependent(plans).items():
        book.defined_names[name] = DefinedName(name, attr_text=by_list[target])
