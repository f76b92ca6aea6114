"""What may leave the house, and the second look at it: a secret in any part of a file is found."""

from __future__ import annotations

import io
from datetime import date
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pikepdf
import pytest

from flows import printing
from flows.edition import guard
from flows.edition.guard import Leak, leaks
from flows.edition.refusals import CannotKeep
from flows.order import Order
from tests import books

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("drawn_here")
SECRET = {"Ingeborg Halvorsen": "Recipients!A2", "i.halvorsen@leser.example": "Recipients!B2"}
NAME, ADDRESS = SECRET


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """An edition in one language."""
    folder = tmp_path_factory.mktemp("kept")
    workbook = books.written(folder / "record.xlsx", books.sound())
    made = printing.build(workbook, Order(date(2020, 6, 15), languages=("en",)), folder, lambda _: None)
    return {path.name: path.read_bytes() for path in made.folder.iterdir()}


def test_the_document_and_the_data_may_leave_and_nothing_that_speaks_of_the_workbook(
    files: dict[str, bytes],
) -> None:
    assert {name for name in files if guard.may_leave(name)} == {
        "briefing-en.pdf", "briefing-en.html", "record.json", "changes.json",
    }  # fmt: skip
    assert set(files) - set(guard.LEAVES) == {
        "problems.json", "problems.html", "mending.json", "trace.json", "manifest.json", "digest.json",
    }  # fmt: skip
    for name in (
        "to-fix.xlsx",
        "problems.html",
        "mending.json",
        "record.xlsx",
        "decisions.jsonl",
        "briefing-de.pdf",
        "x/record.json",
        "",
    ):
        assert not guard.may_leave(name)


def test_an_honest_edition_holds_no_secret(files: dict[str, bytes]) -> None:
    assert leaks(files, SECRET) == ()


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def attached(document: pikepdf.Pdf) -> None:
    document.attachments["more.csv"] = pikepdf.AttachedFileSpec(document, f"name\n{NAME}\n".encode())


def described(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as told:
        told["dc:subject"] = {NAME}


def entitled(document: pikepdf.Pdf) -> None:
    document.docinfo["/Keywords"] = pikepdf.String(f"é {NAME}")


def written_on(document: pikepdf.Pdf) -> None:
    """On the first page, in a typeface of every reader's own."""
    page = document.pages[0]
    page.Resources.Font["/Own"] = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.contents_add(b"BT /Own 8 Tf 9 9 Td (Ingeborg) Tj 60 0 Td (Halvorsen) Tj ET")


@pytest.mark.parametrize("change", [attached, described, entitled, written_on])
def test_a_secret_is_found_in_every_part_of_a_pdf(
    change: Callable[[pikepdf.Pdf], None], files: dict[str, bytes]
) -> None:
    pdf = changed(files["briefing-en.pdf"], change)
    assert leaks({"briefing-en.pdf": pdf}, SECRET) == (Leak("briefing-en.pdf", "Recipients!A2"),)


def test_a_secret_is_found_on_the_markup_of_pages_and_on_the_screen() -> None:
    for page in (
        f"<p>to {NAME.upper()}</p>", "<p>Ingeborg<br>Halvor<wbr>sen</p>",
        "<p>Inge\u00adborg&nbsp;Halvorsen</p>",
        f'<p title="for {NAME}">x</p>', '<a href="mailto:Ingeborg%20Halvorsen">x</a>',
    ):  # fmt: skip
        assert leaks({"briefing-en.html": page.encode()}, SECRET) == (
            Leak("briefing-en.html", "Recipients!A2"),
        )
    pages = {"briefing-en.pdf": f"<p>{NAME}</p>"}
    assert leaks({"briefing-en.pdf": b"%PDF-1.7"}, SECRET, (), pages) == (
        Leak("briefing-en.pdf", "Recipients!A2"),
    )


def test_a_secret_is_found_in_a_message_its_heads_and_what_is_attached(files: dict[str, bytes]) -> None:
    def message(subject: str, body: str, pdf: bytes) -> bytes:
        made = EmailMessage()
        made["Subject"], made["To"] = subject, "ada@example.org"
        made.set_content(body)
        made.add_attachment(pdf, maintype="application", subtype="pdf", filename="briefing-en.pdf")
        return made.as_bytes()

    pdf = files["briefing-en.pdf"]
    assert leaks({"1.eml": message("The briefing", "Here it is.", pdf)}, SECRET) == ()
    for subject, body, content in (
        (f"For {NAME} – à lire", "Here it is.", pdf),
        ("The briefing", f"Dear {NAME},\n\nà " + "x" * 99, pdf),
        ("The briefing", "Here it is.", changed(pdf, attached)),
    ):
        assert leaks({"1.eml": message(subject, body, content)}, SECRET) == (Leak("1.eml", "Recipients!A2"),)
    found = leaks({"1.eml": message("The briefing", f"cc <{ADDRESS.upper()}>", pdf)}, SECRET)
    assert found == (Leak("1.eml", "Recipients!B2"),)


def test_neither_a_leak_nor_the_refusal_repeats_the_secret() -> None:
    with pytest.raises(CannotKeep) as refused:
        guard.let_out({"record.json": f'["{NAME}"]'.encode()}, SECRET)
    for language in ("en", "fr"):
        sentence = refused.value.sentence(language)
        assert "Recipients!A2" in sentence
        assert "record.json" in sentence
        assert "Ingeborg" not in sentence + repr(refused.value)


def test_what_is_printed_anyway_raises_no_alarm() -> None:
    page = {"record.json": b'["Amazon: moratorium, 360 days left", "Stops police use of its software"]'}
    printed = ("Amazon", "moratorium", "Stops police use of its software for a year")
    for helper in ("Amazon moratorium", "Stops police use of its softw", "Amazon: moratorium, 360 days left"):
        assert leaks(page, {helper: "Sums!A1"}, printed) == ()
    kept = {"Stops police use of its software": "Announcements!E9"}
    assert leaks(page, kept, ("Amazon", "police")) == (Leak("record.json", "Announcements!E9"),)


@pytest.mark.parametrize("own", [
    "moratorium", "law_enforcement", "Organisation", "background-color", "A001", "none", "Here", "2020-06-10",
    "Date d'annonce", "12 months",
])  # fmt: skip
def test_our_own_words_and_short_ones_are_nobody_s_secret(own: str, files: dict[str, bytes]) -> None:
    page = {"record.json": own.encode()}
    assert leaks(page | files, {own: "Lists!A1"}) == ()
