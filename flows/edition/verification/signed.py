"""What a signature adds to what came of a PDF: that nothing was touched since, and by whom it was signed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.edition.verification.verdict import ALTERED, Place, Verdict

if TYPE_CHECKING:
    from flows.edition.sealing.reading import Signature


SIGNED = b"/Sig"  # in every signed PDF, encrypted or not


def found(pdf: bytes, signer: str | None, password: str | None) -> Signature | None:
    """The signature of ours that the PDF bears, held against the certificate expected; None without one."""
    if SIGNED not in pdf:
        return None
    from flows.edition.sealing import reading  # noqa: PLC0415 - half a second, for what is signed

    return reading.signature(pdf, (signer,) if signer else (), password)


def issued_part(pdf: bytes, signature: Signature | None) -> bytes:
    """The bytes that were drawn: of a signed PDF those before the signature, which is added behind them."""
    return pdf if signature is None else pdf[: signature.prefix]


def together(verdict: Verdict, signature: Signature | None, signer: str | None) -> Verdict:
    """The verdict on what was drawn, and what the signature says of the whole file.

    `signer` is the fingerprint of the certificate it has to be signed with; None where any will do.
    """
    if signature is None:
        return verdict if signer is None else Verdict("not_ours", "not_signed")
    if signature.fault is not None:
        broken = Place(f"signature_{signature.fault.kind}", {"where": signature.fault.where})
        others = verdict.places if verdict.outcome == ALTERED else ()
        return replace(verdict, outcome="altered", why="altered", places=(broken, *others), told={})
    by = (signature.signer, signature.fingerprint)
    if signer is not None and not signature.known:
        told = {"signer": signature.signer, "fingerprint": signature.fingerprint}
        return Verdict("not_ours", "other_signer", told=told)
    return replace(verdict, signed=by, expected=signer is not None)
