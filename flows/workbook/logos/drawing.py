"""An SVG drawn anew from what a logo needs: shapes, and nothing that runs, asks for a file, or multiplies."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from flows.workbook.logos.found import Unsuitable
from flows.workbook.logos.references import weighed
from flows.workbook.logos.shapes import DROPPED, ELEMENTS, REFUSED, VALUES
from flows.workbook.logos.styles import FARTHEST, rule, sheet, value

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
MOST_ELEMENTS, DEEPEST = 3_000, 40
LEAST_SHAPE, MOST_SHAPE = 0.2, 12.0  # width by height


def looks_like_one(content: bytes) -> bool:
    """Whether it begins as an SVG does."""
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b"<?xml", b"<svg", b"<!--", b"<!DOCTYPE svg")) and b"<svg" in content[:65536]


def plain(content: bytes) -> bytes:
    """The drawing with its shapes alone: no title, no comment, nothing of the program that made it.

    Raises:
        Unsuitable: it holds what a logo has no need of, or is not whole.
    """
    root = _parsed(content)
    if root.tag != f"{SVG}svg":
        raise Unsuitable("logo_broken")
    _counted(root)
    box = _box(root)
    drawn = _copied(root)
    for name in ("width", "height", "viewBox"):
        drawn.attrib.pop(name, None)
    drawn.set("viewBox", " ".join(f"{side:g}" for side in box))
    weighed(drawn)
    drawn.set("xmlns", SVG[1:-1])
    return ET.tostring(drawn, encoding="unicode").encode()


def _parsed(content: bytes) -> ET.Element:
    if re.search(rb"<!ENTITY|<!DOCTYPE[^>]*\[", content, re.IGNORECASE):
        raise Unsuitable("logo_holds", holds="entity")
    try:
        words = content.decode("utf-8-sig")
        return ET.fromstring(words)  # noqa: S314 - without entities of its own there is nothing to unfold
    except (UnicodeDecodeError, ET.ParseError, ValueError) as error:
        raise Unsuitable("logo_broken") from error


def _counted(root: ET.Element) -> None:
    """Hold how many elements there are, and how deep, before anything walks down them."""
    level, number = [root], 0
    for _ in range(DEEPEST):
        number += len(level)
        level = [child for each in level for child in each]
    if level or number > MOST_ELEMENTS:
        raise Unsuitable("logo_holds", holds="many")


def _box(root: ET.Element) -> tuple[float, ...]:
    """Where the drawing lies: its viewBox, or its width and height."""
    typed = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = [re.sub(r"(px|pt|mm|cm|in)$", "", root.get(name, "")) for name in ("width", "height")]
    try:
        box = tuple(map(float, typed if len(typed) > 1 else ["0", "0", *sides]))
        _, _, width, height = box
    except ValueError as error:
        raise Unsuitable("logo_of_no_shape") from error
    whole = all(math.isfinite(side) and abs(side) < FARTHEST for side in box) and min(width, height) > 0
    if not whole or not LEAST_SHAPE <= width / height <= MOST_SHAPE:
        raise Unsuitable("logo_of_no_shape")
    return box


def _copied(element: ET.Element) -> ET.Element:
    """The element with the attributes and the children a logo needs."""
    name = element.tag.removeprefix(SVG)
    made = ET.Element(name, dict(_attributes(element)))
    if name == "style":
        made.text = sheet(element.text or "")
    for child in element:
        if _kept(child):
            made.append(_copied(child))
    return made


def _kept(child: ET.Element) -> bool:
    """Whether the child is drawn; what is not, and does no harm, is left out."""
    if not isinstance(child.tag, str) or not child.tag.startswith(SVG):
        return False
    name = child.tag.removeprefix(SVG)
    if name in DROPPED:
        return False
    if name not in ELEMENTS:
        raise Unsuitable("logo_holds", holds=REFUSED.get(name, "other"))
    return True


def _attributes(element: ET.Element) -> Iterator[tuple[str, str]]:
    for name, typed in element.attrib.items():
        if name.lower().startswith("on"):
            raise Unsuitable("logo_holds", holds="script")
        if name in {"href", LINK}:
            if not re.fullmatch(r"#[\w.:-]+", typed, re.ASCII):
                raise Unsuitable("logo_holds", holds="link")
            yield "href", typed
        elif name == "style":
            yield name, rule(typed)
        elif name in VALUES:
            yield name, value(name, typed)
        elif name in {"mask", "filter"} and typed.strip() != "none":
            raise Unsuitable("logo_holds", holds="other")
