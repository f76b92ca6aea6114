"""Page one of an edition, small enough to stand in an artifact."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from flows.document.proof import picture

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, SMALL = 620, 320  # pixels: the words of page one can just be read; its looks can be known again


def page_one(pdf: Path, across: int = WIDTH) -> str:
    """Page one as Markdown: the picture itself, so that it needs no leave to be fetched."""
    drawn = b64encode(picture.page_one(pdf.read_bytes(), across)).decode()
    return f"![Page one of {pdf.name}](data:image/png;base64,{drawn})"


def pages(pdf: Path) -> int:
    """How many pages it has."""
    return picture.pages(pdf.read_bytes())
