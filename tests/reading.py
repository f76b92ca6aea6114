"""What a PDF says: its text as a reader finds it, its pages, its fonts, its structure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = re.compile(r"-\r?\n|\ufffe")  # a word cut at a line's end


def pages(pdf: bytes | Path) -> list[str]:
    """The text of each page, words cut at a line's end joined again."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [BROKEN.sub("", page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def text(pdf: bytes | Path) -> str:
    """The text of the whole document."""
    return "\n".join(pages(pdf))


def squeezed(words: str) -> str:
    """The words without spaces, hyphens or case, so that line breaks do not matter."""
    folded = unicodedata.normalize("NFKC", words).replace("’", "'").replace("\u2011", "-")
    return re.sub(r"[\s-]+", "", folded).lower()
