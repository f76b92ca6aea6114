"""Thins the faces of this folder for the screen: fewer letters, WOFF2, small enough to stand in a page.

    python templates/fonts/thin.py

Reads the .ttf files beside it, writes `screen/`; same faces and same fontTools, same bytes. A letter left out
here is drawn by a font of the reader's own machine.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
SCREEN = HERE / "screen"
FACES = ("Literata-Regular", "Literata-Italic", "Literata-SemiBold", "Inter-Regular", "Inter-SemiBold")

LETTERS = (
    *range(0x0020, 0x007F),
    *range(0x00A0, 0x0180),  # Latin of Western and Central Europe
    *range(0x0218, 0x021C),  # Romanian
    *range(0x1E80, 0x1E86),  # Welsh
)
SIGNS = (
    *range(0x2000, 0x2050),  # dashes, quotation marks, the spaces French asks for
    *range(0x2070, 0x20A0),  # superscripts
    *(
        0x20AC,
        0x2116,
        0x2122,
        0x2212,
        0x2260,
        0x2298,
    ),  # euro, number, trade mark, minus, unequal, struck circle
    *range(0x2190, 0x2194),  # arrows
    *(
        0x25A0,
        0x25A1,
        0x25A8,
        0x25C6,
        0x25C7,
        0x25CB,
        0x25CF,
        0x25D0,
        0x2713,
        0x2715,
    ),  # the marks of the tables
)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "tnum", "sups")


def thinned(face: str) -> bytes:
    """The face as WOFF2, with the letters and features a page on the screen uses."""
    font = TTFont(HERE / f"{face}.ttf", recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=(*LETTERS, *SIGNS))
    subsetter.subset(font)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def main() -> None:
    """Thin every face and write it into `screen/`."""
    SCREEN.mkdir(exist_ok=True)
    for face in FACES:
        content = thinned(face)
        (SCREEN / f"{face}.woff2").write_bytes(content)
        print(f"{face}.woff2: {len(content) // 1024} KB", file=sys.stderr)


if __name__ == "__main__":
    main()
