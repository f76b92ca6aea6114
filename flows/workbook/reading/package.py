"""The parts of a workbook's zip package, each checked and weighed while it is unpacked."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable, quotable

CHUNK = 1 << 20  # fed to the parser at once: smaller chunks make it look at a long tag again and again
PACKED_CHUNK = 1 << 16
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of the package, with where its packed bytes lie."""

    name: str
    start: int
    packed: int
    unpacked: int  # as declared; `Package.stream` counts for itself
    checksum: int
    method: int


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose list of parts can be trusted; their content is checked as it is unpacked."""

    file: str
    content: bytes
    limits: Limits
    parts: dict[str, Part]

    def refusal(self, kind: str, detail: str | None = None) -> Unreadable:
        """The refusal to raise, with this file's name."""
        return Unreadable(kind, self.file, None if detail is None else quotable(detail))

    def stream(self, name: str) -> Iterator[bytes]:
        """The part's bytes, a piece at a time, counted and checked against its declared size and checksum.

        Raises `Unreadable` for a missing part, one that unpacks to too much, or one that is damaged.
        """
        if name not in self.parts:
            raise self.refusal("missing_part", name)
        part = self.parts[name]
        size = checksum = 0
        packed = memoryview(self.content)[part.start : part.start + part.packed]
        try:
            for piece, used in _unpacked(packed, part.method):
                size += len(piece)
                checksum = zlib.crc32(piece, checksum)
                self._weigh(name, size, used)
                yield piece
        except zlib.error as error:
            raise self.refusal("damaged", name) from error
        if (size, checksum) != (part.unpacked, part.checksum):
            raise self.refusal("damaged", name)

    def _weigh(self, name: str, size: int, used: int) -> None:
        too_big = size > self.limits.part_bytes
        picture = name.startswith("xl/media/")  # a blank one packs very well
        too_dense = not picture and size > self.limits.ratio_from and size > self.limits.ratio * used
        if too_big or too_dense:
            raise self.refusal("zip_bomb", name)


def _unpacked(packed: memoryview, method: int) -> Iterator[tuple[bytes, int]]:
    """The bytes, a piece at a time, each with how many packed bytes have been used up so far."""
    if method == STORED:
        yield from ((bytes(packed[at : at + CHUNK]), at + CHUNK) for at in range(0, len(packed), CHUNK))
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), PACKED_CHUNK):
        rest: bytes | memoryview = packed[at : at + PACKED_CHUNK]
        end = at + len(rest)
        while rest and not inflater.eof:
            piece = inflater.decompress(rest, CHUNK)
            rest = inflater.unconsumed_tail
            yield piece, end - len(rest)
    if len(packed) and not inflater.eof:
        raise zlib.error
