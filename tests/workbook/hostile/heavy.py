"""Files that stay just under one measure so as to go over another, each with its refusal."""

import random
import zlib
from functools import cache

from tests.workbook import packages as p
from tests.workbook.broken import Broken

BLOCK = 1 << 16
TURNS = 3000  # of blocks: some hundred and eighty megabytes
START = p.sheet("").partition("</sheetData>")[0]


def weighed() -> list[Broken]:
    """Packed about a hundred and fifty times smaller, where two hundred is suspicious by itself."""
    return [
        Broken(
            "one part too large at an honest ratio",
            "zip_bomb",
            lambda: _one(p.SHEET, START, _rows()),
            p.SHEET,
        ),
        Broken("three parts too large together", "zip_bomb", _three, "xl/media/3.bin"),
        Broken(
            "a text part of an honest ratio",
            "zip_bomb",
            lambda: _one(p.STRINGS, "<sst>", _items()),
            p.STRINGS,
        ),
        Broken(
            "elements without number", "zip_bomb", lambda: _one(p.STYLES, "<a>", _elements(), 600), p.STYLES
        ),
        Broken("elements spread over parts", "zip_bomb", _spread, "customXml/item3.xml"),
        Broken(
            "spaces between two letters",
            "zip_bomb",
            lambda: _one(p.WORKBOOK, "<a>x", b" " * BLOCK),
            p.WORKBOOK,
        ),
        Broken("more filled cells than are read", "too_many_values", _values, "500\u202f000"),
        Broken("more text than is read, in place", "too_much_text", _texts, "Reactions!A1563"),
    ]


@cache
def noise(length: int) -> bytes:
    """Letters and digits without a pattern, always the same ones."""
    return bytes(random.Random(length).choices(b"abcdefghijklmnopqrstuvwxyz0123456789", k=length))  # noqa: S311 - any


def _one(name: str, start: str, block: bytes, turns: int = TURNS) -> bytes:
    packed = p.endless(start, block, turns)
    return p.replaced(p.Entry(name, packed, len(start) + len(block) * turns, 0))


def _filled(unit: bytes) -> bytes:
    """A block of that over and over, with as much noise as keeps its ratio under the suspicious one."""
    beginning = b"<!--" + noise(420) + b"-->"
    return beginning + unit * ((BLOCK - len(beginning)) // len(unit))


def _rows() -> bytes:
    return _filled(b'<row r="1"/>')


def _items() -> bytes:
    return _filled(b"<si><t>a word</t></si>")


def _elements() -> bytes:
    return _filled(b"<b/>")


def _three() -> bytes:
    block = noise(420) + bytes(BLOCK - 420)
    plain = b"".join([block] * 1200)
    packed = p.endless("", block, 1200)
    checksum = zlib.crc32(plain)
    honest = [p.entry(part, content) for part, content in p.parts().items()]
    media = [p.Entry(f"xl/media/{at}.bin", packed, len(plain), checksum) for at in range(1, 4)]
    return p.zipped([*honest, *media])


def _spread() -> bytes:
    part = b"<a>" + _elements() * 200 + b"</a>"
    item = p.entry("a", part)
    honest = [p.entry(name, content) for name, content in p.parts().items()]
    more = [p.Entry(f"customXml/item{at}.xml", item.packed, item.size, item.checksum) for at in range(1, 6)]
    return p.zipped([*honest, *more])


def _values() -> bytes:
    """Two sheets neither of which is long."""
    rows = "".join(p.row(n, *["<c><v>1</v></c>"] * 20, "<c><v>2</v></c>" * (n % 3)) for n in range(1, 12_200))
    tabs = p.workbook(p.tab("Reactions"), p.tab("Second", 2))
    ways = p.relations(s1=("worksheet", "worksheets/sheet1.xml"), s2=("worksheet", "worksheets/sheet2.xml"))
    sheet = p.sheet(rows)
    changed = {p.SHEET: sheet, "xl/worksheets/sheet2.xml": sheet, p.WORKBOOK: tabs, p.RELATIONS: ways}
    return p.packed({**p.parts(), **changed})


def _texts() -> bytes:
    words = noise(32_000).decode()
    rows = "".join(
        p.row(number, p.text(f"A{number}", f"{words[:-6]}{number:06}")) for number in range(1, 1600)
    )
    return p.book(sheet=p.sheet(rows))
