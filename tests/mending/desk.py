"""Workbooks with mistakes, editions of them side by side, and the page read back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from flows import earlier, steps
from flows.document import markup
from flows.edition import manifest, store
from flows.mending import kept
from flows.mending.page import html
from flows.order import Order
from flows.record import as_json
from flows.record.plain import json_text
from flows.workbook import problems as complaints
from tests import books

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.mending.page import Told
    from flows.record.editions import Snapshot
    from tests.books import Book

BLOCKS = {"td", "th", "dt", "dd", "p", "li", "h1", "h2", "h3", "a"}
VOID = {"meta", "link", "wbr", "br"}
FIRST, SECOND = date(2020, 6, 12), date(2020, 6, 15)


class Desk:
    """A shelf of editions, each with its data only: their pages are nobody's business here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outputs = folder / "outputs"

    def told(
        self,
        book: Book,
        previous: Snapshot | None = None,
        touch: Callable[[Workbook], None] | None = None,
        as_of: date = SECOND,
    ) -> Told:
        """What there is to tell of the workbook."""
        return self._made(book, previous, touch, as_of)[0]

    def kept(self, book: Book, touch: Callable[[Workbook], None] | None = None) -> Snapshot:
        """An edition of the first day on the shelf, as the one before."""
        told, files = self._made(book, None, touch, FIRST)
        files["record.json"] = files.pop("findings")
        files["problems.html"] = html(told).encode()
        asked = manifest.Asked("book.xlsx", "0" * 64, 1, FIRST, None, ("en",), "full", None, None)
        files[manifest.NAME] = manifest.seal(manifest.Made(asked, "final", ()), files, markup.TEMPLATES, {})
        folder = store.keep(self.outputs, "book", FIRST, files)
        return earlier.chosen(folder, SECOND)

    def _made(
        self,
        book: Book,
        previous: Snapshot | None,
        touch: Callable[[Workbook], None] | None,
        as_of: date,
    ) -> tuple[Told, dict[str, bytes]]:
        read = books.cells(books.written(self.folder / "book.xlsx", book, touch))
        cleaned = steps.clean(read)
        found = steps.find(cleaned, Order(as_of, previous=previous))
        told = kept.told(read, cleaned, found, previous)
        return told, {
            "problems.json": json_text(complaints.as_json(cleaned.problems)).encode(),
            "mending.json": kept.content(told, cleaned),
            "findings": as_json.canonical(found).encode(),
        }


@dataclass
class Page(HTMLParser):
    """A page as a browser's parser sees it: its rows by the heading above them, what leads where."""

    rows: dict[str, list[list[str]]] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)  # every address in it
    tags: Counter[str] = field(default_factory=Counter)
    scopes: Counter[str] = field(default_factory=Counter)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.ids += [told["id"]] if "id" in told else []
        self.leads += [told[name] for name in ("href", "src", "action") if name in told]
        self.scopes[told.get("scope", "")] += tag == "th"
        if tag not in VOID:
            self._open.append(tag)
        if tag == "h2":
            self._heading = ""
        if tag == "tr":
            self.rows.setdefault(self._heading, []).append([])
        if tag in {"td", "th"}:
            self.rows[self._heading][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, (tag, self._open)
        self.words += " " if tag in BLOCKS else ""

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.words += data
        if "h2" in self._open:
            self._heading += data.strip()
        elif {"td", "th"} & {*self._open}:
            self.rows[self._heading][-1][-1] += data


def page(told: Told) -> Page:
    """The page of all that."""
    found = Page()
    found.feed(html(told))
    found.close()
    found.words = " ".join(found.words.split())
    found.rows = {
        name: [[" ".join(one.split()) for one in row] for row in rows] for name, rows in found.rows.items()
    }
    return found
