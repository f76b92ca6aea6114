"""How a sheet lies on screen and paper: panes, widths, tab colour, landscape, headers on each page."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from openpyxl.worksheet.properties import PageSetupProperties

from flows.workbook.blank import look
from flows.workbook.blank.plan import FIRST_ROW, HEADER_ROW
from flows.workbook.schema import REQUIRED_SHEETS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from flows.workbook.blank.plan import Plan

A4 = 9
READABLE = 210
"""Characters across a page in landscape that can still be read: a wider sheet takes more pages."""

TAB_COLOURS = {"required": look.REQUIRED, "optional": "8FA8C2", "apart": "B9A56B", "read": "4F7A5B"}
FOOT = {"en": "Page &P of &N", "fr": "Page &P sur &N"}
APART = ("recipients", "settings")


def set_up(sheet: Worksheet, plan: Plan) -> None:
    """Settle widths, panes and printing of a sheet of the model."""
    for slot in plan.slots:
        sheet.column_dimensions[slot.letter].width = look.width(slot)
    sheet.freeze_panes = f"{plan.slots[kept(plan)].letter}{FIRST_ROW}"
    _begin(sheet, f"A{FIRST_ROW}")
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    across = ceil(sum(map(look.width, plan.slots)) / READABLE)
    if across > 1:
        sheet.print_title_cols = f"A:{plan.slots[kept(plan) - 1].letter}"
    apart = "apart" if plan.sheet.name in APART else "optional"
    sheet.sheet_properties.tabColor = TAB_COLOURS["required" if plan.sheet.name in REQUIRED_SHEETS else apart]
    on_paper(sheet, plan.language, across)


def _begin(sheet: Worksheet, place: str) -> None:
    """Have the sheet open with that cell chosen, so that its prompt is the first thing read."""
    sheet.sheet_view.pane.activePane = "bottomLeft"
    for selection in sheet.sheet_view.selection:
        if selection.pane == "bottomLeft":
            selection.activeCell = selection.sqref = place


def kept(plan: Plan) -> int:
    """How many columns stay in view as the sheet moves sideways: what names a row, and whose row it is."""
    second = plan.slots[1].column
    named = second is not None and second.kind == "organisation" and plan.key.name != "name"
    return 2 if named else 1


def on_paper(sheet: Worksheet, language: str, across: int = 1) -> None:
    """Landscape, fitted to its width, with the tab's name and the page's number at the foot; no grid."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.7
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", FOOT[language]
