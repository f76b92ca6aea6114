"""One chapter drawn: its PDF, and all that the others, the annex and the trace have to know of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from flows.document.chapters.cuts import ID
from flows.document.paper import typeset
from flows.document.paper.glyphs import Noted
from flows.document.paper.tagging.links import ELSEWHERE, place
from flows.document.tracing.mentions import mentions
from flows.document.tracing.passages import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.document.paper.glyphs import Shown
    from flows.document.tracing.mentions import Mention
    from flows.document.tracing.passages import Marked

    Box = Any  # of WeasyPrint's layout

LINK = re.compile(r' href="#([^"]+)"')
NAME = 12
POINTS = 0.75  # a pixel of CSS
SECTION = "section"  # the string of the running head


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what is kept free on it, what its head names, where links lead to."""

    frame: tuple[float, float]  # free at its foot and at its head, in points
    kind: str  # the name of its rules in the style sheet
    section: str | None  # that goes on at its top; None for the one the chapter goes on with
    anchors: tuple[tuple[str, float, float], ...]  # from the lower left, in points


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: how deep it stands, and where, its page counted from 0 in its chapter."""

    level: int
    words: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages of a document, with nothing yet at their head and foot; numbers of pages count within it."""

    pdf: bytes
    pages: tuple[Page, ...]
    marked: tuple[Marked, ...]
    mentions: tuple[Mention, ...]
    places: dict[str, str]  # by each id, the words a link that leads there is told with
    bookmarks: tuple[Bookmark, ...]
    shown: Shown


def starts(chapters: Sequence[Chapter]) -> Iterator[tuple[int, Chapter]]:
    """Each chapter, and how many pages stand before it."""
    return zip(accumulate((len(one.pages) for one in chapters), initial=0), chapters, strict=False)


def anchors(chapters: Sequence[Chapter]) -> Iterator[tuple[str, int, float, float]]:
    """Each place that a link may lead to: its name, its page from 0, where on it.

    Each once, where it begins: what runs on over pages is on all of them.
    """
    seen: set[str] = set()
    for start, chapter in starts(chapters):
        for number, page in enumerate(chapter.pages, start):
            for name, x, y in page.anchors:
                if name not in seen:
                    seen.add(name)
                    yield name, number, x, y


def frame(box: Box) -> tuple[float, float]:
    """What a page keeps free at its foot and at its head, for what runs there; in points."""
    return box.margin_bottom * POINTS, box.margin_top * POINTS


def apart(page: str) -> str:
    """The chapter's page, its links to other chapters written so that WeasyPrint asks for nothing there."""
    own = set(ID.findall(page))
    return LINK.sub(lambda to: to[0] if to[1] in own else f' href="{ELSEWHERE}{to[1]}"', page)


def drawn(page: str) -> Chapter:
    """The chapter of this page: the same for the same page, wherever in a document it stands.

    Raises:
        RenderingError: WeasyPrint logged a warning.
    """
    name = hashlib.sha256(page.encode()).hexdigest()[:NAME]  # tells its header cells from those of others
    document = typeset.part(apart(page))
    boxes = [each._page_box for each in document.pages]  # noqa: SLF001 - WeasyPrint has no other way to them
    noted = Noted()
    return Chapter(
        pdf=typeset.written(document, faces=noted, names=name),
        pages=tuple(map(_page, document.pages, _running(boxes))),
        marked=marked(boxes),
        mentions=mentions(boxes),
        places=_places(boxes),
        bookmarks=tuple(
            one for number, each in enumerate(document.pages) for one in _bookmarks(number, each)
        ),
        shown=noted.shown,
    )


def _page(page: Any, section: str | None) -> Page:  # noqa: ANN401 - WeasyPrint's
    box = page._page_box  # noqa: SLF001 - as above
    places = tuple((name, *_up(page, *at[:2])) for name, at in page.anchors.items())
    return Page(frame(box), box.page_type.name or "", section, places)


def _up(page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401 - as above
    return round(x * POINTS, 3), round((page.height - y) * POINTS, 3)


def _bookmarks(number: int, page: Any) -> list[Bookmark]:  # noqa: ANN401 - as above
    return [Bookmark(level, words, number, *_up(page, *at)) for level, words, at, _ in page.bookmarks]


def _running(boxes: list[Box]) -> list[str | None]:
    """The section each page goes on with at its top: what `string(section, start)` says there."""
    found: list[str | None] = []
    last: str | None = None
    for page in boxes:
        named = [words for box in page.descendants() for words in _named(box)]
        found.append(named[0] if named and _at_once(page) else last)
        last = named[-1] if named else last
    return found


def _named(box: Box) -> list[str]:
    sets = box.string_set
    return [] if not sets or sets == "none" else [words for name, words in sets if name == SECTION]


def _at_once(page: Box) -> bool:
    """Whether the first of what stands on the page begins a section."""
    box = page
    while box is not None:
        sets = box.style["string_set"]
        if sets != "none" and any(name == SECTION for name, _ in sets):
            return True
        children = getattr(box, "children", ())
        box = children[0] if children else None
    return False


def _places(boxes: list[Box]) -> dict[str, str]:
    found: dict[str, str] = {}
    for root in {id(page.children[0].element): page.children[0].element for page in boxes}.values():
        for element in root.iter():
            if element.get("id"):
                found.setdefault(element.get("id"), place(element))
    return found
