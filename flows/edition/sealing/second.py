"""What pyHanko says of a signed PDF, read as a PDF: a second opinion, and the time it states."""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from flows.edition.sealing.opening import as_bytes

if TYPE_CHECKING:
    from datetime import datetime

    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def stated(pdf: bytes, password: str | None = None) -> datetime | None:
    """The time that the PDF's one signature states; None where that is not its author's on all of the file.

    No certificate is traced to anybody: whom to trust is not asked here.
    """
    with ThreadPoolExecutor(1) as aside:  # a thread of its own, for whoever asks may run a loop already
        return aside.submit(_stated, pdf, password).result()


def _stated(pdf: bytes, password: str | None) -> datetime | None:
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted and password is not None:
            reader.decrypt(as_bytes(password))
        (only,) = reader.embedded_signatures
        holds = _is_frozen(reader, only) and asyncio.run(_is_whole(only))
    except Exception:  # noqa: BLE001 - whatever it stumbles over, it does not vouch for the file
        return None
    return only.self_reported_timestamp if holds else None


def _is_frozen(reader: PdfFileReader, signature: EmbeddedPdfSignature) -> bool:
    """Whether it is the author's, and allows no change."""
    author, own = reader.root["/Perms"].raw_get("/DocMDP"), signature.sig_field.raw_get("/V")
    return author.reference == own.reference and signature.docmdp_level == MDPPerm.NO_CHANGES


async def _is_whole(signature: EmbeddedPdfSignature) -> bool:
    """Whether it holds, on the entire file."""
    context = ValidationContext(
        trust_roots=[signature.signer_cert], allow_fetching=False, moment=signature.self_reported_timestamp
    )
    usage = KeyUsageConstraints(key_usage=set())
    judged = await async_validate_pdf_signature(signature, context, key_usage_settings=usage)
    return judged.intact and judged.valid and judged.coverage == SignatureCoverageLevel.ENTIRE_FILE
