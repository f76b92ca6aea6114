"""Files of other kinds under a workbook's name, each with the refusal it deserves."""

import struct

from tests.workbook import packages as p
from tests.workbook.broken import Broken

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def others() -> list[Broken]:
    """Files of other kinds under a workbook's name."""
    return [
        Broken("nothing", "empty", lambda: b""),
        Broken("zeros", "only_zeros", lambda: bytes(5000)),
        Broken("lock of Excel", "lock_file", _excel_lock, "Zoë Havlíček", "~$team.xlsx"),
        Broken("lock in old letters", "lock_file", lambda: b"\x03Ana" + bytes(50), "Ana", "~$team.xlsx"),
        Broken("lock of nobody", "lock_file_unnamed", lambda: b"\0" * 165, None, "~$team.xlsx"),
        Broken("lock of LibreOffice", "lock_file", lambda: b",ana,desk,today,", "ana", ".~lock.team.xlsx#"),
        Broken("password", "password", lambda: _compound("EncryptedPackage")),
        Broken("old workbook", "old_xls", lambda: _compound("Workbook")),
        Broken("very old workbook", "old_xls", lambda: _compound("Book")),
        Broken("old Word", "word", lambda: _compound("WordDocument")),
        Broken("old PowerPoint", "powerpoint", lambda: _compound("PowerPoint Document")),
        Broken("an e-mail", "unknown", lambda: _compound("__properties_version1.0")),
        Broken("CSV", "plain_text", "Nom;Réaction\nÉlan;« Un pas »\n".encode),
        Broken("CSV of an old PC", "plain_text", lambda: "Nom;Réaction\nÉlan;oui\n".encode("cp1252")),
        Broken("CSV in UTF-16", "plain_text", lambda: "Nom\tRéaction\n".encode("utf-16")),
        Broken("web page", "html", lambda: b"\n<!DOCTYPE html><html><body>Sign in</body></html>"),
        Broken("web table", "html", lambda: b"<table><tr><td>1</td></tr></table>"),
        Broken("XML Spreadsheet 2003", "xml_table", lambda: b'<?xml version="1.0"?>' + _xml_2003()),
        Broken("PDF", "pdf", lambda: b"%PDF-1.7\n"),
        Broken("RTF", "word", lambda: b"{\\rtf1 text}"),
        Broken("PNG", "picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50)),
        Broken("JPEG", "picture", lambda: b"\xff\xd8\xff\xe0" + bytes(50)),
        Broken("gzip", "archive", lambda: b"\x1f\x8b\x08" + bytes(50)),
        Broken("RAR", "archive", lambda: b"Rar!\x1a\x07\x01" + bytes(50)),
        Broken("7z", "archive", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50)),
        Broken("empty zip", "archive", lambda: p.zipped([])),
        Broken(
            "Google shortcut",
            "google_shortcut",
            lambda: b'{"url": "https://docs.example/d/1", "doc_id": "1"}',
        ),
        Broken("noise", "unknown", lambda: bytes(range(256)) * 8),
        Broken("zip of letters", "archive", lambda: p.packed({"letters/a.txt": "a"})),
        Broken("OpenDocument sheet", "ods", lambda: _open_document("spreadsheet")),
        Broken("OpenDocument text", "unknown", lambda: _open_document("text")),
        Broken("Numbers", "numbers", lambda: p.packed({"Index/Document.iwa": b"x", "Data/a.jpg": b"y"})),
        Broken("Word", "word", lambda: _office("word/document.xml")),
        Broken("PowerPoint", "powerpoint", lambda: _office("ppt/presentation.xml")),
        Broken("binary workbook", "xlsb", lambda: _office("xl/workbook.bin")),
        Broken("drawing", "archive", lambda: p.packed({"visio/document.xml": "<a/>"})),
    ]


def _excel_lock() -> bytes:
    name = "Zoë Havlíček"
    narrow = bytes([len(name)]) + name.encode("cp1252", "replace")
    return narrow.ljust(55, b" ") + struct.pack("<H", len(name)) + name.encode("utf-16-le").ljust(108, b" ")


def _compound(stream: str) -> bytes:
    return COMPOUND + bytes(504) + stream.encode("utf-16-le") + bytes(512)


def _xml_2003() -> bytes:
    name = b"urn:schemas-microsoft-com:office:spreadsheet"
    return b'<?mso-application progid="Excel.Sheet"?><Workbook xmlns="' + name + b'"/>'


def _open_document(kind: str) -> bytes:
    mimetype = p.entry("mimetype", f"application/vnd.oasis.opendocument.{kind}", method=0)
    return p.zipped([mimetype, p.entry("content.xml", "<a/>")])


def _office(main: str) -> bytes:
    kept = {name: part for name, part in p.parts().items() if not name.startswith("xl/")}
    return p.packed(kept | {"_rels/.rels": p.relations(w=("officeDocument", main)), main: "<a/>"})
