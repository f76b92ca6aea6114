"""Sheets and packages overloaded with what no team needs, and yet read in a moment, to the letter."""

import struct
from collections.abc import Callable

from tests.workbook import packages as p
from tests.workbook.broken import Build
from tests.workbook.hostile.heavy import noise
from tests.workbook.hostile.tame import Cells, Tame

Content = Callable[[], str]
WORD: Cells = {"A1": ("text", "Reaction"), "B2": ("number", "2020")}
ROWS = p.row(1, p.value("A1", "0", "s")) + p.row(2, p.value("B2", "2020"))
MILLION = 1_000_000
EVERYTHING = "A1:XFD1048576"


def borne() -> list[Tame]:
    """A sound workbook, each with a load on it, that is to give what it held before."""
    return [
        *(Tame(what, _after(inside), WORD) for what, inside in AFTER.items()),
        *(Tame(what, _before(inside), WORD) for what, inside in BEFORE.items()),
        *(Tame(what, _changed(part, content), WORD) for what, (part, content) in CHANGED.items()),
        *(Tame(what, _beside(parts), WORD) for what, parts in BESIDE.items()),
        *(Tame(what, _rows(rows), cells) for what, (rows, cells) in PLACED.items()),
        Tame("all columns hidden a hundred thousand times", _before(_columns), WORD, hidden=("A1", "B2")),
        Tame(
            "merge before the rows",
            _before(lambda: '<mergeCells><mergeCell ref="B1:B2"/></mergeCells>'),
            {"A1": WORD["A1"]},
        ),
        Tame(
            "link before the rows",
            _before(lambda: '<hyperlink ref="A1" location="B2"/>'),
            WORD,
            {"A1": "#B2"},
        ),
        Tame(
            "same link by tens of thousands",
            _after(lambda: '<hyperlink ref="A1" location="B2"/>' * 50_000),
            WORD,
            {"A1": "#B2"},
        ),
        Tame("tab of ten thousand letters", _tab("N" * 10_000), WORD, tabs=("N" * 10_000,)),
        Tame("tab with an escape in one letter", _tab("a\u009b2J"), WORD, tabs=("a\u009b2J",)),
        Tame("tab read backwards", _tab("a\u202eb"), WORD, tabs=("a\u202eb",)),
        Tame("tab that climbs out", _tab("../../etc/passwd"), WORD, tabs=("../../etc/passwd",)),
        Tame("tab of macros kept elsewhere", _macro_tab, WORD),
        Tame("sizes behind each part", _sizes_behind, WORD),
        Tame("noughts behind the end", lambda: p.book() + bytes(5000), WORD),
        Tame("remark at the end", _remark, WORD),
    ]


AFTER: dict[str, Content] = {
    "colours for everything": lambda: f'<conditionalFormatting sqref="{" ".join([EVERYTHING] * 100_000)}"/>',
    "colours by hundreds of thousands": lambda: f'<conditionalFormatting sqref="{EVERYTHING}"/>' * 200_000,
    "lists for everything": lambda: (
        f'<dataValidations><dataValidation sqref="{" ".join([EVERYTHING] * 100_000)}"/></dataValidations>'
    ),
    "links to nowhere over everything": lambda: f'<hyperlink ref="{EVERYTHING}"/>' * 200_000,
    "links to no range": lambda: (
        '<hyperlink ref="A1:A1:A1" location="x"/><hyperlink location="x"/>'
        '<hyperlink ref="XFE1" location="x"/>'
    ),
    "old drawings and objects": lambda: (
        '<legacyDrawing r:id="x"/><oleObjects><oleObject progId="Package" r:id="x"/></oleObjects>'
        '<controls><control r:id="y"/></controls>'
    ),
    "another file to be included": lambda: (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    ),
    "megabytes of an attribute": lambda: f'<pageSetup a="{noise(1000).decode() * 1_900}"/>',
    "a hundred thousand attributes": lambda: (
        "<pageSetup " + " ".join(f'a{n}=""' for n in range(100_000)) + "/>"
    ),
    "fifty thousand name spaces": lambda: (
        "<pageSetup " + " ".join(f'xmlns:a{n}="urn:{n}"' for n in range(50_000)) + "/>"
    ),
    "a filter over everything": lambda: f'<autoFilter ref="{EVERYTHING}"/>',
}
BEFORE: dict[str, Content] = {
    "a size that lies": lambda: f'<dimension ref="{EVERYTHING}"/>',
    "an empty row where none belongs": lambda: '<row r="15" ht="13.8"/>',
    "a size that is none": lambda: '<dimension ref="moon"/>',
    "columns from the end to the start": lambda: '<cols><col hidden="1" min="16384" max="1"/></cols>',
    "columns nobody can count, in sight": lambda: '<cols><col min="x" max="y"/></cols>',
    "instructions": lambda: (
        '<?xml-stylesheet href="file:///etc/passwd" type="text/xsl"?><?php system("id"); ?>'
    ),
}
CHANGED: dict[str, tuple[str, Content]] = {
    "hundreds of thousands of empty rows": (
        "sheet",
        lambda: p.sheet(ROWS + "".join(f'<row r="{n}"/>' for n in range(3, 400_000))),
    ),
    "texts nobody asks for": (
        "strings",
        lambda: p.strings("<t>Reaction</t>", *["<t>a</t>"] * 150_000),
    ),
    "a hundred thousand formats": (
        "styles",
        lambda: p.FORMATS.replace("</cellXfs>", '<xf numFmtId="14"/>' * 100_000 + "</cellXfs>"),
    ),
    "a text in runs by tens of thousands": (
        "strings",
        lambda: p.strings("<r><t>Reaction</t></r>" + "<r><t></t></r>" * 100_000),
    ),
    "readings beside a text without end": (
        "strings",
        lambda: p.strings("<t>Reaction</t>" + '<rPh sb="0" eb="9"><t>x</t></rPh>' * 100_000),
    ),
    "a format without an end": ("styles", lambda: p.FORMATS.replace("[h]:mm", "[" * MILLION)),
    "a format of quotes without an end": ("styles", lambda: p.FORMATS.replace("[h]:mm", "&quot;[" * 120)),
    "a format of five thousand digits": (
        "styles",
        lambda: p.FORMATS.replace('numFmtId="20"', f'numFmtId="{"9" * 5000}"'),
    ),
    "formats without numbers": (
        "styles",
        lambda: f'<styleSheet xmlns="{p.MAIN}"><cellXfs><xf numFmtId="x" fontId="y"/></cellXfs></styleSheet>',
    ),
    "elements of the workbook nobody knows": (
        "workbook",
        lambda: p.workbook(p.tab("Reactions"), *["<sheet2/>"] * 200_000),
    ),
}
PLACED: dict[str, tuple[Content, Cells]] = {
    "rows from the last to the first": (
        lambda: p.row(9, p.value("A9", "9")) + p.row(2, p.value("A2", "2")),
        {"A2": ("number", "2"), "A9": ("number", "9")},
    ),
    "cells from the last to the first": (
        lambda: p.row(1, p.value("C1", "3"), p.value("A1", "1")),
        {"A1": ("number", "1"), "C1": ("number", "3")},
    ),
    "cells without an address": (
        lambda: "<row><c><v>1</v></c><c/><c><v>3</v></c></row>",
        {"A1": ("number", "1"), "C1": ("number", "3")},
    ),
    "a row in two pieces": (
        lambda: p.row(1, p.value("A1", "1")) + p.row(1, p.value("B1", "2")),
        {"A1": ("number", "1"), "B1": ("number", "2")},
    ),
    "an empty cell far away": (
        lambda: p.row(1, p.value("A1", "1"), '<c r="XFD1"/>') + '<row r="1048576"/>',
        {"A1": ("number", "1")},
    ),
    "hundreds of thousands of formatted cells": (
        lambda: p.row(1, p.value("A1", "1")) + "".join(p.row(n, '<c s="1"/>' * 200) for n in range(2, 2002)),
        {"A1": ("number", "1")},
    ),
}
BESIDE: dict[str, Callable[[], dict[str, bytes | str]]] = {
    "an object from elsewhere": lambda: {
        "xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"MZ" * 400
    },
    "a control that would start": lambda: {
        "xl/activeX/activeX1.xml": "<a/>",
        "xl/activeX/activeX1.bin": b"MZ" * 400,
    },
    "macros": lambda: {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Attribut"},
    "sheets of macros and dialogs": lambda: {
        "xl/macrosheets/sheet1.xml": "<a/>",
        "xl/dialogsheets/sheet1.xml": "<a/>",
    },
    "ways to a data base": lambda: {
        "xl/connections.xml": f'<connections xmlns="{p.MAIN}"><connection dbPr="DSN=x;PWD=y"/></connections>'
    },
    "another workbook inside": lambda: {"xl/embeddings/book.xlsx": p.book()},
    "a pack of packs": lambda: {
        "xl/media/a.zip": p.zipped([p.entry("a.zip", p.zipped([p.entry("b.zip", bytes(99_999))]))])
    },
    "names of devices": lambda: {
        "customXml/CON.xml": "<a/>",
        "customXml/aux": "<a/>",
        "xl/media/nul.png": b"x",
    },
    "a folder as long as the sheet's name": lambda: {f"{p.SHEET}/": b""},
    "thousands of tiny parts": lambda: {f"customXml/item{n}.xml": "<a/>" for n in range(4_900)},
    "kinds that are wrong": lambda: {
        "[Content_Types].xml": '<Types><Default Extension="xml" ContentType="text/html"/></Types>'
    },
    "an instruction to sign": lambda: {
        "_xmlsignatures/sig1.xml": "<Signature/>",
        "xl/customProperty1.bin": b"\0" * 99,
    },
    "links of the whole workbook in a circle": lambda: {
        "xl/externalLinks/_rels/externalLink1.xml.rels": p.relations(x=("externalLinkPath", "team.xlsx"))
    },
    "a circle of ways": lambda: {
        "xl/worksheets/_rels/sheet1.xml.rels": p.relations(
            a=("table", "sheet1.xml"), b=("worksheet", "sheet1.xml")
        )
    },
}


def _changed(part: str, content: Content) -> Build:
    return lambda: p.book(**{part: content()})


def _after(inside: Content) -> Build:
    return lambda: p.book(sheet=p.sheet(ROWS, after=inside()))


def _before(inside: Content) -> Build:
    return lambda: p.book(sheet=p.sheet(ROWS, before=inside()))


def _rows(rows: Content) -> Build:
    return lambda: p.book(sheet=p.sheet(rows()))


def _tab(name: str) -> Build:
    return lambda: p.book(workbook=p.workbook(p.tab(name)))


def _beside(parts: Callable[[], dict[str, bytes | str]]) -> Build:
    return lambda: p.packed(p.parts() | parts())


def _columns() -> str:
    return (
        '<cols><col hidden="1" min="1" max="16384"/>'
        + '<col hidden="1" min="1" max="99999"/>' * 100_000
        + "</cols>"
    )


def _sizes_behind() -> bytes:
    """As programs write that do not know a part's size before they have packed it."""
    whole, places, index = b"", [], b""
    for name, content in p.parts().items():
        item = p.entry(name, content, flags=8)
        places.append(len(whole))
        whole += (
            p.LOCAL.pack(b"PK\x03\x04", 20, 8, 8, 0, 33, 0, 0, 0, len(name), 0) + name.encode() + item.packed
        )
        whole += struct.pack("<4sIII", b"PK\x07\x08", item.checksum, len(item.packed), item.size)
        sizes = (item.checksum, len(item.packed), item.size, len(name), 0, 0, 0, 0, 0, places[-1])
        index += p.CENTRAL.pack(b"PK\x01\x02", 20, 20, 8, 8, 0, 33, *sizes) + name.encode()
    counts = (len(places), len(places), len(index), len(whole), 0)
    return whole + index + p.END.pack(b"PK\x05\x06", 0, 0, *counts)


def _macro_tab() -> bytes:
    return p.book(workbook=p.workbook(p.tab("Reactions"), '<sheet name="Module1" sheetId="2" r:id=""/>'))


def _remark() -> bytes:
    whole = p.book()
    return whole[:-2] + struct.pack("<H", 9) + b"team only"
