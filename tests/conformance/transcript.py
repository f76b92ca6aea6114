"""What a screen reader says of a PDF, line by line: headings, lists, tables, links, pictures, languages.

# Title                     a heading, its level by the number of signs
- an item                   of a list
table 3 rows, 2 columns     then a line for each row; a header cell in brackets ‹ ›
link ⟦ [A001] → Amazon ⟧    a link's words, and what it says of where it leads if that is more
picture: ...                by its alternative text
⟨fr⟩ ... ⟨/fr⟩              words in another language
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.conformance import aloud
from tests.conformance.aloud import Heard, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = {"Document", "Part", "Art", "Sect", "Div", "TOC", "L", "THead", "TBody", "TFoot"}
ITEMS = {"LI": "- ", "TOCI": "- "}
ROW = {"TH", "TD"}


def transcript(pdf: bytes) -> str:
    """The whole document, as lines."""
    document = aloud.heard(pdf)
    return "\n".join([f"language: {document.language}", *lines(document)]) + "\n"


def lines(heard: Heard) -> Iterator[str]:
    """What is said of an element that holds others."""
    for one in heard.within:
        assert isinstance(one, Heard), f"bare words in {heard.kind}"
        if one.kind in GROUPS:
            yield from lines(one)
        elif one.kind == "Table":
            yield from table(one)
        elif one.kind == "BlockQuote":
            yield from (f"> {line}" for line in lines(one))
        elif re.fullmatch("H[1-6]", one.kind):
            yield f"{'#' * int(one.kind[1])} {words(one)}"
        elif one.kind == "Figure":
            yield f"picture: {one.alternative}"
        else:
            yield ITEMS.get(one.kind, "") + words(one)


def table(heard: Heard) -> Iterator[str]:
    """A table's size, then its rows."""
    rows = [[cell for cell in row.within if isinstance(cell, Heard)] for row in heard.every("TR")]
    assert all(cell.kind in ROW for row in rows for cell in row)
    yield f"table {len(rows)} rows, {max(map(len, rows))} columns"
    for row in rows:
        yield "  " + " | ".join(f"‹{words(cell)}›" if cell.kind == "TH" else words(cell) for cell in row)


def words(heard: Heard) -> str:
    """What is in an element, on one line, with what is said of links, pictures and languages among them."""
    flat = Heard(heard.kind, within=list(pieces(heard)))
    return flat.words()


def pieces(heard: Heard) -> Iterator[Said]:
    """Its words, with what is said around them."""
    opening, closing = around(heard)
    yield Said(opening, None)
    if heard.alternative:
        yield Said(f" picture: {heard.alternative} ", None)
    for one in heard.within:
        if isinstance(one, Heard):
            yield from pieces(one)
        elif not heard.alternative:
            yield one
    yield Said(closing, None)


def around(heard: Heard) -> tuple[str, str]:
    """What is said before and after an element's words."""
    if heard.kind == "Link":
        own, leads = heard.words(), heard.leads
        return " link ⟦", "⟧" if leads == own else f" → {leads}⟧"
    if heard.language:
        return f"⟨{heard.language}⟩", f"⟨/{heard.language}⟩"
    return "", ""
