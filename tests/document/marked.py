"""A page's HTML as its marks tell it: the passages with their words, the words outside of all, the links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "col", "img", "wbr", "br"}
Key = tuple[str, tuple[str, ...], int]
"""A passage's kind, the ids it names, and which of several alike it is."""


@dataclass
class Open:
    """An element not closed yet."""

    tag: str
    rests: Key | None
    chosen: Key | None


@dataclass
class Marked(HTMLParser):
    """The marks of one page."""

    words: dict[Key, str] = field(default_factory=dict)
    chosen: dict[Key, list[Key]] = field(default_factory=dict)  # passages of a section or block, in order
    outside: list[str] = field(default_factory=list)  # words in no passage
    ids: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self._path: list[Open] = []
        self._count: Counter[object] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.ids += [told["id"]] if "id" in told else []
        self.links |= {told["href"][1:]} if told.get("href", "").startswith("#") else set()
        if tag == "img":
            self._said(told["src"] + told["alt"])
        if tag not in VOID:
            self._path.append(Open(tag, self._rests(told), self._section(told)))

    def _rests(self, told: dict[str, str]) -> Key | None:
        if "data-rests" not in told:
            return None
        kind, *ids = told["data-rests"].split()
        key = (kind, tuple(ids), self._count[kind, tuple(ids)])
        self._count[kind, tuple(ids)] += 1
        self.words[key] = ""
        for one in self._path:
            if one.chosen:
                self.chosen[one.chosen].append(key)
        return key

    def _section(self, told: dict[str, str]) -> Key | None:
        if "data-chosen" not in told:
            return None
        kind, *ids = told["data-chosen"].split()
        name = (kind, tuple(ids), len(self.chosen))
        self.chosen[name] = []
        return name

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._path.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._said(data)

    def _said(self, words: str) -> None:
        passages = [one.rests for one in self._path if one.rests]
        for key in passages:
            self.words[key] += words
        if not passages and words.strip():
            self.outside.append(words)


def marked(page: str) -> Marked:
    """The marks of the page."""
    found = Marked()
    found.feed(page)
    return found
