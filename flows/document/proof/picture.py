"""A finished PDF's page as a picture, for those who look before they open: pypdfium2's second door."""

from __future__ import annotations

import struct
import zlib
from threading import Lock

import pypdfium2

AT_ONCE = Lock()
"""The library draws for one thread at a time."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS, BITS = 3, 8  # red, green and blue, a byte each: PNG's kind 2
TRUE_COLOUR = 2


class NoPicture(Exception):  # noqa: N818 - read aloud: there is no picture
    """The file is no PDF whose first page can be drawn."""


def page_one(pdf: bytes, across: int) -> bytes:
    """The first page as a PNG that many pixels across.

    Raises `NoPicture` where the file is no PDF with a page.
    """
    with AT_ONCE:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                page = document[0]
                drawn = page.render(scale=across / page.get_width(), rev_byteorder=True)
                return png(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, drawn.n_channels)
        except (pypdfium2.PdfiumError, IndexError, ValueError, ZeroDivisionError) as error:
            raise NoPicture(str(error)) from error


def png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """The pixels, red first, as a PNG; a row takes `stride` bytes, a pixel `channels` of them."""
    header = struct.pack(">IIBBBBB", width, height, BITS, TRUE_COLOUR, 0, 0, 0)
    rows = bytearray()
    for start in range(0, stride * height, stride):
        row = pixels[start : start + width * channels]
        rows += b"\0" + (row if channels == COLOURS else _three_of(row, channels))
    return SIGNATURE + b"".join(
        _chunk(kind, content)
        for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    )


def _three_of(row: bytes, channels: int) -> bytes:
    """The row without what stands behind each pixel's three colours; a grey one three times."""
    kept = bytearray(len(row) // channels * COLOURS)
    for place in range(COLOURS):
        kept[place::COLOURS] = row[min(place, channels - 1) :: channels]
    return bytes(kept)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
