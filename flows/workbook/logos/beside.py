"""The file of that name in the workbook's folder, and nowhere else."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from flows.workbook.logos import bitmap, drawing
from flows.workbook.logos.found import Logo, Unsuitable
from flows.workbook.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2_000_000  # bytes
ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
ELSEWHERE = frozenset('/\\:*?"<>|\0')


def logo(folder: Path | None, name: str) -> Logo:
    """The logo of that name beside the workbook.

    Raises:
        Unsuitable: no plain name, no such file there, or a file that is no picture to print.
    """
    if ELSEWHERE & set(name) or name.startswith("."):
        raise Unsuitable("logo_elsewhere")
    path = _file(folder, name)
    content = _read(path)
    fingerprint = hashlib.sha256(content).hexdigest()
    if content.startswith((bitmap.PNG, bitmap.JPEG)):
        return Logo(path.name, fingerprint, "png", bitmap.plain(content))
    if drawing.looks_like_one(content):
        return Logo(path.name, fingerprint, "svg", drawing.plain(content))
    raise Unsuitable("logo_of_no_kind")


def _file(folder: Path | None, name: str) -> Path:
    """The file of that name, whatever its capitals: one disk tells them apart, another does not."""
    try:
        there = sorted(folder.iterdir()) if folder else []
    except OSError:
        there = []
    alike = [path for path in there if _same(path.name) == _same(name)]
    found = next((path for path in alike if path.name == name), alike[0] if alike else None)
    if found is None:
        pictures = {_same(path.name): path.name for path in there if path.suffix.lower() in ENDINGS}
        meant = nearest(_same(name), pictures)
        raise Unsuitable("logo_missing", guess=pictures[meant] if meant else "")
    if _leads_to(found).parent != found.parent.resolve():
        raise Unsuitable("logo_elsewhere")  # a link that leads out of the folder
    return found


def _leads_to(path: Path) -> Path:
    """Where the file is, a link followed; one may lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise Unsuitable("logo_unreadable") from error


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unsuitable("logo_missing", guess="")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise Unsuitable("logo_unreadable") from error
    if len(content) > LARGEST:
        raise Unsuitable("logo_too_large", most="2 MB")
    return content
