"""The search finds a word wherever a file may hide it: else that nothing was found would say nothing."""

from __future__ import annotations

import base64
import io
import sqlite3
import zipfile
import zlib
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import quote

import pikepdf
import pytest
import weasyprint
from PIL import Image, PngImagePlugin

from tests.hidden.search import found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORD = "kanarivogel"
ABROAD = "Élodie Kañari"


def page(body: str = "nothing", head: str = "") -> bytes:
    """A PDF that the engine itself makes, its streams compressed."""
    written: bytes = weasyprint.HTML(
        string=f"<html><head>{head}</head><body>{body}</body></html>"
    ).write_pdf()
    return written


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The same with something put into it, all in object streams."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(page())) as document:
        change(document)
        document.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def attach(document: pikepdf.Pdf) -> None:
    document.attachments["data.json"] = pikepdf.AttachedFileSpec(document, f'["{WORD}"]'.encode())


def describe(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as told:
        told["dc:subject"] = {WORD}


def entitle(document: pikepdf.Pdf) -> None:
    document.docinfo["/Keywords"] = pikepdf.String(f"é {WORD}")


def alternative(document: pikepdf.Pdf) -> None:
    document.pages[0].obj["/Own"] = pikepdf.Array([pikepdf.Dictionary({"/Alt": pikepdf.String(f"→{WORD}")})])


def left_behind() -> bytes:
    """A stream that no object of the file leads to any more."""
    return page() + b"\n9 0 obj\n<<>>\nstream\n" + zlib.compress(WORD.encode()) + b"\nendstream\n"


def picture() -> bytes:
    beside, written = PngImagePlugin.PngInfo(), io.BytesIO()
    beside.add_text("Comment", WORD, zip=True)
    Image.new("L", (2, 2)).save(written, "PNG", pnginfo=beside)
    return written.getvalue()


def zipped(content: bytes = WORD.encode()) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("part.xml", content)
    return written.getvalue()


def mail(content: bytes) -> bytes:
    message = EmailMessage()
    message.set_content("Here it is.")
    message.add_attachment(content, maintype="application", subtype="pdf", filename="briefing.pdf")
    return message.as_bytes()


HIDDEN: dict[str, Callable[[], bytes]] = {
    "as it is": WORD.encode,
    "in capitals": lambda: WORD.upper().encode(),
    "UTF-16, little end first": lambda: WORD.encode("utf-16-le"),
    "UTF-16, big end first": lambda: WORD.encode("utf-16-be"),
    "in hexadecimal": lambda: WORD.encode().hex().upper().encode(),
    "in hexadecimal, as PDF writes it": f"<{WORD.encode('utf-16-be').hex()}>".encode,
    "base64": lambda: base64.b64encode(f"xy{WORD}z".encode()),
    "base64 too short to be told from a word": lambda: base64.b64encode(WORD.encode()),
    "base64 in capitals, in two bytes a letter": lambda: base64.b64encode(WORD.upper().encode("utf-16-le")),
    "percents": lambda: "".join(f"%{byte:02X}" for byte in WORD.encode()).encode(),
    "escaped as JSON may": lambda: "".join(f"\\u{ord(letter):04x}" for letter in WORD).encode(),
    "escaped as HTML may": lambda: "".join(f"&#{ord(letter)};" for letter in WORD).encode(),
    "quoted-printable": lambda: b"=6B" + WORD[1:5].encode() + b"=\r\n" + WORD[5:].encode(),
    "parted by markup": f"{WORD[:4]}<wbr>{WORD[4:]}".encode,
    "parted at the end of a line": f"{WORD[:4]}-\r\n{WORD[4:]}".encode,
    "in a zip": zipped,
    "in a zip in a zip": lambda: zipped(zipped()),
    "in a picture's own words": picture,
    "in a picture in a page": lambda: (
        b"<img src='data:image/png;base64," + base64.b64encode(picture()) + b"'>"
    ),
    "on a PDF's page": lambda: page(WORD),
    "on a PDF's page, parted": lambda: page(f"<p style='width:9mm;hyphens:manual'>{WORD[:6]}&shy;{WORD[6:]}"),
    "beyond the edge of a PDF's page": lambda: page(f"<p style='margin-left:-90mm'>{WORD}"),
    "under what covers it": lambda: page(f"<p style='color:white'>{WORD}"),
    "in a PDF's title": lambda: page(head=f"<title>{WORD}</title>"),
    "in a PDF's bookmarks": lambda: page(f"<h1 style='bookmark-label:&quot;{WORD}&quot;'>Title</h1>"),
    "in a PDF's link": lambda: page(f"<a href='https://x.example/{WORD}'>link</a>"),
    "in a file within a PDF": lambda: changed(attach),
    "in a PDF's XMP": lambda: changed(describe),
    "in a PDF's keywords": lambda: changed(entitle),
    "in a string deep in a PDF": lambda: changed(alternative),
    "in what a PDF has left behind": left_behind,
    "in a PDF in a mail": lambda: mail(changed(attach)),
}


@pytest.mark.parametrize("place", HIDDEN)
def test_a_word_is_found_wherever_a_file_holds_it(place: str) -> None:
    assert found(HIDDEN[place](), ["another word", WORD]) == [WORD]


def test_a_word_in_pieces_over_the_pages_of_a_database_is_found(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "base.db") as base:
        base.execute("CREATE TABLE kept (text)")
        for before in range(4040, 4100):
            base.execute("INSERT INTO kept VALUES (?)", ("." * before + WORD,))
    base.close()
    assert found((tmp_path / "base.db").read_bytes(), [WORD]) == [WORD]


@pytest.mark.parametrize("spelled", [
    ABROAD.encode("latin-1"), quote(ABROAD).encode(), b"&Eacute;lodie Ka&ntilde;ari",
    b"\\u00c9lodie Ka\\u00f1ari", b"=C3=89lodie Ka=C3=B1ari", ABROAD.encode("utf-16-be"),
])  # fmt: skip
def test_letters_beyond_ascii_are_found_in_every_spelling(spelled: bytes) -> None:
    assert found(b"to: " + spelled, [ABROAD]) == [ABROAD]


def test_what_is_not_there_is_not_found() -> None:
    for content in (page("kanari"), zipped(b"vogel"), mail(page("kanari")), b""):
        assert found(content, [WORD, ABROAD]) == []
