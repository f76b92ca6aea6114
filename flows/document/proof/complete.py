"""Whether a finished PDF says all it has to: nothing is published where one word is lost.

Twice over. Each word of the page as marked up has to stand on paper as often as there; and what the record
owes its reader, cell by cell (`owed`), has to stand there in one piece, whatever was composed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from flows.document.lens import Lens
from flows.document.proof.ink import Ink, as_printed, read, squeezed, words_of
from flows.document.proof.owed import owed
from flows.document.sections import SECTIONS, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from flows.document import Extent
    from flows.document.chapters.side_by_side import Press
    from flows.document.proof.ink import Sheet
    from flows.document.proof.owed import Owed
    from flows.document.render import Rendered
    from flows.record.results import Findings

IN_THE_CORE = {
    "key_point": "id",
    "standing": "organisation kind",  # a commitment extended goes by the id of the row that did it
    "outcome": "id actor demand target",
    "said_by": "id actor",
    "stance": "id actor",
    "question": "id question",
}
"""Of the rows that a passage of the core names, the columns it tells, by the passage's kind.

The core chooses its rows; which they are is all that is believed of its markup.
"""

MANY = 80  # pages, from which on they are read by several
LONGEST_WORD = 300  # letters; what is longer may run on over several pages

BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
BREAK = re.compile(r"<wbr>")
TAG = re.compile(r"<[^>]*>")
MARKED = re.compile(r'data-rests="(\w+)((?: [^" ]+)*)"')


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that did not come to ink: of that cell of the row, or of the page where no cell is at fault."""

    word: str
    id: str | None = None
    sheet: str | None = None  # the tab's name
    row: int | None = None
    column: str | None = None  # by the model's name


def lost(
    drawn: Rendered, findings: Findings, language: str, extent: Extent, press: Press | None = None
) -> tuple[Lost, ...]:
    """What the PDF lacks, cells first; nothing where it is complete. A press reads a long one's pages."""
    ink = Ink(_sheets(drawn, press))
    sections = shown(Lens(findings, language)) if extent == "full" else None
    cells = _unsaid(ink, drawn, findings, language, sections)
    return (*cells, *(Lost(word) for word in _words(ink, drawn.html)))


def _sheets(drawn: Rendered, press: Press | None) -> Iterator[Sheet]:
    """All pages, read; those of a long document by all hands."""
    if press is None or drawn.pages < MANY:
        return iter(read(drawn.pdf, drawn.frames))
    each = -(-drawn.pages // press.hands)
    parts = [
        press.begun(read, drawn.pdf, drawn.frames[start : start + each], start)
        for start in range(0, drawn.pages, each)
    ]
    return chain.from_iterable(part() for part in parts)


def unsaid(
    drawn: Rendered, findings: Findings, language: str, sections: Collection[str] | None
) -> tuple[Lost, ...]:
    """The cells the PDF lacks, of what these sections of the full extent owe; None is the core extent."""
    return tuple(_unsaid(Ink(_sheets(drawn, None)), drawn, findings, language, sections))


def _unsaid(
    ink: Ink, drawn: Rendered, findings: Findings, language: str, sections: Collection[str] | None
) -> Iterator[Lost]:
    where: defaultdict[str, set[int]] = defaultdict(set)
    for passage in drawn.passages:
        for row in passage.ids:
            where[row].update(passage.pages)
    due = owed(findings, language, SECTIONS if sections is None else sections)
    yield from _cells(ink, _claimed(due, drawn.html) if sections is None else due, where)


def _cells(ink: Ink, claimed: Iterator[Owed], where: Mapping[str, set[int]]) -> Iterator[Lost]:
    """The cells that do not stand there in one piece, and the first word at which they break off."""
    for cell in claimed:
        if not ink.holds(as_printed(cell.words), sorted(where.get(cell.id, ()))):
            word = _first_lost(ink, cell.words)
            yield Lost(word, cell.id, cell.origin.sheet, cell.origin.row, cell.column)


def _first_lost(ink: Ink, words: str) -> str:
    """The first word without which the rest would stand there; the whole where each does by itself."""
    pieces = words.split()
    for number in range(1, len(pieces) + 1):
        if not ink.holds(as_printed(" ".join(pieces[:number]))):
            return pieces[number - 1]
    return words


def _claimed(due: Iterator[Owed], page: str) -> Iterator[Owed]:
    """What the core tells of the rows it has chosen."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for kind, ids in MARKED.findall(page):
        for row in ids.split():
            told[row].update(IN_THE_CORE.get(kind, "").split())
    return (cell for cell in due if cell.column in told.get(cell.id, ()))


def _words(ink: Ink, page: str) -> Iterator[str]:
    """The words that are cut off, and those that stand on paper less often than in the page's markup.

    Where a line or a page parts a word without a hyphen, its letters still follow one another.
    """
    yield from (words.strip() for words in ink.clipped)
    found = BODY.search(page)
    text = unescape(TAG.sub("\n", BREAK.sub("", found[1] if found else page)))
    fewer = Counter(words_of(text)) - ink.words
    letters = squeezed(text) if fewer else ""
    for word in fewer:
        whole = squeezed(word)
        there = ink.whole.count(whole) + ink.parted(whole)
        if there < letters.count(whole) and not (len(word) > LONGEST_WORD and ink.holds(whole)):
            yield word
