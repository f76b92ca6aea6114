"""The day a workbook was last saved, as the program that saved it noted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.workbook.reading.package import Package

PROPERTIES = "docProps/core.xml"
LONGEST = 1 << 16  # bytes of the part that is looked at
MODIFIED = re.compile(rb"<(?:\w+:)?modified\b[^>]*>\s*(\d{4}-\d\d-\d\d)")


def saved_on(package: Package) -> str | None:
    """The day, in ISO; None where the workbook does not say."""
    part = package.parts.get(PROPERTIES)
    if part is None or part.unpacked > LONGEST:
        return None
    found = MODIFIED.search(b"".join(package.stream(PROPERTIES)))
    return found[1].decode() if found else None
