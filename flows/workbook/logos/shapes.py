"""What of SVG a logo may be made of: its elements, and of each attribute what may stand in it. Data only."""

from __future__ import annotations

import re

ELEMENTS = frozenset((
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "clipPath", "linearGradient", "radialGradient", "stop", "style",
))  # fmt: skip

DROPPED = frozenset({"title", "desc", "metadata"})
"""Left out without a word: they draw nothing, and may tell of who made the file, and where."""

REFUSED = {
    "script": "script",
    "foreignObject": "script",
    "iframe": "link",
    "image": "picture",
    "feImage": "picture",
    "a": "link",
    "text": "text",
    "tspan": "text",
    "textPath": "text",
    "animate": "movement",
    "animateMotion": "movement",
    "animateTransform": "movement",
    "set": "movement",
}
"""What makes a drawing unfit, and how it is spoken of; all else is "other"."""

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?"
_LENGTH = rf"{_NUMBER}(?:px|pt|pc|mm|cm|in|%)?"
_GAP = r"(?:\s*,\s*|\s+|(?=[+-])|(?<=\d)(?=\.))"
_NUMBERS = rf"\s*{_LENGTH}(?:{_GAP}{_LENGTH})*\s*"
_COLOUR = r"#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|[a-zA-Z]+|rgba?\([\d.,%\s]+\)"
_NAMED = r"url\(\s*#[\w.:-]+\s*\)"
_WORD = r"[a-zA-Z-]+"

LENGTH = rf"\s*{_LENGTH}\s*"
PAINT = rf"\s*(?:{_COLOUR}|{_NAMED}(?:\s+(?:{_COLOUR}))?)\s*"
KEYWORD = rf"\s*{_WORD}\s*"

PAINTS: dict[str, str] = {
    **dict.fromkeys(("fill", "stroke", "color", "stop-color"), PAINT),
    **dict.fromkeys(
        ("fill-opacity", "stroke-opacity", "stop-opacity", "opacity", "stroke-width", "stroke-miterlimit",
         "stroke-dashoffset"), LENGTH),
    **dict.fromkeys(
        ("fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin", "display", "visibility", "overflow"),
        KEYWORD),
    "stroke-dasharray": rf"\s*none\s*|{_NUMBERS}",
    "clip-path": rf"\s*(?:none|{_NAMED})\s*",
}  # fmt: skip
"""How a shape is painted: as attributes, and as rules of a style."""

PLACES: dict[str, str] = {
    **dict.fromkeys(("id", "class"), r"[\w.: -]*"),
    **dict.fromkeys(
        ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height",
         "offset"), LENGTH),
    **dict.fromkeys(
        ("clipPathUnits", "gradientUnits", "spreadMethod"), KEYWORD),
    "preserveAspectRatio": rf"\s*{_WORD}(?:\s+{_WORD})?\s*",
    "viewBox": rf"\s*{_NUMBER}(?:{_GAP}{_NUMBER}){{3}}\s*",
    "points": rf"{_NUMBERS}|\s*",
    "d": r"\s*(?:[Mm][MmLlHhVvCcSsQqTtAaZz\d.,eE+\-\s]*)?",
    **dict.fromkeys(
        ("transform", "gradientTransform"),
        rf"\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\({_NUMBERS}\)[\s,]*)*"),
}  # fmt: skip

VALUES = {name: re.compile(pattern, re.ASCII) for name, pattern in {**PAINTS, **PLACES}.items()}
"""What may stand in each attribute that is kept; those not named here are left out."""

PASSED_OVER = re.compile(r"-inkscape-.*|font.*|text-.*|letter-spacing|word-spacing|enable-background|"
                         r"(?:shape|color|image)-rendering|isolation|mix-blend-mode|white-space|"
                         r"paint-order|vector-effect|solid-.*|color-interpolation.*|-webkit-.*|"
                         r"line-height|direction|writing-mode|baseline-shift|block-progression|"
                         r"marker.*|mask.*|filter.*", re.ASCII)  # fmt: skip
"""Rules of a style that paint no shape, or that programs write with nothing in them."""

SELECTOR = re.compile(r"\s*(?:[a-zA-Z]+|[.#][\w-]+|\*)\s*", re.ASCII)
