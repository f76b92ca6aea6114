"""The boxes notes are shown in, as Excel keeps them: one shape each in the sheet's old kind of drawing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.reading.places import LAST_COLUMN, LAST_ROW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flows.workbook.annotating.ground import Ground
    from flows.workbook.annotating.notes import Note
    from flows.workbook.reading.places import Place

NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
KIND = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"{spaces}>'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
LAYOUT = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{data}"/></o:shapelayout>'
SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202"{spaces} style="position:absolute;'
    "margin-left:59.25pt;margin-top:1.5pt;width:{wide}pt;height:{tall}pt;z-index:{number};"
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
OF_A_CLUSTER = 1024  # shapes that share one number of the drawing's map
GAP, ABOVE = 15, 10  # pixels between the cell and its box
FARTHEST = 300  # columns or rows that a box spans, many of them hidden
POINT = 0.75  # of a pixel
A_SHAPE = re.compile(rb"<v:shape\s.*?</v:shape>", re.DOTALL)
ANY_SHAPE = re.compile(rb"<v:(?:shape|group|rect|oval|line|roundrect|image|polyline|arc|curve)[\s>]")
ITS_NUMBER = re.compile(rb"_x0000_s([0-9]+)")
MAP = re.compile(rb"<o:idmap\b[^>]*?\bdata\s*=\s*[\"']([0-9, ]*)[\"']")
ROW, COLUMN = (re.compile(rb"<x:%s>\s*([0-9]+)\s*</x:%s>" % (name, name)) for name in (b"Row", b"Column"))
LAST_TAG = re.compile(rb"</(?:\w+:)?xml\s*>\s*$")
FIRST_TAG = re.compile(rb"<(?:\w+:)?xml\b[^>]*>")


def drawn(notes: Iterable[Note], ground: Ground, cluster: int) -> bytes:
    """A whole drawing of the notes' boxes; `cluster` is a number no other drawing of the workbook has."""
    shapes = [
        shape(note, ground, cluster * OF_A_CLUSTER + number, "") for number, note in enumerate(notes, start=1)
    ]
    data = ",".join(str(cluster + each) for each in range(1 + len(shapes) // OF_A_CLUSTER))
    spaces = "".join(f' xmlns:{short}="{space}"' for short, space in NAMESPACES.items())
    return "".join(
        (f"<xml{spaces}>", LAYOUT.format(data=data), KIND.format(spaces=""), *shapes, "</xml>")
    ).encode()


def added(drawing: bytes, notes: Iterable[Note], ground: Ground, cluster: int) -> bytes | None:
    """The drawing with the notes' boxes put in last; None where it is none that can be added to."""
    last, first = LAST_TAG.search(drawing), FIRST_TAG.search(drawing)
    if last is None or first is None:
        return None
    spaces = "".join(
        f' xmlns:{short}="{space}"'
        for short, space in NAMESPACES.items()
        if f'xmlns:{short}="{space}"'.encode() not in first[0]
    )
    kind = b"" if b'id="_x0000_t202"' in drawing else KIND.format(spaces=spaces).encode()
    taken = [int(number) for number in ITS_NUMBER.findall(drawing)]
    start = cluster * OF_A_CLUSTER if not taken else max(taken)
    shapes = [shape(note, ground, start + n, spaces).encode() for n, note in enumerate(notes, start=1)]
    new = drawing[: last.start()] + kind + b"".join(shapes) + drawing[last.start() :]
    return _mapped(new, (start + 1) // OF_A_CLUSTER, (start + len(shapes)) // OF_A_CLUSTER)


def _mapped(drawing: bytes, first: int, last: int) -> bytes:
    """The drawing whose map names the numbers its shapes now have."""
    found = MAP.search(drawing)
    if found is None:
        return drawing
    there = {int(each) for each in found[1].replace(b" ", b"").split(b",") if each}
    missing = [str(each) for each in range(first, last + 1) if each not in there]
    more = "".join(f",{each}" for each in missing).encode()
    return drawing[: found.end(1)] + (more if there else more[1:]) + drawing[found.end(1) :]


def clusters(drawing: bytes) -> set[int]:
    """The numbers under which the drawing's shapes run."""
    named = (each for found in MAP.findall(drawing) for each in found.replace(b" ", b"").split(b",") if each)
    return {*map(int, named), *(int(number) // OF_A_CLUSTER for number in ITS_NUMBER.findall(drawing))}


def without(drawing: bytes, places: Iterable[Place]) -> bytes | None:
    """The drawing without the boxes of the notes in those cells; None where nothing is left in it."""
    gone = set(places)

    def left(found: re.Match[bytes]) -> bytes:
        row, column = ROW.search(found[0]), COLUMN.search(found[0])
        if b'ObjectType="Note"' not in found[0] or not row or not column:
            return found[0]
        return b"" if (int(row[1]) + 1, int(column[1]) + 1) in gone else found[0]

    kept = A_SHAPE.sub(left, drawing)
    return kept if ANY_SHAPE.search(kept) else None


def shape(note: Note, ground: Ground, number: int, spaces: str) -> str:
    """One note's box, right of its cell."""
    row, column = note.place
    wide, tall = note.size
    left_column = min(column, LAST_COLUMN - 8)
    left = _steps(left_column + 1, GAP, _width(ground), LAST_COLUMN)
    right = _steps(left_column + 1, GAP + wide, _width(ground), LAST_COLUMN)
    top_row, down = (row - 1, max(_height(ground)(row - 1) - ABOVE, 0)) if row > 1 else (row, 2)
    top = _steps(top_row, down, _height(ground), LAST_ROW)
    bottom = _steps(top_row, down + tall, _height(ground), LAST_ROW)
    anchor = ", ".join(str(each) for each in (*left, *top, *right, *bottom))
    return SHAPE.format(
        number=number, spaces=spaces, anchor=anchor, row=row - 1, column=column - 1,
 wide=wide * POINT, tall=tall * POINT,
    )  # fmt: skip


def _steps(first: int, pixels: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    """The column or row so many pixels past the beginning of that one, from 0, and how far into it."""
    at = first
    last = min(last, first + FARTHEST)
    while at < last and pixels >= size(at):
        pixels -= size(at)
        at += 1
    return at - 1, pixels


def _width(ground: Ground) -> Callable[[int], int]:
    return lambda column: ground.widths.get(column, ground.width)


def _height(ground: Ground) -> Callable[[int], int]:
    return lambda row: ground.heights.get(row, ground.height)
