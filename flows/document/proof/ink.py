"""What stands on a finished PDF's pages: pypdfium2's door."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from flows.document.fitting.measure import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    Box = tuple[float, float, float, float]
    """Left, bottom, right, top, in points."""
    Frame = tuple[float, float]
    """How far above its foot and below its head a page's words may stand, in points."""

EDGE = 6.0  # points: a letter that leaves the paper is not within this of its edge
CUT = 1.0  # points of a letter that may be cut off
NEAR = 200  # letters of a page's end or beginning in which a parted word is looked for
LEAST_PART = 3  # letters of it on either side, as the page's hyphens have it
LEAST_RUN = 12  # letters of a passage on a page: two lines of it at least stand there
# White space, every dash a word may be parted or joined by, what draws nothing, and what stands for a hyphen
# at a line's end.
UNSEEN = re.compile("[\\s\u00ad\u2010\u2011\u200b-\u200f\u061c\u2060\ufeff\ufffe\x02-]+")
WORD = re.compile(r"\w+")


def squeezed(words: str) -> str:
    """The words without what lines, columns and hyphens do to them, and without capitals."""
    return UNSEEN.sub("", words).casefold()


def as_printed(cell: str) -> str:
    """A cell's words in the characters the page has for them, squeezed."""
    return squeezed(printable(cell))


Sheet = tuple[str, list[str]]
"""The words on a page between its head and its foot, and those on it that something cuts off."""


def read(pdf: bytes, frames: Sequence[Frame], start: int = 0) -> list[Sheet]:
    """The pages from that one on, counted from 0, as many as there are frames."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number] for number in range(start, start + len(frames))]
    return [(_words(page, frame), list(_clipped(page))) for page, frame in zip(pages, frames, strict=True)]


class Ink:
    """The words of a PDF that lie on its paper, between its running heads and feet."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        """Of all pages, as read."""
        told = list(sheets)
        self.clipped = [words for _, clipped in told for words in clipped]
        self.pages = [squeezed(words) for words, _ in told]
        self.whole = "".join(self.pages)
        self.words = Counter(word for words, _ in told for word in words_of(words))

    def holds(self, cell: str, near: Sequence[int] = ()) -> bool:
        """Whether the squeezed words stand there in one piece, on these pages or any.

        In two pieces or more where they run on over pages, a table's head between them.
        """
        return any(cell in self.pages[page - 1] for page in near) or cell in self.whole or self._runs_on(cell)

    def parted(self, word: str) -> int:
        """How often the word may begin at a page's end and go on at the next one's beginning."""
        reach = NEAR + len(word)
        places = range(LEAST_PART, len(word) - LEAST_PART + 1)
        ends = (page[-reach:] for page in self.pages[:-1])
        starts = (page[:reach] for page in self.pages[1:])
        return sum(
            any(word[:at] in end and word[at:] in start for at in places)
            for end, start in zip(ends, starts, strict=True)
        )

    def _runs_on(self, cell: str) -> bool:
        """Whether the words begin on one page and go on upon the next ones."""
        return any(self._from(cell, page) for page in range(len(self.pages) - 1))

    def _from(self, cell: str, page: int) -> bool:
        done = 0
        while done < len(cell):
            if page == len(self.pages):
                return False
            much = longest(cell[done:], self.pages[page])
            if much < LEAST_RUN:
                return False
            done, page = done + much, page + 1
        return True


def longest(words: str, page: str) -> int:
    """How many of the first letters stand on the page in one piece."""
    least, most = 0, len(words)
    while least < most:
        middle = (least + most + 1) // 2
        if words[:middle] in page:
            least = middle
        else:
            most = middle - 1
    return least


def words_of(text: str) -> list[str]:
    """The words of a text, those parted at a line's end in one piece."""
    whole = re.sub(
        "[\u00ad\u2010\ufffe\x02-]\\s*\r?\n|[\u00ad\u2010\u2011\u200b-\u200f\u2060\ufeff\ufffe\x02-]",
        "",
        text,
    )
    return WORD.findall(whole.casefold())


def _words(page: pypdfium2.PdfPage, frame: Frame) -> str:
    width, height = page.get_size()
    foot, head = frame
    found: str = page.get_textpage().get_text_bounded(EDGE, foot, width - EDGE, height - head)
    return found


def _clipped(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The words that something on the page cuts off, in part or whole."""
    text: pypdfium2.PdfTextPage | None = None
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        drawn = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        path = raw.FPDFPageObj_GetClipPath(drawn)
        if path and raw.FPDFClipPath_CountPaths(path) > 0 and not _within(_bounds(drawn), _shape(path)):
            text = text or page.get_textpage()
            yield pypdfium2.PdfTextObj(drawn, page=page, textpage=text).extract()


def _within(inner: Box, outer: Box) -> bool:
    left, bottom, right, top = (a - b for a, b in zip(inner, outer, strict=True))
    return min(left, bottom) > -CUT and max(right, top) < CUT


def _bounds(drawn: Any) -> Box:  # noqa: ANN401 - a pointer of the library
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(drawn, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _shape(path: Any) -> Box:  # noqa: ANN401 - as above
    """The box that all parts of a clip leave free together."""
    boxes = [_around(path, part) for part in range(raw.FPDFClipPath_CountPaths(path))]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _around(path: Any, part: int) -> Box:  # noqa: ANN401 - as above
    points = []
    for number in range(raw.FPDFClipPath_CountPathSegments(path, part)):
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, part, number), x, y)
        points.append((x.value, y.value))
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)
