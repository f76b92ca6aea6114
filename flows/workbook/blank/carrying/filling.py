"""Old cells written into the new workbook exactly as they were typed (openpyxl's door)."""

from __future__ import annotations

import re
from copy import copy
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from flows.workbook.blank import heights, look
from flows.workbook.blank.carrying.sorting import NOT_CARRIED
from flows.workbook.text import CONTROLS, NONCHARACTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from flows.workbook.blank.carrying.sorting import Line, Sorted, Typed
    from flows.workbook.blank.plan import Plan, Slot

ESCAPED_ALREADY = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
NOT_IN_A_FILE = re.compile(f"[{CONTROLS}{NONCHARACTERS}\r]")
REVIVED = ("=", "+", "-", "@")  # what Excel takes for a formula's beginning once the cell is edited
MOST_DIGITS = 15  # that Excel keeps of a number
PLAINEST = 10**MOST_DIGITS
FOUR_DIGITS = 0xFFFF  # the highest letter that _xFFFF_ can spell


class Looks:
    """How a cell of each column looks: made once, laid over many."""

    def __init__(self) -> None:
        """Begin without any."""
        self.known: dict[tuple[str, bool], Any] = {}

    def over(self, cell: Cell, number_format: str, *, struck: bool) -> None:
        """Make the cell look so."""
        wanted = (number_format, struck)
        if wanted not in self.known:
            cell.font = look.STRUCK_FONT if struck else look.TEXT_FONT
            cell.alignment, cell.border, cell.number_format = look.CELL, look.CELL_BORDER, number_format
            self.known[wanted] = cell._style  # noqa: SLF001 - the one way to lay a whole look over a cell at once
        cell._style = copy(self.known[wanted])  # noqa: SLF001 - as above


def fill(sheet: Worksheet, plan: Plan, seen: Sorted, to: Mapping[int, int], ids: Mapping[int, str]) -> None:
    """Write the rows, and hide what was hidden. Blank cells look as their column does."""
    looks = Looks()
    for line in seen.lines:
        if line.to in ids:
            cell = sheet.cell(line.to, plan.key.number)
            cell.value = ids[line.to]
            looks.over(cell, look.number_format(plan.key), struck=False)
        for typed in line.cells:
            if typed.kind not in NOT_CARRIED:
                number = to[typed.column]
                put(sheet.cell(line.to, number), typed, plan.slots[number - 1], line, looks)
        told = ((typed.text, look.width(plan.slots[to[typed.column] - 1])) for typed in line.cells)
        sheet.row_dimensions[line.to].height = heights.row(told)
        sheet.row_dimensions[line.to].hidden = line.hidden or line.filtered
    for old in seen.hidden_columns:
        sheet.column_dimensions[plan.slots[to[old] - 1].letter].hidden = True


def put(cell: Cell, typed: Typed, slot: Slot, line: Line, looks: Looks) -> None:
    """Write one value as it was typed: a text as text, a real date as one."""
    value, number_format = _value(typed, slot, whole=line.struck)
    cell.value = value
    looks.over(cell, number_format, struck=typed.struck == "all" or (line.struck and typed.struck == "part"))
    if isinstance(value, str):
        cell.data_type = "s"  # else a text that begins with = would become a formula
        if value.startswith(REVIVED):
            cell.quotePrefix = True  # and would, once somebody edits it
    if typed.link:
        _link(cell, typed.link)


def escaped(text: str) -> str:
    """The text as a workbook's file holds it: what XML cannot say is written as Excel writes it, _x0007_."""
    plain = ESCAPED_ALREADY.sub("_x005F_", text)
    return NOT_IN_A_FILE.sub(
        lambda found: f"_x{ord(found[0]):04X}_" if ord(found[0]) <= FOUR_DIGITS else "\ufffd", plain
    )


def _value(typed: Typed, slot: Slot, *, whole: bool) -> tuple[object, str]:
    """The value, and how it is to be shown; of one struck in part what was left standing, unless whole."""
    if typed.kind == "date" and typed.day is not None:
        clock = typed.text.partition(" ")[2]
        if clock:
            return datetime.combine(typed.day, time.fromisoformat(clock)), "yyyy-mm-dd hh:mm:ss"
        return typed.day, "yyyy-mm-dd"
    if typed.kind == "number" and typed.number is not None:
        plain = typed.number.is_integer() and abs(typed.number) < PLAINEST
        return int(typed.number) if plain else typed.number, "General"
    if typed.kind == "boolean":
        return typed.text == "TRUE", "General"
    words = typed.text if whole or typed.struck != "part" else typed.live or ""
    return escaped(words), look.number_format(slot)


def _link(cell: Cell, target: str) -> None:
    """Keep the address behind the words; a place inside the old workbook leads nowhere in the new one."""
    if target.startswith("#"):
        return
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=escaped(target))
    shown = cell.font
    cell.font = Font(
        name=shown.name, size=shown.sz, strike=shown.strike, color=look.LINK_FONT.color, underline="single"
    )
