"""The first pages of editions as pictures, each drawn once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flows.document import file
from flows.document.proof import picture
from flows.edition import manifest

if TYPE_CHECKING:
    from pathlib import Path

    from flows.reading_room.shelf import Edition

ACROSS = 480  # pixels: twice what is shown, for screens that have so many
KEPT = 128  # pictures in memory, some seventy thousand bytes each


class NotAsIssued(Exception):  # noqa: N818 - read aloud: the file is not as issued
    """The file is gone, or its bytes are not those the manifest names."""


def page_one(edition: Edition, language: str) -> bytes:
    """The first page as a PNG, in that language where the edition has it.

    Raises:
        NotAsIssued: the PDF is not the one that was kept; what would be drawn is not the edition.
        NoPicture: it cannot be drawn.
    """
    written_in = edition.languages
    if not written_in:
        raise NotAsIssued(edition.key)
    name = file(language if language in written_in else written_in[0], "pdf")
    return _drawn(edition.kept.folder / name, edition.kept.files[name])


@lru_cache(maxsize=KEPT)
def _drawn(pdf: Path, fingerprint: str) -> bytes:
    try:
        content = pdf.read_bytes()
    except OSError as error:
        raise NotAsIssued(pdf.name) from error
    if manifest.fingerprint(content) != fingerprint:
        raise NotAsIssued(pdf.name)
    return picture.page_one(content, ACROSS)
