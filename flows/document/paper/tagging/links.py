"""What a link says of where it leads, for those who hear it and those who point at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Element = Any  # of WeasyPrint's HTML tree
    Box = Any

ELSEWHERE = "elsewhere:"
"""What stands before the id that a link leads to in another chapter, which is bound to it later."""
LONGEST = 100  # characters: enough to know the place by
SPEAKING = re.compile(r"[^\W\d_]{3}")  # a word; an id or a page number has none
RAW = re.compile(r"\s*\bhttps?://\S*[^\s.,;]")  # nobody wants it read out letter by letter
BLOCKS = frozenset({"li", "p", "td", "th", "tr", "h1", "h2", "h3", "section", "article", "blockquote"})


@dataclass(frozen=True, slots=True)
class Targets:
    """The elements a link may lead to, by id; and what stands around each link to the web."""

    by_id: Mapping[str, Element]
    around: Mapping[Element, Element]

    @classmethod
    def of(cls, pages: Iterable[Box]) -> Targets:
        """Those of the HTML these pages were laid out from."""
        by_id: dict[str, Element] = {}
        around: dict[Element, Element] = {}
        for root in {id(page.children[0].element): page.children[0].element for page in pages}.values():
            for element in root.iter():
                if element.get("id"):
                    by_id.setdefault(element.get("id"), element)
                if element.tag in BLOCKS:
                    around.update((link, element) for link in element.iter("a"))
        return cls(by_id, around)


def said(link: Element, targets: Targets) -> str:
    """Its own words; where those are an id, a page number or an address, the words of the place instead.

    Of a page of the web these are what is printed before its address, which names its publisher and title.
    """
    own = words(link)
    address = link.get("href") or ""
    if address.startswith(ELSEWHERE):
        return own
    if address.startswith("#"):
        target = targets.by_id.get(address[1:])
        return own if target is None else leading(own, words(target))
    if "://" not in own and SPEAKING.search(own):
        return own
    block = targets.around.get(link)
    return own if block is None else shortened(before(block, link)) or own


def leading(own: str, place: str) -> str:
    """What a link to a place of the document says: its own words, or those of the place where it has none."""
    return own if SPEAKING.search(own) else joined(own, place)


def place(element: Element) -> str:
    """As many of a place's words as a link that leads there may be told with."""
    return RAW.sub("", words(element))[: 2 * LONGEST]


def joined(own: str, place: str) -> str:
    """The link's words in front of the place's, unless those begin with them."""
    bare = own.strip("[] ")
    return shortened(place if place.startswith(bare) else f"{bare} – {place}" if place else own)


def before(block: Element, link: Element) -> str:
    """What is printed in the block in front of the link."""
    found: list[str] = []
    _until(block, link, found)
    return " ".join("".join(found).split()).rstrip(" .,:")


def _until(element: Element, link: Element, found: list[str]) -> bool:
    if element is link:
        return True
    found.append(element.text or "")
    for child in element:
        if _until(child, link, found):
            return True
        found.append(child.tail or "")
    return False


def words(element: Element) -> str:
    """All it prints, on one line; of a table's row its cells one after the other."""
    if element.tag == "tr":
        return " ".join(words(cell) for cell in element)
    return " ".join("".join(element.itertext()).split())


def shortened(text: str) -> str:
    """At most so much of it without addresses, cut between words."""
    text = RAW.sub("", text)
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
