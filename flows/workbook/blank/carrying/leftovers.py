"""The sheet that lists what was not carried over as it stood; its name begins with _, so it is never read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from openpyxl import Workbook

from flows.workbook.blank import heights, listing, look, page, welcome
from flows.workbook.blank.carrying.filling import REVIVED, escaped
from flows.workbook.blank.plan import plans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.blank.carrying.sorting import Typed
    from flows.workbook.blank.carrying.telling import Left

TITLE = {"en": "_Not placed", "fr": "_Non placé"}
HEADERS = {
    "en": (
        "Look",
        "Sheet in the old workbook",
        "Cells",
        "What stands there",
        "What became of it",
        "What to do",
    ),
    "fr": (
        "À voir",
        "Feuille de l’ancien classeur",
        "Cellules",
        "Ce qui s’y trouve",
        "Ce qu’il en est",
        "Que faire",
    ),
}
TOP = {
    "en": "What was not carried over as it stood. This sheet is never read: delete it when you are done.",
    "fr": "Ce qui n’a pas été repris tel quel. Cette feuille n’est jamais lue : supprimez-la quand vous "
    "avez fini.",
}
YES = {"en": "yes", "fr": "oui"}
WIDTHS = (8, 26, 12, 50, 52, 52)
"""Of its six columns, in characters."""

MOST = 6  # lines of a row


def draw(book: Workbook, told: Sequence[Left], language: str) -> None:
    """The list, right behind Read me: what somebody has to look at first."""
    sheet = book.create_sheet(TITLE[language], 1)
    sheet["A1"].value, sheet["A1"].font = TOP[language], look.HELP_FONT
    for number, (words, width) in enumerate(zip(HEADERS[language], WIDTHS, strict=True), start=1):
        cell = sheet.cell(2, number, words)
        cell.font, cell.fill, cell.alignment = look.STRONG_FONT, look.fill(look.UNLOCKS), look.HEADER
        sheet.column_dimensions[cell.column_letter].width = width
    in_order = sorted(told, key=lambda one: not one.eye)
    for row, one in enumerate(in_order, start=3):
        values = (YES[language] if one.eye else "", one.sheet, one.cells, one.found, one.why, one.fix)
        for number, words in enumerate(values, start=1):
            cell = sheet.cell(row, number, escaped(words) or None)
            cell.data_type = "s" if words else "n"
            cell.quotePrefix = words.startswith(REVIVED)
            cell.font, cell.alignment = look.TEXT_FONT, look.CELL
        sheet.row_dimensions[row].height = heights.row(zip(values, WIDTHS, strict=True), MOST)
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    sheet.sheet_properties.tabColor = "B3202A"
    sheet.auto_filter.ref = f"A2:F{len(told) + 2}"
    page.on_paper(sheet, language)


def generated(cells: Sequence[Typed]) -> bool:
    """Whether the tab holds nothing but what the software itself writes on Read me and the lists."""
    return all(cell.kind in ("formula", "number") or cell.text in _own_words() for cell in cells)


@cache
def _own_words() -> frozenset[str]:
    """Every text of a new workbook's own two sheets, in both languages."""
    words: set[str] = set()
    for language in ("en", "fr"):
        book, every = Workbook(), plans(language)
        for sheet in (listing.draw(book, every, portable=True), welcome.draw(book, every)):
            words |= {str(value) for row in sheet.iter_rows(values_only=True) for value in row if value}
    return frozenset(words)
