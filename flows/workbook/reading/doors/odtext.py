"""The words of one OpenDocument cell, in runs of one writing, with where its first link leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.reading.doors.odcells import OFFICE, TABLES
from flows.workbook.reading.values import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.workbook.reading.doors.odstyles import Styles
    from flows.workbook.reading.xmlscan import Attributes, Began

WORDS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DRAWN = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
LINKED_TO = "http://www.w3.org/1999/xlink href"
PARAGRAPH, HEADING, SPAN, LINK, SPACES, TAB, BREAK = (
    f"{WORDS} {name}" for name in ("p", "h", "span", "a", "s", "tab", "line-break")
)
ASIDE = (  # what lies in a cell but is none of its words
    f"{OFFICE} annotation", f"{DRAWN} frame", f"{DRAWN} custom-shape", f"{DRAWN} g", f"{DRAWN} rect",
    f"{TABLES} shapes", f"{WORDS} ruby-text", f"{WORDS} note",
)  # fmt: skip
SPACE = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 10_000


class Text:
    """Listens to the elements within a cell."""

    def __init__(self, styles: Styles) -> None:
        """Ready for the first cell; `styles` say which words are struck through."""
        self.styles = styles
        self.runs: list[Run] = []
        self.link: str | None = None
        self.spans: list[bool | None] = []
        self.aside = 0
        self.listening = self.in_paragraph = False
        self.paragraphs = 0

    def began(self) -> dict[str, Began]:
        """What to do where an element begins."""
        return {
            PARAGRAPH: self._paragraph, HEADING: self._paragraph, SPAN: self._span, LINK: self._link,
            SPACES: self._spaces, TAB: lambda _: self._put("\t"), BREAK: lambda _: self._put("\n"),
            **dict.fromkeys(ASIDE, self._aside),
        }  # fmt: skip

    def ended(self) -> dict[str, Callable[[], object]]:
        """What to do where an element ends."""
        return {
            PARAGRAPH: self._paragraph_ended, HEADING: self._paragraph_ended, SPAN: self._span_ended,
            **dict.fromkeys(ASIDE, self._aside_ended),
        }  # fmt: skip

    def start(self) -> None:
        """A cell begins."""
        self.runs, self.link, self.spans = [], None, []
        self.aside = self.paragraphs = 0
        self.listening, self.in_paragraph = True, False

    def stop(self) -> tuple[tuple[Run, ...] | None, str | None]:
        """The cell's words, None where it has no paragraph, and its link."""
        self.listening = False
        return (tuple(self.runs) if self.paragraphs else None), self.link

    def add(self, letters: str) -> None:
        """Letters as they stand: white space of any length is one space, and none begins a paragraph."""
        if not self.listening or not self.in_paragraph or self.aside:
            return
        plain = SPACE.sub(" ", letters)
        so_far = self.runs[-1].text if self.runs else ""
        if plain.startswith(" ") and (not so_far or so_far.endswith((" ", "\n"))) and not self._spelt_out:
            plain = plain[1:]
        self._put(plain)
        self._spelt_out = False

    _spelt_out = False  # the last space was typed as an element of its own: the next one counts

    def _put(self, letters: str) -> None:
        if not letters or not self.listening or self.aside:
            return
        struck = next((each for each in reversed(self.spans) if each is not None), None)
        if self.runs and self.runs[-1].struck == struck:
            self.runs[-1] = Run(self.runs[-1].text + letters, struck)
        else:
            self.runs.append(Run(letters, struck))

    def _paragraph(self, _attributes: Attributes) -> None:
        if not self.listening or self.aside:
            return
        if self.paragraphs:
            self._put("\n")
        self.paragraphs += 1
        self.in_paragraph, self._spelt_out = True, False

    def _paragraph_ended(self) -> None:
        self.in_paragraph = self.in_paragraph and bool(self.aside)

    def _span(self, attributes: Attributes) -> None:
        self.spans.append(self.styles.words.get(attributes.get(f"{WORDS} style-name", "")))

    def _span_ended(self) -> None:
        if self.spans:
            self.spans.pop()

    def _link(self, attributes: Attributes) -> None:
        if self.listening and not self.aside and self.link is None:
            self.link = attributes.get(LINKED_TO) or None

    def _spaces(self, attributes: Attributes) -> None:
        typed = attributes.get(f"{WORDS} c", "1")
        number = int(typed[:6]) if typed.isascii() and typed.isdecimal() else 1
        self._put(" " * min(number, MOST_SPACES))
        self._spelt_out = True

    def _aside(self, _attributes: Attributes) -> None:
        self.aside += 1

    def _aside_ended(self) -> None:
        self.aside -= 1
