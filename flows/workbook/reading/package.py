"""The parts of a workbook's zip package, unpacked only after the package itself has been checked."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable

CHUNK = 1 << 20  # fed to the parser at once: smaller chunks make it look at a long tag again and again
PACKED_CHUNK = 1 << 16
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
LOCAL_HEADER = struct.Struct("<4s22xHH")
ENCRYPTED = 0x1
LEAVES_THE_PACKAGE = re.compile(r"^/|^[A-Za-z]:|\\|\x00|(^|/)\.\.(/|$)")


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
        return Unreadable(kind, self.file, detail)

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
    if not inflater.eof:
        yield inflater.flush(), len(packed)


def opened(file: str, content: bytes, limits: Limits) -> Package:
    """The package in `content`, its list of parts checked: names, number, places, way of packing.

    Raises `Unreadable` when the list is missing or cannot be trusted.
    """
    package = Package(file, content, limits, {})
    entries, end = _listed(package)
    if len(entries) > limits.parts:
        raise package.refusal("too_many_parts", str(len(entries)))
    for entry in entries:
        _check_entry(package, entry)
    _check_names(package, [entry.orig_filename for entry in entries])
    parts = [_located(package, entry) for entry in entries]
    _check_places(package, entries, parts, end)
    return Package(file, content, limits, {part.name: part for part in parts})


def _listed(package: Package) -> tuple[list[zipfile.ZipInfo], int]:
    try:
        with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
            return archive.infolist(), archive.start_dir
    except zipfile.BadZipFile as error:
        zeros = not package.content[-1024:].strip(b"\0")
        raise package.refusal("half_synced" if zeros else "truncated") from error
    except (NotImplementedError, ValueError, struct.error, OverflowError, EOFError) as error:
        raise package.refusal("damaged_index") from error


def _check_entry(package: Package, entry: zipfile.ZipInfo) -> None:
    if LEAVES_THE_PACKAGE.search(entry.orig_filename):
        raise package.refusal("outside_name", entry.orig_filename.replace("\0", ""))
    if entry.flag_bits & ENCRYPTED:
        raise package.refusal("encrypted_part", entry.filename)
    if entry.compress_type not in (STORED, DEFLATED):
        raise package.refusal("compression", entry.filename)


def _check_names(package: Package, names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:  # part names differ by more than their capitals
            raise package.refusal("duplicate_part", name)
        seen.add(name.casefold())


def _located(package: Package, entry: zipfile.ZipInfo) -> Part:
    at = entry.header_offset
    header = package.content[at : at + LOCAL_HEADER.size]
    if at < 0 or len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise package.refusal("damaged", entry.filename)
    _, name_length, extra_length = LOCAL_HEADER.unpack(header)
    name_at = at + LOCAL_HEADER.size
    encoding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    if package.content[name_at : name_at + name_length] != entry.orig_filename.encode(encoding, "replace"):
        raise package.refusal("damaged", entry.filename)
    start = name_at + name_length + extra_length
    sizes = (entry.compress_size, entry.file_size, entry.CRC)
    return Part(entry.filename, start, *sizes, entry.compress_type)


def _check_places(package: Package, entries: list[zipfile.ZipInfo], parts: list[Part], end: int) -> None:
    order = sorted(range(len(parts)), key=lambda index: entries[index].header_offset)
    limits = [entries[index].header_offset for index in order[1:]] + [end]
    for index, limit in zip(order, limits, strict=True):
        if parts[index].start + parts[index].packed > limit:
            raise package.refusal("overlapping", parts[index].name)
