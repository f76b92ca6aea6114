"""Where a long briefing is cut into chapters: each begins a page, and needs no other to be laid out.

By its words alone, so that a chapter is the same however many processes draw it, and for as long as nothing
in it changes. A chapter ends where its last page is full, as far as that can be told without laying it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.document.chapters.room import TAG as MARKUP
from flows.document.chapters.room import Sheet, blocks, columns
from flows.document.tracing.passages import GOES_ON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLOSING = "</body>\n</html>"
TAG = re.compile(r"<(/?)(section|nav|table|tbody|ul|article|h3|li|tr)\b([^>]*)>")
HOLDERS = {"section", "nav", "table", "tbody", "ul"}
"""What holds rows and blocks: closed before a cut, and opened again behind it."""
CUT = " data-cut"
BEGINS = re.compile(r'class="(?:contents|section)[ "]')
"""Of what stands in no other: a section that begins a page."""
CONTENTS = "<nav"
HEAD = re.compile(r"\s*<colgroup>.*?</thead>", re.DOTALL)
HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)
ID = re.compile(r' id="([^"]*)"')
NEAR = 12.0  # millimetres by which several pages may be told too short
PAGES = 4  # of a chapter that may end after any of its rows


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's markup as chapters."""

    opening: str  # up to and with the tag of the body
    chapters: tuple[str, ...]
    running: tuple[str, ...]  # the heading each goes on under, from the chapter before it

    def whole(self, behind: Cut) -> str:
        """One page with all of them, and with these behind."""
        return f"{self.opening}{''.join((*self.chapters, *behind.chapters))}\n{CLOSING}\n"


@dataclass(slots=True)
class _Piece:
    """What stands between two places where a page may begin."""

    words: str
    around: tuple[str, ...]  # the tags open where it begins, a table's with its head
    begins: bool  # a section

    def blocks(self) -> Iterator[tuple[float, bool]]:
        table = next((tag for tag in self.around if tag.startswith("<table")), None)
        return blocks(self.words, columns(table or self.words))


@dataclass(slots=True)
class _Filling:
    """Where on its pages a chapter has come to."""

    sheet: Sheet
    page: int = 0
    at: float = 0.0

    def after(self, pieces: Iterable[_Piece]) -> _Filling:
        """The same with these behind it."""
        page, at, tall = self.page, self.at, self.sheet.tall
        for height, whole in (block for piece in pieces for block in piece.blocks()):
            at += height
            if at > tall:
                page, at = page + 1, height if whole else at - tall
        return _Filling(self.sheet, page, at)

    def fills(self, pages: int) -> bool:
        """Whether it has come to the end of its last page, or too near to be sure that it has not."""
        return self.page >= pages or (self.page == pages - 1 and self.at > self.sheet.tall - NEAR)


def cut(page: str, sheet: Sheet, *, behind: bool = False, pages: int | None = None) -> Cut:
    """The page cut into chapters, laid out on sheets of that size: by itself, or `behind` others.

    A chapter that may end after any of its rows has so many `pages`.
    """
    start = page.index(">", page.index("<body")) + 1
    body = page[start : page.rindex("</body>")]
    chapters = list(_chapters(list(_pieces(body)), sheet, pages or PAGES))
    nexts = [*(chapter[0].around for chapter in chapters[1:]), ()]
    first = 0 if behind else 1
    marked = (_whole(*each) for each in zip(chapters, nexts, strict=True))
    begun = tuple(_begun(one) if n >= first else one for n, one in enumerate(marked))
    return Cut(page[:start], begun, tuple(_running(chapters)))


def _pieces(body: str) -> Iterator[_Piece]:
    """The body from one place where a page may begin to the next."""
    starts: list[tuple[int, tuple[str, ...], bool]] = [(0, (), False)]
    opened: list[str] = []
    for tag in TAG.finditer(body):
        closes, name, told = tag.groups()
        if closes:
            if name in HOLDERS:
                opened.pop()
            continue
        begins = not opened and BEGINS.search(told) is not None
        if begins or CUT in told:
            starts.append((tag.start(), tuple(opened), begins))
        if name in HOLDERS:
            opened.append(_with_head(tag, body) if name == "table" else tag[0])
    starts.append((len(body), (), False))
    for (start, around, begins), (end, *_) in pairwise(starts):
        yield _Piece(body[start:end], around, begins)


def _with_head(table: re.Match[str], body: str) -> str:
    head = HEAD.match(body, table.end())
    return table[0] + (head[0] if head else "")


def _chapters(pieces: list[_Piece], sheet: Sheet, pages: int) -> Iterator[list[_Piece]]:
    """The pieces of each chapter: as many as fill its pages, never of two sections unless both are short."""
    chapter: list[_Piece] = []
    filled = _Filling(sheet)
    for number, piece in enumerate(pieces):
        more = filled.after([piece])
        ends = _apart(filled, pieces[number:]) if piece.begins else more.fills(pages)
        if ends and any(one.words.strip() for one in chapter):
            yield chapter
            chapter, more = [], _Filling(sheet).after([piece])
        chapter.append(piece)
        filled = more
    yield chapter


def _apart(filled: _Filling, ahead: list[_Piece]) -> bool:
    """Whether the section that begins there does not fit beneath what stands on its page.

    Nothing stands beneath the core, which is a chapter by itself.
    """
    if ahead[0].words.startswith(CONTENTS):
        return True
    ends = next((n for n, one in enumerate(ahead) if n and one.begins), len(ahead))
    return filled.after(ahead[:ends]).page > filled.page


def _whole(chapter: list[_Piece], ahead: tuple[str, ...]) -> str:
    """A chapter's markup: what was open before it is opened again, and what is open behind it closed."""
    words = "".join(map(_again, chapter[0].around)) + "".join(piece.words for piece in chapter)
    return words + "".join(f"</{_name(tag)}>" for tag in reversed(ahead))


def _begun(words: str) -> str:
    """The same, said to begin a page."""
    return words.replace(">", " data-chapter>", 1)


def _again(opened: str) -> str:
    """A tag opened again: it goes on with what bears the id, and its head was read before."""
    tag, end, head = opened.partition(">")
    named = ID.search(tag)
    bare = ID.sub("", tag) + f' {GOES_ON}="{named[1] if named else ""}"'
    return bare + end + head.replace("<tr", f'<tr {GOES_ON}=""', 1)


def _name(opened: str) -> str:
    return opened[1:].split(" ", 1)[0].split(">", 1)[0]


def _running(chapters: list[list[_Piece]]) -> Iterator[str]:
    """The heading of the section that each chapter goes on with; nothing where it begins one."""
    heading = ""
    for chapter in chapters:
        yield heading if chapter[0].around else ""
        found = HEADING.findall("".join(piece.words for piece in chapter))
        heading = MARKUP.sub("", found[-1]) if found else heading
