"""A signed PDF: the document as it was, and behind it whose it is."""

from __future__ import annotations

import asyncio
import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from flows.edition.sealing import reading, signing
from flows.edition.sealing.reading import Signature
from tests.document import making, shipped
from tests.edition import smithy

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ["rsa 3072", "p256"]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


@pytest.mark.parametrize("kind", KINDS)
def test_a_signature_says_whose_it_is_and_since_when(kind: str) -> None:
    signer = smithy.signer(kind)
    assert reading.signature(smithy.signed(kind), [signer.fingerprint]) == Signature(
        prefix=len(smithy.document()),
        signer=smithy.WHO,
        fingerprint=signer.fingerprint,
        at=smithy.AT,
        known=True,
        fault=None,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_document_stands_before_its_signature_byte_for_byte(kind: str) -> None:
    assert smithy.signed(kind).startswith(smithy.document())


@pytest.mark.slow
@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_edition_is_signed_whole(language: str) -> None:
    pdf = shipped.made(making.FOUNDING, language).pdf
    signed = signing.sign(pdf, smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT)
    found = reading.signature(signed, [smithy.signer().fingerprint])
    assert found
    assert (found.intact, found.known, found.prefix) == (True, True, len(pdf))
    assert signed.startswith(pdf)


def test_the_same_key_and_hour_give_the_same_file_again() -> None:
    again = signing.sign(smithy.document(), smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT)
    assert again == smithy.signed()


def test_an_intact_file_by_a_key_nobody_here_knows_is_told_apart() -> None:
    stranger = smithy.signer("rsa 2048").fingerprint
    found = reading.signature(smithy.signed(), [stranger])
    assert found
    assert (found.intact, found.known) == (True, False)
    assert found.fingerprint != stranger


def test_a_fingerprint_is_known_as_openssl_prints_it_too() -> None:
    found = reading.signature(smithy.signed(), [smithy.signer().printed])
    assert found
    assert found.known


def test_what_the_metadata_say_of_the_document_is_left_alone() -> None:
    before, after = opened(smithy.document()), opened(smithy.signed())
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert dict(after.docinfo) == dict(before.docinfo)


@pytest.mark.parametrize(
    ("language", "spoken"), [("en", "Signature of this edition"), ("fr", "Signature de cette édition")]
)
def test_its_one_field_is_not_on_the_page_and_has_a_name_to_be_read_out(language: str, spoken: str) -> None:
    pdf = opened(smithy.signed("rsa 3072", language))
    (only,) = pdf.Root.AcroForm.Fields
    assert str(only.TU) == spoken
    assert int(only.F) & 4  # it prints, as PDF/A demands
    assert [float(one) for one in only.Rect] == [-9999, -9999, -9999, -9999]


def test_it_allows_no_change_at_all() -> None:
    pdf = opened(smithy.signed())
    root = pdf.Root
    (only,) = root.AcroForm.Fields
    assert root.Perms.DocMDP.objgen == only.V.objgen
    (reference,) = only.V.Reference
    assert (str(reference.TransformMethod), int(reference.TransformParams.P)) == ("/DocMDP", 1)
    assert str(only.V.SubFilter) == "/ETSI.CAdES.detached"


def test_the_authority_s_certificate_travels_with_it() -> None:
    _, root = smithy.authority()
    begin, end = smithy.room(smithy.signed())
    der = root.public_bytes(Encoding.DER)
    assert der.hex().encode() in smithy.signed()[begin:end]


def test_who_runs_a_loop_already_can_sign_and_look() -> None:
    async def both() -> Signature | None:
        pdf = signing.sign(smithy.document(), smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT)
        return reading.signature(pdf)

    found = asyncio.run(both())
    assert found
    assert found.at == smithy.AT


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler's own judge is not on this machine")
@pytest.mark.parametrize("kind", KINDS)
def test_another_program_agrees(kind: str, tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(smithy.signed(kind))
    said = subprocess.run(  # noqa: S603 - poppler, on our own file
        [shutil.which("pdfsig") or "", "-nocert", "signed.pdf"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    ).stdout  # fmt: skip
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert re.findall("Signature #", said) == ["Signature #"]


@pytest.mark.parametrize("pdf", [b"", b"no PDF", smithy.document], ids=["nothing", "else", "unsigned"])
def test_what_nobody_signed_has_no_signature(pdf: bytes) -> None:
    assert reading.signature(pdf if isinstance(pdf, bytes) else pdf()) is None
