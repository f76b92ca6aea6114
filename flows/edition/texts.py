"""All the text that a file holds: its pages, files within, what is said of it, the heads of a message."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zlib import decompressobj, error

from flows.document.proof import picture
from flows.edition.refusals import CannotKeep

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_INFLATED = 64_000_000  # bytes of one compressed stream: a hundred times our longest
# Of a PDF's streams those with words of their own: files within, what is said of it, objects. What its pages
# draw is read as the pages read.
STREAM = re.compile(
    rb"<<(?:(?!endobj|stream).)*?/(?:EmbeddedFile|Metadata|ObjStm)\b(?:(?!endobj|stream).)*>>\s*stream\r?\n",
    re.DOTALL,
)
BEGINS = re.compile(rb">>\s*stream\r?\n")
LITERAL = re.compile(rb"\(((?:[^()\\]|\\.){4,})\)", re.DOTALL)
CODED = re.compile(rb"<feff((?:[0-9a-f]{4})+)>", re.IGNORECASE)
DATA = re.compile(r"data:[\w/+.-]+;base64,[\w+/=]+")
UNSEEN = ("<wbr>", r"\n", r"\r", r"\t")  # where a line may break, and how JSON writes that one does
TAG = re.compile(r"(<[^>]*>)")
PARTED = re.compile("[\u00ad\u2010\ufffe\x02-]\\s*\\r?\\n|[\u00ad\u200b-\u200f\u2060\ufeff\ufffe\x02]")
LETTERS = re.compile(r"[^\W_]+|@")


def words_of(text: str) -> list[str]:
    """The text's words one after the other, without capitals, those parted at a line's end in one piece.

    What makes an address one is a word too.
    """
    return LETTERS.findall(PARTED.sub("", text).casefold())


def squeezed(text: str) -> str:
    """The same in one piece: spaces, dashes and marks may differ between a cell and a page."""
    return "".join(words_of(text))


def of(name: str, content: bytes, pages: str | None = None) -> Iterator[str]:
    """All the text that a file holds, in pieces."""
    if name.endswith(".eml"):
        yield from _message(content)
    elif content.startswith(b"%PDF-"):
        yield from _pdf(content)
        yield picture.words(content) if pages is None else next(_marked(pages))
    else:
        yield from _marked(content.decode("utf-8", "ignore"))


def _marked(text: str) -> Iterator[str]:
    """The words of a text, and those within its tags, where it has any."""
    plain = DATA.sub("", text)
    for nothing in UNSEEN:
        plain = plain.replace(nothing, "")
    if "</" not in plain:
        yield plain
        return
    parts = TAG.split(plain)
    yield unescape(" ".join(parts[::2]))
    yield unquote(unescape(" ".join(parts[1::2])))


def _message(content: bytes) -> Iterator[str]:
    for part in message_from_bytes(content, policy=policy.default).walk():
        yield "\n".join(f"{name}: {value}" for name, value in part.items())
        within = part.get_payload(decode=True)
        if isinstance(within, bytes):
            yield from of(part.get_filename() or "", within)


def _pdf(content: bytes) -> Iterator[str]:
    """What stands in the files within it, in what is said of it, and in the strings of its objects.

    Raises `CannotKeep` ("not_searched") where a stream is too large to be looked through.
    """
    yield from _strings(b"".join(BEGINS.split(part, 1)[0] for part in content.split(b"endstream")))
    for found in STREAM.finditer(content):
        plain = _inflated(memoryview(content)[found.end() :])
        if b"/ObjStm" in found[0]:
            yield from _strings(plain)
        else:
            yield from of("", plain)


def _strings(objects: bytes) -> Iterator[str]:
    """The strings in a PDF's objects, written in letters or in hexadecimal."""
    plain = (one.decode("latin-1") for one in LITERAL.findall(objects))
    coded = (bytes.fromhex(one.decode()).decode("utf-16-be", "ignore") for one in CODED.findall(objects))
    yield "\n".join((*plain, *coded))


def _inflated(packed: memoryview) -> bytes:
    """What a stream that begins here holds, compressed or not."""
    inflater = decompressobj()
    try:
        plain = inflater.decompress(packed, MOST_INFLATED)
    except error:
        return bytes(packed).partition(b"endstream")[0]
    if not inflater.eof and len(plain) >= MOST_INFLATED:
        raise CannotKeep("not_searched", str(MOST_INFLATED // 1_000_000))
    return plain
