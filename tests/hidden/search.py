"""Whether words stand anywhere in a file: its bytes, its compressed streams, its files within, its text.

Made to find, not to be quick: whatever one file may wrap in another is unwrapped, and every word looked for
in every spelling that a format may give it.
"""

from __future__ import annotations

import base64
import html
import io
import json
import quopri
import re
import sqlite3
import struct
import zipfile
import zlib
from contextlib import closing, suppress
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BETWEEN = b" \0 "  # texts that stand side by side
DEPTH = 6  # files within files: a table, in a PDF, in a page of HTML, in a mail
BASE64 = re.compile(rb"(?:[A-Za-z0-9+/_-]{4}[\r\n]*){6,}[A-Za-z0-9+/_=-]*")
BEGINS = re.compile(rb"stream\r?\n")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-7]{3})")
UNSEEN = re.compile("[\\s\u00ad\u2010\u2011\u200b-\u200f\u2060\ufeff\ufffe\x02-]+")
TAG = re.compile(r"<[^>]*>")
CHUNK = struct.Struct(">I4s")


def found(content: bytes, canaries: Iterable[str]) -> list[str]:
    """Those of the words that stand in the file, whatever its kind, in the order given."""
    return list(_found(content, tuple(canaries)))


@lru_cache(maxsize=64)  # some files are looked through by one test after the other
def _found(content: bytes, canaries: tuple[str, ...]) -> tuple[str, ...]:
    left = {canary: spellings(canary) for canary in canaries}
    there: set[str] = set()
    for layer in dict.fromkeys(layers(content)):
        raw, lower, texts = layer, layer.lower(), set(views(layer))
        for canary, (told, squeezed, exact, any_case) in left.items():
            if canary not in there and (
                any(told in text or squeezed in text for text in texts)
                or any(each in raw for each in exact)
                or any(each in lower for each in any_case)
            ):
                there.add(canary)
    return tuple(canary for canary in left if canary in there)


def spellings(word: str) -> tuple[str, str, frozenset[bytes], frozenset[bytes]]:
    """The word as text, without spaces and hyphens, and as bytes: those of one case only, and of any."""
    told = word.casefold()
    exact: set[bytes] = set()
    for each in (word, word.lower(), word.upper()):
        for coded in (each.encode(), each.encode("utf-16-le"), each.encode("utf-16-be")):
            exact |= {coded, *(_inner(coded, offset) for offset in range(3))}
    plain = {word.lower().encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
    with suppress(UnicodeEncodeError):
        plain.add(word.lower().encode("latin-1"))
    spelled = {each.hex().encode() for case in (word, word.lower(), word.upper()) for each in _coded(case)}
    spelled |= {quote(word, safe="").lower().encode(), json.dumps(word.lower())[1:-1].encode()}
    return told, UNSEEN.sub("", told), frozenset(exact), frozenset(plain | spelled)


def _coded(word: str) -> Iterator[bytes]:
    yield from (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"))


def _inner(coded: bytes, offset: int) -> bytes:
    """The letters of base64 that these bytes always leave so many bytes past a group of three."""
    written = base64.b64encode(bytes(offset) + coded)
    whole = 4 * ((offset + len(coded)) // 3)
    return written[4 if offset else 0 : whole]


def views(layer: bytes) -> Iterator[str]:
    """The layer as text, with what marks letters up undone in each way there is."""
    for code in ("utf-8", "latin-1"):
        text = layer.decode(code, "ignore").casefold()
        yield text
        for undone in (html.unescape(text), unquote(text), ESCAPED.sub(_letter, text)):
            if undone != text:
                yield undone.casefold()
        yield UNSEEN.sub("", TAG.sub("", html.unescape(text)))
    with suppress(ValueError):
        yield quopri.decodestring(layer).decode("utf-8", "ignore").casefold()


def _letter(escape: re.Match[str]) -> str:
    wide, byte, octal = escape.groups()
    return chr(int(wide or byte, 16) if wide or byte else int(octal, 8))


def layers(content: bytes, depth: int = DEPTH) -> Iterator[bytes]:
    """The file itself, and whatever it holds within, unwrapped."""
    yield content
    if not depth:
        return
    for within in (_zipped, _pdf, _picture, _database, _inflated, _mailed):
        for each in within(content):
            if each != content:
                yield from layers(each, depth - 1)


def _zipped(content: bytes) -> Iterator[bytes]:
    if not content.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield package.comment
        for entry in package.infolist():
            yield entry.filename.encode()
            yield package.read(entry)


def _pdf(content: bytes) -> Iterator[bytes]:
    """Every stream, every string of every object, and the text of every page wherever it stands on it."""
    if b"%PDF-" not in content[:1024]:
        return
    with suppress(pikepdf.PdfError), pikepdf.open(io.BytesIO(content)) as document:
        yield BETWEEN.join(text for one in document.objects for text in _strings(one))
        for one in document.objects:
            if isinstance(one, pikepdf.Stream):
                with suppress(pikepdf.PdfError):
                    yield one.read_bytes()
    with suppress(pypdfium2.PdfiumError), closing(pypdfium2.PdfDocument(content)) as drawn:
        for page in drawn:
            yield str(page.get_textpage().get_text_range()).encode(errors="ignore")
    yield from {_as_far_as_it_goes(content[at.end() :]) for at in BEGINS.finditer(content)}


def _strings(one: object) -> Iterator[bytes]:
    """The strings of an object and of all that lies directly in it, names of keys too."""
    if isinstance(one, pikepdf.String):
        yield str(one).encode(errors="ignore")
        yield bytes(one)
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in one.items():
            yield key.encode()
            yield from () if getattr(value, "is_indirect", False) else _strings(value)
    elif isinstance(one, pikepdf.Array):
        for value in one:
            yield from () if getattr(value, "is_indirect", False) else _strings(value)
    elif isinstance(one, pikepdf.Name):
        yield str(one).encode()


def _picture(content: bytes) -> Iterator[bytes]:
    """The words beside a PNG's picture."""
    if not content.startswith(b"\x89PNG"):
        return
    at = 8
    while at + 8 <= len(content):
        length, kind = CHUNK.unpack_from(content, at)
        if kind in {b"tEXt", b"zTXt", b"iTXt", b"eXIf"}:
            chunk = content[at + 8 : at + 8 + length]
            yield chunk
            yield from filter(None, (_as_far_as_it_goes(chunk[one:]) for one in range(len(chunk))))
        at += length + 12


def _database(content: bytes) -> Iterator[bytes]:
    """What stands in every table: a long text lies in pieces in the file itself."""
    if not content.startswith(b"SQLite format 3"):
        return
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(content.replace(b"\x02\x02", b"\x01\x01", 1))  # no WAL of its own
        for (table,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in opened.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - a name of its own
                yield from (value for value in row if isinstance(value, bytes))
                yield BETWEEN.join(value.encode(errors="ignore") for value in row if isinstance(value, str))


def _inflated(content: bytes) -> Iterator[bytes]:
    if content[:2] in {b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b"}:
        yield _as_far_as_it_goes(content)


def _as_far_as_it_goes(packed: bytes) -> bytes:
    with suppress(zlib.error):
        return zlib.decompressobj(47).decompress(packed)
    return b""


def _mailed(content: bytes) -> Iterator[bytes]:
    """What stands there in base64."""
    for run in BASE64.finditer(content):
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", run[0].translate(bytes.maketrans(b"-_", b"+/")))
        with suppress(ValueError):
            plain = base64.b64decode(letters[: len(letters) // 4 * 4])
            if plain[:4] not in {b"wOF2", b"wOFF"}:  # a typeface
                yield plain
