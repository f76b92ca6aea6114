"""A process that reads hostile files as the flow does, and tells a line of JSON of each.

    python -m tests.workbook.hostile.whole FOLDER EVERY

Reads every so-manieth of them. In this process nothing may take a file apart: what would is wired; what was
touched, and which modules came in that could, is told with the rest.
"""

import json
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

from flows import steps
from flows.workbook import read
from tests.workbook.hostile import files

TAKERS_APART = [
    *((zipfile, name) for name in ("ZipFile", "is_zipfile")),
    *((zlib, name) for name in ("decompress", "decompressobj")),
    *((ET, name) for name in ("XMLParser", "XMLPullParser", "iterparse", "fromstring", "parse")),
    (expat, "ParserCreate"),
]
READING = "guard opening package xmlscan around cells sheets shared quick rowtext"
OWN = {f"flows.workbook.reading.{name}" for name in READING.split()}
touched: list[str] = []


def main(folder: Path, every: int) -> None:
    """Make, read and tell of each file."""
    for module, name in TAKERS_APART:
        setattr(module, name, _wired(f"{module.__name__}.{name}", getattr(module, name)))
    for case in files.everything()[::every]:
        path = folder / getattr(case, "name", "team.xlsx")
        path.write_bytes(case.build())
        touched.clear()
        sys.stdout.write(json.dumps({"what": case.what} | _told(path) | {"touched": touched}) + "\n")
    loaded = sorted(name for name in sys.modules if name in OWN or name.split(".")[0] == "openpyxl")
    sys.stdout.write(json.dumps({"what": "loaded", "modules": loaded}) + "\n")


def _told(path: Path) -> dict[str, Any]:
    try:
        book = steps.read(path)
    except read.Unreadable as refused:
        return {"kind": refused.kind, "detail": refused.detail, "en": str(refused)}
    rows = book.cells.select("address", "kind", "text").rows()
    return {"cells": {address: [kind, text] for address, kind, text in rows}}


def _wired(name: str, real: Callable[..., object]) -> Callable[..., object]:
    def wire(*arguments: object, **named: object) -> object:
        touched.append(name)
        return real(*arguments, **named)

    return wire


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
