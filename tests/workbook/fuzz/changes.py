"""One small change after another to a workbook's parts, or to the package around them, from nasty ones."""

import random
import re
import struct
from functools import lru_cache

from tests.workbook import packages as p
from tests.workbook.fuzz.seeds import Parts

TOKEN = re.compile(rb"<[^>]*>|[^<]+")
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
VALUES = [
    *("", "0", "-1", "1", "9", "x", "1e308", "1e-400", "NaN", "INF", "+5", " 7 ", "1.5", "0x10", "1_0", "٣"),
    *("4294967295", "1048576", "1048577", "16384", "16385", "200001", "501", "9" * 30, "9" * 5000, "0" * 450),
    *(
        "A1",
        "a1",
        "A0",
        "$A$1",
        "XFD1048576",
        "XFE1",
        "ZZZZ1",
        "A1:B2",
        "A:A",
        "1:1",
        "A1:XFD1048576",
        "B2:A1",
    ),
    *("true", "false", "on", "hidden", "veryHidden", "s", "str", "inlineStr", "b", "d", "e", "n", "shared"),
    *("array", "dataTable", "60", "2958465", "2958466", "-0", "0.0000001", "43992.99999999", "2020-02-30"),
    *("0001-01-01", "9999-12-31T23:59:59.9", "2020-06-10T25:00", "_x0000_", "_xD800_", "_xFFFF_", "_x005F_x"),
    *(
        "&#10;",
        "&#0;",
        "&amp;",
        "&boom;",
        "&#xD800;",
        "&#x10FFFF;",
        "é",
        "\u202e",
        "\x01",
        "👩🏽‍⚖️",
        "e\u0301" * 40,
    ),
    *(
        "..",
        "../..",
        "/",
        "//x",
        "file:///x",
        "http://x.example",
        "%2e%2e",
        "\\x",
        "sheet1.xml",
        "/xl/workbook.xml",
    ),
    *(
        "[h]:mm",
        "yyyy",
        "[",
        '"',
        "[$-409]d",
        "General",
        "@",
        "0;;;",
        "h:mm" * 70,
        "(((",
        '="',
        "{1;2}",
        "A1#",
    ),
    *("External", "#REF!", "'Other sheet'!A1", "[1]S!A1", "x" * 300, "x" * 33_000, "SUM(" * 50, "HYPERLINK("),
]
SNIPPETS = [
    *("<c/>", "<row/>", "</row>", "<v/>", "<is/>", "<t/>", "<f/>", "<!-- x -->", "<?x y?>", "<![CDATA[x]]>"),
    *('<row r="1"/>', "<sheetData>", "</sheetData>", "<c><v>1</v></c>", '<c r="A1" t="s"><v>0</v></c>'),
    *('<mergeCell ref="A1:C3"/>', '<hyperlink ref="A1:Z99" location="x"/>', "<!DOCTYPE a>", "]]>", "&b;"),
    *('<col min="1" max="9" hidden="1"/>', '<xf numFmtId="14"/>', '<numFmt numFmtId="14" formatCode="d"/>'),
    *(
        "<font><strike/></font>",
        "<fonts>",
        "<cellXfs>",
        "<si>",
        "<r><rPr><strike/></rPr><t>y</t></r>",
        "<rPr/>",
    ),
    *('<sheet name="A" sheetId="1" r:id="s1"/>', '<workbookPr date1904="1"/>', "<sheets>", "<filterColumn/>"),
    *('<a xmlns="">', '<a xmlns:b="urn:c" b:d="e"/>', "</worksheet>", "<x:c/>", "\0", "<" * 3, "<a>" * 70),
]
NAMES = [
    "xl/a.xml",
    "xl/a.bin",
    "../x",
    "xl/workbook.bin",
    "mimetype",
    "XL/workbook.xml",
    "a\\b",
    "xl/",
    "C:/x",
    "x.",
]
ENCODINGS = ["utf-16", "utf-16-be", "utf-8-sig", "latin-1", "utf-32", "cp037"]
WORDS = [b"r", b"s", b"t", b"c", b"v", b"f", b"is", b"ref", b"si", b"hidden", b"row", b"min"]
# How often a part is chosen: what is read counts more than what only has to be there.
LIKELY = {p.SHEET: 12, p.STRINGS: 4, p.STYLES: 4, p.WORKBOOK: 3}
HEADERS = [b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"]


def changed(parts: Parts, others: list[Parts], draw: random.Random) -> Parts:
    """The parts with one to four changes, with true checksums so that the change gets as far as it can."""
    parts = dict(parts)
    for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 4))):
        if draw.random() < 0.03 or not parts:
            _rearrange(parts, draw.choice(others), draw)
            continue
        name = draw.choices(list(parts), [LIKELY.get(name, 1) for name in parts])[0]
        parts[name] = _rewritten(parts[name], draw)
    return parts


def packed(parts: Parts, draw: random.Random) -> bytes:
    """The package; some are then changed in their headers, cut, joined or have bytes flipped."""
    method = draw.choice((0, 0, 0, 8))
    whole = p.zipped([p.entry(name, part, method=method) for name, part in parts.items()])
    if draw.random() < 0.9:
        return whole
    for _ in range(draw.choice((1, 1, 2, 3))):
        whole = _damaged(whole, draw)
    return whole


def _rearrange(parts: Parts, other: Parts, draw: random.Random) -> None:
    name = draw.choice(list(parts)) if parts else "a.xml"
    way = draw.randrange(5)
    if way == 0:
        parts.pop(name, None)
    elif way == 1:
        parts[name] = parts.get(draw.choice(list(other)), b"<a/>")
    elif way == 2:
        parts[draw.choice(NAMES)] = other[draw.choice(list(other))]
    elif way == 3:
        taken = draw.choice(list(other))
        parts[taken] = other[taken]
    elif name in parts:
        parts[name] = parts[name].decode("utf-8", "replace").encode(draw.choice(ENCODINGS), "replace")


@lru_cache(maxsize=512)
def _tokens(part: bytes) -> tuple[bytes, ...]:
    return tuple(TOKEN.findall(part))


def _rewritten(part: bytes, draw: random.Random) -> bytes:
    """The part with one change, most often one that leaves it well formed: a value, or an element moved."""
    tokens = list(_tokens(part))
    if not tokens:
        return draw.choice(SNIPPETS).encode()
    at = draw.randrange(len(tokens))
    chance = draw.random()
    if chance < 0.6:
        tokens[at] = _valued(tokens[at], draw)
    elif chance < 0.9:
        _move(tokens, at, draw)
    elif chance < 0.95:
        tokens.insert(at, draw.choice(SNIPPETS).encode())
    elif chance < 0.97:
        tokens[at] = _flipped(tokens[at], draw)
    else:
        tokens[at] = re.sub(rb"[A-Za-z]+", draw.choice(WORDS), tokens[at], count=1)
    return b"".join(tokens)


def _move(tokens: list[bytes], at: int, draw: random.Random) -> None:
    """Take away, repeat, or put elsewhere what stands there: an element whole, now and then only its tag."""
    end = _end(tokens, at) if draw.random() < 0.95 else at + 1
    element = tokens[at:end]
    way = draw.randrange(4)
    if way == 0:
        tokens[at:end] = element * draw.choice((2, 2, 3, 40))
        return
    if way != 1:
        tokens[at:end] = []
    if way != 2:
        to = draw.randrange(len(tokens) + 1)
        tokens[to:to] = element


def _end(tokens: list[bytes], at: int) -> int:
    """Where the element that begins there ends; the next token's place for a text or an end."""
    depth = 0
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.startswith(b"</"):
            depth -= 1
        elif token.startswith(b"<") and not token.startswith((b"<?", b"<!")) and not token.endswith(b"/>"):
            depth += 1
        if depth <= 0:
            return place + 1
    return at + 1


def _valued(token: bytes, draw: random.Random) -> bytes:
    """The tag with another value in one of its attributes, or another text."""
    value = draw.choice(VALUES).encode()
    if not token.startswith(b"<"):
        return value
    attributes = list(ATTRIBUTE.finditer(token))
    if not attributes:
        return token
    one = draw.choice(attributes)
    if draw.random() < 0.1:
        return token[: one.start()] + token[one.end() :]
    return token[: one.start(2)] + value + token[one.end(2) :]


def _flipped(content: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << draw.randrange(8))]) + content[at + 1 :]


def _damaged(whole: bytes, draw: random.Random) -> bytes:
    way = draw.randrange(6)
    if not whole or way == 0:
        return whole[: draw.randrange(len(whole) + 1)]
    if way == 1:
        return _flipped(whole, draw)
    at, to = draw.randrange(len(whole)), draw.randrange(len(whole))
    if way == 2:
        return whole[:at] + whole[to : to + draw.randrange(200)] + whole[at:]
    if way == 3:
        return whole[:at] + whole[at + draw.randrange(60) :]
    places = [found.start() for mark in HEADERS for found in re.finditer(re.escape(mark), whole)]
    if not places:
        return whole
    field = draw.choice(places) + draw.randrange(4, 46)
    value = draw.choice(
        (0, 1, 8, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, len(whole), draw.getrandbits(32))
    )
    form = draw.choice(("<B", "<H", "<I"))
    written = struct.pack(form, value & ((1 << 8 * struct.calcsize(form)) - 1))
    return whole[:field] + written + whole[field + len(written) :]
