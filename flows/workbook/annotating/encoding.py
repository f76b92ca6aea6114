"""A part's text, whatever it is encoded in: worked on as UTF-8, given back as it came."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
WITHOUT_A_MARK = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A part's text in UTF-8, and how it was written."""

    text: bytes  # without a byte order mark
    codec: str
    mark: bytes

    def back(self, text: bytes) -> bytes:
        """Another text, written as this one was."""
        if self.codec == "utf-8":
            return self.mark + text
        return self.mark + text.decode().encode(self.codec)


def decoded(content: bytes) -> Encoded:
    """The text of a part.

    Raises `ValueError` or `LookupError` where it would not come back byte for byte.
    """
    mark, codec = _mark(content)
    body = content[len(mark) :]
    if codec == "utf-8":
        return Encoded(body, codec, mark)
    found = Encoded(body.decode(codec).encode(), codec, mark)
    if found.back(found.text) != content:
        raise ValueError(codec)
    return found


def _mark(content: bytes) -> tuple[bytes, str]:
    for mark, codec in MARKS:
        if content.startswith(mark):
            return mark, codec
    for start, codec in WITHOUT_A_MARK:
        if content.startswith(start):
            return b"", codec
    declared = DECLARED.match(content[:200].lstrip())
    return b"", codecs.lookup(declared[1].decode()).name if declared else "utf-8"
