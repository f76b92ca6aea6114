"""The rows of a sheet as text, whole rows at a time, and the tag they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.reading.xmlscan import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.reading.guard import Sheet
    from flows.workbook.reading.package import Package

VERSION, ENCODING = r"""version=["']1\.0["']""", r"""(?: encoding=["'](?i:utf-8)["'])?"""
DECLARED = rf"""<\?xml {VERSION}{ENCODING}(?: standalone=["'](?:yes|no)["'])? ?\?>"""
ROOT = re.compile(rf'(?:{DECLARED}\s*)?(<worksheet [^>]*xmlns="{re.escape(MAIN)}"[^>]*>)')
# A remark or the like, which the expressions would take for text, and an end they would look for in vain.
UNUSUAL = ("<!", "<?", "</c ", "</c\n", "</c\r", "</c\t")
BEGINNING = 8_192  # bytes in which the tag has to stand
END = b"</row>"


class Irregular(Exception):  # noqa: N818 - read aloud: the sheet is irregular
    """The sheet is not written row by row, from left to right: only the slow way reads it for certain."""


def root(package: Package, sheet: Sheet) -> str:
    """The tag of the part, with the name spaces it declares.

    Raises `Irregular` where it is not written as every program writes it.
    """
    beginning = next(package.stream(sheet.part), b"")[:BEGINNING]
    match = ROOT.match(beginning.decode("utf-8", "replace"))
    if match is None:
        raise Irregular
    return match[1]


def pieces(package: Package, sheet: Sheet) -> Iterator[str]:
    """The rows' text down to the last value.

    Raises `Irregular` for what the expressions would not tell apart.
    """
    start, end = sheet.data
    end = sheet.spare[0] or end
    at, rest = 0, b""
    for piece in package.stream(sheet.part):
        rest += piece[max(0, start - at) : max(0, end - at)]
        at += len(piece)
        cut = rest.rfind(END) + 1
        cut += len(END) - 1 if cut else 0
        yield _decoded(rest[:cut])
        rest = rest[cut:]
    yield _decoded(rest)


def _decoded(piece: bytes) -> str:
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Irregular from error
    if any(each in text for each in UNUSUAL):
        raise Irregular
    return text
