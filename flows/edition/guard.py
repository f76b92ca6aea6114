"""What may leave the house, and whether a secret stands in it: asked of each file before it goes.

A second look, at the finished bytes. That nothing hidden is printed is seen to where pages and data are made;
here it is enough to find words in one piece, and to raise no alarm over what is printed anyway.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from flows.document import LANGUAGES, file, markup
from flows.document.paper import versions
from flows.edition import texts
from flows.edition.refusals import CannotKeep
from flows.edition.texts import squeezed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LEAVES = (
    *(file(language, kind) for language in LANGUAGES for kind in ("pdf", "html")),
    "record.json",
    "changes.json",
)
"""The files of an edition that may go out: the document and the data, nothing that speaks of the workbook.

Not problems.json and to-fix.xlsx, which quote the team's cells; not trace.json, which maps its workbook; not
manifest.json, which names it. A file that is not named here does not go, whatever its name.
"""

SHORTEST = 8  # letters and digits: fewer stand in any page by accident
LEAST_ADDRESS = 5  # of an address: x@y.fr
OURS = ("document", "record", "workbook/schema")  # where the words are that pages and data are made with
LONGEST_RUN = 40  # words of a cell in one piece

PIECES = re.compile(r"[^\W_]+|@|\0")
FREE = re.compile(r"[a-z]?\d+")  # numbers and ids


@dataclass(frozen=True, slots=True)
class Leak:
    """A file that holds what it must not, and where that stands in the workbook: never what it says."""

    file: str
    where: str


def may_leave(name: str) -> bool:
    """Whether a file of that name may go out."""
    return name in LEAVES


def let_out(
    files: Mapping[str, bytes],
    secret: Mapping[str, str],
    printed: Iterable[str] = (),
    pages: Mapping[str, str] | None = None,
    search: Search | None = None,
) -> None:
    """See that none of the files holds a secret; takes what `leaks` takes.

    Raises `CannotKeep` ("leak") for the first that does, with the cell.
    """
    found = leaks(files, secret, printed, pages, search)
    if found:
        raise CannotKeep("leak", found[0].file, found[0].where)


def leaks(
    files: Mapping[str, bytes],
    secret: Mapping[str, str],
    printed: Iterable[str] = (),
    pages: Mapping[str, str] | None = None,
    search: Search | None = None,
) -> tuple[Leak, ...]:
    """Each file that holds words of `secret` (words -> where they stand), file by file.

    Words that `printed` texts or our own patterns may have brought there are none. `pages` has the markup
    that PDFs were just made from, by their names: their pages are not read again then. A name ending in .eml
    is a message, which is looked through part by part. `search` is one for the same secret that has looked
    some of it through already.

    Raises `CannotKeep` ("not_searched") where a file holds too much to be looked through.
    """
    search = search or Search(secret)
    if not search.wanted:
        return ()
    hits = {
        name: search.hits(texts.of(name, content, (pages or {}).get(name))) for name, content in files.items()
    }
    if not any(hits.values()):
        return ()
    spoken = _Spoken(printed)
    there = {words for found in hits.values() for words in found if not spoken.explains(words)}
    return tuple(
        Leak(name, where)
        for name, found in hits.items()
        for where in dict.fromkeys(secret[words] for words in found if words in there)
    )


def _wanted(secret: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """The secrets long enough to be told from chance, squeezed and as typed, by their longest word.

    Addresses, which a page may part where it likes, by none.
    """
    wanted: dict[str, list[tuple[str, str]]] = {}
    for words in secret:
        plain = squeezed(words)
        if "@" in plain and len(plain) >= LEAST_ADDRESS:
            wanted.setdefault("", []).append((plain, words))
        elif len(plain) >= SHORTEST:
            wanted.setdefault(max(words_of(words), key=len), []).append((plain, words))
    return wanted


class Search:
    """Looks the same text through but once: the data stand in each PDF as they stand beside it."""

    def __init__(self, secret: Iterable[str]) -> None:
        """For the words of `secret`."""
        self.wanted = _wanted(secret)
        self.done: dict[str, dict[str, None]] = {}

    def ahead(self, files: Mapping[str, bytes]) -> None:
        """Look these files through, so that it need not be done later."""
        if self.wanted:
            for name, content in files.items():
                self.hits(texts.of(name, content))

    def hits(self, pieces: Iterable[str]) -> dict[str, None]:
        """The secrets, as typed, that stand in the texts in one piece."""
        found: dict[str, None] = {}
        for text in pieces:
            if text not in self.done:
                self.done[text] = dict.fromkeys(self._of(text))
            found |= self.done[text]
        return found

    def _of(self, text: str) -> Iterator[str]:
        there = words_of(text)
        whole = "".join(there)
        for key in self.wanted.keys() & {"", *there}:
            yield from (words for plain, words in self.wanted[key] if plain in whole)


class _Spoken:
    """What an edition says of itself: the cells it prints, and our own words and patterns."""

    def __init__(self, printed: Iterable[str]) -> None:
        self.printed = tuple(printed)
        self.whole = "".join(PIECES.findall("\0".join(self.printed).casefold()))

    @cached_property
    def cells(self) -> frozenset[str]:
        """The cells one by one, each in one piece."""
        return frozenset(map(squeezed, self.printed))

    def explains(self, words: str) -> bool:
        """Whether the words are somebody's printed cell, or put together from such cells and our patterns.

        An address is only where all of it is printed: who is behind it, its domain does not say.
        """
        if "@" in words:
            return squeezed(words) in self.whole
        if squeezed(words) in self.whole or squeezed(words) in _ours():
            return True
        return sum(map(len, self._of_its_own(words_of(words)))) < SHORTEST

    def _of_its_own(self, words: list[str]) -> Iterator[str]:
        """The words that are no whole cell, nor part of a pattern of ours, nor a number."""
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + LONGEST_RUN), at, -1)
            end = next((end for end in ends if self._known(words[at:end])), None)
            if end is None:
                yield words[at]
            at = end or at + 1

    def _known(self, run: list[str]) -> bool:
        text = "".join(run)
        pattern = len(run) > 1 and text in _ours()
        return text in self.cells or pattern or bool(FREE.fullmatch(text))


@cache
def _ours() -> str:
    """Every word in what an edition's bytes are made by, squeezed: our patterns, labels, names of fields."""
    sources = (path for room in OURS for path in sorted((versions.HOUSE / room).rglob("*.py")))
    pages = sorted([*markup.TEMPLATES.rglob("*.j2"), *markup.TEMPLATES.rglob("*.css")])
    return "\0".join(squeezed(path.read_text(encoding="utf-8")) for path in (*sources, *pages))
