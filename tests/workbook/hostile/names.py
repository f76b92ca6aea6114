"""Packages with part names that lead elsewhere, hide letters, or are one another's under some systems."""

from tests.workbook import packages as p
from tests.workbook.broken import Broken, Build

LONG = "customXml/" + "a" * 60_000 + ".xml"


def named() -> list[Broken]:
    """A sound workbook, each with one part more."""
    return [
        *(Broken(f"name {what}", "outside_name", _with(name), shown) for what, name, shown in LEADING),
        *(Broken(f"name {what}", "strange_name", _with(name), shown) for what, name, shown in UNSEEN),
        *(Broken(f"name again {what}", "duplicate_part", _with(name), name) for what, name in TWICE),
        Broken("name again with its accent apart", "duplicate_part", _accents, "xl/e\u0301.xml"),
        Broken("name of sixty thousand letters", "bad_xml", _with(LONG, "<a>"), LONG[:119] + "…"),
        Broken("part that is a link elsewhere", "bad_xml", _with("xl/a.xml", "/etc/passwd"), "xl/a.xml"),
    ]


# what, the name as packed, the name as told
LEADING = [
    ("that climbs in the middle", "xl/../../x.xml", "xl/../../x.xml"),
    ("that climbs in other letters", "xl/%2e%2e/%2E%2E/x.xml", "xl/%2e%2e/%2E%2E/x.xml"),
    ("with a backslash in other letters", "xl/..%5Cx.xml", "xl/..%5Cx.xml"),
    ("on a server", "//server/share/x.xml", "//server/share/x.xml"),
    ("on a drive's own folder", "c:x.xml", "c:x.xml"),
    ("from a root in other letters", "%2Fetc/passwd", "%2Fetc/passwd"),
    ("that ends early", "xl/media/a.png\0.xml", "xl/media/a.png.xml"),
    ("of a second stream", "C:\\x.xml:$DATA", "C:\\x.xml:$DATA"),
]
UNSEEN = [
    ("that clears the screen", "xl/\x1b[2J.xml", "xl/\ufffd[2J.xml"),
    ("over two lines", "xl/a\nb.xml", "xl/a\ufffdb.xml"),
    ("read backwards", "xl/\u202efcod.xml", "xl/\ufffdfcod.xml"),
    ("with a mark nobody sees", "xl/work\u200bbook.xml", "xl/work\ufffdbook.xml"),
    ("of nothing", "", ""),
    ("that rings", "xl/\x07.bin", "xl/\ufffd.bin"),
]
TWICE = [
    ("with a dot at its end", "xl/workbook.xml."),
    ("with a space at its end", "xl/workbook.xml "),
    ("with two strokes", "xl//workbook.xml"),
    ("by way of here", "xl/./workbook.xml"),
    ("in other letters", "xl/%77orkbook.xml"),
    ("in wide letters", "xl/ｗorkbook.xml"),
    ("with a sign for kelvin", "xl/wor\u212abook.xml"),
]


def _with(name: str, content: str = "<a/>") -> Build:
    def build() -> bytes:
        honest = [p.entry(part, inside) for part, inside in p.parts().items()]
        return p.zipped([*honest, p.entry(name, content, flags=0x800)])

    return build


def _accents() -> bytes:
    honest = [p.entry(part, inside) for part, inside in p.parts().items()]
    return p.zipped(
        [*honest, *(p.entry(f"xl/{name}.xml", "<a/>", flags=0x800) for name in ("\u00e9", "e\u0301"))]
    )
