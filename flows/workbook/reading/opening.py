"""A zip package's list of parts, checked before any of them is unpacked: names, places, way of packing.

Where two programs could see two different workbooks in one file, it is refused: what one person checks would
not be what another reads.
"""

import io
import posixpath
import re
import struct
import zipfile
from unicodedata import category, normalize
from urllib.parse import unquote

from flows.workbook.reading.limits import Limits
from flows.workbook.reading.package import DEFLATED, STORED, Package, Part
from flows.workbook.reading.refusals import UNSEEN

LOCAL_HEADER = struct.Struct("<4s2xHH4xIIIHH")
END = struct.Struct("<4sHHHH8xH")
LOCAL_MARK, LIST_MARK, END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LONGEST_REMARK = 0xFFFF
ENCRYPTED, SIZES_FOLLOW, UTF_8 = 0x2041, 0x8, 0x800  # locked in the first, in a newer way, or with its name
IN_NEWER_FIELDS, COUNTED_IN_NEWER_FIELDS = 0xFFFFFFFF, 0xFFFF
DESCRIPTOR = 24  # bytes after a part that may repeat its sizes
LEAVES_THE_PACKAGE = re.compile(r"^/|^[A-Za-z]:|\\|\x00|(^|/)\.\.(/|$)")


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
    count = _counted(package)
    try:
        with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
            entries, start = archive.infolist(), archive.start_dir
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        OverflowError,
        EOFError,
        struct.error,
    ) as error:
        raise package.refusal("damaged_index") from error
    if count not in (len(entries), COUNTED_IN_NEWER_FIELDS):
        raise package.refusal("damaged_index")
    return entries, start


def _counted(package: Package) -> int:
    """How many parts the list's end counts: it has to be the file's end, too, and of one disk."""
    content = package.content
    at = content.rfind(END_MARK, max(0, len(content) - END.size - LONGEST_REMARK))
    if at < 0 or len(content) - at < END.size:
        zeros = not content[-1024:].strip(b"\0")
        raise package.refusal("half_synced" if zeros else "truncated")
    _, disk, of_list, here, count, remark = END.unpack_from(content, at)
    rest = content[at + END.size + remark :]
    if rest.strip(b"\0") or at + END.size + remark > len(content):
        raise package.refusal("second_list")
    if not {disk, of_list} <= {0, COUNTED_IN_NEWER_FIELDS} or here != count:
        raise package.refusal("damaged_index")
    return int(count)


def _check_entry(package: Package, entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if LEAVES_THE_PACKAGE.search(name) or LEAVES_THE_PACKAGE.search(unquote(name)):
        raise package.refusal("outside_name", name.replace("\0", ""))
    if not name or (not name.isprintable() and any(category(letter) in UNSEEN for letter in name)):
        raise package.refusal("strange_name", name)
    if entry.flag_bits & ENCRYPTED:
        raise package.refusal("encrypted_part", entry.filename)
    if entry.compress_type not in (STORED, DEFLATED):
        raise package.refusal("compression", entry.filename)


def _check_names(package: Package, names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        plain = _plain(name)
        if plain in seen:
            raise package.refusal("duplicate_part", name)
        seen.add(plain)


def _plain(name: str) -> str:
    """The name without what some programs do not tell apart: capitals, accents put together, last dots."""
    folded = normalize("NFKC", unquote(name)).casefold()
    folder = "/" if name.endswith("/") else ""
    return "/".join(step.rstrip(". ") or step for step in posixpath.normpath(folded).split("/")) + folder


def _located(package: Package, entry: zipfile.ZipInfo) -> Part:
    at = entry.header_offset
    if at < 0 or len(package.content) - at < LOCAL_HEADER.size or package.content[at : at + 4] != LOCAL_MARK:
        raise package.refusal("damaged", entry.filename)
    _, flags, method, *sizes, name_length, extra_length = LOCAL_HEADER.unpack_from(package.content, at)
    name_at = at + LOCAL_HEADER.size
    encoding = "utf-8" if entry.flag_bits & UTF_8 else "cp437"
    if package.content[name_at : name_at + name_length] != entry.orig_filename.encode(encoding, "replace"):
        raise package.refusal("damaged", entry.filename)
    listed = (entry.CRC, entry.compress_size, entry.file_size)
    follow = flags & SIZES_FOLLOW or IN_NEWER_FIELDS in sizes
    if method != entry.compress_type or flags & ENCRYPTED or not (follow or tuple(sizes) == listed):
        raise package.refusal("two_headers", entry.filename)
    start = name_at + name_length + extra_length
    return Part(entry.filename, start, entry.compress_size, entry.file_size, entry.CRC, entry.compress_type)


def _check_places(package: Package, entries: list[zipfile.ZipInfo], parts: list[Part], end: int) -> None:
    """Each part ends where the next begins, and nothing lies between."""
    order = sorted(range(len(parts)), key=lambda index: entries[index].header_offset)
    begins = [entries[index].header_offset for index in order]
    if order and begins[0]:
        raise package.refusal("unlisted", str(begins[0]))
    for index, limit in zip(order, [*begins[1:], end], strict=True):
        gap = limit - parts[index].start - parts[index].packed
        if gap < 0:
            raise package.refusal("overlapping", parts[index].name)
        if gap > DESCRIPTOR:
            raise package.refusal("unlisted", str(gap))
