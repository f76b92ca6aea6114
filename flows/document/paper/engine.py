"""What lays out the pages and is not a Python package: its version, and how it is found."""

from __future__ import annotations

import ctypes.util
import sys
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def versions() -> dict[str, str]:
    """Versions of Pango and HarfBuzz, by which lines break here or there, and of what packs and binds."""
    from weasyprint.text.ffi import harfbuzz, pango  # noqa: PLC0415 - loads Pango; a mere check does without

    number: int = pango.pango_version()
    from pikepdf import __libqpdf_version__ as qpdf  # noqa: PLC0415 - as above

    return {
        "harfbuzz": found(harfbuzz.hb_version_atleast),
        "pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        "qpdf": qpdf,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def found(at_least: Callable[[int, int, int], bool]) -> str:
    """The version of which a library only tells whether it is at least another."""
    parts = [0, 0, 0]
    for place in range(len(parts)):
        while at_least(*(part + (number == place) for number, part in enumerate(parts))):
            parts[place] += 1
    return ".".join(map(str, parts))


@contextmanager
def by_exact_names() -> Iterator[None]:
    """Python's search for libraries passed over while WeasyPrint loads, where their exact names suffice.

    On Linux it starts a compiler and a linker for every name WeasyPrint tries, fifty times in all, before
    WeasyPrint comes to the names the libraries have there.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 - finds nothing, whatever the name
    try:
        yield
    finally:
        ctypes.util.find_library = search
