"""Where each id is printed once the pages are laid out: one walk over the words of every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.document.tracing.passages import GOES_ON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ID = re.compile(r"(?<![\w.])[A-Z]\d{3,}(?:\.\d+)?(?!\w)")
"""An id as the record has it (model, 1.3), wherever it stands: between brackets, in a list, in a sentence."""

PARTS = frozenset({"section", "header", "nav"})
"""The elements that are a part of the page; a class of theirs is the part's name, or their id."""

PLAIN = frozenset({"section", "section-within"})
"""Classes that name no part."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an id is printed: the part it stands in, the page from 1, an anchor close by."""

    id: str
    part: str
    page: int
    anchor: str | None


def mentions(pages: Iterable[Any]) -> tuple[Mention, ...]:
    """Every id on every page, in reading order, each once for its part and page.

    `pages` are boxes of the layout: each has descendants, and each of these the element it was made from.
    """
    found: dict[tuple[str, str, int], Mention] = {}
    places: dict[Any, tuple[str, str | None]] = {}
    for number, page in enumerate(pages, 1):
        for box in page.descendants():
            element = getattr(box, "element", None)
            if getattr(element, "tag", None) == "html" and element not in places:
                places |= dict(_places(element, "", None))
            for row in ID.findall(getattr(box, "text", None) or ""):
                part, anchor = places.get(element, ("", None))
                found.setdefault((row, part, number), Mention(row, part, number, anchor))
    return tuple(found.values())


def _places(element: Any, part: str, anchor: str | None) -> Iterator[tuple[Any, tuple[str, str | None]]]:  # noqa: ANN401 - an element of the page
    """Each element beneath with the part it is in and the nearest anchor around it."""
    own = element.get("id") or element.get(GOES_ON)
    if element.tag in PARTS:
        names = [name for name in (element.get("class") or "").split() if name not in PLAIN]
        part = names[-1] if names else own or part
    anchor = own or anchor
    yield element, (part, anchor)
    for child in element:
        yield from _places(child, part, anchor)
