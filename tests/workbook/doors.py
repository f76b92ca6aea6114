"""Files of other kinds than .xlsx, written from a book in code, and broken ones to be refused."""

from __future__ import annotations

import csv
import io
import re
import shutil
import struct
import subprocess
import zipfile
from datetime import date
from typing import TYPE_CHECKING

from tests.workbook import packages as p
from tests.workbook.broken import Broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from openpyxl import Workbook

    from tests.books import Book, Rows

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLES = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
WORDS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def csv_folder(path: Path, book: Book, encoding: str = "utf-8", mark: str = ",") -> Path:
    """The book as a folder of CSV files, a file a tab."""
    path.mkdir()
    for tab, rows in book.items():
        (path / f"{tab}.csv").write_bytes(csv_of(rows, mark).encode(encoding))
    return path


def csv_of(rows: Rows, mark: str = ",") -> str:
    """The rows as Excel writes them to CSV."""
    text = io.StringIO(newline="")
    plain = (["" if value is None else _plain(value) for value in row] for row in rows)
    csv.writer(text, delimiter=mark).writerows(plain)
    return text.getvalue()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def office() -> str | None:
    """Where LibreOffice is; None where it is not."""
    return shutil.which("soffice")


def converted(
    book: Book, folder: Path, kinds: Iterable[str], touch: Callable[[Workbook], None]
) -> list[Path]:
    """The book as .xlsx, and what LibreOffice makes of it in each of the kinds, in that order."""
    from tests.books import written  # noqa: PLC0415 - where hostile files are made, openpyxl stays out

    source = written(folder / "book.xlsx", book, touch)
    made = [source]
    for kind in kinds:
        subprocess.run(  # noqa: S603 - LibreOffice, on a file of ours
            [office() or "", f"-env:UserInstallation=file://{folder}/office", "--headless",
             "--convert-to", kind, "--outdir", str(folder / kind), str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        made.append(folder / kind / f"book.{kind}")
    return made


def saved_in_2021(folder: Path, book: Book, on: str = "2021-07-01") -> Path:
    """The book as a workbook that says it was last saved on that day."""
    from tests.books import written  # noqa: PLC0415 - as above

    path = written(folder / "book.xlsx", book)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    about = "docProps/core.xml"
    parts[about] = re.sub(rb"(modified[^>]*>)[^<]*", rb"\g<1>%bT09:00:00Z" % on.encode(), parts[about])
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def ods(content: str, **more: str) -> bytes:
    """An OpenDocument spreadsheet whose tables are `content`."""
    whole = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLES}" xmlns:text="{WORDS}">'
        f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    mimetype = p.entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet", method=0)
    return p.zipped(
        [mimetype, p.entry("content.xml", whole), *(p.entry(name, part) for name, part in more.items())]
    )


def ods_table(rows: str, name: str = "Announcements") -> str:
    """One table of it."""
    return f'<table:table table:name="{name}">{rows}</table:table>'


def ods_cell(text: str, repeated: int = 1) -> str:
    """One cell of it."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def xlsb(rows: Iterable[bytes], before: bytes = b"", after: bytes = b"", hidden: int = 0) -> bytes:
    """A binary workbook with one sheet, Announcements; a struck format has the number 1."""
    bundle = struct.pack("<II", hidden, 1) + wide("rId1") + wide("Announcements")
    workbook = record(131) + record(143) + record(156, bundle) + record(144) + record(132)
    sheet = (
        record(129)
        + record(148, bytes(16))
        + before
        + record(145)
        + b"".join(rows)
        + record(146)
        + after
        + record(130)
    )
    fonts = b"".join(
        record(43, struct.pack("<HH", 220, grbit) + bytes(17) + wide("Calibri")) for grbit in (0, 8)
    )
    formats = b"".join(record(47, struct.pack("<HHHH", 0, 0, font, 0) + bytes(8)) for font in (0, 1))
    styles = (
        record(278)
        + record(611, struct.pack("<I", 2))
        + fonts
        + record(612)
        + record(617, struct.pack("<I", 2))
        + formats
        + record(618)
        + record(279)
    )
    types = p.parts()["[Content_Types].xml"]
    return p.packed({
        "[Content_Types].xml": types,
        "_rels/.rels": p.relations(w=("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": workbook,
        "xl/_rels/workbook.bin.rels": p.relations(
            rId1=("worksheet", "worksheets/sheet1.bin"), rId2=("styles", "styles.bin")
        ),
        "xl/styles.bin": styles,
        "xl/worksheets/sheet1.bin": sheet,
    })  # fmt: skip


def record(kind: int, data: bytes = b"") -> bytes:
    """One record of a binary workbook."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(data), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 127 else 0)])
        length >>= 7
        if not length:
            return head + size + data


def wide(text: str) -> bytes:
    """A text of a binary workbook."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    """One row of it, its number from 1."""
    data = (
        struct.pack("<IIH", number - 1, 0, 300) + bytes([0, 0x10 if hidden else 0, 0]) + struct.pack("<I", 0)
    )
    return record(0, data) + b"".join(cells)


def cell(column: int, value: object, form: int = 0) -> bytes:
    """One cell of it, its column from 1: a text, a number, or bytes that are an error's number."""
    place = struct.pack("<II", column - 1, form)
    if isinstance(value, bytes):
        return record(3, place + value)
    if isinstance(value, str):
        return record(6, place + wide(value))
    return record(5, place + struct.pack("<d", value))


def hostile() -> list[Broken]:
    """Files that their own reader has to refuse."""
    far = ods_table(
        f'<table:table-row table:number-rows-repeated="1048576">{ods_cell("x")}</table:table-row>'
    )
    many = ods_table(
        f'<table:table-row table:number-rows-repeated="150000">{ods_cell("x", 400)}</table:table-row>'
    )
    locked = f'<m:a xmlns:m="{MANIFEST}"><m:file-entry><m:encryption-data/></m:file-entry></m:a>'
    one = row(1, cell(1, "x"))
    merged = record(176, struct.pack("<4I", 0, 999_999, 0, 9))
    noise = COMPOUND + bytes(range(256)) * 40 + "Workbook".encode("utf-16-le")
    of_dos = "n;r\n\u00e9t\u00e9;d\u00e9j\u00e0\n".encode("cp850")
    tab, csv_file, ods_file, xlsb_file = "Announcements", "team.csv", "team.ods", "team.xlsb"
    return [
        Broken("CSV in letters of DOS", "csv_letters", lambda: of_dos, "team", csv_file),
        Broken("CSV in no letters at all", "csv_letters", lambda: b"a,b\n\x81\x8d,\xff\n", "team", csv_file),
        Broken("CSV with an endless quote", "csv_quotes", lambda: b'a,b\n1,"x\n2,y\n', "team, 2", csv_file),
        Broken("CSV of one column", "plain_text", lambda: b"Dear all\nall is well\n", None, csv_file),
        Broken("locked spreadsheet", "locked_ods", lambda: ods("", **{"META-INF/manifest.xml": locked}),
               None, ods_file),
        Broken("spreadsheet without a sheet", "no_sheet", lambda: ods(""), None, ods_file),
        Broken("row repeated to the end", "far_value", lambda: ods(far), f"{tab}!A1048576", ods_file),
        Broken("cells without end", "too_many_values", lambda: ods(many), "500\u202f000", ods_file),
        Broken("spreadsheet with definitions", "doctype", _with_doctype, "content.xml", ods_file),
        Broken("far binary cell", "far_value", lambda: xlsb([row(900_000, cell(16_000, "x"))]),
               f"{tab}!WQJ900000", xlsb_file),
        Broken("binary cell cut short", "xlsb", lambda: xlsb([row(1, record(6, b"\0\0"))]), None, xlsb_file),
        Broken("binary sheet merged all over", "wide_merge", lambda: xlsb([one], after=merged),
               tab, xlsb_file),
        Broken("old workbook in a circle", "old_xls", _in_a_circle, None, "team.xls"),
        Broken("old workbook of noise", "old_xls", lambda: noise, None, "team.xls"),
    ]  # fmt: skip


def _with_doctype() -> bytes:
    mimetype = p.entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet", method=0)
    content = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    return p.zipped([mimetype, p.entry("content.xml", content)])


def _in_a_circle() -> bytes:
    """A container whose directory leads back to itself."""
    head = bytearray(512)
    head[:8] = COMPOUND
    struct.pack_into("<HHH", head, 28, 0xFFFE, 9, 6)
    struct.pack_into("<III", head, 44, 1, 1, 0)
    struct.pack_into("<I", head, 56, 4096)
    struct.pack_into("<IIII", head, 60, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<I", head, 76, 0)
    table = struct.pack("<128I", 0xFFFFFFFD, 1, *([0xFFFFFFFF] * 126))
    return bytes(head) + table + "Workbook\0".encode("utf-16-le").ljust(512, b"\0")


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of files, as a Mac or Windows packs a folder."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()
