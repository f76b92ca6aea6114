"""A zip package written anew: what has not changed with the very bytes it had, what has at the same place.

Changed and new entries bear no date of their own, so that the same input gives the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
NAME_LENGTH, EXTRA_LENGTH, COMMENT_LENGTH, OFFSET = 10, 11, 12, 16  # fields of an entry in the directory
FIRST_DAY = 33  # 1 January 1980, as a zip package counts
FOUR_GIGABYTES = 0xFFFF_FFFF  # stands where the true figure is in the extra field
UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its line in the directory, and its head and packed bytes."""

    name: str
    listed: bytes
    lies: bytes


def rebuilt(content: bytes, changed: Mapping[str, bytes], dropped: Container[str]) -> bytes:
    """The package with these entries changed or added, and those left out.

    New ones come last, in the order given.
    """
    entries, comment = _entries(content)
    there = {entry.name for entry in entries}
    kept = [
        _made(e.name, changed[e.name]) if e.name in changed else e for e in entries if e.name not in dropped
    ]
    added = [_made(name, new) for name, new in changed.items() if name not in there]
    return _written((*kept, *added), comment)


def _entries(content: bytes) -> tuple[list[Entry], bytes]:
    """What the package holds, in the order of its directory, and its own comment."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos, directory, comment = archive.infolist(), archive.start_dir, archive.comment
    starts = sorted(info.header_offset for info in infos)
    ends = dict(zip(starts, [*starts[1:], directory], strict=True))
    entries, at = [], directory
    for info in infos:
        fields = CENTRAL.unpack_from(content, at)
        size = CENTRAL.size + fields[NAME_LENGTH] + fields[EXTRA_LENGTH] + fields[COMMENT_LENGTH]
        lies = content[info.header_offset : ends[info.header_offset]]
        entries.append(Entry(info.filename, content[at : at + size], lies))
        at += size
    return entries, comment


def _made(name: str, plain: bytes) -> Entry:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(plain) + packer.flush()
    written = name.encode()
    flags = 0 if name.isascii() else UTF8
    about = (20, flags, zipfile.ZIP_DEFLATED, 0, FIRST_DAY, zlib.crc32(plain), len(packed), len(plain))
    head = LOCAL.pack(b"PK\x03\x04", *about, len(written), 0)
    listed = CENTRAL.pack(b"PK\x01\x02", 20, *about, len(written), 0, 0, 0, 0, 0, 0)
    return Entry(name, listed + written, head + written + packed)


def _written(entries: tuple[Entry, ...], comment: bytes) -> bytes:
    at, directory = 0, []
    for entry in entries:
        directory.append(_moved(entry.listed, at))
        at += len(entry.lies)
    size = sum(map(len, directory))
    many = len(entries)
    end = END.pack(b"PK\x05\x06", 0, 0, many, many, size, at, len(comment)) + comment
    return b"".join((*(entry.lies for entry in entries), *directory, end))


def _moved(listed: bytes, offset: int) -> bytes:
    """The entry's line in the directory, saying that it lies there."""
    fields = CENTRAL.unpack_from(listed)
    moved = bytearray(listed)
    if fields[OFFSET] != FOUR_GIGABYTES:
        struct.pack_into("<L", moved, CENTRAL.size - 4, offset)
        return bytes(moved)
    at = CENTRAL.size + fields[NAME_LENGTH]
    end = at + fields[EXTRA_LENGTH]
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", moved, at)
        if kind == 1:  # true sizes first, where they stand here too
            before = 8 * sum(field == FOUR_GIGABYTES for field in fields[8:10])
            struct.pack_into("<Q", moved, at + 4 + before, offset)
            break
        at += 4 + length
    return bytes(moved)
