"""A key that cannot be used is refused in a sentence, and nothing of it is shown."""

from __future__ import annotations

import pickle
import traceback
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from flows.edition.sealing import keys, reading, signing
from flows.edition.sealing.refusals import SENTENCES, CannotSeal
from tests.edition import smithy

if TYPE_CHECKING:
    from collections.abc import Callable


def of_nobody() -> bytes:
    """A certificate without its key."""
    return smithy.packed(None, None, [smithy.signer().certificate])


def without_certificate() -> bytes:
    return smithy.packed(smithy.private("p256"), None, [])


def of_a_kind_nobody_reads() -> bytes:
    return pkcs12.serialize_key_and_certificates(
        b"a key", ed25519.Ed25519PrivateKey.generate(), None, None,
        BestAvailableEncryption(smithy.PASSPHRASE.encode()),
    )  # fmt: skip


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("no_key_store", lambda: b""),
    "a text": ("no_key_store", lambda: b"-----BEGIN PRIVATE KEY-----\n"),
    "a certificate": ("no_key_store", lambda: smithy.signer().certificate.public_bytes(Encoding.DER)),
    "half a file": ("no_key_store", lambda: smithy.signer().pkcs12[:900]),
    "a file with more behind it": ("no_key_store", lambda: smithy.signer().pkcs12 + b"\n"),
    "a damaged file": ("passphrase", lambda: smithy.signer().pkcs12[:-4] + b"\0\0\0\1"),
    "another passphrase": ("passphrase", lambda: smithy.packed(
        smithy.private("p256"), smithy.signer("p256").certificate, [], "another")),
    "no key in it": ("no_private_key", of_nobody),
    "no certificate": ("no_certificate", without_certificate),
    "a key too weak": ("unfit_key", lambda: smithy.signer("rsa 1024").pkcs12),
    "a curve few know": ("unfit_key", lambda: smithy.signer("k256").pkcs12),
    "a kind few know": ("unfit_key", of_a_kind_nobody_reads),
    "an end gone by": ("expired", lambda: smithy.signer("p256", since=smithy.AT - 3 * smithy.YEAR).pkcs12),
    "a beginning to come": ("not_yet_valid", lambda: smithy.signer(
        "p256", since=smithy.AT + timedelta(days=1)).pkcs12),
    "another use": ("not_for_signing", lambda: smithy.signer("p256", ("key_encipherment",)).pkcs12),
    "an authority's use": ("not_for_signing", lambda: smithy.signer("p256", ("key_cert_sign",)).pkcs12),
}  # fmt: skip


def refusal(content: bytes, passphrase: str = smithy.PASSPHRASE) -> CannotSeal:
    with pytest.raises(CannotSeal) as refused:
        signing.sign(smithy.document(), content, passphrase, smithy.AT)
    return refused.value


@pytest.mark.parametrize("why", REFUSED)
def test_a_key_that_cannot_be_used_is_refused(why: str) -> None:
    kind, make = REFUSED[why]
    assert refusal(make()).kind == kind


@pytest.mark.parametrize("why", REFUSED)
def test_no_refusal_shows_what_is_secret(why: str) -> None:
    content = REFUSED[why][1]()
    error = refusal(content)
    shown = (
        "".join(traceback.format_exception(error)) + repr(error) + error.sentence("en") + error.sentence("fr")
    )
    assert smithy.PASSPHRASE not in shown
    assert repr(content)[2:40] not in shown or len(content) < 40
    assert (error.__cause__, error.__context__) == (None, None)


def test_a_wrong_passphrase_is_not_repeated() -> None:
    for typed in ("Wellensittich-38", "", "\ud800 half a letter", "x" * 5000):
        error = refusal(smithy.signer().pkcs12, typed)
        assert error.kind == "passphrase"
        shown = "".join(traceback.format_exception(error)) + repr(error)
        assert not typed or typed not in shown


def test_a_key_prints_nothing_of_itself() -> None:
    key = keys.opened(smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT)
    assert repr(key) == "Key()"


def test_a_refusal_survives_the_way_to_another_process() -> None:
    error = CannotSeal("expired", "2020-06-15")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - what was pickled a line ago
    assert str(again) == str(error)
    assert "2020-06-15" in str(again)


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_refusal_is_a_sentence_in_both_languages(kind: str) -> None:
    english, french = (CannotSeal(kind, "127").sentence(language) for language in ("en", "fr"))
    assert english != french
    assert english.endswith(".")
    assert french.endswith(".")
    assert "{" not in english + french


@pytest.mark.parametrize("usage", [("digital_signature",), ("content_commitment",), None])
def test_a_certificate_that_allows_signing_or_says_nothing_signs(usage: tuple[str, ...] | None) -> None:
    signer = smithy.signer("p256", usage)
    pdf = signing.sign(smithy.document(), signer.pkcs12, smithy.PASSPHRASE, smithy.AT)
    found = reading.signature(pdf, [signer.fingerprint])
    assert found
    assert (found.intact, found.known) == (True, True)


def test_a_key_without_a_passphrase_signs_too() -> None:
    signer = smithy.signer("p256")
    bare = pkcs12.serialize_key_and_certificates(
        b"", signer.private, signer.certificate, None, NoEncryption()
    )
    assert reading.signature(signing.sign(smithy.document(), bare, "", smithy.AT))


def test_one_locked_the_old_way_signs_too() -> None:
    signer = smithy.signer("p256")
    old = (
        PrivateFormat.PKCS12.encryption_builder()
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())  # noqa: S303 - as old programs write it
        .build(smithy.PASSPHRASE.encode())
    )
    content = pkcs12.serialize_key_and_certificates(b"", signer.private, signer.certificate, None, old)
    assert reading.signature(signing.sign(smithy.document(), content, smithy.PASSPHRASE, smithy.AT))


@pytest.mark.parametrize("pdf", [b"", b"no PDF", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_not_signed(pdf: bytes) -> None:
    with pytest.raises(CannotSeal) as refused:
        signing.sign(pdf, smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT)
    assert refused.value.kind == "no_document"
