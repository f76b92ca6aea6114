"""What the file says it conforms to: PDF/A-3a, which WeasyPrint claims, and PDF/UA-1 beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Metadata = Any  # weasyprint.document.DocumentMetadata
    Document = Any
    Pdf = Any  # pydyf.PDF

END = b"</rdf:RDF>"
# PDF/A allows no property in a file's metadata that it does not know, unless the file itself describes it.
PDF_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>\
</rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
LANGUAGE = b"""\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:language><rdf:Bag><rdf:li>%b</rdf:li></rdf:Bag></dc:language></rdf:Description>"""


def rdf(metadata: Metadata, variant: str, version: int, conformance: str | None) -> bytes:
    """The file's metadata as WeasyPrint words it, with the claim of PDF/UA-1 and the language."""
    plain: bytes = type(metadata).generate_rdf_metadata(metadata, variant, version, conformance)
    more = PDF_UA + LANGUAGE % (metadata.lang or "").encode()
    return plain.replace(END, more + END)


def finished(_document: Document, pdf: Pdf) -> None:
    """Name each attached file once among those that belong to the document; leave the claims readable.

    Programs that look for them in the bytes, without reading the file as a PDF, find them uncompressed only.
    """
    for each in pdf.objects:
        if getattr(each, "extra", {}).get("Type") == "/Metadata":
            each.compress = False
    related = pdf.catalog.get("AF")
    if related:
        related[:] = dict.fromkeys(related)
