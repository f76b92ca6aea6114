"""A PDF written anew, object by object: each keeps its number, those packed in streams stay packed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import (
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    Reference,
    StreamObject,
)
from pyhanko.pdf_utils.xref import ObjStreamRef, XRefStream

from flows.edition.sealing.unclaimed import unclaimed

if TYPE_CHECKING:
    from pyhanko.pdf_utils.crypt.standard import StandardSecurityHandler
    from pyhanko.pdf_utils.reader import PdfFileReader

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
KEPT = ("/Root", "/Info", "/ID")
# PDF 1.7 knows AES-256 as an extension only.
AES_256 = {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}


def written(reader: PdfFileReader, handler: StandardSecurityHandler | None = None) -> bytes:
    """The PDF without its claim of PDF/A: closed by that handler, or open where there is none."""
    size = int(reader.trailer["/Size"])
    changed = _changed(reader, closed=handler is not None)
    output = io.BytesIO()
    positions: dict[tuple[int, int], int | tuple[int, int]] = {}
    output.write(HEAD)
    for number in range(1, size):
        place = _place(reader, number)
        if isinstance(place, ObjStreamRef) and number not in changed:
            positions[0, number] = (place.obj_stream_id, place.ix_in_stream)
        elif place is not None:
            positions[0, number] = output.tell()
            one = changed.get(number) or Reference(number, 0, reader).get_object()
            _write(output, number, one, handler)
    trailer = XRefStream(positions)
    trailer.update({NameObject(name): reader.trailer.raw_get(name) for name in KEPT})
    if handler is not None:
        positions[0, size] = output.tell()
        _write(output, size, handler.as_pdf_object(), None)
        trailer[NameObject("/Encrypt")] = IndirectObject(size, 0, reader)
    _end(output, trailer, size + 1)
    return output.getvalue()


def _place(reader: PdfFileReader, number: int) -> ObjStreamRef | int | None:
    """Where an object stands; None where there is none, or what the new file has of its own."""
    reference = Reference(number, 0, reader)
    own = {one.idnum for one in reader.xrefs.xref_stream_refs}
    if reader.encrypted:
        own.add(reader.trailer.raw_get("/Encrypt").idnum)
    return None if number in own else reader.xrefs[reference]


def _changed(reader: PdfFileReader, *, closed: bool) -> dict[int, Any]:
    """The objects that are not as they were: the metadata, and the catalog where it names an extension."""
    place = reader.root.raw_get("/Metadata")
    metadata = unclaimed(reader.root["/Metadata"].data)
    kind = {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
    catalog = DictionaryObject(dict(reader.root.items()))
    catalog.pop("/Extensions", None)
    if closed:
        level = DictionaryObject({NameObject("/ADBE"): DictionaryObject(AES_256)})
        catalog[NameObject("/Extensions")] = level
    return {place.idnum: StreamObject(kind, stream_data=metadata), reader.root_ref.idnum: catalog}


def _write(output: io.BytesIO, number: int, value: Any, handler: StandardSecurityHandler | None) -> None:  # noqa: ANN401
    output.write(b"%d 0 obj\n" % number)
    value.write_to_stream(output, handler, Reference(number, 0, None))
    output.write(b"\nendobj\n")


def _end(output: io.BytesIO, trailer: XRefStream, number: int) -> None:
    """Write where each object stands, as the last object; without it no reader finds any."""
    begin = output.tell()
    trailer.position_dict[0, number] = begin
    trailer[NameObject("/Size")] = NumberObject(number + 1)
    trailer.compress()
    _write(output, number, trailer, None)
    output.write(b"startxref\n%d\n%%%%EOF\n" % begin)
