"""The metadata of a PDF that is no PDF/A any more, and says so."""

from __future__ import annotations

from xml.dom import minidom

PDF_A = "http://www.aiim.org/pdfa/ns/id/"


def unclaimed(metadata: bytes) -> bytes:
    """The same metadata (XMP) without the claim of PDF/A; every other, that of PDF/UA too, stands."""
    tree = minidom.parseString(metadata)  # noqa: S318 - our own document's, written a moment ago
    for element in list(tree.getElementsByTagName("*")):
        names = [name for name, one in element.attributes.itemsNS() if PDF_A in (name[0], one)]
        for name in names:
            element.removeAttributeNS(*name)
        emptied = bool(names) and element.localName == "Description" and not element.childNodes
        if element.namespaceURI == PDF_A or emptied:
            above = element.parentNode
            if above is not None:
                above.removeChild(element)
    return b"".join(one.toxml().encode() for one in tree.childNodes)
