"""Where each printed passage stands once its pages are laid out: one walk over the boxes of every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = ("data-rests", "data-chosen")
"""What a template says of an element: what its words rest on, and what its rows and their order rest on."""


GOES_ON = "data-goes-on"
"""What is said of a tag opened again, where a chapter goes on with a section or a table: the id it had."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One printed passage: what it is, the ids of the rows it names, the pages it stands on, from 1."""

    kind: str
    ids: tuple[str, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked element: what is said of it, and the pages it stands on, from 1."""

    mark: str
    told: str
    pages: tuple[int, ...]
    goes_on: bool = False  # from the chapter before


def passages(pages: Iterable[Any]) -> tuple[Passage, ...]:
    """Every marked passage in reading order; one that runs on stands on several pages.

    `pages` are boxes of the layout: each has descendants, and each of these the element it was made from.
    """
    boxes = tuple(pages)
    return of_marked(marked(boxes), len(boxes))


def of_marked(found: Iterable[Marked], count: int) -> tuple[Passage, ...]:
    """The passages of a document with so many pages."""
    everywhere = Passage("furniture", (), tuple(range(1, count + 1)))
    return (everywhere, *map(_passage, found))


def marked(pages: Iterable[Any]) -> tuple[Marked, ...]:
    """Every marked element of these pages in reading order."""
    found: dict[tuple[int, str], tuple[Any, list[int]]] = {}
    for number, page in enumerate(pages, 1):
        seen: set[int] = set()
        for box in page.descendants():
            element = getattr(box, "element", None)
            if element is None or isinstance(element, str) or id(element) in seen:
                continue
            seen.add(id(element))
            for mark in MARKS:
                if element.get(mark) is not None:
                    found.setdefault((id(element), mark), (element, []))[1].append(number)
    return tuple(
        Marked(mark, element.get(mark), tuple(on), element.get(GOES_ON) is not None)
        for (_, mark), (element, on) in found.items()
    )


def in_a_row(chapters: Iterable[tuple[tuple[Marked, ...], int]]) -> tuple[Marked, ...]:
    """The marked elements of chapters one behind the other, each with how many pages it has.

    What goes on from the chapter before is one with what it goes on with.
    """
    found: list[Marked] = []
    last: dict[tuple[str, str], int] = {}
    before = 0
    for chapter, count in chapters:
        for one in chapter:
            key = one.mark, one.told
            pages = tuple(page + before for page in one.pages)
            if one.goes_on and key in last:
                whole = found[last[key]]
                found[last[key]] = replace(whole, pages=tuple(dict.fromkeys((*whole.pages, *pages))))
                continue
            last[key] = len(found)
            found.append(replace(one, pages=pages))
        before += count
    return tuple(found)


def _passage(one: Marked) -> Passage:
    kind, *ids = one.told.split()
    return Passage(kind, tuple(ids), one.pages)
