"""A PDF under a password: nobody opens it without, and it claims no more than it may."""

from __future__ import annotations

import io
import random
import traceback
from functools import cache

import pikepdf
import pytest

from flows.edition.sealing import closing, opening, reading, signing
from flows.edition.sealing.refusals import CannotSeal
from tests.conformance import judges
from tests.document import making, shipped
from tests.edition import smithy

PASSWORD = "Sperrfrist: 9 h à Genève"  # noqa: S105 - the example


@cache
def closed() -> bytes:
    return closing.encrypted(smithy.document(), PASSWORD)


@cache
def closed_and_signed() -> bytes:
    return signing.sign(closed(), smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT, PASSWORD)


def opened(pdf: bytes, password: str = PASSWORD) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf), password=password if opening.is_encrypted(pdf) else "")


def metadata_of(pdf: bytes) -> bytes:
    with opened(pdf) as read:
        return read.Root.Metadata.read_bytes()


def content(pdf: pikepdf.Pdf) -> tuple[list[bytes], dict[str, bytes], str, list[str]]:
    """What is drawn, what is attached, the title, and the names of what can be jumped to."""
    pages = [page.Contents.read_bytes() for page in pdf.pages]
    attached = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    names = [str(one) for one in pdf.Root.Names.Dests.Names][::2]
    return pages, attached, str(pdf.docinfo["/Title"]), names


def test_it_opens_with_its_password_and_is_the_same_document() -> None:
    with opened(closed()) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert content(pdf) == content(opened(smithy.document()))
        assert all(content(pdf))


@pytest.mark.parametrize("password", ["", "Sperrfrist", PASSWORD + " ", PASSWORD.upper()])
def test_it_opens_with_no_other(password: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        opened(closed(), password)
    with pytest.raises(CannotSeal) as refused:
        closing.decrypted(closed(), password)
    assert refused.value.kind == "wrong_password"


def test_it_is_closed_with_aes_256_and_a_screen_reader_may_read_it() -> None:
    with opened(closed()) as pdf:
        told = pdf.encryption
        assert (told.R, told.V, told.stream_method.name, told.string_method.name) == (6, 5, "aesv3", "aesv3")
        assert pdf.user_password_matched
        assert not pdf.owner_password_matched
        allowed = pdf.allow
        assert (allowed.accessibility, allowed.extract, allowed.print_highres) == (True, True, True)
        assert (allowed.modify_other, allowed.modify_annotation, allowed.modify_form) == (False,) * 3


def test_no_word_of_it_can_be_read_from_outside() -> None:
    _, _, title, _ = content(opened(smithy.document()))
    for name in (b"briefing", b".json", b".csv", b"pdfuaid", title.encode(), title.encode("utf-16-be")):
        assert name not in closed()
    assert b"pdfuaid" in smithy.document()


def test_it_claims_pdf_ua_and_no_pdf_a() -> None:
    metadata = metadata_of(closed())
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert b"pdfaid" not in metadata
    assert b'pdfaid:part="3"' in metadata_of(smithy.document())


def test_whatever_else_the_metadata_say_they_say_on() -> None:
    with opened(closed()).open_metadata() as after, opened(smithy.document()).open_metadata() as before:
        kept = {name: value for name, value in before.items() if "/pdfa/ns/id/" not in name}
        assert dict(after) == kept
        assert len(kept) >= 6


def test_unclaimed_is_pdf_ua_still_in_the_eyes_of_the_judge() -> None:
    found = judges.at_once(closing.unclaimed(smithy.document()))
    assert {line.split()[0] for line in found} == {"3a"}
    assert judges.syntax(closing.unclaimed(smithy.document())) == []


def test_the_password_taken_off_leaves_the_document() -> None:
    again = closing.decrypted(closed(), PASSWORD)
    assert not opening.is_encrypted(again)
    assert judges.syntax(again) == []
    assert content(opened(again, "")) == content(opened(smithy.document()))


def test_whether_there_is_a_password_can_be_seen() -> None:
    assert opening.is_encrypted(closed())
    assert opening.is_encrypted(closed_and_signed())
    assert not opening.is_encrypted(smithy.document())
    assert not opening.is_encrypted(b"no PDF")


def test_an_open_document_needs_no_opening() -> None:
    assert closing.decrypted(smithy.document(), PASSWORD) == smithy.document()


def test_signed_after_it_was_closed_it_opens_and_its_signature_is_whole() -> None:
    found = reading.signature(closed_and_signed(), [smithy.signer().fingerprint], PASSWORD)
    assert found
    assert (found.intact, found.known, found.at) == (True, True, smithy.AT)
    assert found.prefix == len(closed())
    assert closed_and_signed().startswith(closed())
    with opened(closed_and_signed()) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert content(pdf) == content(opened(smithy.document()))


@pytest.mark.parametrize("password", [None, "another"])
def test_without_the_password_all_but_the_hour_is_told(password: str | None) -> None:
    found = reading.signature(closed_and_signed(), [smithy.signer().fingerprint], password)
    assert found
    assert (found.intact, found.known, found.at) == (True, True, None)


def test_a_byte_changed_in_a_closed_and_signed_file_is_found() -> None:
    pdf, chance = closed_and_signed(), random.Random(39)  # noqa: S311 - which bytes, not which secret
    for _ in range(300):
        where = chance.randrange(len(pdf))
        other = pdf[:where] + bytes([pdf[where] ^ chance.randrange(1, 256)]) + pdf[where + 1 :]
        found = reading.signature(other)
        assert found is None or not found.intact


def test_a_password_given_for_an_open_file_does_no_harm() -> None:
    signed = signing.sign(smithy.document(), smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT, PASSWORD)
    found = reading.signature(signed, password=PASSWORD)
    assert found
    assert (found.intact, found.at) == (True, smithy.AT)


def test_a_closed_file_is_not_signed_without_its_password() -> None:
    for password in (None, "another"):
        with pytest.raises(CannotSeal) as refused:
            signing.sign(closed(), smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT, password)
        assert refused.value.kind == "wrong_password"


def test_a_signature_is_left_behind_where_it_would_not_hold() -> None:
    for pdf in (
        closing.encrypted(smithy.signed(), PASSWORD),
        closing.decrypted(closed_and_signed(), PASSWORD),
        closing.unclaimed(smithy.signed()),
    ):
        assert reading.signature(pdf) is None
        assert b"/AcroForm" not in pdf


@pytest.mark.parametrize(
    ("password", "kind"),
    [
        ("", "no_password"),
        ("ﬁ", "unfit_password"),  # some programs take it for two letters
        ("e\u0301", "unfit_password"),
        ("a\tb", "unfit_password"),
        ("\ud800", "unfit_password"),
        ("é" * 64, "long_password"),
    ],
)
def test_a_password_that_would_not_open_it_everywhere_is_refused(password: str, kind: str) -> None:
    with pytest.raises(CannotSeal) as refused:
        closing.encrypted(smithy.document(), password)
    assert refused.value.kind == kind
    shown = "".join(traceback.format_exception(refused.value)) + repr(refused.value)
    assert not password or password not in shown


def test_a_password_as_long_as_may_be_opens_it() -> None:
    longest = "é" * 63 + "x"
    assert content(opened(closing.encrypted(smithy.document(), longest), longest))


@pytest.mark.parametrize("pdf", [b"", b"no PDF", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_neither_closed_nor_opened(pdf: bytes) -> None:
    for turn in (closing.encrypted, closing.decrypted):
        with pytest.raises(CannotSeal) as refused:
            turn(pdf, PASSWORD)
        assert refused.value.kind == "no_document"


def test_what_has_a_password_is_given_no_second_one() -> None:
    with pytest.raises(CannotSeal) as refused:
        closing.encrypted(closed(), PASSWORD)
    assert refused.value.kind == "closed_already"


@pytest.mark.slow
@pytest.mark.xdist_group("shipped")
def test_the_shipped_edition_is_closed_and_opened_again() -> None:
    pdf = shipped.made(making.FOUNDING, "fr").pdf
    again = closing.decrypted(closing.encrypted(pdf, PASSWORD), PASSWORD)
    assert content(opened(again, "")) == content(opened(pdf, ""))
