"""One message over SMTP: encrypted or not at all, dots doubled, and no answer taken for another."""

from __future__ import annotations

import smtplib
import socket
import ssl
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from flows.delivery.mail import Mail, stuffed, transmit
from flows.delivery.refusals import CannotSend
from flows.delivery.relay import Relay
from tests.delivery import mailserver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAIL = Mail("team@example.org", "ada@example.org", b"Subject: x\r\n\r\nHello\r\n")


@contextmanager
def saying(*answers: str, then_close: bool = True) -> Iterator[int]:
    """A server that gives these answers one after the other, whatever it is told."""
    listening = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        line, _ = listening.accept()
        with line, line.makefile("rb") as heard:
            for answer in answers:
                line.sendall(answer.encode() + b"\r\n")
                if answer.startswith("354"):
                    while heard.readline() not in {b".\r\n", b""}:
                        pass
                elif not heard.readline():
                    return
            if not then_close:
                heard.read()

    talking = Thread(target=talk, daemon=True)
    talking.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()
        talking.join(5)


def answered(*answers: str) -> tuple[str, list[str]]:
    """What becomes of a mail where the server answers so, and whether its end was said."""
    said: list[str] = []
    with (
        saying("220 hello", "250 ehlo", *answers) as port,
        smtplib.SMTP("127.0.0.1", port, timeout=3) as line,
    ):
        line.ehlo()
        found = transmit(line, MAIL, lambda: said.append("the end"), 1)
        line.close()
    return found.kind, said


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (("250 ok", "250 ok", "354 go on", "250 taken"), "taken"),
        (("250 ok", "250 ok", "354 go on", "251 forwarded"), "taken"),
        (("250 ok", "250 ok", "354 go on", "451 later"), "later"),
        (("250 ok", "250 ok", "354 go on", "554 spam"), "refused"),
        (("250 ok", "250 ok", "354 go on", "354 what"), "in doubt"),
        (("250 ok", "250 ok", "354 go on", "150 hm"), "in doubt"),
        (("250 ok", "250 ok", "354 go on"), "in doubt"),
    ],
)
def test_after_the_end_of_a_mail_only_a_clear_answer_counts(answers: tuple[str, ...], kind: str) -> None:
    assert answered(*answers) == (kind, ["the end"])


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (("450 later", "250 reset"), "later"),
        (("550 no", "250 reset"), "refused"),
        (("250 ok", "450 greylisted", "250 reset"), "later"),
        (("250 ok", "550 nobody", "250 reset"), "refused"),
        (("250 ok", "250 ok", "250 go on where 354 belongs", "250 reset"), "broken off"),
        (("250 ok", "250 ok", "554 no", "250 reset"), "refused"),
        (("421 closing",), "later"),
        (("250 ok", "421 closing"), "later"),
        (("250 ok",), "broken off"),
        ((), "broken off"),
    ],
)
def test_before_it_nothing_can_have_arrived_whatever_is_answered(answers: tuple[str, ...], kind: str) -> None:
    assert answered(*answers) == (kind, [])


def test_where_the_ledger_cannot_be_written_the_end_is_not_said() -> None:
    def fails() -> None:
        raise CannotSend("not_mine")

    with (
        saying("220 hello", "250 ehlo", "250 ok", "250 ok", "354 go on", "250 taken") as port,
        smtplib.SMTP("127.0.0.1", port, timeout=3) as line,
    ):
        line.ehlo()
        with pytest.raises(CannotSend):
            transmit(line, MAIL, fails, 1)
        line.close()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b".\r\n", b"..\r\n"),
        (b"a\r\n.\r\nb", b"a\r\n..\r\nb\r\n"),
        (b"a\n.b\n", b"a\r\n..b\r\n"),
        (b"a\r.\rMAIL FROM:<x>\r", b"a\r\n..\r\nMAIL FROM:<x>\r\n"),
        (b"a\r\n\r\n", b"a\r\n\r\n"),
        (b"", b""),
    ],
)
def test_no_line_of_a_mail_can_end_it_or_begin_another(content: bytes, line: bytes) -> None:
    assert stuffed(content) == line


def test_a_mail_with_dots_arrives_as_it_was(tmp_path: Path) -> None:
    office = mailserver.Office(tmp_path / "taken.jsonl")
    words = b"Subject: x\r\n\r\n.\r\n..\r\n.QUIT\r\nend\r\n"
    with mailserver.opened(office) as port, smtplib.SMTP("127.0.0.1", port) as line:
        found = transmit(line, Mail("a@example.org", "b@example.org", words), lambda: None, 5)
    assert found.kind == "taken"
    assert office.last == words


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("certificate") / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def server_side(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def relay(port: int, host: str = "localhost") -> Relay:
    return Relay(host, port, "STARTTLS", "team@example.org", patience=5)


def test_the_line_is_encrypted_before_anything_is_said(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    office = mailserver.Office(tmp_path / "taken.jsonl")
    with (
        mailserver.opened(office, server_side(certificate), require_starttls=True) as port,
        relay(port).session() as line,
    ):
        assert isinstance(line.sock, ssl.SSLSocket)
        assert transmit(line, MAIL, lambda: None, 5).kind == "taken"
    assert len(mailserver.taken(office.list_file)) == 1


def test_a_server_without_encryption_gets_nothing(tmp_path: Path) -> None:
    office = mailserver.Office(tmp_path / "taken.jsonl")
    with mailserver.opened(office) as port, pytest.raises(CannotSend) as refused, relay(port).session():
        pass
    assert refused.value.kind == "no_encryption"
    assert mailserver.taken(office.list_file) == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_server_that_cannot_prove_who_it_is_gets_nothing(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    if host != "localhost":  # known, but for another name
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    office = mailserver.Office(tmp_path / "taken.jsonl")
    with (
        mailserver.opened(office, server_side(certificate)) as port,
        pytest.raises(ssl.SSLCertVerificationError),
        relay(port, host).session(),
    ):
        pass
    assert mailserver.taken(office.list_file) == []


def test_a_relay_s_password_is_in_no_repr() -> None:
    assert "kanari" not in repr(Relay("h", 25, "TLS", "a@example.org", user="u", password="kanari"))  # noqa: S106
