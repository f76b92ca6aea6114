"""A PDF under a password (AES-256), and the same without: objects keep their numbers, streams their bytes.

PDF/A forbids encryption, so what is closed claims PDF/UA only. A screen reader may read it all the same.
A signature holds for the very bytes it was made of: it is left behind here, and comes last.
"""

from __future__ import annotations

import secrets
import unicodedata
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.crypt.permissions import StandardPermissions
from pyhanko.pdf_utils.crypt.standard import StandardSecurityHandler

from flows.edition.sealing import anew, opening, reading
from flows.edition.sealing.refusals import CannotSeal

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

LONGEST = 127  # bytes of a password that count
MAY = StandardPermissions.ALLOW_ASSISTIVE_TECHNOLOGY
MAY |= StandardPermissions.ALLOW_CONTENT_EXTRACTION  # who writes about it quotes it
MAY |= StandardPermissions.ALLOW_PRINTING | StandardPermissions.ALLOW_HIGH_QUALITY_PRINTING
MAY |= StandardPermissions.TOLERATE_MISSING_PDF_MAC  # which few programs know


def encrypted(pdf: bytes, password: str) -> bytes:
    """The PDF, opened by that password only; it claims PDF/UA as before, and no PDF/A.

    No two are alike. Who has the password may print, copy and have it read out; the one that would allow
    changes is drawn by lot and forgotten.

    Raises `CannotSeal` where the password is none, or the PDF no open one.
    """
    content = _usable(password)
    reader = _open(pdf)
    handler = StandardSecurityHandler.build_from_pw(
        secrets.token_bytes(32), content, perms=MAY, pdf_mac=False
    )
    return _anew(reader, handler)


def unclaimed(pdf: bytes) -> bytes:
    """The PDF without its claim of PDF/A, as it is before it gets its password.

    Raises `CannotSeal` where it is no open PDF.
    """
    return _anew(_open(pdf))


def decrypted(pdf: bytes, password: str) -> bytes:
    """The PDF without its password; one that has none comes back as it is.

    Raises `CannotSeal` where the password is another, or it is no PDF.
    """
    if not opening.is_encrypted(pdf):
        _open(pdf)
        return pdf
    reader = opening.reader(_unsigned(pdf))
    if reader is None or not opening.opens(reader, password):
        raise CannotSeal("wrong_password" if reader else "no_document")
    return _anew(reader)


def _open(pdf: bytes) -> PdfFileReader:
    """The PDF before it was signed, to be read without a password."""
    reader = opening.reader(_unsigned(pdf))
    if reader is None:
        raise CannotSeal("no_document")
    if reader.encrypted:
        raise CannotSeal("closed_already")
    return reader


def _unsigned(pdf: bytes) -> bytes:
    signed = reading.signature(pdf)
    return pdf[: signed.prefix] if signed else pdf


def _anew(reader: PdfFileReader, handler: StandardSecurityHandler | None = None) -> bytes:
    """The PDF written anew; one that cannot be read to its end is none."""
    content = _attempt(reader, handler)
    if content is None:
        raise CannotSeal("no_document")
    return content


def _attempt(reader: PdfFileReader, handler: StandardSecurityHandler | None) -> bytes | None:
    try:
        return anew.written(reader, handler)
    except opening.BROKEN:
        return None


def _usable(password: str) -> bytes:
    """The password, if every program takes it for the same bytes: they differ in what they make of some."""
    if not password:
        raise CannotSeal("no_password")
    if not password.isprintable() or unicodedata.normalize("NFKC", password) != password:
        raise CannotSeal("unfit_password")
    if len(password.encode()) > LONGEST:
        raise CannotSeal("long_password", str(LONGEST))
    return password.encode()
