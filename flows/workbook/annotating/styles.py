"""What the marks look like, put behind the looks that the workbook has already: none of those changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.annotating.document import child
from flows.workbook.annotating.escaping import attribute
from flows.workbook.reading.xmlscan import MAIN

if TYPE_CHECKING:
    from flows.workbook.annotating.document import Document
    from flows.workbook.annotating.elements import Element
    from flows.workbook.problems import Severity

ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
)
EMPTY = f'<styleSheet xmlns="{MAIN}"/>'.encode()
# What has to stand first where the workbook has none of its own.
FIRST = {
    "fonts": '<{p}font><{p}sz val="11"/><{p}name val="Calibri"/><{p}family val="2"/></{p}font>',
    "fills": '<{p}fill><{p}patternFill patternType="none"/></{p}fill>'
    '<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>',
    "borders": "<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>",
    "cellStyleXfs": '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}
FONT = '<{p}font>{look}<{p}sz val="{size}"/>{colour}<{p}name val="{face}"/></{p}font>'
FILL = (
    '<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{rgb}"/><{p}bgColor indexed="64"/>'
    "</{p}patternFill></{p}fill>"
)
BORDER = (
    "<{p}border><{p}left/><{p}right/><{p}top/>"
    '<{p}bottom style="{style}"><{p}color rgb="{rgb}"/></{p}bottom><{p}diagonal/></{p}border>'
)
FILLS = ("FFE7E6E6", "FFFFD9D9", "FFFFF2CC")  # headers, errors, warnings
BORDERS = (("thin", "FFD9D9D9"), ("medium", "FF404040"))
# Fonts: 0 bold, 1 title, 2 link, 3 small; fills and borders as above.
LINE = 'vertical="center"'
WRAPPED = 'horizontal="left" vertical="top" wrapText="1" indent="1"'
LOOKS = {
    "title": (1, None, None, LINE),
    "small": (3, None, None, LINE),
    "header": (0, 0, 1, 'horizontal="left" vertical="center" wrapText="1" indent="1"'),
    "number": (None, None, 0, 'horizontal="center" vertical="top"'),
    "text": (None, None, 0, WRAPPED),
    "link": (2, None, 0, WRAPPED),
    "error": (0, 1, 0, WRAPPED),
    "warning": (None, 2, 0, WRAPPED),
}
# Errors bold in an unbroken frame, warnings in a dashed one: told apart without colours too.
MARKS: dict[Severity, tuple[str, str, str, str, str]] = {
    "error": ("<{p}b/>", "FF7A0010", "FFFFD9D9", "thin", "FFB00020"),
    "warning": ("", "FF5C4400", "FFFFF2CC", "dashed", "FF8A6D00"),
}
MARK = (
    '<{p}dxf><{p}font>{look}<{p}color rgb="{ink}"/></{p}font><{p}fill><{p}patternFill patternType="solid">'
    '<{p}fgColor rgb="{paper}"/><{p}bgColor rgb="{paper}"/></{p}patternFill></{p}fill>'
    "<{p}border>{sides}</{p}border></{p}dxf>"
)
SIDE = '<{p}{side} style="{style}"><{p}color rgb="{frame}"/></{p}{side}>'
SPOKEN_OF = re.compile(rb"\ss=[\"']([0-9]{1,5})[\"']")
ADDED = {"fonts": 4, "fills": len(FILLS), "borders": len(BORDERS), "cellXfs": len(LOOKS), "dxfs": len(MARKS)}
"""How many are put behind those of the workbook, by kind."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The numbers under which the workbook now has ours: of cells in our sheet, and of marks elsewhere."""

    cells: dict[str, int]
    marks: dict[Severity, int]


def add(document: Document, spoken_of: int = 0) -> Looks:
    """Put ours behind those of the workbook.

    `spoken_of` is the highest number that cells speak of where there are none yet: those are all plain.
    """
    p = document.root.prefix
    fonts = _extend(document, "fonts", _fonts(document.root, p))
    fills = _extend(document, "fills", [FILL.format(p=p, rgb=rgb) for rgb in FILLS])
    borders = _extend(document, "borders", [BORDER.format(p=p, style=s, rgb=c) for s, c in BORDERS])
    if child(document.root, "cellStyleXfs") is None:
        _extend(document, "cellStyleXfs", [])
    plain = [FIRST["cellXfs"].format(p=p)] * spoken_of
    own = [_cell(p, each, (fonts, fills, borders)) for each in LOOKS.values()]
    cells = _extend(document, "cellXfs", [*plain, *own]) + spoken_of
    marks = _extend(document, "dxfs", [_mark(p, *each) for each in MARKS.values()])
    return Looks(
        {name: cells + place for place, name in enumerate(LOOKS)},
        {name: marks + place for place, name in enumerate(MARKS)},
    )


def highest(sheet: bytes) -> int:
    """The highest number of a look that the cells of a sheet speak of."""
    return max((int(number) for number in SPOKEN_OF.findall(sheet)), default=0)


def remove(document: Document) -> None:
    """Take ours away from behind those of the workbook, where nothing has been put behind them since."""
    for kind, many in ADDED.items():
        holder = child(document.root, kind)
        if holder is not None and len(holder.children) >= many:
            for each in holder.children[-many:]:
                document.cut(each)
            document.put(holder, "count", len(holder.children) - many)


def _extend(document: Document, kind: str, new: list[str]) -> int:
    """The number of the first of the new ones."""
    p, holder = document.root.prefix, child(document.root, kind)
    if holder is None:
        first = FIRST.get(kind, "").format(p=p)
        before = first.count(f"<{p}{_one(kind)}>") + first.count(f"<{p}{_one(kind)} ")
        count = before + len(new)
        document.beside(ORDER, kind, f'<{p}{kind} count="{count}">{first}{"".join(new)}</{p}{kind}>')
        return before
    before = len(holder.children)
    document.append(holder, "".join(new))
    document.put(holder, "count", before + len(new))
    return before


def _one(kind: str) -> str:
    return "xf" if kind.endswith("Xfs") else kind.removesuffix("s")


def _fonts(root: Element, p: str) -> list[str]:
    """Our fonts, in the face and the size that the workbook is written in."""
    holder = child(root, "fonts")
    usual = holder.children[0] if holder and holder.children else None
    face, size = _value(usual, "name", "Calibri"), float(_value(usual, "sz", "11"))
    wanted = (
        ("<{p}b/>", 0.0, ""),
        ("<{p}b/>", 5.0, ""),
        ("<{p}u/>", 0.0, "FF0563C1"),
        ("", -1.0, "FF404040"),
    )
    return [
        FONT.format(
            p=p, look=look.format(p=p), size=f"{size + more:g}", face=attribute(face),
            colour=f'<{p}color rgb="{rgb}"/>' if rgb else "",
        )
        for look, more, rgb in wanted
    ]  # fmt: skip


def _value(font: Element | None, local: str, otherwise: str) -> str:
    found = child(font, local) if font else None
    return found.attributes.get("val", otherwise) if found else otherwise


def _cell(p: str, look: tuple[int | None, int | None, int | None, str], first: tuple[int, int, int]) -> str:
    names = zip(("fontId", "fillId", "borderId"), look[:3], first, strict=True)
    ids = " ".join(f'{name}="{0 if own is None else begin + own}"' for name, own, begin in names)
    applied = 'quotePrefix="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
    return f'<{p}xf numFmtId="0" {ids} xfId="0" {applied}><{p}alignment {look[3]}/></{p}xf>'


def _mark(p: str, look: str, ink: str, paper: str, style: str, frame: str) -> str:  # noqa: PLR0913, PLR0917 - one line of MARKS
    sides = "".join(
        SIDE.format(p=p, side=side, style=style, frame=frame) for side in ("left", "right", "top", "bottom")
    )
    return MARK.format(p=p, look=look.format(p=p), ink=ink, paper=paper, sides=sides)
