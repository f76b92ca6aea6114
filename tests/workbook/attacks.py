"""Packages made to harm whoever reads them, each with the refusal it deserves."""

import struct

from tests.workbook import packages as p
from tests.workbook.broken import Broken

LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
MEGABYTE = 1 << 20


def hostile() -> list[Broken]:
    """Packages nobody's Excel writes."""
    return [
        Broken("encrypted entry", "encrypted_part", lambda: _sheet_entry(flags=1), p.SHEET),
        Broken("bzip2", "compression", lambda: _sheet_entry(method=12), p.SHEET),
        Broken("too many parts", "too_many_parts", _many_parts, "5008"),
        Broken("same part twice", "duplicate_part", lambda: _added(p.SHEET), p.SHEET),
        Broken("same part in capitals", "duplicate_part", lambda: _added(p.SHEET.upper()), p.SHEET.upper()),
        Broken("overlapping", "overlapping", _overlapping, "xl/b.bin"),
        Broken("name climbs out", "outside_name", lambda: _added("../../x.xml"), "../../x.xml"),
        Broken("name from the root", "outside_name", lambda: _added("/etc/x.xml"), "/etc/x.xml"),
        Broken("name on a drive", "outside_name", lambda: _added("C:/x.xml"), "C:/x.xml"),
        Broken("name with backslashes", "outside_name", lambda: _added("..\\x.xml"), "..\\x.xml"),
        Broken("entities", "doctype", lambda: p.book(strings=LAUGHS + "<a>&c;</a>"), p.STRINGS),
        Broken("file of this machine", "doctype", lambda: p.book(sheet=EXTERNAL + "<a>&b;</a>"), p.SHEET),
        Broken("entities in UTF-16", "doctype", _utf16_laughs, p.STRINGS),
        Broken(
            "entities in a part nobody reads",
            "doctype",
            lambda: p.packed(p.parts() | {"customXml/item1.xml": LAUGHS + "<a/>"}),
            "customXml/item1.xml",
        ),
        Broken("entities in the workbook", "doctype", lambda: p.book(workbook=LAUGHS + "<a/>"), p.WORKBOOK),
        Broken("very deep", "too_deep", lambda: p.book(sheet="<a>" * 200_000), p.SHEET),
        Broken("cell in the last corner", "far_value", lambda: _cell("XFD1048576"), "Reactions!XFD1048576"),
        Broken("far row", "far_value", lambda: _cell("A200001"), "Reactions!A200001"),
        Broken("far column", "far_value", lambda: _cell("SG1"), "Reactions!SG1"),
        Broken(
            "far formula",
            "far_value",
            lambda: p.book(sheet=p.sheet(p.row(9, p.formula("XFD9", "A1", None)))),
            "Reactions!XFD9",
        ),
        Broken(
            "row of no sheet",
            "bad_address",
            lambda: p.book(sheet=p.sheet('<row r="4294967295"/>')),
            "Reactions!4294967295",
        ),
        Broken("row zero", "bad_address", lambda: p.book(sheet=p.sheet('<row r="0"/>')), "Reactions!0"),
        Broken("row in letters", "bad_address", lambda: p.book(sheet=p.sheet('<row r="x"/>')), "Reactions!x"),
        Broken("column of no sheet", "bad_address", lambda: _cell("ZZZZZZ1"), "Reactions!ZZZZZZ1"),
        Broken("cell past the last row", "bad_address", lambda: _cell("A1048577"), "Reactions!A1048577"),
        Broken(
            "merge of everything", "wide_merge", lambda: _merged("A2:XFD1048576"), "Reactions!A2:XFD1048576"
        ),
        Broken("merge of a column", "wide_merge", lambda: _merged("B1:B1048576"), "Reactions!B1:B1048576"),
        Broken(
            "many merges", "wide_merge", lambda: _merged("A1:Z3000", "A4001:Z7001"), "Reactions!A4001:Z7001"
        ),
        Broken("merge of nothing", "bad_address", lambda: _merged("A1:QQQQ1"), "Reactions!A1:QQQQ1"),
        Broken("one text many times", "too_much_text", _repeated_text, "Reactions!A1563"),
    ]


def bombs() -> list[Broken]:
    """Small files that would unpack to gigabytes."""
    cell, rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>', '<row r="1"><c t="b"><v>1</v></c></row>'
    start = p.sheet("").partition("</sheetData>")[0]
    return [
        Broken("one endless text", "zip_bomb", lambda: _bomb(p.SHEET, start + cell, b"A"), p.SHEET),
        Broken("endless spaces", "zip_bomb", lambda: _bomb(p.SHEET, start, b" "), p.SHEET),
        Broken("endless rows", "zip_bomb", lambda: _bomb(p.SHEET, start, rows.encode()), p.SHEET),
        Broken("endless empty rows", "zip_bomb", lambda: _bomb(p.SHEET, start, b'<row r="1"/>'), p.SHEET),
        Broken("endless shared text", "zip_bomb", lambda: _bomb(p.STRINGS, "<sst><si><t>", b"A"), p.STRINGS),
        Broken("endless remark", "zip_bomb", lambda: _bomb(p.SHEET, "<a><!--", b"A"), p.SHEET),
        Broken("endless attribute", "zip_bomb", lambda: _bomb(p.STYLES, '<a b="', b"A"), p.STYLES),
        Broken("endless workbook part", "zip_bomb", lambda: _bomb(p.WORKBOOK, "<a>", b"A"), p.WORKBOOK),
        Broken("endless picture", "zip_bomb", lambda: _bomb("xl/media/a.png", "", b"\0"), "xl/media/a.png"),
        Broken("header that lies", "zip_bomb", lambda: _bomb(p.SHEET, start, b" ", size=1000), p.SHEET),
        Broken("many parts of nine megabytes", "zip_bomb", _spread, "xl/media/22.bin"),
    ]


def _cell(address: str) -> bytes:
    return p.book(sheet=p.sheet(p.row(1, p.value("A1", "1")) + f"<row>{p.value(address, '1')}</row>"))


def _merged(*ranges: str) -> bytes:
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return p.book(sheet=p.sheet(p.row(1, p.value("A1", "1")), after=f"<mergeCells>{merges}</mergeCells>"))


def _sheet_entry(*, method: int = 8, flags: int = 0) -> bytes:
    return p.replaced(p.entry(p.SHEET, p.sheet(""), method=method, flags=flags))


def _added(name: str) -> bytes:
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    return p.zipped([*honest, p.entry(name, p.sheet(""))])


def _many_parts() -> bytes:
    return p.packed(p.parts() | {f"customXml/item{number}.xml": "<a/>" for number in range(5001)})


def _overlapping() -> bytes:
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    inner = p.zipped([p.entry("xl/a.bin", b"x" * 100)])
    outer = p.Entry("xl/b.bin", inner, len(inner), 0, 0)
    return _quoting([*honest, outer], inner)


def _quoting(entries: list[p.Entry], inner: bytes) -> bytes:
    """A package whose last entry holds another entry, listed as well."""
    whole = p.zipped(entries)
    central = whole.rindex(b"PK\x05\x06")
    fields = list(p.END.unpack(whole[central:]))
    listed = inner[inner.index(b"PK\x01\x02") : inner.rindex(b"PK\x05\x06")]
    moved = listed[:42] + struct.pack("<I", whole.index(inner)) + listed[46:]
    fields[3] += 1
    fields[4] += 1
    fields[5] += len(moved)
    return whole[:central] + moved + p.END.pack(*fields)


def _utf16_laughs() -> bytes:
    return p.book(strings=(LAUGHS + "<a>&c;</a>").encode("utf-16"))


def _repeated_text() -> bytes:
    rows = "".join(p.row(number, p.value(f"A{number}", "0", "s")) for number in range(1, 1600))
    words = "".join(f"{number:06} " for number in range(5_000))
    return p.book(sheet=p.sheet(rows), strings=p.strings(f"<t>{words[:32_000]}</t>"))


def _bomb(name: str, start: str, filling: bytes, size: int | None = None) -> bytes:
    block = filling * (MEGABYTE // len(filling))
    packed = p.endless(start, block, 3900)
    declared = min(3900 * len(block) + len(start), 0xFFFFFFFF)
    return p.replaced(p.Entry(name, packed, declared if size is None else size, 0))


def _spread() -> bytes:
    nine = p.entry("a", bytes(9_000_000))
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    media = [p.Entry(f"xl/media/{at}.bin", nine.packed, nine.size, nine.checksum) for at in range(30)]
    return p.zipped([*honest, *media])
