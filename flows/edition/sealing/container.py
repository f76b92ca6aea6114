"""What a signature is made of: one CMS container, which can be written in one way only.

The document's digest, the certificates and the signature's value decide every byte of it. So whoever has
these three can write it again and see whether a single byte differs: no part of it is loose, not even
those that the signature itself does not cover. All certificates are named in what is signed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from asn1crypto import cms, tsp, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.x509 import Certificate, load_der_x509_certificate

SHA256 = {"algorithm": "sha256"}


@dataclass(frozen=True, slots=True)
class Container:
    """What the container was written from."""

    digest: bytes  # SHA-256 of the document but for the container's own place
    certificates: tuple[bytes, ...]  # DER; the signer's first
    value: bytes  # the signature of `signed`

    @property
    def signer(self) -> Certificate:
        """The certificate of who signed."""
        return load_der_x509_certificate(self.certificates[0])

    def written(self) -> bytes:
        """The container, as DER."""
        return _written(self)

    def is_genuine(self) -> bool:
        """Whether the signature's value was made with the key of the signer's certificate."""
        content, key = signed(self.digest, self.certificates), self.signer.public_key()
        try:
            if isinstance(key, rsa.RSAPublicKey):
                key.verify(self.value, content, padding.PKCS1v15(), hashes.SHA256())
            elif isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(self.value, content, ec.ECDSA(hashes.SHA256()))
                return _is_the_lower(self.value, key.curve)
            else:
                return False
        except (InvalidSignature, ValueError):
            return False
        return True


@lru_cache(maxsize=8)  # whoever looks at a file reads its container, and then compares it
def _written(one: Container) -> bytes:
    parsed = [x509.Certificate.load(each) for each in one.certificates]
    own = parsed[0]
    of_rsa = isinstance(one.signer.public_key(), rsa.RSAPublicKey)
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": {"issuer_and_serial_number": _number(own)},
            "digest_algorithm": SHA256,
            "signed_attrs": attributes(one.digest, one.certificates),
            "signature_algorithm": {"algorithm": "sha256_rsa" if of_rsa else "sha256_ecdsa"},
            "signature": one.value,
        }
    )
    content = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [SHA256],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices("certificate", each) for each in parsed],
            "signer_infos": [signer],
        }
    )
    der: bytes = cms.ContentInfo({"content_type": "signed_data", "content": content}).dump()
    return der


def _is_the_lower(value: bytes, curve: ec.EllipticCurve) -> bool:
    """Whether the value is the one of two that is ours, and written as ours."""
    r, s = decode_dss_signature(value)
    return value == encode_dss_signature(r, s) and s <= curve.group_order // 2


def attributes(digest: bytes, certificates: tuple[bytes, ...]) -> cms.CMSAttributes:
    """What is signed: the digest, and each certificate by its own."""
    named = [tsp.ESSCertIDv2({"cert_hash": hashlib.sha256(one).digest()}) for one in certificates]
    return cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": "content_type", "values": ["data"]}),
            cms.CMSAttribute({"type": "message_digest", "values": [digest]}),
            cms.CMSAttribute(
                {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2({"certs": named})]}
            ),
        ]
    )


def signed(digest: bytes, certificates: tuple[bytes, ...]) -> bytes:
    """The very bytes that the signature is of."""
    der: bytes = attributes(digest, certificates).dump()
    return der


@lru_cache(maxsize=8)
def read(der: bytes) -> Container | None:
    """What a container was written from, whoever wrote it; None where it is none.

    Only `written` again, and equal, makes it one of ours.
    """
    try:
        content = cms.ContentInfo.load(der, strict=True)["content"]
        signer = content["signer_infos"][0]
        told = {one["type"].native: one["values"][0] for one in signer["signed_attrs"]}
        enclosed = {hashlib.sha256(one.chosen.dump()).digest(): one.chosen.dump()
                    for one in content["certificates"]}  # fmt: skip
        named = [one["cert_hash"].native for one in told["signing_certificate_v2"]["certs"]]
        found = Container(
            told["message_digest"].native,
            tuple(enclosed[one] for one in named),
            signer["signature"].native,
        )
        found.written()
    except Exception:  # noqa: BLE001 - bytes that somebody changed can break a reader in any way
        return None
    return found


def filled(der: bytes, room: int) -> bytes:
    """The container as it stands in a file where it has that much room: in hexadecimal, then zeros."""
    return b"<" + der.hex().encode().ljust(room - 2, b"0") + b">"


def length(content: bytes) -> int:
    """How many bytes a DER value at the beginning of the content says it has, its own head included."""
    if len(content) < 2 or content[1] < 0x80:  # noqa: PLR2004 - where DER's short form ends
        return 2 + (content[1] if len(content) > 1 else 0)
    more = content[1] & 0x7F
    return 2 + more + int.from_bytes(content[2 : 2 + more])


def _number(certificate: x509.Certificate) -> dict[str, object]:
    return {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
