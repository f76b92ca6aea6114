"""A long briefing from its markup to its PDF: its chapters, then the annex that names their pages, bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flows.document.chapters.binding import bound
from flows.document.chapters.chapter import anchors, starts
from flows.document.chapters.cuts import CLOSING, Cut, cut
from flows.document.chapters.frames import frames
from flows.document.chapters.room import sheet
from flows.document.chapters.styled import bare, styled
from flows.document.paper import typeset
from flows.document.paper.glyphs import Embedded, together
from flows.document.paper.typeset import RenderingError
from flows.document.tracing.passages import in_a_row, of_marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.document.chapters.chapter import Chapter, Page
    from flows.document.chapters.side_by_side import Press
    from flows.document.parts.attached import Attached
    from flows.document.tracing.mentions import Mention
    from flows.document.tracing.passages import Passage

LONG = 700_000
"""Letters of a page's markup from which on chapters pay; each of its pages has some seven thousand."""

TO = re.compile(r' data-to="#([^"]+)"')
"""In the contents: where an entry leads, whose page is written behind it."""
UNKNOWN = "0000"  # as wide as any, so that no line of them is broken once the page is known
FACES = tuple(
    f'<p style="font: {style} {weight} 10pt {family}">x</p>'
    for family, weight, style in (
        *(("Literata", weight, style) for weight in (400, 600) for style in ("normal", "italic")),
        *(("Inter", 400, style) for style in ("normal", "italic")),
        *(("Inter", weight, "normal") for weight in (600, 700)),
    )
)


@dataclass(frozen=True, slots=True)
class Body:
    """The chapters of all but the annex, the pages of the contents not yet in them."""

    cut: Cut
    chapters: tuple[Chapter, ...]

    @property
    def core_pages(self) -> int:
        """How many pages the core takes, which is the first chapter."""
        return len(self.chapters[0].pages)

    def anchors(self) -> dict[str, int]:
        """The page of each anchor, from 1."""
        return {name: number + 1 for name, number, *_ in anchors(self.chapters)}

    def mentions(self) -> Iterator[Mention]:
        """Where each id is printed, in reading order."""
        for start, chapter in starts(self.chapters):
            for one in chapter.mentions:
                yield replace(one, page=one.page + start)


@dataclass(frozen=True, slots=True)
class Book:
    """All the chapters and their frames."""

    opening: str
    page: str  # the markup of the whole
    chapters: tuple[Chapter, ...]
    frames: tuple[Chapter, ...]

    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return tuple(page for chapter in self.chapters for page in chapter.pages)

    def passages(self) -> tuple[Passage, ...]:
        """Every marked passage in reading order, on its pages in the whole."""
        found = in_a_row((chapter.marked, len(chapter.pages)) for chapter in self.chapters)
        return of_marked(found, len(self.pages()))

    def pdf(self, files: Iterable[Attached]) -> bytes:
        """The PDF, with these files in it.

        Raises:
            RenderingError: WeasyPrint logged a warning.
        """
        shown = together(part.shown for part in (*self.chapters, *self.frames))
        one = typeset.laid_out(f"{self.opening}{''.join(FACES)}{CLOSING}")
        return bound(typeset.written(one, files, Embedded(shown)), self.chapters, self.frames)


def body(press: Press, page: str, paper: str) -> Body:
    """The chapters of this page, drawn.

    Raises:
        RenderingError: WeasyPrint logged a warning.
    """
    parts = cut(page, sheet(paper))
    return Body(parts, tuple(press.drawn([TO.sub(f' data-page="{UNKNOWN}"', one) for one in _each(parts)])))


def finished(press: Press, behind: str, of: Body, paper: str) -> Book:
    """The whole: the pages of the contents written in, the annex `behind`, the frames around.

    Raises:
        RenderingError: WeasyPrint logged a warning, or the pages would be counted wrongly.
    """
    at = of.anchors()
    annex = cut(behind, sheet(paper, apart=True), behind=True, pages=2)
    contents = {n: _numbered(one, at) for n, one in enumerate(_each(of.cut)) if TO.search(one)}
    sheets = list(frames(of.cut.opening, _under(of.chapters, of.cut.running)))
    drawn = press.drawn([*contents.values(), *_each(annex), *sheets])
    numbered = dict(zip(contents, drawn[: len(contents)], strict=True))
    if any(len(one.pages) != len(of.chapters[n].pages) for n, one in numbered.items()):
        raise RenderingError("the contents take another number of pages once they name them")
    last = drawn[len(contents) : len(contents) + len(annex.chapters)]
    apart = press.drawn(list(frames(annex.opening, _under(last, annex.running))))
    return Book(
        of.cut.opening,
        replace(of.cut, opening=styled(of.cut.opening, "chapters")).whole(annex),
        (*(numbered.get(n, one) for n, one in enumerate(of.chapters)), *last),
        (*drawn[len(contents) + len(last) :], *apart),
    )


def _each(parts: Cut) -> Iterator[str]:
    """The page of each chapter by itself."""
    first = styled(bare(parts.opening), "chapters", "bare")
    others = styled(bare(parts.opening), "chapters", "bare", without=("first",))
    for number, chapter in enumerate(parts.chapters):
        yield f"{others if number else first}{chapter}\n{CLOSING}\n"


def _numbered(page: str, at: Mapping[str, int]) -> str:
    return TO.sub(lambda entry: f' data-page="{at[entry[1]]}"', page)


def _under(chapters: Sequence[Chapter], running: Sequence[str]) -> list[Page]:
    """The pages, each with the section it goes on with."""
    return [
        page if page.section is not None else replace(page, section=heading)
        for chapter, heading in zip(chapters, running, strict=True)
        for page in chapter.pages
    ]
