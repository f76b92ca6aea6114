"""A PDF as a screen reader goes through it: by its structure tree, not by where things stand on the page."""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

Line = tuple[int, float]  # a page and the height of a line on it


@dataclass(slots=True)
class Said:
    """Something read out: words in a line of the page."""

    words: str
    line: Line | None  # None where there is no ink


SPACE = Said(" ", None)  # pdfium does not list what leaves no ink


@dataclass(slots=True)
class Heard:
    """An element of the tree as it is heard: what it is, in which language, and what is in it."""

    kind: str
    language: str | None = None  # where it is not the one around it
    alternative: str | None = None
    leads: str | None = None  # what its link says of where it leads
    header_of: str | None = None  # a header cell's scope
    within: list[Heard | Said] = field(default_factory=list)

    def every(self, kind: str) -> Iterator[Heard]:
        """The elements of that kind in it, in reading order."""
        for one in self.within:
            if isinstance(one, Heard):
                if one.kind == kind:
                    yield one
                yield from one.every(kind)

    def words(self) -> str:
        """All the words in it, on one line: one cut at a line's end is whole again."""
        text, last = "", None
        for one in said(self):
            if last and one.line and one.line != last:
                broken = text.endswith("-") and one.words[:1].islower()
                text = text[:-1] if broken else f"{text} "
            text, last = text + one.words, one.line or last
        return " ".join(text.split())


def said(heard: Heard) -> Iterator[Said]:
    """Every piece of words in it, in reading order; instead of a picture its alternative text."""
    if heard.alternative:
        yield Said(f" {heard.alternative} ", None)
    for one in heard.within:
        if isinstance(one, Said):
            if not heard.alternative:
                yield one
        else:
            yield from said(one)


def heard(pdf: bytes) -> Heard:
    """The whole document."""
    drawn = marked(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        root = document.Root["/StructTreeRoot"]["/K"]
        return element(root, 0, pages, drawn)


def element(tag: Any, page: int, pages: dict[Any, int], drawn: dict[tuple[int, int], Said]) -> Heard:  # noqa: ANN401
    """One element and all within it."""
    page = pages[tag["/Pg"].objgen] if "/Pg" in tag else page
    attributes = tag.get("/A", {})
    made = Heard(
        kind=str(tag["/S"])[1:],
        language=str(tag["/Lang"]) if "/Lang" in tag else None,
        alternative=str(tag["/Alt"]) if "/Alt" in tag else None,
        header_of=str(attributes["/Scope"])[1:] if "/Scope" in attributes else None,
    )
    for kid in tag["/K"]:
        if isinstance(kid, int):
            made.within.append(drawn.get((page, kid), SPACE))
        elif "/S" in kid:
            made.within.append(element(kid, page, pages, drawn))
        elif "/MCID" in kid:
            made.within.append(drawn.get((pages[kid["/Pg"].objgen], int(kid["/MCID"])), SPACE))
        else:
            made.leads = str(kid["/Obj"]["/Contents"])
    return made


def marked(pdf: bytes) -> dict[tuple[int, int], Said]:
    """The words of each marked content, by its page and its number."""
    pieces: dict[tuple[int, int], list[str]] = defaultdict(list)
    lines: dict[tuple[int, int], Line] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for drawn in page.get_objects():
                at = (number, raw.FPDFPageObj_GetMarkedContentID(drawn.raw))
                pieces[at] += [worded(drawn, text)] if drawn.type == raw.FPDF_PAGEOBJ_TEXT else []
                lines.setdefault(at, (number, round(drawn.get_matrix().f, 1)))
    return {at: Said("".join(words), lines[at]) for at, words in pieces.items()}


def worded(drawn: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    """The words of one text on the page."""
    size = raw.FPDFTextObj_GetText(drawn.raw, text.raw, None, 0)
    kept = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(drawn.raw, text.raw, kept, size)
    return bytes(kept).decode("utf-16-le").rstrip("\0").replace("\x02", "-")  # a hyphen at a line's end
