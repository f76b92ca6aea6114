"""How much an SVG draws once its references are followed: a few lines may ask for a million shapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.logos.found import Unsuitable

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator, Mapping

MOST_DRAWN, LONGEST_CHAIN = 10_000, 60
NAMED = re.compile(r"url\(\s*['\"]?#([\w.:-]+)")


def weighed(root: ET.Element) -> None:
    """Hold that the drawing, every reference followed, stays small and leads to no circle.

    Raises:
        Unsuitable: it does not.
    """
    by_id = {element.get("id", ""): element for element in root.iter()}
    weights: dict[ET.Element, int] = {}
    under_way: set[ET.Element] = set()

    def weight(element: ET.Element) -> int:
        if element in under_way or len(under_way) > LONGEST_CHAIN:
            raise Unsuitable("logo_holds", holds="many")
        if element not in weights:
            under_way.add(element)
            named = (by_id[name] for name in _names(element) if name in by_id)
            weights[element] = 1 + sum(map(weight, element)) + sum(map(weight, named))
            under_way.discard(element)
        return weights[element]

    _only_gradients(root, by_id)
    if weight(root) > MOST_DRAWN:
        raise Unsuitable("logo_holds", holds="many")


def _only_gradients(root: ET.Element, by_id: Mapping[str, ET.Element]) -> None:
    """Hold that a style sheet, whose rules no element names, draws from gradients alone."""
    for sheet in root.iter("style"):
        named = [by_id[name].tag for name in NAMED.findall(sheet.text or "") if name in by_id]
        if set(named) - {"linearGradient", "radialGradient"}:
            raise Unsuitable("logo_holds", holds="other")


def _names(element: ET.Element) -> Iterator[str]:
    """The ids an element draws from: by a link or by a paint, a clip, a mask."""
    for name, value in element.attrib.items():
        if name == "href":
            yield value.removeprefix("#")
        else:
            yield from NAMED.findall(value)
