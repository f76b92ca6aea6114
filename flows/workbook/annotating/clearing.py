"""A workbook without the marks of an earlier copy: our notes, rules and list gone, all else as it stands."""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import TYPE_CHECKING

from flows.workbook.annotating import colours, noting, styles, tabs
from flows.workbook.annotating.parts import Parts
from flows.workbook.reading.guard import STYLES_RELATION

if TYPE_CHECKING:
    from flows.workbook.annotating.tabs import Tab
    from flows.workbook.reading.package import Package

SEAL = "<!-- On Record {digest} -->"
SEALED = re.compile(rb"<!-- On Record ([0-9a-f]{64}) -->\s*$")
PRINTER = "printerSettings"


def cleared(package: Package) -> bytes:
    """The package without our marks; the very same bytes where there are none."""
    parts = Parts(package)
    book = parts.document(parts.workbook)
    listed = tabs.listed(parts, book)
    gone = tabs.ours(parts, book, listed)
    untouched = any(_sealed(parts, listed[place]) for place in gone)
    found = [_unmarked(parts, tab) for place, tab in enumerate(listed) if place not in gone]
    if not gone and not any(found):
        return package.content
    if untouched:
        _unstyled(parts)
    tabs.remove(book, listed, gone)
    parts.save(parts.workbook, book)
    for place in gone:
        _left_out(parts, listed[place])
    return parts.packed()


def is_untouched(package: Package) -> bool:
    """Whether the package is a copy of ours that nobody has saved since."""
    parts = Parts(package)
    book = parts.document(parts.workbook)
    listed = tabs.listed(parts, book)
    return any(_sealed(parts, listed[place]) for place in tabs.ours(parts, book, listed))


def sealed(parts: Parts, sheet: str) -> str:
    """What is written at the end of our list, by which a copy that nobody has saved since is known."""
    from_before = {name: part.checksum for name, part in parts.package.parts.items()}
    now = from_before | {name: zlib.crc32(content) for name, content in parts.changed.items()}
    rest = sorted((name, check) for name, check in now.items() if name != sheet and name not in parts.dropped)
    return SEAL.format(digest=hashlib.sha256(repr(rest).encode()).hexdigest())


def _sealed(parts: Parts, tab: Tab) -> bool:
    if tab.part is None:
        return False
    found = SEALED.search(parts.read(tab.part))
    return found is not None and found[0].strip().decode() == sealed(parts, tab.part)


def _unmarked(parts: Parts, tab: Tab) -> bool:
    """Take our marks off one sheet; whether there were any."""
    if tab.part is None or tab.kind != tabs.CELLS:
        return False
    document = parts.document(tab.part)
    ruled = colours.remove(document)
    noted = noting.remove(parts, tab.part, document)
    parts.save(tab.part, document)
    return ruled or noted


def _unstyled(parts: Parts) -> None:
    """Take our looks away, which are the last as long as nobody has saved the copy."""
    name = styles_of(parts)
    if name is not None:
        document = parts.document(name)
        styles.remove(document)
        parts.save(name, document)


def styles_of(parts: Parts) -> str | None:
    """The part of the workbook's looks; None without one."""
    kind = STYLES_RELATION.strip("/")
    found = (each for each in parts.relations(parts.workbook) if each.kind == kind)
    return next((parts.named(each.target) for each in found), None)


def _left_out(parts: Parts, tab: Tab) -> None:
    """Leave our list out, with what only it points to."""
    if tab.part is None:
        return
    for each in parts.relations(tab.part):
        name = parts.named(each.target)
        if each.kind == PRINTER and name is not None:
            parts.forget(name)
    parts.unrelate(tab.part, *(each.id for each in parts.relations(tab.part)))
    to = [each.id for each in parts.relations(parts.workbook) if parts.named(each.target) == tab.part]
    parts.unrelate(parts.workbook, *to)
    parts.forget(tab.part)
