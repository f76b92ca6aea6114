"""Where a PDF differs from the same drawn again: files, pages, words, metadata, looks, bytes."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from flows.document.proof import inside as pdfs
from flows.edition.verification.verdict import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.document.proof.inside import Inside, Words

MOST_ON_A_PAGE = 5  # differences told of one page
MOST_WORDS = 20_000  # of a page, or it is not compared word by word; ours have some hundreds
LONGEST = 120  # letters told of one difference


def differences(given: Inside, drawn: Inside) -> Iterator[Place]:
    """What can be told of where they differ, by what they say."""
    yield from _files(given, drawn)
    yield from _pages(given, drawn)
    yield from _metadata(given, drawn)


def unseen(given: bytes, drawn: bytes) -> Iterator[Place]:
    """Where two PDFs differ that say the same: pages that look otherwise, else the first byte."""
    try:
        pages = pdfs.otherwise_drawn(given, drawn)
    except (pdfs.NoPdf, ValueError):
        pages = ()
    for number in pages:
        yield Place("page_looks", {"page": number})
    if not pages:
        yield Place("bytes", {"offset": first_difference(given, drawn)})


def first_difference(one: bytes, other: bytes) -> int:
    """The first byte, counted from 0, that is not the same in both."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # halved: a loop over each byte takes a second for a large file
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _files(given: Inside, drawn: Inside) -> Iterator[Place]:
    """The files within that are not as they follow from the record."""
    for name in pdfs.repeated(given.files):
        yield Place("file_twice", {"file": _short(name)})
    theirs, ours = dict(given.files), dict(drawn.files)
    for name in sorted(theirs.keys() | ours.keys()):
        if name not in theirs:
            yield Place("file_missing", {"file": name})
        elif name not in ours:
            yield Place("file_added", {"file": _short(name)})
        elif theirs[name] != ours[name]:
            yield Place("file_changed", {"file": name})


def _pages(given: Inside, drawn: Inside) -> Iterator[Place]:
    """The pages of other words, each by its number in the file; those that came or went as wholes."""
    if len(given.pages) != len(drawn.pages):
        yield Place("page_count", {"pages": len(given.pages), "issued": len(drawn.pages)})
    steps = SequenceMatcher(None, given.pages, drawn.pages, autojunk=False).get_opcodes()
    for kind, here_from, here_to, there_from, there_to in steps:
        pairs = zip_longest(range(here_from, here_to), range(there_from, there_to))
        for here, there in pairs if kind != "equal" else ():
            if here is None:
                yield Place("page_missing", {"page": there + 1})
            elif there is None:
                yield Place("page_added", {"page": here + 1})
            else:
                yield from _words(here + 1, given.pages[here], drawn.pages[there])


def _words(page: int, here: Words, there: Words) -> Iterator[Place]:
    """The words of one page that are not the same, in reading order; the first few."""
    if max(len(here), len(there)) > MOST_WORDS:
        yield Place("page_rewritten", {"page": page})
        return
    steps = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    kinds = {"replace": "words_changed", "delete": "words_added", "insert": "words_missing"}
    for kind, here_from, here_to, there_from, there_to in changed[:MOST_ON_A_PAGE]:
        found, issued = here[here_from:here_to], there[there_from:there_to]
        told = {"page": page, "found": _short(" ".join(found)), "issued": _short(" ".join(issued))}
        yield Place(kinds[kind], told)
    if len(changed) > MOST_ON_A_PAGE:
        yield Place("words_more", {"page": page, "more": len(changed) - MOST_ON_A_PAGE})


def _metadata(given: Inside, drawn: Inside) -> Iterator[Place]:
    for name in sorted(given.told.keys() | drawn.told.keys()):
        found, issued = given.told.get(name, ""), drawn.told.get(name, "")
        if found != issued:
            yield Place("metadata", {"name": name, "found": _short(found), "issued": _short(issued)})


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
