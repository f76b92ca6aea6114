"""The part that holds a sheet's notes: which cells have one, ours put in, ours taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.annotating import notes as own
from flows.workbook.annotating import words
from flows.workbook.annotating.document import child
from flows.workbook.annotating.escaping import escaped
from flows.workbook.reading.places import Place, address, corners
from flows.workbook.reading.xmlscan import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.workbook.annotating.document import Document
    from flows.workbook.annotating.elements import Element
    from flows.workbook.annotating.notes import Note

FACE = '<{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="Tahoma"/><{p}family val="2"/>'
READ_ALOUD = f"{MAIN} rPh"  # how a word is pronounced, which is no part of the text


def made(notes: Iterable[Note]) -> bytes:
    """A whole part of these notes."""
    written = "".join(_comment(note, "", 0) for note in notes)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<comments xmlns="{MAIN}"><authors><author>{words.AUTHOR}</author></authors>'
        f"<commentList>{written}</commentList></comments>"
    ).encode()


def add(document: Document, notes: Iterable[Note]) -> bool:
    """Put notes into a part that has some; whether it is one that can be added to."""
    authors, listed = child(document.root, "authors"), child(document.root, "commentList")
    if authors is None or listed is None:
        return False
    names = [each.text for each in authors.children]
    author = names.index(words.AUTHOR) if words.AUTHOR in names else len(names)
    prefix = document.root.prefix
    if author == len(names):
        document.append(authors, f"<{prefix}author>{words.AUTHOR}</{prefix}author>")
    document.append(listed, "".join(_comment(note, prefix, author) for note in notes))
    return True


def occupied(document: Document) -> set[Place]:
    """The cells that have a note, or the older half of a threaded comment."""
    return {place for place, _ in _told(document)}


def remove(document: Document) -> tuple[set[Place], bool]:
    """Take our notes out; the cells they were on, and whether nothing is left then."""
    gone: set[Place] = set()
    stays: set[str | None] = set()  # the numbers of those whose notes are not ours
    for place, comment in _told(document):
        if words.ours(_text(comment)):
            document.cut(comment)
            gone.add(place)
        else:
            stays.add(comment.attributes.get("authorId"))
    authors = child(document.root, "authors")
    last = authors.children[-1] if authors and authors.children else None
    if (
        gone
        and authors
        and last
        and last.text == words.AUTHOR
        and str(len(authors.children) - 1) not in stays
    ):
        document.cut(last)
    return gone, not stays


def _told(document: Document) -> Iterator[tuple[Place, Element]]:
    listed = child(document.root, "commentList")
    for comment in listed.children if listed else ():
        ends = corners(comment.attributes.get("ref", ""))
        if ends is not None:
            yield ends[0], comment


def _text(element: Element) -> str:
    """The words of a note, whatever pieces they are in."""
    if element.local == "t":
        return element.text
    return "".join(_text(each) for each in element.children if each.name != READ_ALOUD)


def _comment(note: Note, p: str, author: int) -> str:
    pieces = "".join(_run(text, p, bold=bold) for bold, text in own.runs(note))
    of = f'ref="{address(*note.place)}" authorId="{author}"'
    return f"<{p}comment {of}><{p}text>{pieces}</{p}text></{p}comment>"


def _run(text: str, p: str, *, bold: bool) -> str:
    look = (f"<{p}b/>" if bold else "") + FACE.format(p=p)
    return f'<{p}r><{p}rPr>{look}</{p}rPr><{p}t xml:space="preserve">{escaped(text)}</{p}t></{p}r>'
