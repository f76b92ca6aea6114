"""What a file is when it is not an .xlsx, told from its first bytes and its parts, never from its name."""

import re

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007, and of locked files
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
STARTS = {
    b"%PDF-": "pdf",
    b"{\\rtf": "word",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    EMPTY_ZIP: "archive",
}
STREAMS = {  # names inside a compound file, the first found decides
    "EncryptedPackage": "password",
    "Workbook": "old_xls",
    "Book": "old_xls",
    "WordDocument": "word",
    "PowerPoint Document": "powerpoint",
}
PARTS = {  # a telling part of other packages
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "word",
    "ppt/presentation.xml": "powerpoint",
    "Index/Document.iwa": "numbers",
    "Index.zip": "numbers",
}
MARKS = {  # what a text file says near its beginning
    re.compile(r'progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet"\s*>?'): "xml_table",
    re.compile(r"<!doctype html|<html|<table|<head|<body", re.IGNORECASE): "html",
    re.compile(r'^\s*\{.*"(url|doc_id|resource_id)"\s*:', re.DOTALL): "google_shortcut",
}


def of_bytes(content: bytes) -> str | None:
    """The refusal's kind for a file that is no zip package; None for one that is."""
    if content.startswith(ZIP):
        return None
    if not content.strip(b"\0"):
        return "only_zeros"
    if content.startswith(COMPOUND):
        return _compound(content)
    known = (kind for start, kind in STARTS.items() if content.startswith(start))
    return next(known, None) or _text(content)


def of_parts(names: set[str], mimetype: bytes) -> str:
    """The refusal's kind for a package without a workbook: another program's, or just an archive."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return "ods" if b"spreadsheet" in mimetype else "unknown"
    return next((kind for part, kind in PARTS.items() if part in names), "archive")


def person(name: str, content: bytes) -> str | None:
    """Who has the workbook open, from the lock file left beside it; None when it does not say."""
    if name.startswith(".~lock."):
        fields = content.decode("utf-8", "replace").split(",")[:2]  # full name, account
        return next((field.strip() for field in fields if field.strip()), None)
    length = content[0] if content else 0
    again = content[55:57]  # Excel keeps the name twice: in the old code page, and here in UTF-16
    if again == length.to_bytes(2, "little"):
        spelled = content[57 : 57 + 2 * length].decode("utf-16-le", "replace")
    else:
        spelled = content[1 : 1 + length].decode("cp1252", "replace")
    return spelled.strip(" \0") or None


def is_lock(name: str) -> bool:
    """Whether the name is that of the mark Excel or LibreOffice leaves beside an open workbook."""
    return name.startswith(("~$", ".~lock."))


def _compound(content: bytes) -> str:
    found = (kind for name, kind in STREAMS.items() if name.encode("utf-16-le") in content)
    return next(found, "unknown")


def _text(content: bytes) -> str:
    opening = content[:4096]
    wide = opening.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in opening and not wide:
        return "unknown"
    text = opening.decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    if len(CONTROL.findall(text)) > len(text) // 100:
        return "unknown"
    marked = (kind for mark, kind in MARKS.items() if mark.search(text))
    return next(marked, "plain_text")
