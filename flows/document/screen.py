"""The briefing for a browser: the page's own markup, told what paper does without.

On a phone a row of a table becomes a block, so each cell carries the name of its column; each table says by
its roles and by the heading above it what it is; a drawing stands in the page, where it has the page's faces.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field, replace
from html import escape, unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from flows.document.markup import html

if TYPE_CHECKING:
    from flows.document.compose import Briefing

Attributes = list[tuple[str, str | None]]

SVG = "data:image/svg+xml;base64,"
DRAWING = "figure-drawing"
"""The class of a drawing of our own; a team's logo stays a picture, whatever its file says."""

PAPER_ONLY = {"data-rests", "data-chosen", "data-cut"}
"""What only the trace from a passage to its rows reads, and where a page may begin."""

ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "td": "cell",
}
"""Said in so many words: some browsers forget that a table is one when its rows are laid out as blocks."""

HEADERS = {"col": "columnheader", "row": "rowheader", "rowgroup": "rowheader"}


def screen(briefing: Briefing) -> str:
    """The briefing as one HTML file that loads nothing; the same briefing gives the same bytes."""
    annex = briefing.annex
    if annex is not None:
        annex = replace(annex, intro=f"{annex.intro} {briefing.screen.pages}")
    made = _Screen()
    made.feed(html(replace(briefing, annex=annex), layout="screen"))
    made.close()
    return "".join(made.written)


@dataclass
class _Columns:
    """The table being read: the names of its columns, and which cell of its row comes next."""

    names: list[str] = field(default_factory=list)
    naming: bool = False
    next: int = 0


class _Screen(HTMLParser):
    """Writes down what it reads, with what a browser needs besides."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._heading = 0  # how many have been read
        self._drawings = 0
        self._in: str | None = None  # the class of the last paragraph
        self._ref = False  # whether a link to a row has just begun
        self._columns = _Columns()

    def handle_decl(self, decl: str) -> None:
        self.written.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        told: Attributes = [one for one in attrs if one[0] not in PAPER_ONLY]
        if tag == "img" and dict(told).get("class") == DRAWING:
            self.written.append(self._drawn(dict(told)))
            return
        self._ref = tag == "a" and dict(told).get("class") == "ref"
        if tag == "p":
            self._in = dict(told).get("class")
        if tag in {"h2", "h3"} and "id" not in dict(told):
            self._heading += 1
            told.append(("id", f"heading-{self._heading}"))
        elif tag == "section":
            told += _named(dict(told))
        elif tag in ROLES or tag == "th":
            told += self._in_table(tag, dict(told))
        self.written.append(f"<{tag}{''.join(map(_attribute, told))}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self._columns.naming = False
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._say(f"&#{name};")

    def _say(self, words: str) -> None:
        if self._columns.naming and self._columns.names:
            self._columns.names[-1] += words
        if self._ref and words.startswith(" "):  # before the link, lest a browser underline it
            self.written.insert(-1, " ")
            words = words[1:]
        self._ref = False
        self.written.append(words)

    def _in_table(self, tag: str, told: dict[str, str | None]) -> Attributes:
        """The roles of a table and its parts; of a cell also the name of its column."""
        columns = self._columns
        if tag == "table":
            self._columns = _Columns()
            return [("role", "table"), ("aria-labelledby", f"heading-{self._heading}")]
        if tag == "thead":
            columns.naming = True
        if tag == "tr":
            columns.next = 0
        if tag == "th" and columns.naming:
            columns.names.append("")
        if tag in {"th", "td"}:
            columns.next += 1
        if tag == "td":
            return [("role", "cell"), ("data-column", self._column())]
        return [("role", HEADERS[told.get("scope") or "col"] if tag == "th" else ROLES[tag])]

    def _column(self) -> str:
        names = self._columns.names
        name = names[self._columns.next - 1] if self._columns.next <= len(names) else ""
        return unescape(name).strip()

    def _drawn(self, told: dict[str, str | None]) -> str:
        """The drawing itself, under its words; the wide one can be moved where the screen is narrow."""
        self._drawings += 1
        svg = base64.b64decode((told["src"] or "").removeprefix(SVG)).decode()
        svg = re.sub(r'(id="|url\(#)hatch', rf"\g<1>hatch-{self._drawings}", svg)
        words = escape(told.get("alt") or "")
        named = svg.replace("<svg ", f'<svg role="img" aria-label="{words}" ', 1)
        if self._in == "strip":  # its words stand beneath it too, and a narrow screen shows only those
            return named
        return f'<span role="group" tabindex="0" aria-labelledby="heading-{self._heading}">{named}</span>'


def _named(told: dict[str, str | None]) -> Attributes:
    """An anchor for a section of the core: the name of its part."""
    names = (told.get("class") or "").split()
    return [] if "id" in told or not names else [("id", names[0])]


def _attribute(one: tuple[str, str | None]) -> str:
    name, value = one
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
