"""Keys made for a test, by signers an authority of our own vouches for, and documents signed with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from flows.edition.sealing import signing
from tests import books
from tests.document import making

if TYPE_CHECKING:
    from collections.abc import Iterable

Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
YEAR = timedelta(days=365)
PASSPHRASE = "Kanarienvogel-37 ü"  # noqa: S105 - what must be nowhere to be seen
WHO = "Rédaction On Record"
USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)
SIGNS = ("digital_signature", "content_commitment")


@dataclass(frozen=True)
class Signer:
    """A key, its certificate, and both in a PKCS#12 file."""

    private: Private = field(repr=False)
    certificate: x509.Certificate
    pkcs12: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @property
    def printed(self) -> str:
        """The same as openssl prints it."""
        return self.certificate.fingerprint(hashes.SHA256()).hex(":").upper()


@cache
def private(kind: str) -> Private:
    """A key: "rsa 3072", "p256" and so on; the same whenever it is asked for by the same name."""
    if kind.startswith("rsa"):
        return rsa.generate_private_key(65537, int(kind.split()[1]))
    return ec.generate_private_key(ec.SECP256K1() if kind.startswith("k256") else ec.SECP256R1())


def certified(
    key: Private,
    name: str,
    by: tuple[Private, str],
    usage: Iterable[str] | None = SIGNS,
    since: datetime = AT - YEAR,
) -> x509.Certificate:
    """A certificate of two years, by a key and under a name."""
    subject, issuer = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, by[1]))
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + 2 * YEAR)
    )
    if usage is not None:
        named = x509.KeyUsage(**{one: one in usage for one in USAGES})
        made = made.add_extension(named, critical=True)
    return made.sign(by[0], hashes.SHA256())


AUTHORITY = "On Record test authority"


@cache
def authority() -> tuple[Private, x509.Certificate]:
    """Who vouches for the signers."""
    key = private("p256 of the authority")
    return key, certified(key, AUTHORITY, (key, AUTHORITY), ("key_cert_sign",))


def signer(
    kind: str = "rsa 3072", usage: tuple[str, ...] | None = SIGNS, since: datetime = AT - YEAR
) -> Signer:
    """A signer whom the authority vouches for; the same whenever it is asked for by the same."""
    return _signer(kind, usage, since)


@cache
def _signer(kind: str, usage: tuple[str, ...] | None, since: datetime) -> Signer:
    key, (root_key, root) = private(kind), authority()
    own = certified(key, WHO, (root_key, AUTHORITY), usage, since)
    return Signer(key, own, packed(key, own, [root]))


def packed(
    key: Private | None,
    own: x509.Certificate | None,
    others: list[x509.Certificate],
    passphrase: str = PASSPHRASE,
) -> bytes:
    """A PKCS#12 file."""
    closed = BestAvailableEncryption(passphrase.encode())
    return pkcs12.serialize_key_and_certificates(b"a key", key, own, others, closed)


def document(language: str = "en") -> bytes:
    """A small edition's PDF, as it is before it is signed."""
    return _document(language)


@cache
def _document(language: str) -> bytes:
    with TemporaryDirectory() as folder:
        return making.drawn(making.found(Path(folder), books.sound()), language, "core").pdf


def signed(kind: str = "rsa 3072", language: str = "en") -> bytes:
    """The same, signed with a key of that kind."""
    return _signed(kind, language)


@cache
def _signed(kind: str, language: str) -> bytes:
    return signing.sign(document(language), signer(kind).pkcs12, PASSPHRASE, AT)


def room(pdf: bytes) -> tuple[int, int]:
    """Where the signature's container begins and ends in a signed file: at its < and behind its >."""
    begin = pdf.rfind(b"/Contents <") + len(b"/Contents ")
    return begin, pdf.index(b">", begin) + 1
