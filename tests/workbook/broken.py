"""Files that are no workbook, or broken ones: each with the refusal it deserves, built on the spot."""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from tests.workbook import packages as p

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1 << 20
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
Build = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Broken:
    """A file and the refusal it must meet; `detail` is what the sentence names."""

    what: str
    kind: str
    build: Build
    detail: str | None = None
    name: str = "team.xlsx"


def others() -> list[Broken]:
    """Files of other kinds under a workbook's name."""
    return [
        Broken("nothing", "empty", lambda: b""),
        Broken("zeros", "only_zeros", lambda: bytes(5000)),
        Broken("lock of Excel", "lock_file", _excel_lock, "Zoë Havlíček", "~$team.xlsx"),
        Broken("lock in old letters", "lock_file", lambda: b"\x03Ana" + bytes(50), "Ana", "~$team.xlsx"),
        Broken("lock of nobody", "lock_file_unnamed", lambda: b"\0" * 165, None, "~$team.xlsx"),
        Broken("lock of LibreOffice", "lock_file", lambda: b",ana,desk,today,", "ana", ".~lock.team.xlsx#"),
        Broken("password", "password", lambda: _compound("EncryptedPackage")),
        Broken("old workbook", "old_xls", lambda: _compound("Workbook")),
        Broken("very old workbook", "old_xls", lambda: _compound("Book")),
        Broken("old Word", "word", lambda: _compound("WordDocument")),
        Broken("old PowerPoint", "powerpoint", lambda: _compound("PowerPoint Document")),
        Broken("an e-mail", "unknown", lambda: _compound("__properties_version1.0")),
        Broken("CSV", "plain_text", "Nom;Réaction\nÉlan;« Un pas »\n".encode),
        Broken("CSV of an old PC", "plain_text", lambda: "Nom;Réaction\nÉlan;oui\n".encode("cp1252")),
        Broken("CSV in UTF-16", "plain_text", lambda: "Nom\tRéaction\n".encode("utf-16")),
        Broken("web page", "html", lambda: b"\n<!DOCTYPE html><html><body>Sign in</body></html>"),
        Broken("web table", "html", lambda: b"<table><tr><td>1</td></tr></table>"),
        Broken("XML Spreadsheet 2003", "xml_table", lambda: b'<?xml version="1.0"?>' + _xml_2003()),
        Broken("PDF", "pdf", lambda: b"%PDF-1.7\n"),
        Broken("RTF", "word", lambda: b"{\\rtf1 text}"),
        Broken("PNG", "picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50)),
        Broken("JPEG", "picture", lambda: b"\xff\xd8\xff\xe0" + bytes(50)),
        Broken("gzip", "archive", lambda: b"\x1f\x8b\x08" + bytes(50)),
        Broken("RAR", "archive", lambda: b"Rar!\x1a\x07\x01" + bytes(50)),
        Broken("7z", "archive", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50)),
        Broken("empty zip", "archive", lambda: p.zipped([])),
        Broken(
            "Google shortcut",
            "google_shortcut",
            lambda: b'{"url": "https://docs.example/d/1", "doc_id": "1"}',
        ),
        Broken("noise", "unknown", lambda: bytes(range(256)) * 8),
        Broken("zip of letters", "archive", lambda: p.packed({"letters/a.txt": "a"})),
        Broken("OpenDocument sheet", "ods", lambda: _open_document("spreadsheet")),
        Broken("OpenDocument text", "unknown", lambda: _open_document("text")),
        Broken("Numbers", "numbers", lambda: p.packed({"Index/Document.iwa": b"x", "Data/a.jpg": b"y"})),
        Broken("Word", "word", lambda: _office("word/document.xml")),
        Broken("PowerPoint", "powerpoint", lambda: _office("ppt/presentation.xml")),
        Broken("binary workbook", "xlsb", lambda: _office("xl/workbook.bin")),
        Broken("drawing", "archive", lambda: p.packed({"visio/document.xml": "<a/>"})),
    ]


def torn() -> list[Broken]:
    """Workbooks cut short, damaged on the way, or with parts missing."""
    whole = p.book()
    return [
        Broken("half", "truncated", lambda: whole[: len(whole) // 2]),
        Broken("first bytes", "truncated", lambda: whole[:40]),
        Broken("half synchronised", "half_synced", lambda: whole[:800] + bytes(len(whole))),
        Broken("one byte flipped", "damaged", lambda: _flipped(whole), p.SHEET),
        Broken("wrong checksum", "damaged", _wrong_checksum, p.SHEET),
        Broken("wrong size", "damaged", _wrong_size, p.SHEET),
        Broken(
            "other name inside", "damaged", lambda: whole.replace(b"sheet1.xml", b"sheet9.xml", 1), p.SHEET
        ),
        Broken("broken list of parts", "damaged_index", lambda: _newer_zip(whole)),
        Broken("no workbook part", "missing_part", lambda: _without(p.WORKBOOK), p.WORKBOOK),
        Broken("no sheet part", "missing_part", lambda: _without(p.SHEET), p.SHEET),
        Broken("no strings part", "missing_part", lambda: _without(p.STRINGS), p.STRINGS),
        Broken("no relations", "missing_part", lambda: _without("_rels/.rels"), "_rels/.rels"),
        Broken(
            "sheet on the web", "missing_part", lambda: _sheet_at("http://x.example/s"), "http://x.example/s"
        ),
        Broken("sheet outside", "missing_part", lambda: _sheet_at("../../../etc/passwd"), "etc/passwd"),
        Broken(
            "tab without relation", "bad_xml", lambda: p.book(workbook=p.workbook(p.tab("A", 7))), p.WORKBOOK
        ),
        Broken("sheet cut off", "bad_xml", lambda: p.book(sheet=p.sheet("")[:-20]), p.SHEET),
        Broken("control bytes", "bad_xml", lambda: _cell_text("a\x01b"), p.SHEET),
        Broken("NUL by number", "bad_xml", lambda: _cell_text("a&#0;b"), p.SHEET),
        Broken("half a character", "bad_xml", lambda: _cell_text("a&#xD800;b"), p.SHEET),
        Broken("bad letters", "bad_xml", lambda: p.book(sheet=p.sheet("\xe9").encode("latin-1")), p.SHEET),
        Broken(
            "unknown alphabet",
            "bad_xml",
            lambda: p.book(strings='<?xml version="1.0" encoding="moon"?><a/>'),
            p.STRINGS,
        ),
        Broken("no tabs", "no_sheet", lambda: p.book(workbook=p.workbook())),
        Broken("only a chart", "no_sheet", _only_a_chart),
        Broken(
            "same tab twice",
            "duplicate_sheet",
            lambda: p.book(workbook=p.workbook(p.tab("A"), p.tab("a"))),
            "a",
        ),
        Broken("other main part", "unknown", lambda: p.book(workbook="<mimetype/>")),
        Broken(
            "impossible column",
            "crashed",
            lambda: p.book(sheet=p.sheet("", before='<cols><col hidden="1" min="x"/></cols>')),
        ),
        Broken("Strict", "strict", lambda: p.book(workbook=p.strict())),
    ]


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
        Broken("one text many times", "too_much_text", _repeated_text, "Reactions!A51"),
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


def _excel_lock() -> bytes:
    name = "Zoë Havlíček"
    narrow = bytes([len(name)]) + name.encode("cp1252", "replace")
    return narrow.ljust(55, b" ") + struct.pack("<H", len(name)) + name.encode("utf-16-le").ljust(108, b" ")


def _compound(stream: str) -> bytes:
    return COMPOUND + bytes(504) + stream.encode("utf-16-le") + bytes(512)


def _xml_2003() -> bytes:
    name = b"urn:schemas-microsoft-com:office:spreadsheet"
    return b'<?mso-application progid="Excel.Sheet"?><Workbook xmlns="' + name + b'"/>'


def _open_document(kind: str) -> bytes:
    mimetype = p.entry("mimetype", f"application/vnd.oasis.opendocument.{kind}", method=0)
    return p.zipped([mimetype, p.entry("content.xml", "<a/>")])


def _office(main: str) -> bytes:
    kept = {name: part for name, part in p.parts().items() if not name.startswith("xl/")}
    return p.packed(kept | {"_rels/.rels": p.relations(w=("officeDocument", main)), main: "<a/>"})


def _flipped(whole: bytes) -> bytes:
    at = whole.index(p.SHEET.encode()) + len(p.SHEET) + 60
    return whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]


def _replaced(part: p.Entry) -> bytes:
    return p.zipped([p.entry(name, was) for name, was in p.parts().items() if name != part.name] + [part])


def _wrong_checksum() -> bytes:
    part = p.entry(p.SHEET, p.sheet(""))
    return _replaced(p.Entry(part.name, part.packed, part.size, part.checksum ^ 1))


def _wrong_size() -> bytes:
    part = p.entry(p.SHEET, p.sheet(""))
    return _replaced(p.Entry(part.name, part.packed, part.size + 1, part.checksum))


def _newer_zip(whole: bytes) -> bytes:
    at = whole.index(b"PK\x01\x02")
    return whole[: at + 6] + struct.pack("<H", 99) + whole[at + 8 :]


def _without(name: str) -> bytes:
    return p.packed({part: content for part, content in p.parts().items() if part != name})


def _sheet_at(target: str) -> bytes:
    return p.book(relations=p.relations(s1=("worksheet", target)))


def _only_a_chart() -> bytes:
    chart: dict[str, bytes | str] = {
        p.RELATIONS: p.relations(s1=("chartsheet", "chartsheets/sheet1.xml")),
        "xl/chartsheets/sheet1.xml": "<a/>",
    }
    return p.packed(p.parts() | chart)


def _cell_text(words: str) -> bytes:
    return p.book(sheet=p.sheet(p.row(1, p.text("A1", words))))


def _cell(address: str) -> bytes:
    return p.book(sheet=p.sheet(p.row(1, p.value("A1", "1")) + f"<row>{p.value(address, '1')}</row>"))


def _merged(*ranges: str) -> bytes:
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return p.book(sheet=p.sheet(p.row(1, p.value("A1", "1")), after=f"<mergeCells>{merges}</mergeCells>"))


def _sheet_entry(*, method: int = 8, flags: int = 0) -> bytes:
    return _replaced(p.entry(p.SHEET, p.sheet(""), method=method, flags=flags))


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
    rows = "".join(p.row(number, p.value(f"A{number}", "0", "s")) for number in range(1, 60))
    words = "".join(f"{number:06} " for number in range(MEGABYTE // 7 + 1))
    return p.book(sheet=p.sheet(rows), strings=p.strings(f"<t>{words[:1_000_000]}</t>"))


def _bomb(name: str, start: str, filling: bytes, size: int | None = None) -> bytes:
    block = filling * (MEGABYTE // len(filling))
    packed = p.endless(start, block, 3900)
    declared = min(3900 * len(block) + len(start), 0xFFFFFFFF)
    return _replaced(p.Entry(name, packed, declared if size is None else size, 0))


def _spread() -> bytes:
    nine = p.entry("a", bytes(9_000_000))
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    media = [p.Entry(f"xl/media/{at}.bin", nine.packed, nine.size, nine.checksum) for at in range(30)]
    return p.zipped([*honest, *media])
