"""Packages whose list of parts says one thing and whose bytes say another, each with its refusal."""

import struct

from tests.workbook import packages as p
from tests.workbook.broken import Broken

LOCAL_SIZE, CENTRAL_SIZE = 30, 46
FLAGS, METHOD, CHECKSUM, PACKED, SIZE, EXTRA = 6, 8, 14, 18, 22, 28  # where a local header keeps them
LISTED_FLAGS, LISTED_METHOD, LISTED_PACKED, LISTED_SIZE, LISTED_AT = 8, 10, 20, 24, 42
ON_DISK, DISK_OF_LIST, COUNT, LIST_AT, REMARK = 4, 6, 10, 16, 20  # where the end of the list keeps them


def lying() -> list[Broken]:
    """Two programs would see two workbooks in these, or something else than there is."""
    whole, other = p.book(), p.packed(p.parts() | {p.SHEET: p.sheet(p.row(1, p.text("A1", "other")))})
    between = p.zipped([p.entry("xl/media/a.png", bytes(range(256)))])
    hidden = between[: between.index(b"PK\x01\x02")]
    return [
        Broken("program in front", "unknown", lambda: b"#!/bin/sh\nexit\n\0" + whole),
        Broken("another workbook in front", "unlisted", lambda: other + whole, str(len(other))),
        Broken("another workbook as remark", "unlisted", lambda: _remarked(other, whole), str(len(other))),
        Broken("part nobody lists", "unlisted", lambda: _between(whole, hidden), str(len(hidden))),
        Broken("words behind the end", "second_list", lambda: whole + b"and more"),
        Broken("remark longer than the file", "second_list", lambda: _end(whole, REMARK, "<H", 900)),
        Broken("second end in the remark", "damaged_index", lambda: _remarked(whole, whole[-p.END.size :])),
        Broken("more parts listed than there are", "damaged_index", lambda: _end(whole, COUNT, "<H", 9)),
        Broken("fewer parts listed than there are", "damaged_index", lambda: _end(whole, COUNT, "<H", 3)),
        Broken("split over disks", "damaged_index", lambda: _end(whole, ON_DISK, "<HH", 1, 1)),
        Broken(
            "list far away", "damaged", lambda: _end(whole, LIST_AT, "<I", 0xFFFFFFF0), "[Content_Types].xml"
        ),
        Broken("larger list that is not there", "damaged_index", lambda: _newer_locator(whole)),
        Broken("size left to fields that are not there", "damaged", _elsewhere, p.SHEET),
        Broken("size of exabytes", "damaged", _exabytes, p.SHEET),
        Broken("packed otherwise here and there", "two_headers", lambda: _own(METHOD, "<H", 0), p.SHEET),
        Broken("another size here and there", "two_headers", lambda: _own(SIZE, "<I", 7), p.SHEET),
        Broken("another checksum here and there", "two_headers", lambda: _own(CHECKSUM, "<I", 7), p.SHEET),
        Broken("locked here and not there", "two_headers", lambda: _own(FLAGS, "<H", 1), p.SHEET),
        Broken("locked in a newer way", "encrypted_part", lambda: _both(FLAGS, LISTED_FLAGS, 0x41), p.SHEET),
        Broken("list itself locked", "encrypted_part", lambda: _both(FLAGS, LISTED_FLAGS, 0x2000), p.SHEET),
        Broken("packed as WinZip locks", "compression", lambda: _both(METHOD, LISTED_METHOD, 99), p.SHEET),
        Broken("packed by Deflate64", "compression", lambda: _both(METHOD, LISTED_METHOD, 9), p.SHEET),
        Broken("packed in no known way", "compression", lambda: _both(METHOD, LISTED_METHOD, 777), p.SHEET),
        Broken("room for more than there is", "overlapping", lambda: _own(EXTRA, "<H", 40_000), p.SHEET),
        Broken("packed size of all the rest", "overlapping", lambda: _packed(100_000), p.SHEET),
        Broken("packed size cut by a byte", "damaged", lambda: _packed(-1), p.SHEET),
        Broken("stored in fewer bytes than it has", "damaged", _stored_short, p.SHEET),
        Broken("begins past the end", "damaged", lambda: _listed(LISTED_AT, 10_000_000), p.SHEET),
        Broken("begins in the middle", "damaged", lambda: _listed(LISTED_AT, 33), p.SHEET),
        Broken("two names for one place", "damaged", _two_names, "xl/media/b.png"),
        Broken("one part within another's margin", "overlapping", _in_the_margin, "xl/media/a.png"),
        Broken("packed by nothing that unpacks", "damaged", lambda: _unpackable(b"\xff" * 40), p.SHEET),
        Broken(
            "packed within a pack", "bad_xml", lambda: _unpackable(p.deflated(b"\x1f\x8b\x08" * 9)), p.SHEET
        ),
        Broken("workbook within the sheet", "bad_xml", lambda: p.book(sheet=whole), p.SHEET),
    ]


def put(content: bytes, at: int, form: str, *values: int) -> bytes:
    """The content with those numbers written at that place."""
    written = struct.pack(form, *values)
    return content[:at] + written + content[at + len(written) :]


def _end(content: bytes, field: int, form: str, *values: int) -> bytes:
    return put(content, content.rindex(b"PK\x05\x06") + field, form, *values)


def _own(field: int, form: str, value: int) -> bytes:
    """A sound workbook whose sheet says that in front of its bytes."""
    whole = p.book()
    return put(whole, whole.index(p.SHEET.encode()) - LOCAL_SIZE + field, form, value)


def _listed(field: int, value: int, form: str = "<I") -> bytes:
    """A sound workbook whose list says that of its sheet."""
    whole = p.book()
    return put(whole, whole.rindex(p.SHEET.encode()) - CENTRAL_SIZE + field, form, value)


def _both(field: int, listed: int, value: int) -> bytes:
    whole = _listed(listed, value, "<H")
    return put(whole, whole.index(p.SHEET.encode()) - LOCAL_SIZE + field, "<H", value)


def _remarked(content: bytes, remark: bytes) -> bytes:
    return _end(content, REMARK, "<H", len(remark)) + remark


def _between(content: bytes, hidden: bytes) -> bytes:
    """The content with more bytes between its last part and its list."""
    at = content.index(b"PK\x01\x02")
    return _end(content[:at] + hidden + content[at:], LIST_AT, "<I", at + len(hidden))


def _newer_locator(content: bytes) -> bytes:
    at = content.rindex(b"PK\x05\x06")
    return content[:at] + struct.pack("<4sIQI", b"PK\x06\x07", 0, 1 << 60, 1) + content[at:]


def _elsewhere() -> bytes:
    """The size of the sheet left to larger fields, here and there."""
    whole = _listed(LISTED_SIZE, 0xFFFFFFFF)
    return put(whole, whole.index(p.SHEET.encode()) - LOCAL_SIZE + SIZE, "<I", 0xFFFFFFFF)


def _exabytes() -> bytes:
    """The larger field for sizes, with what no disk holds."""
    whole = _elsewhere()
    at = whole.rindex(p.SHEET.encode()) + len(p.SHEET)
    more = struct.pack("<HHQ", 1, 8, 1 << 60)
    longer = put(whole, at - len(p.SHEET) - CENTRAL_SIZE + 30, "<H", len(more))
    longer = longer[:at] + more + longer[at:]
    end = longer.rindex(b"PK\x05\x06")
    size = struct.unpack_from("<I", longer, end + 12)[0]
    return put(longer, end + 12, "<I", size + len(more))


def _packed(more: int) -> bytes:
    """The sheet said to be packed in so many bytes more, in both places."""
    part = p.entry(p.SHEET, p.sheet(""))
    whole = _listed(LISTED_PACKED, len(p.entry(p.SHEET, p.parts()[p.SHEET]).packed) + more)
    at = whole.index(part.name.encode()) - LOCAL_SIZE
    packed = struct.unpack_from("<I", whole, at + PACKED)[0]
    return put(whole, at + PACKED, "<I", packed + more)


def _stored_short() -> bytes:
    part = p.entry(p.SHEET, p.sheet(""), method=0)
    return p.replaced(p.Entry(part.name, part.packed[:-5], part.size, part.checksum, 0))


def _two_names() -> bytes:
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    pictures = [p.entry(f"xl/media/{name}.png", bytes(99)) for name in "ab"]
    return p.zipped([*honest, *pictures], {len(honest) + 1: len(honest)})


def _in_the_margin() -> bytes:
    """A part whose own header lies in the room another leaves before its bytes; both share these."""
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    inner = p.entry("xl/media/b.png", b"x" * 100)
    whole = p.zipped([*honest, p.entry("xl/media/a.png", b"x" * 100), inner])
    at = whole.index(b"xl/media/a.png") - LOCAL_SIZE
    room = whole.index(b"xl/media/b.png") + len(inner.name) - at - LOCAL_SIZE - len(inner.name)
    return put(whole, at + EXTRA, "<H", room)


def _unpackable(packed: bytes) -> bytes:
    plain = b"\x1f\x8b\x08" * 9
    honest = p.entry(p.SHEET, plain)
    return p.replaced(p.Entry(p.SHEET, packed, honest.size, honest.checksum))
