"""A finished PDF's pages, counted, read, and the first as a picture: pypdfium2's second door."""

from __future__ import annotations

import io
from threading import Lock

import pypdfium2

AT_ONCE = Lock()
"""The library draws for one thread at a time."""

COLOURS = 32  # of the picture: enough for grey letters and a few lines of colour, a third of the bytes


class NoPicture(Exception):  # noqa: N818 - read aloud: there is no picture
    """The file is no PDF whose first page can be drawn."""


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    with AT_ONCE, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def words(pdf: bytes) -> str:
    """All that is written on its pages, wherever on them it stands.

    Raises `NoPicture` where the file is no PDF.
    """
    with AT_ONCE:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                return "\n".join(page.get_textpage().get_text_range() for page in document)
        except pypdfium2.PdfiumError as error:
            raise NoPicture(str(error)) from error


def page_one(pdf: bytes, across: int) -> bytes:
    """The first page as a PNG that many pixels across.

    Raises `NoPicture` where the file is no PDF with a page.
    """
    with AT_ONCE:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                page = document[0]
                drawn = page.render(scale=across / page.get_width()).to_pil()
                written = io.BytesIO()
                drawn.quantize(COLOURS).save(written, "PNG", optimize=True)
        except (pypdfium2.PdfiumError, IndexError, ValueError, ZeroDivisionError) as error:
            raise NoPicture(str(error)) from error
    return written.getvalue()
