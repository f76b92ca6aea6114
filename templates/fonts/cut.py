"""Cuts the faces of this folder out of the variable fonts their authors publish.

    python templates/fonts/cut.py FOLDER

FOLDER holds Literata[opsz,wght].ttf, Inter[opsz,wght].ttf and the Italic of each; same sources, same bytes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from math import cos, radians, sin, tan
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.misc.transform import Identity, Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent

LETTERS = (
    *range(0x0020, 0x007F),
    *range(0x00A0, 0x0250),  # Latin of Western and Central Europe
    *range(0x02B0, 0x0370),  # spacing and combining accents
    *range(0x0370, 0x0530),  # Greek, Cyrillic
    *range(0x1E00, 0x1F00),  # Latin of Vietnam and Wales
)
SIGNS = (
    *range(0x2000, 0x2070),  # dashes, quotation marks, the spaces French asks for
    *range(0x2070, 0x20D0),  # superscripts, subscripts, currencies
    *range(0x2100, 0x2300),  # number forms, arrows, mathematics
    *range(0x2460, 0x2500),  # numbers in circles
    *range(0x25A0, 0x27C0),  # geometric shapes, symbols, dingbats
    *range(0x2B00, 0x2C00),  # further arrows and shapes
)
# Not calt: Inter's turns "->" into an arrow, and a quotation is printed as it was typed.
FEATURES = (
    *("kern", "mark", "mkmk", "ccmp", "locl", "liga"),
    *("lnum", "onum", "tnum", "pnum", "zero", "frac", "numr", "dnom", "ordn", "sups", "subs", "sinf"),
    *("smcp", "c2sc", "case"),
)
NO_BREAK_HYPHEN, NARROW_NO_BREAK_SPACE = 0x2011, 0x202F
NAMING = {1, 2, 3, 4, 6, 16, 17, 25}  # rows of the name table that carry the family and the style
HALF_CIRCLE, STRUCK_CIRCLE, CROSS, HATCHED_SQUARE = 0x25D0, 0x2298, 0x2715, 0x25A8
CIRCLE, TIMES, SQUARE = (
    "\N{WHITE CIRCLE}",
    "\N{MULTIPLICATION SIGN}",
    "\N{WHITE SQUARE}",
)  # models for these four


@dataclass(frozen=True, slots=True)
class Face:
    """One static face: the variable font it comes from, and where on its axes it stands."""

    source: str
    file: str
    optical_size: float  # points
    weight: int


FACES = (
    Face("Literata[opsz,wght].ttf", "Literata-Regular.ttf", 12, 400),
    Face("Literata[opsz,wght].ttf", "Literata-SemiBold.ttf", 12, 600),
    Face("Literata-Italic[opsz,wght].ttf", "Literata-Italic.ttf", 12, 400),
    Face("Literata-Italic[opsz,wght].ttf", "Literata-SemiBoldItalic.ttf", 12, 600),
    Face("Inter[opsz,wght].ttf", "Inter-Regular.ttf", 14, 400),
    Face("Inter[opsz,wght].ttf", "Inter-SemiBold.ttf", 14, 600),
    Face("Inter[opsz,wght].ttf", "Inter-Bold.ttf", 14, 700),
    Face("Inter-Italic[opsz,wght].ttf", "Inter-Italic.ttf", 14, 400),
)


def cut(face: Face, sources: Path) -> TTFont:
    """The face as a static font, with the signs it lacked drawn in and what no page needs left out."""
    variable = TTFont(sources / face.source, recalcTimestamp=False)
    place = {"opsz": face.optical_size, "wght": face.weight}
    font = instancer.instantiateVariableFont(variable, place, updateFontNames=True)
    _name(font, face)
    _complete(font)
    _thin_out(font)
    return font


def _name(font: TTFont, face: Face) -> None:
    """Name the face by family and style, not by its optical size: applications then see one family."""
    family, style = Path(face.file).stem.split("-")
    slant = "Italic" if style.endswith("Italic") else "Regular"
    spaced = style.replace("BoldItalic", "Bold Italic")
    names = font["name"]
    names.names = [name for name in names.names if name.nameID not in NAMING]
    version = names.getDebugName(5)
    texts = {
        1: family,
        2: style,
        3: f"{version};{family}-{style}",
        4: f"{family} {spaced}",
        6: f"{family}-{style}",
    }
    if face.weight not in {400, 700}:  # those two are the only ones every application can tell apart
        texts |= {1: f"{family} SemiBold", 2: slant, 16: family, 17: spaced}
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


def _complete(font: TTFont) -> None:
    """Add the signs our pages use and the font lacks. A shape is drawn only where its model is there."""
    known = font.getBestCmap()
    if NARROW_NO_BREAK_SPACE not in known:
        _add(font, NARROW_NO_BREAK_SPACE, TTGlyphPen(None), font["head"].unitsPerEm // 6)
    if NO_BREAK_HYPHEN not in known:
        _add(font, NO_BREAK_HYPHEN, *_begin(font, "-"))
    if ord(CIRCLE) in known:
        _half_circle(font)
        _struck_circle(font)
        _cross(font)
        _hatched_square(font)


def _add(font: TTFont, sign: int, pen: TTGlyphPen, width: int) -> None:
    """Give the font one more glyph. Its outlines come from the pen, its width is in font units."""
    name = f"uni{sign:04X}.drawn"
    glyph = pen.glyph()
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[sign] = name


def _polygon(pen: TTGlyphPen, points: Sequence[tuple[float, float]]) -> None:
    """Fill the shape between the points, which go round it clockwise."""
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _begin(font: TTFont, model: str, change: Transform = Identity) -> tuple[TTGlyphPen, int]:
    """A pen that has drawn the model, changed as asked, and the model's width."""
    name = font.getBestCmap()[ord(model)]
    pen = TTGlyphPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(TransformPen(pen, change))
    return pen, font["hmtx"][name][0]


def _box(font: TTFont, sign: str) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of what the sign inks, in font units."""
    glyph = font["glyf"][font.getBestCmap()[ord(sign)]]
    return glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax


def _lean(font: TTFont) -> float:
    """How far right an italic goes for each unit it climbs; 0 in an upright face."""
    return tan(radians(-font["post"].italicAngle))


def _half_circle(font: TTFont) -> None:
    """Draw ◐: the font's circle, its left half filled by eight arcs."""
    pen, width = _begin(font, CIRCLE)
    left, bottom, right, top = _box(font, CIRCLE)
    centre, middle, radius, lean = (left + right) / 2, (bottom + top) / 2, (top - bottom) / 2, _lean(font)
    arc = radians(180 / 8)
    reach = radius / cos(arc / 2)
    turns = [radians(270) - arc * (step + 0.5) for step in range(8)]
    handles = [
        (centre + reach * (cos(turn) + lean * sin(turn)), middle + reach * sin(turn)) for turn in turns
    ]
    pen.moveTo((centre - lean * radius, bottom))
    pen.qCurveTo(*handles, (centre + lean * radius, top))
    pen.closePath()
    _add(font, HALF_CIRCLE, pen, width)


def _struck_circle(font: TTFont) -> None:
    """Draw ⊘ anew, struck through at the size of the circle: Inter's own is twice as tall."""
    pen, width = _begin(font, CIRCLE)
    left, bottom, right, top = _box(font, CIRCLE)
    centre, middle, radius, lean = (left + right) / 2, (bottom + top) / 2, (top - bottom) / 2, _lean(font)
    far, near = 0.72, 0.56  # the bar's corners, in radii: they lie under the ring
    bar = ((-far, -near), (near, far), (far, near), (-near, -far))
    _polygon(pen, [(centre + radius * (x + lean * y), middle + radius * y) for x, y in bar])
    _add(font, STRUCK_CIRCLE, pen, width)


def _cross(font: TTFont) -> None:
    """Draw ✕: the multiplication sign, enlarged to stand beside the circle."""
    left, bottom, right, top = _box(font, TIMES)
    outer_left, outer_bottom, outer_right, outer_top = _box(font, CIRCLE)
    scale = 0.8 * (outer_top - outer_bottom) / (top - bottom)
    to_centre = Transform().translate((outer_left + outer_right) / 2, (outer_bottom + outer_top) / 2)
    change = to_centre.scale(scale).translate(-(left + right) / 2, -(bottom + top) / 2)
    pen, _ = _begin(font, TIMES, change)
    _, width = _begin(font, CIRCLE)
    _add(font, CROSS, pen, width)


def _hatched_square(font: TTFont) -> None:
    """Draw ▨: the white square with four rising stripes."""
    pen, width = _begin(font, SQUARE)
    left, bottom, _, top = _box(font, SQUARE)
    side, lean = top - bottom, _lean(font)
    for low, high in ((0.13, 0.29), (0.55, 0.71)):  # where the stripe meets the edge, from the corner
        for stripe in (
            ((0, low), (0, high), (1 - high, 1), (1 - low, 1)),
            ((high, 0), (low, 0), (1, 1 - low), (1, 1 - high)),
        ):
            _polygon(pen, [(left + side * (x + lean * y), bottom + side * y) for x, y in stripe])
    _add(font, HATCHED_SQUARE, pen, width)


def _thin_out(font: TTFont) -> None:
    """Keep only our letters, signs and features; no hints, which print does not use."""
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "STAT"]
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=(*LETTERS, *SIGNS))
    subsetter.subset(font)


def main() -> None:
    """Cut every face and write it into this folder."""
    for face in FACES:
        font = cut(face, Path(sys.argv[1]))
        font.save(HERE / face.file)
        print(f"{face.file}: {(HERE / face.file).stat().st_size // 1024} KB", file=sys.stderr)


if __name__ == "__main__":
    main()
