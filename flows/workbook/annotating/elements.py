"""The elements of a part, each with the place of its tags, so that it can be edited without being rebuilt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

ROWS_BEGIN = re.compile(rb"<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?(?<!/)>")
ROWS_END = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")
TAG = re.compile(rb"<[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(rb"\s([^\s=/>]+)\s*=\s*(\"[^\"]*\"|'[^']*')")


@dataclass(slots=True, eq=False)
class Element:
    """One element; places are bytes of the part's text in UTF-8."""

    name: str  # "namespace local"
    prefix: str  # with its colon: "x:"; "" without one
    attributes: dict[str, str]  # "namespace local", or "local" alone
    prefixes: dict[str, str]  # of its attributes, by namespace
    parent: Element | None
    start: int  # of its first tag
    inner: int  # just after its first tag
    empty: bool  # written as one tag: <x/>
    close: int = 0  # of its last tag
    end: int = 0  # just after its last tag
    text: str = ""  # directly in it
    children: list[Element] = field(default_factory=list)

    @property
    def local(self) -> str:
        """Its name without the namespace."""
        return self.name.rpartition(" ")[2]


def scanned(text: bytes) -> Element:
    """The part's outermost element, with all in it but what is within `sheetData`.

    A sheet's rows are most of it, and nothing here looks into them. They are known to be well formed.

    Raises `ExpatError` where the rest is not.
    """
    return _Scan(text).root


class _Scan:
    """One pass over a part."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.open: list[Element] = []
        self.top: Element | None = None
        self.rows = _rows(text)
        parser = expat.ParserCreate("utf-8", " ")
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self.parser = parser
        parser.Parse(memoryview(text)[: self.rows.start])
        parser.Parse(memoryview(text)[self.rows.stop :], True)  # noqa: FBT003 - expat takes no name for "this is all"

    @property
    def root(self) -> Element:
        if self.top is None:
            raise expat.ExpatError
        return self.top

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name, prefix = _split(tag)
        at = self._at()
        found = TAG.match(self.text, at)
        after = found.end() if found else at
        parent = self.open[-1] if self.open else None
        named = {_split(key): value for key, value in attributes.items()}
        element = Element(
            name,
            f"{prefix}:" if prefix else "",
            {key: value for (key, _), value in named.items()},
            {key.partition(" ")[0]: short for key, short in named if short},
            parent,
            at,
            after,
            self.text[after - 2 : after] == b"/>",
        )
        self.top = self.top or element
        if parent is not None:
            parent.children.append(element)
        self.open.append(element)

    def _end(self, _tag: str) -> None:
        element = self.open.pop()
        element.close = element.inner if element.empty else self._at()
        element.end = element.inner if element.empty else self.text.index(b">", element.close) + 1

    def _at(self) -> int:
        """How far into the whole part the parser has come."""
        index = self.parser.CurrentByteIndex
        return index if index < self.rows.start else index + self.rows.stop - self.rows.start

    def _characters(self, text: str) -> None:
        self.open[-1].text += text


def _rows(text: bytes) -> range:
    """Where a sheet's rows lie; nowhere in a part without any."""
    first = ROWS_BEGIN.search(text)
    last = text.rfind(b"sheetData")
    last = text.rfind(b"</", 0, last) if first else -1
    end = ROWS_END.match(text, last) if last >= 0 else None
    if first is None or end is None or _within_another(text, last):
        return range(len(text), len(text))
    return range(first.end(), last)


def _within_another(text: bytes, at: int) -> bool:
    """Whether a place is in the midst of a remark, or of what is no markup."""
    # One that does not come any more, -1, counts as past the end.
    spans = ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"))
    return any(0 <= text.find(last, at) < text.find(first, at) % (len(text) + 1) for first, last in spans)


def _split(tag: str) -> tuple[str, str]:
    """The name with its namespace, and its prefix: of "namespace local prefix" or less."""
    parts = tag.split(" ")
    return " ".join(parts[:2]), parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - as just said


def attribute(text: bytes, element: Element, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute written under that name lies, without its quotes; None without it."""
    for found in ATTRIBUTE.finditer(text, element.start, element.inner):
        if found[1].decode() == name:
            return found.start(2) + 1, found.end(2) - 1
    return None
