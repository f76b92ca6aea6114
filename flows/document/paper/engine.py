"""What lays out the pages and is not a Python package: its version, and how it is found."""

from __future__ import annotations

import ctypes.util
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def versions() -> dict[str, str]:
    """Pango's version: the same workbook may break its lines elsewhere with another one."""
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - loads Pango, which a mere check does without

    number: int = pango.pango_version()
    return {"pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}"}


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
