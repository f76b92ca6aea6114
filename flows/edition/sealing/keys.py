"""What a PDF is signed with: the private key, its certificate, and those that vouch for it.

Nothing here shows a key or a passphrase: neither does a value print one, nor does a refusal carry what
refused it, whose traceback might.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from asn1crypto import pkcs12 as stored
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, pkcs12
from cryptography.x509 import DuplicateExtension, ExtensionNotFound, KeyUsage
from cryptography.x509.oid import NameOID

from flows.edition.sealing.refusals import CannotSeal

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.x509 import Certificate

LEAST_BITS = 2048
CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)


@dataclass(frozen=True, slots=True)
class Key:
    """A private key that may sign, and its certificates."""

    private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)
    certificates: tuple[bytes, ...] = field(repr=False)  # DER; its own first, then those that vouch for it

    def signed(self, content: bytes) -> bytes:
        """The signature of that content, by SHA-256."""
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(content, padding.PKCS1v15(), hashes.SHA256())
        r, s = decode_dss_signature(self.private.sign(content, ec.ECDSA(hashes.SHA256())))
        # Of the two values that hold, always the lower: nobody else can turn one into the other unseen.
        return encode_dss_signature(r, min(s, self.private.curve.group_order - s))


def opened(content: bytes, passphrase: str, at: datetime) -> Key:
    """The key in a PKCS#12 file, fit to sign at that instant.

    Raises `CannotSeal` where it cannot be opened, or may not sign then.
    """
    found = _loaded(content, passphrase)
    if isinstance(found, str):
        raise CannotSeal(found)
    private, certificate = found.key, found.cert.certificate if found.cert else None
    if private is None:
        raise CannotSeal("no_private_key")
    if not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) or not fit(private):
        raise CannotSeal("unfit_key")
    if certificate is None or not _of_one_pair(private, certificate):
        raise CannotSeal("no_certificate")
    _see_that_it_may(certificate, at)
    others = sorted(one.certificate.public_bytes(Encoding.DER) for one in found.additional_certs)
    return Key(private, (certificate.public_bytes(Encoding.DER), *others))


def _loaded(content: bytes, passphrase: str) -> pkcs12.PKCS12KeyAndCertificates | str:
    """What the file holds, or the kind of refusal: a value, so that nothing hangs on to what was tried."""
    try:
        outside = stored.Pfx.load(content, strict=True)
        is_one = outside["version"].native == "v3" and outside["auth_safe"]["content_type"].native
    except (ValueError, TypeError, KeyError):
        is_one = False
    if not is_one:
        return "no_key_store"
    try:
        return pkcs12.load_pkcs12(content, passphrase.encode() or None)
    except UnsupportedAlgorithm:
        return "unknown_cipher"
    except (ValueError, TypeError):
        return "passphrase"


def fit(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bool:
    """Whether the key is of a kind that every reader of a PDF knows, and strong enough."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.key_size >= LEAST_BITS
    return isinstance(key.curve, CURVES)


def _of_one_pair(private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, certificate: Certificate) -> bool:
    """Whether the certificate is of that key."""
    try:
        public = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return False
    own, theirs = (
        each.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        for each in (private.public_key(), public)
    )
    return own == theirs


def _see_that_it_may(certificate: Certificate, at: datetime) -> None:
    """Nothing, where the certificate lets its key sign at that instant."""
    if at < certificate.not_valid_before_utc:
        raise CannotSeal("not_yet_valid", certificate.not_valid_before_utc.date().isoformat())
    if at > certificate.not_valid_after_utc:
        raise CannotSeal("expired", certificate.not_valid_after_utc.date().isoformat())
    if not _is_for_signing(certificate):
        raise CannotSeal("not_for_signing")


def _is_for_signing(certificate: Certificate) -> bool:
    """Whether its key may sign documents; one that says nothing of its use may."""
    try:
        usage = certificate.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return True
    except (ValueError, DuplicateExtension):
        return False
    return usage.digital_signature or usage.content_commitment


def named(certificate: Certificate) -> str:
    """Whose certificate it is: the common name, else all of the name it has."""
    common = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else certificate.subject.rfc4514_string()
