"""What is in a PDF that somebody hands in: its files, its pages' words and looks; pypdfium2's third door.

Nothing of it is to be trusted: it is read in a process with limits, never in the one that was asked.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

Words = tuple[str, ...]

PARTED = "\ufffe"  # stands for a hyphen at a line's end
MOST_FILES = 50  # within one PDF: ours has ten


class NoPdf(Exception):  # noqa: N818 - read aloud: it is no PDF
    """The file is no PDF that can be read."""


class Locked(Exception):  # noqa: N818 - read aloud: it is locked
    """The PDF is encrypted, and the password given, or none, does not open it."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A PDF as far as it can be compared by what it says."""

    files: tuple[tuple[str, bytes], ...]
    pages: tuple[Words, ...]  # the words of each
    told: dict[str, str]  # what the file says of itself: title, dates, what made it
    encrypted: bool
    broken: tuple[str, ...] = ()  # files that are not what their checksum says

    def file(self, name: str) -> bytes | None:
        """The file of that name; None where there is none, or several."""
        found = [content for each, content in self.files if each == name]
        return found[0] if len(found) == 1 else None


def inside(pdf: bytes, password: str | None = None) -> Inside:
    """What is in the PDF.

    Raises:
        NoPdf: it is none, or is broken.
        Locked: it asks for a password, or for another one.
    """
    with _opened(pdf, password) as document:
        found = tuple(_files(document))
        return Inside(
            files=tuple((name, content) for name, content, _ in found),
            pages=tuple(_words(page) for page in document),
            told=document.get_metadata_dict(skip_empty=True),
            encrypted=raw.FPDF_GetSecurityHandlerRevision(document) != -1,
            broken=tuple(name for name, _, sound in found if not sound),
        )


@contextmanager
def _opened(pdf: bytes, password: str | None) -> Iterator[pypdfium2.PdfDocument]:
    try:
        with pypdfium2.PdfDocument(pdf, password) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Locked from error
        raise NoPdf from error


def _words(page: pypdfium2.PdfPage) -> Words:
    """The words of a page, each in one piece although a line's end parts it."""
    return tuple(page.get_textpage().get_text_range().replace(PARTED, "").split())


def _files(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes, bool]]:
    """Each file within, by its name, an empty one where it cannot be read; and whether its checksum holds.

    The library reads on where a compressed file is damaged, and takes no notice of the checksum.
    """
    for number in range(min(document.count_attachments(), MOST_FILES)):
        one = document.get_attachment(number)
        try:
            content = bytes(one.get_data())
            sound = one.get_str_value("CheckSum").strip("<>").lower() in {"", _checksum(content)}
        except pypdfium2.PdfiumError:
            content, sound = b"", False
        yield one.get_name(), content, sound


def _checksum(content: bytes) -> str:
    """As a PDF keeps it of each file within."""
    return hashlib.md5(content, usedforsecurity=False).hexdigest()


def otherwise_drawn(one: bytes, other: bytes, password: str | None = None) -> tuple[int, ...]:
    """The pages, counted from 1, that do not look the same in both PDFs; the password is of the first."""
    with _opened(one, password) as first, _opened(other, None) as second:
        pairs = enumerate(zip(first, second, strict=False), 1)
        return tuple(number for number, (here, there) in pairs if _look(here) != _look(there))


def _look(page: pypdfium2.PdfPage) -> bytes:
    return bytes(page.render(scale=1).buffer)


def repeated(files: tuple[tuple[str, bytes], ...]) -> tuple[str, ...]:
    """The names that several of the files bear."""
    return tuple(name for name, times in Counter(name for name, _ in files).items() if times > 1)
