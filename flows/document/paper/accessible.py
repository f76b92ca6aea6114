"""What a screen reader is given: the structure tree in the PDF, in place of WeasyPrint's own.

WeasyPrint begins every part anew on each page, wraps every line, and calls a running head a part of the
text. Here a part is whole, a header cell says what it speaks for, a link says where it leads, and what only
belongs to the page is no part of the text. The only door to pydyf, whose objects a PDF is written from.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pydyf

from flows.document.paper.tagging.headers import headers
from flows.document.paper.tagging.links import Targets, said
from flows.document.paper.tagging.roles import MEANT_WHEN_EMPTY
from flows.document.paper.tagging.tree import Mark, Part, Spot
from flows.document.paper.tagging.walk import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.document.paper.tagging.tree import Tree

    Pdf = Any  # pydyf.PDF
    Document = Any  # weasyprint.Document

OWNERS = {"Scope": "Table", "ColSpan": "Table", "RowSpan": "Table", "ListNumbering": "List", "BBox": "Layout"}


class Written(pydyf.Object):  # type: ignore[misc]
    """An object of the PDF whose bytes are set once it is known what it refers to."""

    def __init__(self) -> None:
        """An object without bytes yet."""
        super().__init__()
        self.written = b""

    @property
    def data(self) -> bytes:
        """The object as it stands in the file."""
        return self.written


def tagged(pdf: Pdf, document: Document, _version: object, streams: list[Any], names: bytes = b"") -> None:
    """Put the structure tree into the PDF; called by WeasyPrint once all pages are drawn.

    The names of header cells begin with `names`.
    """
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - WeasyPrint has no other way to them
    marks = [stream._tags for stream in streams]  # noqa: SLF001 - as for the pages
    counts = [len(each) for each in marks]
    found = tree(zip(pages, marks, strict=True), document.metadata.lang)
    for stream, left_out in zip(streams, _by_page(found, len(pages)), strict=True):
        _leave_out(stream, left_out)
    _unlink(pdf, found.needless)
    _Writer(pdf, counts).write(found.root, Targets.of(pages), names)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _by_page(found: Tree, pages: int) -> list[dict[int, str]]:
    numbers: list[dict[int, str]] = [{} for _ in range(pages)]
    for mark, why in found.left_out.items():
        numbers[mark.page][mark.number] = why
    return numbers


def _leave_out(stream: Any, left_out: dict[int, str]) -> None:  # noqa: ANN401 - pydyf's
    """Mark in the page's own drawing what a screen reader passes over, and why."""
    if not left_out:
        return
    items = stream.stream
    for place, item in enumerate(items):
        why = left_out.get(item.get("MCID", -1)) if isinstance(item, pydyf.Dictionary) else None
        if why == "Layout":
            items[place - 1 : place + 1] = [b"/Artifact", b"<</Type/Layout>>"]
        elif why:
            kind = b"" if why == "Pagination" else b"/Subtype/" + why.encode()
            items[place - 1 : place + 1] = [b"/Artifact", b"<</Type/Pagination" + kind + b">>"]


def _unlink(pdf: Pdf, needless: list[Spot]) -> None:
    """Take links within links, and those of repeated headers, off their pages."""
    gone: dict[int, set[bytes]] = defaultdict(set)
    for spot in needless:
        gone[spot.page].add(spot.annotation.reference)
        spot.annotation.clear()  # the object stays, so that no other is renumbered
    numbers = pdf.pages["Kids"][::3]
    for page, references in gone.items():
        whole = pdf.objects[numbers[page]]
        left = [each for each in whole["Annots"] if each not in references]
        if left:
            whole["Annots"] = pydyf.Array(left)
        else:
            del whole["Annots"]


class _Writer:
    """The tree as objects of the PDF, each part with what it refers to."""

    def __init__(self, pdf: Pdf, counts: list[int]) -> None:
        self.pdf, self.pages = pdf, pdf.page_references
        self.nums = [[b"null"] * count for count in counts]  # whose each page's marked contents are
        self.spots: list[bytes] = []  # whose each link's place is
        self.names: dict[bytes, bytes] = {}  # a header cell's name -> the cell

    def write(self, document: Part, targets: Targets, names: bytes = b"") -> None:
        """Write the whole tree, and what leads from the pages back into it."""
        root = Written()
        self.pdf.add_object(root)
        named = headers(document, names)
        self.parts = {part: Written() for part in said_something(document)}
        for each in self.parts.values():
            self.pdf.add_object(each)
        for part, each in self.parts.items():
            above = self.parts[part.around] if part.around else root
            each.written = self.one(part, each.reference, above.reference, named, targets)
        root.written = self.root(self.parts[document].reference)
        self.pdf.catalog["StructTreeRoot"] = root.reference

    def one(
        self,
        part: Part,
        reference: bytes,
        above: bytes,
        named: dict[Part, tuple[bytes | None, tuple[bytes, ...]]],
        targets: Targets,
    ) -> bytes:
        """One part: its kind, where it stands, what it holds, and all that is said of it."""
        page = next((kid.page for kid in part.kids if not isinstance(kid, Part)), None)
        kids = b" ".join(self.kids(part, reference, page, targets))
        pieces = [b"<</Type/StructElem/S/", part.kind.encode(), b"/P ", above, b"/K[", kids, b"]"]
        if page is not None:
            pieces += [b"/Pg ", self.pages[page]]
        if part.around is None or part.speaks != part.around.speaks:
            pieces += [b"/Lang", pydyf.String(part.speaks or "").data]
        if part.spoken:
            pieces += [b"/Alt", pydyf.String(part.spoken).data]
        name, over = named.get(part, (None, ()))
        if name:
            self.names[name] = reference
            pieces += [b"/ID(", name, b")"]
        pieces += [*attributes(part, over), b">>"]
        return b"".join(pieces)

    def kids(self, part: Part, reference: bytes, page: int | None, targets: Targets) -> Iterator[bytes]:
        """What a part holds, in reading order."""
        for kid in part.kids:
            if isinstance(kid, Part):
                if kid in self.parts:
                    yield self.parts[kid].reference
            elif isinstance(kid, Mark):
                self.nums[kid.page][kid.number] = reference
                number = b"%d" % kid.number
                elsewhere = b"<</Type/MCR/Pg %b/MCID %b>>" % (self.pages[kid.page], number)
                yield number if kid.page == page else elsewhere
            else:
                yield self.spot(kid, part, reference, targets)

    def spot(self, spot: Spot, part: Part, reference: bytes, targets: Targets) -> bytes:
        """One place of a link, which from now on says where it leads."""
        spot.annotation["StructParent"] = len(self.pages) + len(self.spots)
        spot.annotation["Contents"] = pydyf.String(said(part.element, targets))
        self.spots.append(reference)
        return b"<</Type/OBJR/Obj %b/Pg %b>>" % (spot.annotation.reference, self.pages[spot.page])

    def root(self, document: bytes) -> bytes:
        """The root: the document, whose each marked content is, and the names of header cells."""
        pages = [b"%d[%b]" % (number, b" ".join(each)) for number, each in enumerate(self.nums)]
        spots = [b"%d %b" % (number, each) for number, each in enumerate(self.spots, len(pages))]
        names = b"".join(b"(%b)%b" % each for each in sorted(self.names.items()))
        by_name = b"/IDTree<</Names[" + names + b"]>>" if names else b""
        whole = (document, b"".join(pages), b" ".join(spots), by_name)
        return b"<</Type/StructTreeRoot/K %b/ParentTree<</Nums[%b%b]>>%b>>" % whole


def said_something(part: Part) -> Iterator[Part]:
    """The parts a screen reader has something to say of, each before those within it."""
    yield part
    for kid in part.kids:
        if isinstance(kid, Part) and (kid.kind in MEANT_WHEN_EMPTY or speaking(kid)):
            yield from said_something(kid)


def speaking(part: Part) -> bool:
    """Whether there is a word or a picture in it, or a cell of a table."""
    return part.kind in MEANT_WHEN_EMPTY or any(
        not isinstance(kid, Part) or speaking(kid) for kid in part.kids
    )


def attributes(part: Part, over: tuple[bytes, ...]) -> list[bytes]:
    """What is said of a part beside its kind: a cell's scope, spans and headers, a list's labels."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for name, value in part.layout.items():
        if name == "BBox":
            worded = b"[" + " ".join(f"{side:g}" for side in value).encode() + b"]/Placement/Block"
        else:
            worded = b"/" + value.encode() if isinstance(value, str) else b" %d" % value
        found[OWNERS[name]].append(b"/" + name.encode() + worded)
    if over:
        found["Table"].append(b"/Headers[" + b"".join(b"(" + name + b")" for name in over) + b"]")
    if not found:
        return []
    owned = [b"<</O/" + owner.encode() + b"".join(each) + b">>" for owner, each in found.items()]
    return [b"/A", owned[0]]  # no part has attributes of two owners
