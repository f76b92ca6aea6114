"""Workbooks put together part by part, sound or broken in one place, without any spreadsheet program."""

import struct
import zlib
from dataclasses import dataclass

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a zip package as it will be written, true or not."""

    name: str
    packed: bytes
    size: int
    checksum: int
    method: int = 8
    flags: int = 0


def entry(name: str, content: bytes | str, *, method: int = 8, flags: int = 0) -> Entry:
    """An honest entry."""
    plain = content.encode() if isinstance(content, str) else content
    packed = deflated(plain) if method == 8 else plain
    return Entry(name, packed, len(plain), zlib.crc32(plain), method, flags)


def deflated(plain: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(plain) + packer.flush()


def endless(before: str, filling: bytes, times: int) -> bytes:
    """`before`, then `filling` over and over: gigabytes, packed in a moment."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    start = packer.compress(before.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(filling) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * times + b"\x03\x00"


def zipped(entries: list[Entry], offsets: dict[int, int] | None = None) -> bytes:
    """The package; `offsets` sends the entry of that number to the place of another."""
    body, places = b"", []
    for item in entries:
        places.append(len(body))
        name = item.name.encode()
        sizes = (item.checksum, len(item.packed), item.size, len(name), 0)
        body += LOCAL.pack(b"PK\x03\x04", 20, item.flags, item.method, 0, 33, *sizes) + name + item.packed
    for number, other in (offsets or {}).items():
        places[number] = places[other]
    index = b"".join(_listed(item, at) for item, at in zip(entries, places, strict=True))
    counts = (len(entries), len(entries), len(index), len(body), 0)
    return body + index + END.pack(b"PK\x05\x06", 0, 0, *counts)


def _listed(item: Entry, at: int) -> bytes:
    name = item.name.encode()
    sizes = (item.checksum, len(item.packed), item.size, len(name), 0, 0, 0, 0, 0, at)
    return CENTRAL.pack(b"PK\x01\x02", 20, 20, item.flags, item.method, 0, 33, *sizes) + name


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """A sheet part around the rows' XML."""
    opening = f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheetData>'
    return f"{HEAD}{opening}{rows}</sheetData>{after}</worksheet>"


def row(number: int, *cells: str, **attributes: str) -> str:
    """A row's XML."""
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<row r="{number}"{written}>{"".join(cells)}</row>'


def text(address: str, words: str, style: int = 0) -> str:
    """A cell with its text in place."""
    inside = f'<is><t xml:space="preserve">{words}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{inside}</c>'


def value(address: str, stored: str, kind: str = "n", style: int = 0) -> str:
    """A cell with a stored value."""
    return f'<c r="{address}" s="{style}" t="{kind}"><v>{stored}</v></c>'


def formula(address: str, typed: str, stored: str | None, kind: str = "n") -> str:
    """A cell with a formula, and its value if it was ever calculated."""
    result = "" if stored is None else f"<v>{stored}</v>"
    return f'<c r="{address}" t="{kind}"><f>{typed}</f>{result}</c>'


def strings(*items: str) -> str:
    """A part of shared texts; each item is the XML inside one `<si>`."""
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def relations(**targets: tuple[str, str]) -> str:
    """A part of relations: id=(last step of the type, target); an external one starts with a scheme."""
    written = "".join(_relation(name, *to) for name, to in targets.items())
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def _relation(name: str, kind: str, target: str) -> str:
    mode = ' TargetMode="External"' if ":" in target else ""
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def workbook(*tabs: str, properties: str = "") -> str:
    """The workbook part around its tabs' XML."""
    listed = "".join(tabs)
    opening = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
    return f"{HEAD}{opening}<sheets>{listed}</sheets></workbook>"


def strict() -> str:
    """The workbook part as Excel writes it for a Strict Open XML Workbook."""
    return workbook(tab("Reactions")).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")


def tab(name: str, number: int = 1, state: str = "visible") -> str:
    """A tab's XML, pointing to the relation `s<number>`."""
    return f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="s{number}"/>'


# 0 plain, 1 a day, 2 a time, 3 a length of time, 4 struck through, 5 a day and a time, 6 a month, 7 a year
FORMATS = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="165" formatCode="[$-40C]yyyy;@"/></numFmts>'
    "<fonts><font/><font><strike/></font></fonts><fills><fill/></fills><borders><border/></borders>"
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/>'
    '<xf numFmtId="20" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/>'
    '<xf numFmtId="22" fontId="0"/><xf numFmtId="17" fontId="0"/><xf numFmtId="165" fontId="0"/></cellXfs>'
    "</styleSheet>"
)


def parts() -> dict[str, bytes | str]:
    """The parts of a sound workbook: one tab "Reactions" with a word in A1 and a number in B2."""
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(w=("officeDocument", WORKBOOK)),
        WORKBOOK: workbook(tab("Reactions")),
        RELATIONS: relations(
            s1=("worksheet", "worksheets/sheet1.xml"),
            t=("sharedStrings", "sharedStrings.xml"),
            f=("styles", "styles.xml"),
        ),
        SHEET: sheet(row(1, value("A1", "0", "s")) + row(2, value("B2", "2020"))),
        STRINGS: strings("<t>Reaction</t>"),
        STYLES: FORMATS,
    }


def book(**changes: bytes | str) -> bytes:
    """A sound workbook, some parts changed: sheet=, strings=, styles=, workbook=, relations=."""
    names = {
        "sheet": SHEET,
        "strings": STRINGS,
        "styles": STYLES,
        "workbook": WORKBOOK,
        "relations": RELATIONS,
    }
    return packed(parts() | {names[name]: content for name, content in changes.items()})


def packed(content: dict[str, bytes | str]) -> bytes:
    """The package of those parts."""
    return zipped([entry(name, part) for name, part in content.items()])


def replaced(part: Entry) -> bytes:
    """A sound workbook with that entry in place of its own of the same name."""
    return zipped([entry(name, was) for name, was in parts().items() if name != part.name] + [part])
