"""The sheet of lists: what may be chosen and what each value means, two columns a list (openpyxl's door)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.workbook.defined_name import DefinedName

from flows.workbook.blank import lists, look, page, titles
from flows.workbook.blank.plan import BAND_ROW, FIRST_ROW, HEADER_ROW
from flows.workbook.reading.places import letters, position
from flows.workbook.reading.reasons import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
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
WIDEST = 44
ACROSS = 6  # pages side by side on paper


def draw(book: Workbook, plans: Sequence[Plan], *, portable: bool) -> Worksheet:
    """The sheet, last in the workbook; and, unless it is to be portable, the names its lists go by."""
    language = plans[0].language
    sheet = book.create_sheet(titles.LISTED[language])
    sheet["A1"].value, sheet["A1"].font = titles.LISTED[language], look.TITLE_FONT
    said = SAID[language]
    sheet["C1"].value, sheet["C1"].font = (spaced(said) if language == "fr" else said), look.HELP_FONT
    sheet["A1"].alignment = sheet["C1"].alignment = look.ONE_LINE
    sheet.row_dimensions[1].height = 27
    for one in lists.listed(plans):
        _list(sheet, one, language)
    _targets(sheet, plans)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    longest = max(len(one.values) for one in lists.listed(plans))
    targets, _ = lists.target_rows(plans)
    sheet.print_area = f"A1:{letters(_number(targets) - 1)}{HEADER_ROW + longest}"
    page.on_paper(sheet, language, ACROSS)
    sheet.row_dimensions[BAND_ROW].height = 6
    sheet.protection.sheet = True
    if not portable:
        _name(book, plans)
    return sheet


def _list(sheet: Worksheet, one: Listed, language: str) -> None:
    beside = letters(_number(one.letter) + 1)
    sheet.column_dimensions[one.letter].width = max(map(len, (*one.values, one.title[:24]))) + 3
    sheet.column_dimensions[beside].width = min(WIDEST, max(map(len, one.means)) + 3) or 3
    _head(sheet, f"{one.letter}{HEADER_ROW}", one.title)
    _head(sheet, f"{beside}{HEADER_ROW}", "")
    for row, (value, means) in enumerate(zip(one.values, one.means, strict=True), start=FIRST_ROW):
        cell, said = sheet[f"{one.letter}{row}"], sheet[f"{beside}{row}"]
        cell.value, cell.font, cell.alignment = value, look.STRONG_FONT, look.CELL
        cell.data_type = "s"
        said.value = spaced(means) if language == "fr" else means
        said.font, said.alignment = look.TEXT_FONT, look.CELL


def _targets(sheet: Worksheet, plans: Sequence[Plan]) -> None:
    letter, rows = lists.target_rows(plans)
    sheet.column_dimensions[letter].width = 28
    _head(sheet, f"{letter}{HEADER_ROW}", TARGETS[plans[0].language])
    for row, value in enumerate(rows, start=FIRST_ROW):
        sheet[f"{letter}{row}"].value, sheet[f"{letter}{row}"].font = value, look.STRONG_FONT


def _head(sheet: Worksheet, place: str, words: str) -> None:
    cell = sheet[place]
    cell.value = words or None
    cell.font, cell.fill, cell.alignment = look.STRONG_FONT, look.fill(look.UNLOCKS), look.HEADER
    sheet.row_dimensions[HEADER_ROW].height = 34


def _name(book: Workbook, plans: Sequence[Plan]) -> None:
    for source in lists.sources(plans).values():
        book.defined_names[source.name] = DefinedName(source.name, attr_text=source.formula)
    by_list = {f"list_{one.name}": one.source.plain for one in lists.listed(plans)}
    for name, target in lists.dependent(plans).items():
        book.defined_names[name] = DefinedName(name, attr_text=by_list[target])


def _number(letter: str) -> int:
    """The number of the column of that letter."""
    return (position(f"{letter}1") or (1, 1))[1]
