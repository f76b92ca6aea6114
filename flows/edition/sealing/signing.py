"""A PDF, signed: PAdES B-B, which says whose it is and that nothing in it may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.edition.sealing import keys, opening
from flows.edition.sealing.container import Container, filled, signed
from flows.edition.sealing.refusals import CannotSeal
from flows.edition.sealing.revision import MARK, Prepared, prepared

if TYPE_CHECKING:
    from datetime import datetime

DIGEST = 32  # bytes of SHA-256
LONGEST = 1024  # bytes no signature's value comes near: those of RSA with 8192 bits


def sign(pdf: bytes, pkcs12: bytes, passphrase: str, at: datetime, password: str | None = None) -> bytes:
    """The PDF and behind it, in one revision, its signature by the key in that PKCS#12 file.

    `at`, in any time zone, is the time it states. A PDF that has a password needs it, and keeps it. With an
    RSA key the same input gives the same bytes again.

    Raises `CannotSeal` where the key cannot be used, or the PDF not be signed.
    """
    key = keys.opened(pkcs12, passphrase, at)
    if MARK in pdf:
        raise CannotSeal("signed_already")
    if opening.is_encrypted(pdf) and password is None:
        raise CannotSeal("wrong_password")
    room = len(Container(bytes(DIGEST), key.certificates, bytes(LONGEST)).written())
    place = _prepared(pdf, at, room, password)
    if place is None:
        raise CannotSeal("wrong_password" if opening.is_encrypted(pdf) else "no_document")
    value = key.signed(signed(place.digest, key.certificates))
    der = Container(place.digest, key.certificates, value).written()
    place.content[place.begin : place.end] = filled(der, place.end - place.begin)
    return bytes(place.content)


def _prepared(pdf: bytes, at: datetime, room: int, password: str | None) -> Prepared | None:
    """The PDF with room for the signature; None where it cannot be read so."""
    try:
        return prepared(pdf, at, room, password)
    except opening.BROKEN:
        return None
