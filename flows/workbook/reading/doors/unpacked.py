"""A package unpacked once before it is read: every part whole, and all of them together not too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.xmlscan import drain, scan

if TYPE_CHECKING:
    from flows.workbook.reading.package import Package

XML = (".xml", ".rels")


def checked(package: Package) -> None:
    """Unpack every part, those in XML through the parser that obeys no definition.

    Raises `Unreadable` for a part that is damaged, too big, or not what it should be.
    """
    _unpacked(package, XML)


def weighed(package: Package) -> None:
    """Unpack every part, without a look at what stands in it: for those whose XML we read ourselves.

    Raises `Unreadable` for a part that is damaged or too big.
    """
    _unpacked(package, ())


def _unpacked(package: Package, looked_into: tuple[str, ...]) -> None:
    total = 0
    for name, part in package.parts.items():
        (scan if name.lower().endswith(looked_into) else drain)(package, name)
        total += part.unpacked
        if total > package.limits.total_bytes:
            raise package.refusal("zip_bomb", name)
