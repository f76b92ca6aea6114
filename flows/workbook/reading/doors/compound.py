"""The container of Office before 2007: one of its streams, found by following its chains of sectors."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = 512
ENTRY = 128  # bytes of one line of its directory
LAST = 0xFFFFFFFA  # numbers from here on are no sectors but marks
FILE = 2


class Broken(Exception):  # noqa: N818 - read aloud: the container is broken
    """The container's own lists do not lead where they should."""


def stream(content: bytes, name: str) -> bytes | None:
    """The bytes of the stream of that name; None where there is none.

    Raises `Broken` where the way to it goes round in circles or out of the file.
    """
    try:
        return _Container(content).stream(name)
    except (struct.error, IndexError, OverflowError, MemoryError) as error:
        raise Broken from error


class _Container:
    def __init__(self, content: bytes) -> None:
        self.content = content
        shift, mini = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or mini != 6:  # noqa: PLR2004 - 512 or 4096 bytes, and 64: there are no others
            raise Broken
        self.size, self.small = 1 << shift, 1 << mini
        self.directory_at, self.cutoff = struct.unpack_from("<I4xI", content, 48)
        self.table = self._table()
        lines = self._chain(self.directory_at)
        self.lines = [lines[at : at + ENTRY] for at in range(0, len(lines) - ENTRY + 1, ENTRY)]

    def _table(self) -> tuple[int, ...]:
        """Which sector follows which."""
        further, count = struct.unpack_from("<II", self.content, 68)
        numbers = list(struct.unpack_from("<109I", self.content, 76))
        each = self.size // 4 - 1
        for _ in range(min(count, len(self.content) // self.size)):
            *more, further = struct.unpack(f"<{each + 1}I", self._sector(further))
            numbers += more
        used = [number for number in numbers if number < LAST]
        whole = b"".join(self._sector(number) for number in used[: len(self.content) // self.size])
        return struct.unpack(f"<{len(whole) // 4}I", whole)

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self.size
        found = self.content[at : at + self.size]
        if not found:
            raise Broken
        return found.ljust(self.size, b"\0")

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(self.table, first))

    def stream(self, name: str) -> bytes | None:
        wanted = f"{name}\0".encode("utf-16-le")
        for line in self.lines:
            length, kind = struct.unpack_from("<HB", line, 64)
            if kind == FILE and line[: min(length, 64)] == wanted:
                first, size = struct.unpack_from("<II", line, 116)
                found = self._chain(first) if size >= self.cutoff else self._small(first)
                return found[:size]
        return None

    def _small(self, first: int) -> bytes:
        """A short stream, which lies in pieces within the stream of the directory's first line."""
        start, count = struct.unpack_from("<II", self.content, 60)
        if not count:
            raise Broken
        listed = self._chain(start)
        table = struct.unpack(f"<{len(listed) // 4}I", listed)
        whole = self._chain(struct.unpack_from("<I", self.lines[0], 116)[0])
        pieces = (whole[at * self.small : (at + 1) * self.small] for at in _followed(table, first))
        return b"".join(pieces)


def _followed(table: Sequence[int], first: int) -> list[int]:
    found: list[int] = []
    number = first
    while number < LAST:
        if len(found) > len(table):
            raise Broken  # it goes round in a circle
        found.append(number)
        number = table[number]
    return found
