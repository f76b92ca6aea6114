"""Parts in XML that no program of Office writes: definitions, alphabets that lie, what is not well formed."""

from tests.workbook import packages as p
from tests.workbook.broken import Broken, Build

EMPTY = p.sheet("")
BARE = EMPTY.removeprefix(p.HEAD)
PARTS_WITH_DEFINITIONS = [
    "_rels/.rels",
    "[Content_Types].xml",
    "docProps/core.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/tables/table1.xml",
    "xl/comments1.xml",
    "xl/externalLinks/externalLink1.xml",
    "xl/connections.xml",
    "XL/THEME/THEME1.XML",
]
# what, what stands in front of the sheet's element
DEFINITIONS = [
    ("without any", "<!DOCTYPE worksheet>"),
    ("from the web", '<!DOCTYPE a SYSTEM "http://x.example/a.dtd">'),
    ("from a catalogue", '<!DOCTYPE a PUBLIC "-//X//A" "http://x.example/a.dtd">'),
    ("by parameter", '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://x.example/b.dtd"> %b;]>'),
    (
        "that send a file away",
        '<!DOCTYPE a [<!ENTITY % f SYSTEM "file:///etc/passwd"><!ENTITY % g "%f;">%g;]>',
    ),
    ("that grow by squares", f'<!DOCTYPE a [<!ENTITY b "{"b" * 50_000}">]>'),
    ("that lead to themselves", '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]>'),
    ("of attributes", '<!DOCTYPE a [<!ATTLIST c r CDATA "A1">]>'),
    ("of a notation", '<!DOCTYPE a [<!NOTATION n SYSTEM "calc.exe"><!ENTITY p SYSTEM "p.gif" NDATA n>]>'),
    ("after a remark", "<!-- a --><?b c?><!DOCTYPE a [ ]>"),
    ("said to be alone", "<!DOCTYPE a [<!ELEMENT a ANY>]>"),
]
# what, the sheet's bytes
GARBLED = [
    ("an entity nobody defined", p.sheet(p.row(1, p.text("A1", "&boom;"))).encode()),
    ("definitions in UTF-7", b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'),
    ("definitions in UTF-32", f'<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE a>{BARE}'.encode("utf-32")),
    ("definitions in EBCDIC", f'<?xml version="1.0" encoding="cp037"?><!DOCTYPE a>{BARE}'.encode("cp037")),
    ("an alphabet that is Python's", EMPTY.replace("UTF-8", "rot13").encode()),
    ("an alphabet of two bytes", EMPTY.replace("UTF-8", "shift_jis").encode("shift_jis")),
    ("UTF-16 said and not written", EMPTY.replace("UTF-8", "UTF-16").encode()),
    ("UTF-16 cut in the middle of a letter", EMPTY.replace("UTF-8", "UTF-16").encode("utf-16")[:-1]),
    ("a letter in too many bytes", EMPTY.encode().replace(b"<sheetData>", b"<sheetData>\xc0\x80")),
    ("half a letter in UTF-8", EMPTY.encode().replace(b"<sheetData>", b"<sheetData>\xed\xa0\x80")),
    ("a letter beyond all", EMPTY.encode().replace(b"<sheetData>", b"<sheetData>\xf4\x90\x80\x80")),
    ("a NUL among its letters", EMPTY.encode().replace(b"<sheetData>", b"<sheetData>\0")),
    ("an escape in an attribute", p.sheet('<row r="1" spans="\x1b[2J"/>').encode()),
    ("a number for no letter", p.sheet(p.row(1, p.text("A1", "&#xFFFE;"))).encode()),
    ("a number far beyond", p.sheet(p.row(1, p.text("A1", "&#99999999999;"))).encode()),
    ("a declaration too late", b" " + EMPTY.encode()),
    ("two declarations", p.HEAD.encode() + EMPTY.encode()),
    ("two sheets in one part", (EMPTY + BARE).encode()),
    ("words behind its end", (EMPTY + "and more").encode()),
    ("an attribute twice", p.sheet('<row r="1" r="2"/>').encode()),
    (
        "an attribute twice under two prefixes",
        p.sheet('<row xmlns:a="x" xmlns:b="x" a:r="1" b:r="2"/>').encode(),
    ),
    ("a name space with a brace in it", EMPTY.replace(p.OFFICE, "{1;2}").encode()),
    ("a prefix nobody declared", p.sheet("<x:row/>").encode()),
    ("the prefix xml for something else", p.sheet('<a xmlns:xml="urn:x"/>').encode()),
    ("a prefix for nothing", p.sheet('<a xmlns:b=""/>').encode()),
    ("an end without a start", p.sheet("</row>").encode()),
    ("elements that cross", p.sheet('<row r="1"><c r="A1"></row></c>').encode()),
    ("a remark without an end", p.sheet("<!-- ").encode()),
    ("two dashes in a remark", p.sheet("<!-- a -- b -->").encode()),
    ("a section without an end", p.sheet("<![CDATA[").encode()),
    ("the end of a section alone", p.sheet(p.row(1, p.text("A1", "]]>"))).encode()),
    ("a section only definitions have", p.sheet("<![INCLUDE[ ]]>").encode()),
    ("an attribute without quotes", p.sheet("<row r=1/>").encode()),
    ("an attribute with an element in it", p.sheet('<row r="<c/>"/>').encode()),
    ("nothing", b""),
    ("only the mark of an alphabet", b"\xef\xbb\xbf"),
    ("a web page", b"<!doctype html><html><body>Not found<br></body></html>"),
    ("JSON", b'{"sheet": []}'),
]


def written() -> list[Broken]:
    """A sound workbook, each with one part written otherwise."""
    return [
        *(
            Broken(f"definitions {what}", "doctype", _sheet(front + BARE), p.SHEET)
            for what, front in DEFINITIONS
        ),
        *(
            Broken(f"definitions in {part}", "doctype", _defined(part), part)
            for part in PARTS_WITH_DEFINITIONS
        ),
        *(Broken(f"sheet with {what}", "bad_xml", _sheet(inside), p.SHEET) for what, inside in GARBLED),
        Broken("definitions in UTF-16 without its mark", "doctype", _wide_definitions, p.STRINGS),
        Broken("sixty-five levels of formats", "too_deep", _deep, p.STYLES),
        Broken("deep within a remark's neighbour", "too_deep", _deep_rules, p.SHEET),
    ]


def _sheet(content: bytes | str) -> Build:
    return lambda: p.book(sheet=content)


def _defined(part: str) -> Build:
    return lambda: p.packed(p.parts() | {part: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})


def _wide_definitions() -> bytes:
    wide = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'
    return p.book(strings=wide.encode("utf-16-be"))


def _deep() -> bytes:
    return p.book(styles=p.FORMATS.replace("<fills>", "<fills>" + "<fill>" * 63 + "</fill>" * 63))


def _deep_rules() -> bytes:
    rules = "<extLst>" * 70 + "</extLst>" * 70
    return p.book(sheet=p.sheet(p.row(1, p.text("A1", "x")), after=rules))
