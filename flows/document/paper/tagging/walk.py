"""The structure tree a screen reader walks, built from the pages as laid out.

A part is one element of the HTML, however many pages and lines it runs over: its fragments have the element
in common. So a table that fills three pages is one table, with its header once. The order is the HTML's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.document.paper.tagging.roles import BODY_OF, IN_CONTENTS, IN_LINE, NUMBERINGS, ROLES, SCOPES
from flows.document.paper.tagging.tree import Mark, Part, Spot, Tree, home, in_contents, within, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    Box = Any  # of WeasyPrint, which has no types
    Element = Any  # of its HTML tree

SVG = "{http://www.w3.org/2000/svg}"


class _Walk:
    """One page's boxes, put into the tree."""

    def __init__(self, tree: Tree, page: int, height: float, marks: dict[Box, dict[str, Any]]) -> None:
        self.tree, self.page, self.height, self.marks = tree, page, height, marks

    def children(self, box: Box, into: Part) -> None:
        for child in getattr(box, "children", ()):
            self.box(getattr(child, "_box", child), into)  # one out of the flow stands behind a placeholder

    def box(self, box: Box, into: Part) -> None:
        if box in self.marks:
            self.drawn(box, into)
        elif self.repeated(box):
            self.leave(box, "Pagination")
        elif (part := self.part(box, into)) is None:
            self.leave(box, "Layout")
        else:
            self.children(box, part)

    def drawn(self, box: Box, into: Part) -> None:
        """Take in words or a picture; a picture without words is decoration."""
        mark = Mark(self.page, self.marks.pop(box)["mcid"])
        if not hasattr(box, "replacement"):
            home(into).kids.append(mark)
            return
        into = self.linked(box, into)
        words = alternative(box.element)
        if not words:
            self.tree.left_out[mark] = "Layout"
            return
        figure = self.new("Figure", home(into), box.element)
        figure.spoken = words
        figure.layout["BBox"] = self.rectangle(box)
        figure.kids.append(mark)

    def part(self, box: Box, into: Part) -> Part | None:
        """The part this box's words belong to: its element's, wherever that began; None for decoration."""
        element, tag = box.element, box.element_tag
        if element is None or tag in {"html", "body"}:
            return into
        if tag.endswith("::marker"):
            return self.label(box)
        known = self.tree.parts.get((id(element), "words"))
        if known is None:
            known = self.begun(box, into)
            self.tree.parts[id(element), "words"] = known
        return self.linked(box, known)

    def begun(self, box: Box, into: Part) -> Part:
        """A new part for an element met for the first time; none for one that only sets words."""
        element = box.element
        kind = None if element.tag == "a" and not element.get("href") else ROLES.get(element.tag)
        language = element.get("lang") or into.speaks
        if kind is None:
            if language == into.speaks:
                return into
            kind = "Span"
        if in_contents(into, element):
            kind = IN_CONTENTS.get(kind, kind)
        made = self.new(kind, home(into) if kind in IN_LINE else into, element)
        made.speaks = language
        if kind in {"TH", "TD"}:
            made.layout.update(spans(box))
        return self.body(made)

    def body(self, made: Part) -> Part:
        """Where the words go: of a list's item into its body."""
        if made.kind not in {"LI", "TOCI"}:
            return made
        self.tree.parts[id(made.element), "item"] = made
        kind = BODY_OF["LI"] if made.kind == "LI" else IN_CONTENTS["LBody"]
        return self.new(kind, made, made.element)

    def label(self, box: Box) -> Part | None:
        """The number of a list's item, in front of its body; None for a bullet, which they all have."""
        item = self.tree.parts.get((id(box.element), "item"))
        numbering = NUMBERINGS.get(str(box.style["list_style_type"]))
        if item is None or item.around is None or numbering is None:
            return None
        item.around.layout["ListNumbering"] = numbering
        label = self.new("Lbl", item, None)
        item.kids.insert(0, item.kids.pop())
        return label

    def linked(self, box: Box, into: Part) -> Part:
        """The part within its link, where it leads somewhere; a link within a link leads nowhere else."""
        annotation = getattr(box, "link_annotation", None)
        if not annotation:
            return into
        spot = Spot(self.page, annotation)
        if into.kind == "Link" and into.element is box.element and "::" not in box.element_tag:
            into.kids.append(spot)
        elif within(into, "Link"):
            self.tree.needless.append(spot)
        else:
            into = self.new("Link", home(into), box.element)
            into.kids.append(spot)
        return into

    def repeated(self, box: Box) -> bool:
        """True for a table's header, and for what stands on every page, once they have been taken in."""
        known = self.tree.parts.get((id(box.element), "words"))
        if known is None or known.page == self.page:
            return False
        head_or_foot = getattr(box, "is_header", False) or getattr(box, "is_footer", False)
        return head_or_foot or box.style["position"] == "fixed"

    def leave(self, box: Box, why: str) -> None:
        """Leave the box and all within it out of the tree."""
        box = getattr(box, "_box", box)
        if box in self.marks:
            self.tree.left_out[Mark(self.page, self.marks.pop(box)["mcid"])] = why
        if getattr(box, "link_annotation", None):
            self.tree.needless.append(Spot(self.page, box.link_annotation))
        for child in getattr(box, "children", ()):
            self.leave(child, why)

    def new(self, kind: str, around: Part, element: Element) -> Part:
        made = Part(kind, self.page, around, around.speaks, element)
        around.kids.append(made)
        return made

    def rectangle(self, box: Box) -> tuple[float, ...]:
        """Where the picture stands on its page, in points from the lower left."""
        left, top = box.content_box_x(), box.content_box_y()
        sides = (left, self.height - top - box.height, left + box.width, self.height - top)
        return tuple(round(side * 0.75, 2) for side in sides)


def tree(pages: Iterable[tuple[Box, dict[Box, dict[str, Any]]]], language: str | None) -> Tree:
    """The tree of these pages, each a page's box and the marked content drawn on it, emptied on the way."""
    whole = Tree(Part("Document", 0, None, language))
    for number, (page, marks) in enumerate(pages):
        walk = _Walk(whole, number, page.margin_height(), marks)
        for child in page.children:
            margin = getattr(child, "at_keyword", None)
            if margin:
                walk.leave(child, "Header" if margin.startswith("@top") else "Footer")
            else:
                walk.box(child, whole.root)
    wrap(whole.root)
    return whole


def alternative(element: Element) -> Any:  # noqa: ANN401 - WeasyPrint's words
    """What is read out instead of a picture: its `alt`, or a drawing's own title."""
    if element.tag == f"{SVG}svg":
        return element.findtext(f"{SVG}title")
    return element.get("alt") or None


def spans(box: Box) -> dict[str, Any]:
    """How many columns and rows a cell takes, where more than one; what a header cell speaks for."""
    found = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
    wide = {name: number for name, number in found.items() if number != 1}
    if box.element.tag == "th":
        wide["Scope"] = SCOPES.get(box.element.get("scope"), "Column")
    return wide
