"""Colours, type, borders and widths of an empty workbook, named for their use (openpyxl's door)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

if TYPE_CHECKING:
    from flows.workbook.blank.plan import Slot

INK, PAPER, FAINT = "1F2933", "FFFFFF", "5B6770"
REQUIRED, UNLOCKS, OPTIONAL, OWN = "1F3A5F", "CFDDEC", "E9EDF1", "F6F1E4"
LINE = "D5DADF"
MISSING, SOON, OVER, TWICE = "FFF4C2", "FFE0B2", "F8D7DA", "F8D7DA"
MISSING_EDGE, SOON_INK, OVER_INK, RETIRED_INK = "8A6D00", "7A4100", "8E1B26", "6B7580"
FACE = "Calibri"

NUMBER_FORMATS = {"day": "yyyy-mm-dd", "count": "0"}
TYPED_AS_TEXT = "@"  # so that "- a dash", "1/2" and "=" stay what was typed
PLAIN = ("amount",)  # sums: a number there is a number

WIDTHS = {
    "id": 11, "ids": 15, "name": 28, "names": 26, "organisation": 24, "organisations": 26, "day": 15,
    "duration": 14, "choice": 18, "choices": 20, "prose": 40, "words": 20, "exceptions": 32, "sources": 30,
    "language": 11, "count": 11, "yes_no": 11, "address": 32,
}  # fmt: skip
WIDE = {"quote": 40, "translation": 40, "notes": 30, "retired": 24, "value": 60, "archive": 28, "title": 36}
BUTTON = 4  # characters that a header's filter button hides

THIN = Side(style="thin", color=LINE)
CELL_BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CELL = Alignment(horizontal="left", vertical="top", wrap_text=True)
INDENTED = Alignment(vertical="top", wrap_text=True, indent=1)
HEADER = Alignment(vertical="center", wrap_text=True)
ONE_LINE = Alignment(vertical="center")

TITLE_FONT = Font(name=FACE, size=16, bold=True, color=REQUIRED)
HELP_FONT = Font(name=FACE, size=11, italic=True, color=FAINT)
TEXT_FONT = Font(name=FACE, size=11, color=INK)
STRONG_FONT = Font(name=FACE, size=11, bold=True, color=INK)
HEAD_FONT = Font(name=FACE, size=13, bold=True, color=REQUIRED)
LINK_FONT = Font(name=FACE, size=11, color="1F5FA8", underline="single")
STRUCK_FONT = Font(name=FACE, size=11, color=INK, strike=True)
BAND_FONT = Font(name=FACE, size=9, bold=True, color=FAINT)


def fill(colour: str) -> PatternFill:
    """One plain colour behind a cell."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def group(slot: Slot) -> str:
    """How much a column is needed, as its header shows it: required, unlocks, optional or own."""
    if slot.column is None:
        return "own"
    if slot.required:
        return "required"
    return "optional" if slot.column.need == "optional" else "unlocks"


def header_font(slot: Slot) -> Font:
    """White and bold where it is required; a twin's in italics."""
    required = group(slot) == "required"
    return Font(name=FACE, size=11, bold=True, italic=slot.twin, color=PAPER if required else INK)


def header_fill(slot: Slot) -> PatternFill:
    """Dark where it is required, paler the less it is needed."""
    colours = {"required": REQUIRED, "unlocks": UNLOCKS, "optional": OPTIONAL, "own": OWN}
    return fill(colours[group(slot)])


def width(slot: Slot) -> float:
    """Characters the column is wide: what its kind wants, at least its header's longest word."""
    longest = max(map(len, slot.title.split())) + BUTTON
    if slot.column is None:
        return max(24, longest)
    return max(WIDE.get(slot.column.name, WIDTHS.get(slot.column.kind, WIDTHS["words"])), longest)


def number_format(slot: Slot) -> str:
    """How a value of the column is shown."""
    if slot.column is None or slot.name in PLAIN:
        return "General"
    return NUMBER_FORMATS.get(slot.column.kind, TYPED_AS_TEXT)


def marked(ink: str | None, behind: str, *, bold: bool = False, italic: bool = False) -> DifferentialStyle:
    """What a conditional format lays over a cell: colour, letters and a border, so that none speaks alone."""
    edge = Side(style="thin", color=ink or MISSING_EDGE)
    return DifferentialStyle(
        font=Font(bold=bold or None, italic=italic or None, color=ink) if ink else None,
        fill=PatternFill(bgColor=behind, fill_type="solid"),
        border=Border(left=edge, right=edge, top=edge, bottom=edge),
    )


def faded() -> DifferentialStyle:
    """The letters of a row that is withdrawn: grey and slanted."""
    return DifferentialStyle(font=Font(italic=True, color=RETIRED_INK))
