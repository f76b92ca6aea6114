"""Where each printed passage stands once its pages are laid out: one walk over the boxes of every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = ("data-rests", "data-chosen")
"""What a template says of an element: what its words rest on, and what its rows and their order rest on."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One printed passage: what it is, the ids of the rows it names, the pages it stands on, from 1."""

    kind: str
    ids: tuple[str, ...]
    pages: tuple[int, ...]


def passages(pages: Iterable[Any]) -> tuple[Passage, ...]:
    """Every marked passage in reading order; one that runs on stands on several pages.

    `pages` are boxes of the layout: each has descendants, and each of these the element it was made from.
    """
    found: dict[tuple[int, str], tuple[str, list[int]]] = {}
    count = 0
    for number, page in enumerate(pages, 1):
        count = number
        seen: set[int] = set()
        for box in page.descendants():
            element = getattr(box, "element", None)
            if element is None or isinstance(element, str) or id(element) in seen:
                continue
            seen.add(id(element))
            for mark in MARKS:
                if (told := element.get(mark)) is not None:
                    found.setdefault((id(element), mark), (told, []))[1].append(number)
    everywhere = Passage("furniture", (), tuple(range(1, count + 1)))
    return (everywhere, *(_passage(told, on) for told, on in found.values()))


def _passage(told: str, pages: list[int]) -> Passage:
    kind, *ids = told.split()
    return Passage(kind, tuple(ids), tuple(pages))
