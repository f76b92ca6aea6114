"""What is added to a PDF to sign it: one revision behind its own bytes, none of which is touched.

It names no instant but the one given, draws nothing by lot, and leaves the metadata alone: what those
claim of the document is as true as it was.
"""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import (
    InvisSigSettings,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
)
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import BuildProps, SignatureObject

from flows.edition.sealing.opening import as_bytes

if TYPE_CHECKING:
    from datetime import datetime

FIELD = "OnRecord"
SPOKEN = {"en": "Signature of this edition", "fr": "Signature de cette édition"}
WRITTEN_BY = "On Record"
MARK = b"/Name /On#20Record"  # the same, as it stands in the file


class Prepared(NamedTuple):
    """A file with room for its signature."""

    content: bytearray
    begin: int  # where that room begins, at its <
    end: int  # where it ends, behind its >
    digest: bytes  # of all the rest


def prepared(pdf: bytes, at: datetime, room: int, password: str | None = None) -> Prepared:
    """The PDF with a certifying signature still to be filled in, of that many bytes at most.

    Raises `pyhanko.pdf_utils.misc.PdfError` where it is no PDF, or the password does not open it.
    """
    writer: IncrementalPdfFileWriter = _Addition(io.BytesIO(pdf))
    if writer.prev.encrypted and password is not None:
        writer.encrypt(as_bytes(password))
    steps = PdfCMSEmbedder(_field(writer)).write_cms(FIELD, writer)
    next(steps)
    place = SignatureObject(
        timestamp=at,
        subfilter=SigSeedSubFilter.PADES,
        app_build_props=BuildProps(WRITTEN_BY),
        bytes_reserved=2 * room,
    )
    frozen = SigMDPSetup("sha256", certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    steps.send(SigObjSetup(place, mdp_setup=frozen))
    named, output = steps.send(SigIOSetup("sha256"))
    return Prepared(
        bytearray(output.getvalue()),
        named.reserved_region_start,
        named.reserved_region_end,
        named.document_digest,
    )


class _Addition(IncrementalPdfFileWriter):
    """A revision that depends on nothing but what it is given."""

    def __init__(self, source: io.BytesIO) -> None:
        super().__init__(source)
        first, _ = self._document_id
        # A file that changed has another id: here one that its bytes decide, not chance.
        digest = hashlib.sha256(source.getvalue()).digest()
        self._document_id = ArrayObject([first, ByteStringObject(digest[:16])])

    def _update_meta(self) -> None:
        """Leave the metadata as they are; pyHanko would put the hour and itself into them."""


def _field(writer: Any) -> SigFieldSpec:  # noqa: ANN401 - pyHanko's
    """A field nobody sees, within PDF/A (it prints) and PDF/UA (it lies outside the page)."""
    language = str(writer.root.get("/Lang", "en"))[:2]
    return SigFieldSpec(
        FIELD,
        on_page=0,
        invis_sig_settings=InvisSigSettings(set_print_flag=True, box_out_of_bounds=True),
        readable_field_name=SPOKEN.get(language, SPOKEN["en"]),
    )
