"""Chapters bound into one PDF: pages, links, bookmarks and the structure tree. pikepdf's door."""

from __future__ import annotations

import io
import warnings
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, PageCopyWarning, Pdf, String

from flows.document.chapters.chapter import anchors, starts
from flows.document.paper.tagging.links import ELSEWHERE, leading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pikepdf import Object

    from flows.document.chapters.chapter import Chapter

APART = Name("/Part")


def bound(base: bytes, chapters: Sequence[Chapter], frames: Sequence[Chapter]) -> bytes:
    """One PDF of all the chapters' pages, each under its frame; the same bytes for the same parts.

    `base` is a PDF of one page with all the faces, and with whatever is said of the document as a whole.
    """
    with Pdf.open(io.BytesIO(base)) as pdf:
        binder = _Binder(pdf, sum(len(chapter.pages) for chapter in chapters))
        for chapter in chapters:
            binder.add(chapter)
        binder.lead(_places(chapters))
        binder.frame(frames)
        binder.finish(chapters)
        target = io.BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
        )
    return target.getvalue()


def _places(chapters: Iterable[Chapter]) -> dict[str, str]:
    """The words of each place that a link may lead to."""
    found: dict[str, str] = {}
    for chapter in chapters:
        for name, words in chapter.places.items():
            found.setdefault(name, words)
    return found


class _Binder:
    """The PDF that the chapters are bound into."""

    def __init__(self, pdf: Pdf, count: int) -> None:
        self.pdf, self.count = pdf, count
        first = pdf.pages[0]
        self.faces, self.colours = first.Resources.Font, first.Resources.ColorSpace
        del pdf.pages[0]
        self.document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
        self.numbers: list[Object] = []  # whose the marked contents of each page are
        self.spots: list[Object] = []  # whose each link's place is
        self.names: list[tuple[bytes, Object]] = []  # header cells by their names
        self.outward: list[Object] = []  # links to other chapters

    def add(self, chapter: Chapter) -> None:
        """A chapter's pages and its part of the structure tree."""
        with Pdf.open(io.BytesIO(chapter.pdf)) as part:
            before = len(self.pdf.pages)
            if "/Names" in part.Root:
                del part.Root.Names  # where links lead is told for the whole
            with warnings.catch_warnings():  # it warns of links that lead nowhere: they are led below
                warnings.simplefilter("ignore", PageCopyWarning)
                self.pdf.pages.extend(part.pages)
            tree = self.pdf.copy_foreign(part.make_indirect(part.Root.StructTreeRoot))
        numbers = list(tree.ParentTree.Nums)[1::2]
        pages = len(chapter.pages)
        self.numbers += numbers[:pages]
        self._number(before, numbers[pages:])
        whole = tree.K
        whole.S, whole.P = APART, self.document
        self.document.K.append(whole)
        if "/IDTree" in tree:
            names = list(tree.IDTree.Names)
            self.names += zip(map(bytes, names[::2]), names[1::2], strict=True)

    def _number(self, before: int, spots: list[Object]) -> None:
        """Tell each page, and each link on it, whose it is by its number in the whole."""
        shift = self.count + len(self.spots)
        pages = len(self.pdf.pages) - before
        for name, face in self.faces.items():  # one empty list of faces is shared by all that is drawn in it
            self.pdf.pages[before].obj.Resources.Font[name] = face
        for number in range(before, before + pages):
            page = self.pdf.pages[number].obj
            page.StructParents = number
            page.Resources.ColorSpace = self.colours
            for link in page.get("/Annots", ()):
                link.StructParent = int(link.StructParent) - pages + shift
                if "/A" in link and str(link.A.URI).startswith(ELSEWHERE):
                    self.outward.append(link)
        self.spots += spots

    def lead(self, places: dict[str, str]) -> None:
        """Have each link to another chapter lead there, and say where."""
        for link in self.outward:
            name = str(link.A.URI).removeprefix(ELSEWHERE)
            del link.A
            link.Dest = String(name)
            link.Contents = String(leading(str(link.Contents), places[name]))

    def frame(self, frames: Iterable[Chapter]) -> None:
        """Draw on each page what runs at its head and foot."""
        save, restore = (self.pdf.make_stream(each) for each in (b"q", b"Q"))
        number = 0
        for part in frames:
            with Pdf.open(io.BytesIO(part.pdf)) as sheets:
                for sheet in sheets.pages:
                    page = self.pdf.pages[number].obj
                    drawn = self.pdf.copy_foreign(sheets.make_indirect(sheet.obj.Contents))
                    page.Contents = Array([save, page.Contents, restore, drawn])
                    number += 1

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """What leads to the pages, and the root of the structure tree."""
        root = self.pdf.Root
        if "/Names" not in root:
            root.Names = Dictionary()
        root.Names.Dests = Dictionary(Names=_in_order(self._places(chapters)))
        numbers = enumerate([*self.numbers, *self.spots])
        tree = Dictionary(
            Type=Name.StructTreeRoot,
            K=self.document,
            ParentTree=Dictionary(Nums=Array(chain.from_iterable(numbers))),
        )
        if self.names:
            tree.IDTree = Dictionary(Names=_in_order(self.names))
        root.StructTreeRoot = self.document.P = self.pdf.make_indirect(tree)
        self.document.Lang = root.Lang
        self._bookmarks(chapters)

    def _places(self, chapters: Sequence[Chapter]) -> Iterator[tuple[bytes, Object]]:
        pages = [page.obj for page in self.pdf.pages]
        for name, number, x, y in anchors(chapters):
            yield name.encode(), Array([pages[number], Name.XYZ, x, y, 0])

    def _bookmarks(self, chapters: Sequence[Chapter]) -> None:
        with self.pdf.open_outline() as outline:
            above: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
            for start, chapter in starts(chapters):
                for one in chapter.bookmarks:
                    item = OutlineItem(one.words, start + one.page, "XYZ", left=one.x, top=one.y, zoom=0)
                    while above[-1][0] >= one.level:
                        above.pop()
                    above[-1][1].append(item)
                    above.append((one.level, item.children))


def _in_order(named: Iterable[tuple[bytes, Object]]) -> Array:
    """What is found by its name, as a PDF lists it."""
    ordered = sorted(named, key=itemgetter(0))
    return Array(chain.from_iterable((String(name), found) for name, found in ordered))
