"""A finished PDF's pages, counted, and its first one as a small picture."""

from __future__ import annotations

import io

import pypdfium2

COLOURS = 32  # of the picture: enough for grey letters and a few lines of colour, a third of the bytes


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    return len(pypdfium2.PdfDocument(pdf))


def page_one(pdf: bytes, width: int) -> bytes:
    """Page one as a PNG so many pixels wide."""
    page = pypdfium2.PdfDocument(pdf)[0]
    drawn = page.render(scale=width / page.get_width()).to_pil()
    written = io.BytesIO()
    drawn.quantize(COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()
