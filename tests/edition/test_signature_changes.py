"""Whatever is changed in a signed file, by a single byte anywhere, is found."""

from __future__ import annotations

import hashlib
import io
import random

import pikepdf
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pyhanko.pdf_utils.generic import NameObject, NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

from flows.edition.sealing import container, keys, reading, signing
from flows.edition.sealing.faults import SENTENCES, Fault
from flows.edition.sealing.refusals import CannotSeal
from tests.edition import smithy

KINDS = ["rsa 3072", "p256"]


def holds(pdf: bytes) -> bool:
    found = reading.signature(pdf)
    return found is not None and found.intact


def fault(pdf: bytes) -> Fault:
    found = reading.signature(pdf)
    assert found
    assert found.fault
    return found.fault


def changed(pdf: bytes, where: int, to: int) -> bytes:
    return pdf[:where] + bytes([to]) + pdf[where + 1 :]


def rewritten(pdf: bytes, der: bytes) -> bytes:
    """The file with another container in its signature's place."""
    begin, end = smithy.room(pdf)
    return pdf[:begin] + container.filled(der, end - begin) + pdf[end:]


def opened(kind: str = "rsa 3072") -> keys.Key:
    return keys.opened(smithy.signer(kind).pkcs12, smithy.PASSPHRASE, smithy.AT)


def enclosed(pdf: bytes) -> container.Container:
    begin, end = smithy.room(pdf)
    content = bytes.fromhex(pdf[begin + 1 : end - 1].decode())
    found = container.read(content[: container.length(content)])
    assert found
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_byte_changed_anywhere_is_found(kind: str) -> None:
    pdf, chance = smithy.signed(kind), random.Random(37)  # noqa: S311 - which bytes, not which secret
    unseen = []
    for _ in range(1000):
        where = chance.randrange(len(pdf))
        other = pdf[where] ^ chance.randrange(1, 256)
        if holds(changed(pdf, where, other)):
            unseen.append((where, other))
    assert unseen == []


@pytest.mark.parametrize("kind", KINDS)
def test_so_is_one_in_what_was_added_to_sign_it(kind: str) -> None:
    pdf, chance = smithy.signed(kind), random.Random(38)  # noqa: S311 - the same
    _, end = smithy.room(pdf)
    added = [*range(len(smithy.document()), len(pdf), 29), *range(end, len(pdf))]
    assert len(added) > 900
    assert [one for one in added if holds(changed(pdf, one, pdf[one] ^ chance.randrange(1, 256)))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_case_of_every_digit_of_the_container_counts(kind: str) -> None:
    pdf = smithy.signed(kind)
    begin, end = smithy.room(pdf)
    letters = [one for one in range(begin, end) if pdf[one : one + 1].isalpha()]
    assert len(letters) > 300
    for one in letters:
        assert fault(changed(pdf, one, pdf[one] ^ 0x20)) == Fault("container", one)


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_every_digit(kind: str) -> None:
    pdf = smithy.signed(kind)
    begin, _ = smithy.room(pdf)
    der = len(enclosed(pdf).written()) * 2
    for one in range(begin + 1, begin + 1 + der, 3):
        digit = b"%x" % (int(pdf[one : one + 1], 16) ^ 1)
        assert not holds(pdf[:one] + digit + pdf[one + 1 :])


def test_the_zeros_behind_the_container_are_no_place_to_hide_anything() -> None:
    pdf = smithy.signed()
    begin, end = smithy.room(pdf)
    first = begin + 1 + len(enclosed(pdf).written()) * 2
    assert end - first > 1000
    for one in [*range(first, end - 1, 7), end - 2]:
        assert pdf[one : one + 1] == b"0"
        for other in b"1a \n\0":
            assert fault(changed(pdf, one, other)).kind == "container"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("added", lambda pdf: pdf + b"\n"),
        ("added", lambda pdf: pdf + b" "),
        ("added", lambda pdf: pdf + pdf),
        ("cut", lambda pdf: pdf[:-1]),
        ("cut", lambda pdf: pdf[:-300]),
        ("place", lambda pdf: b"\n" + pdf),
        ("place", lambda pdf: pdf[1:]),
        ("place", lambda pdf: pdf.replace(b"/ByteRange [0 ", b"/ByteRange [1 ")),
        ("place", lambda pdf: pdf.replace(b"/ByteRange [0 ", b"/ByteRange [00 ")),
        ("altered", lambda pdf: pdf.replace(b"(D\\07220260302", b"(D\\07220260303")),
        ("altered", lambda pdf: pdf.replace(b"\n%%EOF\n", b"\r%%EOF\n", 1)),
        ("altered", lambda pdf: pdf.replace(b"/Filter /Adobe.PPKLite", b"/Filter /Adobe.PPKLITE")),
    ],
)
def test_the_fault_says_what_was_done(kind: str, change: object) -> None:
    assert callable(change)
    pdf = change(smithy.signed())
    assert pdf != smithy.signed()
    assert fault(pdf).kind == kind


def test_where_something_was_added_or_cut_is_told() -> None:
    pdf = smithy.signed()
    assert fault(pdf + b"\n") == Fault("added", len(pdf))
    assert fault(pdf[:-9]) == Fault("cut", len(pdf) - 9)


def test_figures_that_name_another_place_do_not_move_the_signature() -> None:
    pdf = smithy.signed()
    begin, end = smithy.room(pdf)
    told = b"/ByteRange [0 %d %d %d]" % (begin, end, len(pdf) - end)
    assert told in pdf
    for moved in ((begin + 1, end, len(pdf) - end), (begin, end - 1, len(pdf) - end + 1), (begin, end, 1)):
        other = b"/ByteRange [0 %d %d %d]" % moved
        assert not holds(pdf.replace(told, other.ljust(len(told))))


def test_a_second_revision_is_found_although_programs_show_it() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(smithy.signed()))
    page = writer.root["/Pages"]["/Kids"][0]
    page[NameObject("/Rotate")] = NumberObject(90)
    writer.update_container(page)
    output = io.BytesIO()
    writer.write(output)
    assert fault(output.getvalue()) == Fault("added", len(smithy.signed()))


def test_a_file_saved_anew_is_not_the_one_that_was_signed() -> None:
    for streams in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
        output = io.BytesIO()
        pikepdf.open(io.BytesIO(smithy.signed())).save(output, object_stream_mode=streams)
        assert not holds(output.getvalue())


def test_without_the_name_in_it_a_signature_of_ours_is_still_seen_to_be_changed() -> None:
    pdf = smithy.signed()
    assert fault(pdf.replace(b"/Name /On#20Record", b"/Name /On#20Recorc")).kind == "altered"


def test_the_other_value_that_holds_on_an_elliptic_curve_is_not_ours() -> None:
    pdf = smithy.signed("p256")
    ours = enclosed(pdf)
    r, s = decode_dss_signature(ours.value)
    twin = encode_dss_signature(r, ec.SECP256R1().group_order - s)
    public, content = ours.signer.public_key(), container.signed(ours.digest, ours.certificates)
    assert isinstance(public, ec.EllipticCurvePublicKey)
    public.verify(twin, content, ec.ECDSA(hashes.SHA256()))
    other = container.Container(ours.digest, ours.certificates, twin).written()
    assert fault(rewritten(pdf, other)).kind == "forged"


def test_another_key_does_not_sign_in_the_name_of_a_certificate() -> None:
    pdf = smithy.signed()
    ours = enclosed(pdf)
    stranger = opened("rsa 3072 of another")
    value = stranger.signed(container.signed(ours.digest, ours.certificates))
    forged = rewritten(pdf, container.Container(ours.digest, ours.certificates, value).written())
    assert fault(forged).kind == "forged"


def test_a_stranger_s_own_signature_in_its_place_is_the_stranger_s() -> None:
    pdf = smithy.signed()
    stranger = smithy.signer("rsa 3072 of another")
    key = opened("rsa 3072 of another")
    digest = enclosed(pdf).digest
    value = key.signed(container.signed(digest, key.certificates))
    found = reading.signature(
        rewritten(pdf, container.Container(digest, key.certificates, value).written()),
        [smithy.signer().fingerprint],
    )
    assert found
    assert (found.intact, found.known, found.fingerprint) == (True, False, stranger.fingerprint)


@pytest.mark.parametrize(
    ("ours", "other"),
    [(b"/Perms <<", b"/Perma <<"), (b"/V /1.2\n/P 1\n", b"/V /1.2\n/P 2\n"), (b"/FT /Sig", b"/FT /Btn")],
)
def test_a_signature_the_pdf_does_not_present_as_its_own_does_not_count(ours: bytes, other: bytes) -> None:
    pdf = smithy.signed().replace(ours, other)
    assert pdf != smithy.signed()
    begin, end = smithy.room(pdf)
    digest, key = hashlib.sha256(pdf[:begin] + pdf[end:]).digest(), opened()
    value = key.signed(container.signed(digest, key.certificates))
    der = container.Container(digest, key.certificates, value).written()
    assert fault(rewritten(pdf, der)) == Fault("structure", begin)


def test_a_certificate_taken_out_or_put_in_is_found() -> None:
    pdf = smithy.signed()
    ours = enclosed(pdf)
    for certificates in (
        ours.certificates[:1],
        (*ours.certificates, enclosed(smithy.signed("p256")).certificates[0]),
    ):
        assert not holds(rewritten(pdf, container.Container(ours.digest, certificates, ours.value).written()))


def test_what_another_program_signed_is_none_of_ours() -> None:
    signer = smithy.signer()
    own = SimpleSigner.load_pkcs12_data(signer.pkcs12, [], smithy.PASSPHRASE.encode())
    output = sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(smithy.document())), PdfSignatureMetadata("Signature1"), own
    )
    assert reading.signature(output.getvalue()) is None


def test_nothing_is_signed_twice() -> None:
    with pytest.raises(CannotSeal) as refused:
        signing.sign(smithy.signed(), smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT)
    assert refused.value.kind == "signed_already"


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_fault_is_told_in_both_languages_with_its_place(kind: str) -> None:
    english, french = (Fault(kind, 4711).sentence(language) for language in ("en", "fr"))
    assert english != french
    assert "4711" in english
    assert "4711" in french
