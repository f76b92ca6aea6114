"""The structure tree while it grows: parts within parts, and in them what is drawn on the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from flows.document.paper.tagging.roles import GROUPS

Element = Any  # of WeasyPrint's HTML tree


class Mark(NamedTuple):
    """Words or a picture as drawn: the number of its marked content on its page."""

    page: int
    number: int


class Spot(NamedTuple):
    """A place on a page that leads somewhere: one line of a link."""

    page: int
    annotation: Any


@dataclass(slots=True, eq=False)
class Part:
    """An element of the tree while it grows: further pages may add to it."""

    kind: str
    page: int  # where it begins
    around: Part | None
    speaks: str | None = None  # its language
    element: Element = None
    implied: bool = False  # a paragraph the HTML does not spell out
    kids: list[Part | Mark | Spot] = field(default_factory=list)
    layout: dict[str, Any] = field(
        default_factory=dict
    )  # of a cell its spans and scope, of a picture its place
    spoken: str | None = None  # a picture's alternative text


@dataclass(slots=True)
class Tree:
    """The whole tree, and what of the pages is in none of its parts."""

    root: Part
    left_out: dict[Mark, str] = field(default_factory=dict)  # running heads and repeated headers -> which
    needless: list[Spot] = field(default_factory=list)  # links within a link
    parts: dict[tuple[int, str], Part] = field(default_factory=dict)


def home(into: Part) -> Part:
    """The part for bare words: within a group a paragraph, the one begun by the words just before."""
    if into.kind not in GROUPS:
        return into
    last = into.kids[-1] if into.kids else None
    if isinstance(last, Part) and last.implied:
        return last
    made = Part("P", into.page, into, into.speaks, implied=True)
    into.kids.append(made)
    return made


def within(part: Part | None, kind: str) -> bool:
    """Whether it is, or stands in, a part of that kind."""
    while part is not None:
        if part.kind == kind:
            return True
        part = part.around
    return False


def in_contents(part: Part | None, element: Element) -> bool:
    """Whether the element is a list of the table of contents, or an item of one."""
    if element.tag not in {"ul", "ol", "li"}:
        return False
    while part is not None:
        if part.element is not None and part.element.tag == "nav":
            return True
        part = part.around
    return False


def wrap(part: Part) -> None:
    """Give the bare words beside other parts a part of their own: not every reader keeps the order else."""
    parts = [kid for kid in part.kids if isinstance(kid, Part)]
    if parts and any(isinstance(kid, Mark) for kid in part.kids):
        kids, part.kids = part.kids, []
        for bare, run in groupby(kids, lambda kid: isinstance(kid, Mark)):
            if bare:
                marks = list(run)
                part.kids.append(Part("Span", part.page, part, part.speaks, kids=marks))
            else:
                part.kids.extend(run)
    for each in parts:
        wrap(each)
