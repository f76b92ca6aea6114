"""Versions of all that an edition's bytes depend on besides its workbook and its order."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from flows.record.defaults import RULES_VERSION

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ELSEWHERE = ("mail", "room")  # templates of letters and of the reading room, no part of any edition
ENGINE = (
    *("jinja2", "openpyxl", "polars", "weasyprint"),
    "pikepdf",
    *("fonttools", "pillow", "pydyf", "pyphen"),  # WeasyPrint's: faces, pictures, objects of a PDF, hyphens
)
HOUSE = Path(__file__).resolve().parents[2]
CODE = (
    *(f"{room}/**/*.py" for room in ("record", "workbook", "document", "edition")),
    *("steps.py", "order.py", "earlier.py", "keeping.py"),
)
"""All of our own that an edition's bytes depend on: the rooms, and the way through them."""


def versions(templates: Path, engine: Mapping[str, str]) -> dict[str, object]:
    """What the bytes of an edition depend on besides its workbook and its parameters.

    `engine` adds versions of what Python's own list of packages cannot tell, such as Pango's.
    """
    from importlib.metadata import version  # noqa: PLC0415 - not for those who only check a workbook

    fonts = templates / "fonts"
    return {
        "code": tree(HOUSE, *CODE),
        "engine": {name: version(name) for name in ENGINE} | dict(engine),
        "fonts": tree(fonts, "*.ttf", "*.woff2"),
        "rules": RULES_VERSION,
        "templates": tree(templates, "*.j2", "*.css", without=ELSEWHERE),
    }


def state() -> str:
    """One fingerprint of all that a page's drawing depends on besides its markup."""
    from flows.document.markup import TEMPLATES  # noqa: PLC0415 - the drawing's own rooms
    from flows.document.paper.engine import versions as engine  # noqa: PLC0415 - the same

    return fingerprint(json.dumps(versions(TEMPLATES, engine()), sort_keys=True).encode())


def tree(folder: Path, *patterns: str, without: Collection[str] = ()) -> str:
    """One SHA-256 for all files of these patterns below a folder, over their names and their bytes.

    What lies in the folder's own folders `without` does not count.
    """
    files = sorted(
        (path.relative_to(folder).as_posix(), fingerprint(path.read_bytes()))
        for pattern in patterns
        for path in folder.rglob(pattern)
        if path.relative_to(folder).parts[0] not in without
    )
    return fingerprint("\n".join(f"{name}\0{content}" for name, content in files).encode())


def fingerprint(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
