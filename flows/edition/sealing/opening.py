"""A PDF opened to be read, with its password where it has one; no refusal repeats the password."""

from __future__ import annotations

import io
from xml.parsers.expat import ExpatError

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

# What reading comes upon in a file that is no PDF, or a broken one.
BROKEN = (PdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, ExpatError)


def reader(pdf: bytes) -> PdfFileReader | None:
    """The PDF, to be read; None where it is none."""
    try:
        return PdfFileReader(io.BytesIO(pdf))
    except BROKEN:
        return None


def is_encrypted(pdf: bytes) -> bool:
    """Whether the PDF has a password; what is no PDF has none."""
    found = reader(pdf)
    return found is not None and found.encrypted


def opens(found: PdfFileReader, password: str) -> bool:
    """Whether the password opens the PDF; it is open then."""
    try:
        return found.decrypt(as_bytes(password)).status.value > 0
    except BROKEN:
        return False


def is_readable(pdf: bytes, password: str | None) -> bool:
    """Whether the PDF has no password, or this one."""
    found = reader(pdf)
    if found is None or not found.encrypted:
        return True
    return password is not None and opens(found, password)


def as_bytes(password: str) -> bytes:
    """The password as a PDF knows it, just as it was typed: pyHanko would make other characters of some.

    Raises `UnicodeEncodeError`, a `ValueError`, where it has half a character in it.
    """
    return password.encode()
