"""Where a link of Excel 97-2003 leads, from its record."""

from __future__ import annotations

import struct

ADDRESS = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")  # a link to the web
LEADS_SOMEWHERE, PLACE, NAMED, FRAMED, AS_TEXT = 0x01, 0x08, 0x10, 0x80, 0x100


def target(data: bytes) -> str | None:
    """The address, with # before a place within it; None where it is told in a way not known here."""
    try:
        return _target(data)
    except (struct.error, UnicodeDecodeError):
        return None


def _target(data: bytes) -> str | None:
    at = 24  # after what says that this is a link
    (flags,) = struct.unpack_from("<I", data, 20)
    for given in (NAMED, FRAMED):
        if flags & given:
            at += 4 + 2 * struct.unpack_from("<I", data, at)[0]
    address = ""
    if flags & LEADS_SOMEWHERE:
        if flags & AS_TEXT:
            address, at = _text(data, at)
        elif data[at : at + 16] == ADDRESS:
            (length,) = struct.unpack_from("<I", data, at + 16)
            address = data[at + 20 : at + 20 + length].decode("utf-16-le").partition("\0")[0]
            at += 20 + length
        else:
            return None
    place = _text(data, at)[0] if flags & PLACE else ""
    return address + (f"#{place}" if place else "") or None


def _text(data: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", data, at)
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le").partition("\0")[0], end
