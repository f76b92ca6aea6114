"""What goes out is sealed where there is a key, and locked where there is a password."""

from __future__ import annotations

import json
from datetime import date
from email import message_from_bytes, policy
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from flows import printing
from flows.edition.sealing import opening, reading
from flows.order import Order
from tests import books
from tests.delivery import mailserver
from tests.dispatch.desk import PEOPLE, Desk
from tests.edition import smithy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("sealed"), pytest.mark.usefixtures("drawn_here")]
PASSWORD = "a long kanari password"  # noqa: S105 - of a test's own file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team's folder with an edition with pages."""
    folder = tmp_path_factory.mktemp("team")
    (folder / "inputs").mkdir()
    book = books.written(folder / "inputs" / "record.xlsx", books.sound() | {"Recipients": PEOPLE})
    printing.build(book, Order(date(2020, 6, 15), extent="core"), folder / "outputs", lambda _: None)
    (folder / "key.p12").write_bytes(smithy.signer().pkcs12)
    (folder / "passphrase").write_text(f"{smithy.PASSPHRASE}\n")
    (folder / "password").write_text(f"{PASSWORD}\n")
    return folder


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Iterator[tuple[Desk, mailserver.Office]]:
    """A mail server, and a ledger of this test's own."""
    kept = mailserver.Office(tmp_path / "taken.jsonl", keep=True)
    with mailserver.opened(kept) as port:
        yield Desk(made, port), kept


def attached(office: mailserver.Office, address: str) -> tuple[bytes, str]:
    """The PDF of that reader's mail, and what the mail says."""
    mail: EmailMessage = message_from_bytes(office.mails[address], policy=policy.default)
    (pdf,) = mail.iter_attachments()
    body = mail.get_body(("plain",))
    assert body is not None
    return pdf.get_content(), body.get_content()


def signing(desk: Desk, tmp_path: Path) -> dict[str, str]:
    return {
        "ON_RECORD_SIGNING_KEY": str(desk.folder / "key.p12"),
        "ON_RECORD_SIGNING_PASSPHRASE_FILE": str(desk.folder / "passphrase"),
        "ON_RECORD_LEDGER": str(tmp_path / "ledger"),
    }


def test_every_copy_is_signed_and_verify_says_whose_it_is(
    office: tuple[Desk, mailserver.Office], tmp_path: Path
) -> None:
    desk, server = office
    run = desk.onrecord("send", desk.first, **signing(desk, tmp_path))
    assert run.returncode == 0, run.stderr
    pdf, words = attached(server, "ada@example.org")
    own = (desk.first / "briefing-en.pdf").read_bytes()
    found = reading.signature(pdf, [smithy.signer().fingerprint])
    assert found is not None
    assert (found.intact, found.known, found.prefix) == (True, True, len(own))
    assert pdf.startswith(own)
    assert sha256(pdf).hexdigest() in words
    assert attached(server, "katherine@example.org")[0] == pdf  # the same for whoever reads that language
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(pdf)
    verified = desk.onrecord("verify", copy, "--signed-by", smithy.signer().fingerprint, "--json")
    assert (verified.returncode, json.loads(verified.stdout)["outcome"]) == (0, "identical")
    for secret in (smithy.PASSPHRASE, "key.p12"):
        assert secret not in run.stdout + run.stderr


def test_sent_again_it_is_the_very_same_file_though_the_clock_went_on(
    office: tuple[Desk, mailserver.Office], tmp_path: Path
) -> None:
    desk, server = office
    keys = signing(desk, tmp_path)
    assert desk.onrecord("send", desk.first, "--only", "press", **keys).returncode == 0
    assert desk.onrecord("send", desk.first, **keys).returncode == 0
    assert attached(server, "ada@example.org")[0] == attached(server, "katherine@example.org")[0]


def test_a_locked_copy_opens_with_its_password_only_and_the_mail_says_so(
    office: tuple[Desk, mailserver.Office], tmp_path: Path
) -> None:
    desk, server = office
    locked = ("--password-file", desk.folder / "password")
    run = desk.onrecord("send", desk.first, *locked, **signing(desk, tmp_path))
    assert run.returncode == 0, run.stderr
    pdf, words = attached(server, "grace@example.org")
    assert opening.is_encrypted(pdf)
    assert not opening.is_readable(pdf, "another")
    assert opening.is_readable(pdf, PASSWORD)
    assert "mot de passe qui vous parvient par une autre voie" in " ".join(words.split())
    found = reading.signature(pdf, [smithy.signer().fingerprint], PASSWORD)
    assert found is not None
    assert (found.intact, found.known) == (True, True)
    for said in (run.stdout, run.stderr, words, server.mails["grace@example.org"].decode("latin-1")):
        assert PASSWORD not in said


def test_who_gets_it_later_is_told_of_the_password_too(
    office: tuple[Desk, mailserver.Office], tmp_path: Path
) -> None:
    desk, server = office
    own = {"ON_RECORD_LEDGER": str(tmp_path / "ledger")}
    locked = ("--password-file", desk.folder / "password", "--only", "press")
    assert desk.onrecord("send", desk.first, *locked, **own).returncode == 0
    assert desk.onrecord("send", desk.first, **own).returncode == 0
    pdf, words = attached(server, "katherine@example.org")
    assert opening.is_encrypted(pdf)
    assert pdf == attached(server, "ada@example.org")[0]
    assert "It opens with the password that reaches you by another way." in " ".join(words.split())


def test_an_empty_password_locks_nothing_and_so_nothing_goes_out(
    office: tuple[Desk, mailserver.Office], tmp_path: Path
) -> None:
    desk, server = office
    (tmp_path / "empty").write_text("\n")
    run = desk.onrecord("send", desk.first, "--password-file", tmp_path / "empty")
    assert (run.returncode, server.mails) == (2, {})
    assert "No password stands on the first line" in run.stderr


def test_a_key_that_does_not_open_stops_it_without_a_word_of_the_secret(
    office: tuple[Desk, mailserver.Office], tmp_path: Path
) -> None:
    desk, server = office
    (tmp_path / "wrong").write_text("kanari wrong")
    wrong = signing(desk, tmp_path) | {"ON_RECORD_SIGNING_PASSPHRASE_FILE": str(tmp_path / "wrong")}
    run = desk.onrecord("send", desk.first, **wrong)
    assert (run.returncode, server.mails) == (2, {})
    assert "The passphrase does not open the signing key" in run.stderr
    assert "kanari" not in run.stderr
