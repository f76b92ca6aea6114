"""Blocks: what is typed wrong ends in a sentence, and what is secret shows nowhere."""

from __future__ import annotations

import base64
import json
import logging
import smtplib
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr, ValidationError

from flows.blocks import kinds
from flows.blocks.mail_server import MailServer
from flows.blocks.notice import MailNotice, WebhookNotice
from flows.blocks.recipients import Recipients
from flows.blocks.signing_key import SigningKey
from flows.blocks.store import Store
from tests.edge import mailbox
from tests.served import made

if TYPE_CHECKING:
    from prefect.blocks.core import Block

    from tests.served import Served

CANARY = "canary-8d1f"
P12 = base64.b64encode(b"\x30\x82" + CANARY.encode()).decode()
MAIL: dict[str, Any] = {"host": "smtp.example.org", "sender_address": "team@example.org"}
SECRET: list[tuple[type[Block], dict[str, Any]]] = [
    (MailServer, {**MAIL, "user": "team", "password": CANARY}),
    (SigningKey, {"content": P12, "passphrase": CANARY}),
    (Store, {"place": "s3://bucket/briefings", "options": {"secret": CANARY}}),
    (WebhookNotice, {"url": f"https://hooks.example.org/{CANARY}"}),
]


@pytest.mark.parametrize(("kind", "given"), SECRET, ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_secret_in_a_block_shows_in_no_text_of_it(
    kind: type[Block], given: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    block = kind(**given)
    logging.getLogger("flows").warning("%s %r", block, block)
    shown = [
        str(block),
        repr(block),
        caplog.text,
        block.model_dump_json(),
        json.dumps(kind.model_json_schema()),
    ]
    assert kind.__name__ in caplog.text
    assert [text for text in shown if CANARY in text or P12 in text] == []


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        (MailServer, MAIL | {"host": "https://smtp.example.org"}, "is not the name of a server"),
        (MailServer, MAIL | {"port": 0}, "greater than or equal to 1"),
        (MailServer, MAIL | {"sender_address": "a@x.org, b@x.org"}, "is not one e-mail address"),
        (MailServer, MAIL | {"sender_name": "Team\r\nBcc: x@x.org"}, "has a line break"),
        (MailServer, MAIL | {"encryption": "none"}, "everybody on the way can read"),
        (
            MailServer,
            MAIL | {"encryption": "none", "allow_no_encryption": True, "user": "u", "password": CANARY},
            "never goes out in the clear",
        ),
        (MailServer, MAIL | {"password": CANARY}, "belong together"),
        (Recipients, {"people": []}, "at least 1 item"),
        (Recipients, {"people": [{"email": "x@"}]}, "is not one e-mail address"),
        (Recipients, {"people": [{"email": "a@x.org"}, {"email": "A@X.org"}]}, "is listed twice"),
        (Recipients, {"people": [{"email": "a@x.org", "topics": [" "]}]}, "A topic is empty"),
        (SigningKey, {}, "one of the two"),
        (SigningKey, {"file": "/k.p12", "content": P12}, "one of the two"),
        (SigningKey, {"file": "k.p12"}, "is not a whole path"),
        (SigningKey, {"content": CANARY}, "is no PKCS#12 file"),
        (Store, {"place": "briefings"}, "neither a folder’s whole path nor an address"),
        (Store, {"place": f"sftp://team:{CANARY}@example.org/x"}, "has a user or a password in it"),
        (WebhookNotice, {"url": CANARY}, "begins with https:// or http://"),
    ],
)
def test_what_is_typed_wrong_ends_in_a_sentence_that_repeats_no_secret(
    kind: type[Block], given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        kind(**given)
    assert sentence in str(refused.value)
    assert CANARY not in str(refused.value)
    assert CANARY not in repr(refused.value)


@pytest.mark.parametrize(
    ("typed", "host"), [(" smtp.example.org ", "smtp.example.org"), ("[::1]", "::1"), ("relay", "relay")]
)
def test_a_mail_server_is_named_as_people_name_it(typed: str, host: str) -> None:
    assert MailServer(**MAIL | {"host": typed}).host == host


def test_a_key_store_pasted_in_lines_is_read_whole() -> None:
    block = SigningKey(content=SecretStr(f"{P12[:9]}\n{P12[9:]}\n"))
    assert base64.b64encode(block.pkcs12()).decode() == P12


def test_no_mail_goes_out_in_the_clear_where_encryption_was_asked_for() -> None:
    with mailbox.opened() as box:
        block = MailServer(**MAIL | {"host": box.host, "port": box.port})
        with pytest.raises(smtplib.SMTPNotSupportedError), block.session():
            pass
        assert box.mails == []


def test_a_mail_of_ours_has_one_recipient_and_no_line_that_a_name_smuggled_in() -> None:
    with mailbox.opened() as box:
        server = MailServer(
            **MAIL
            | {"host": box.host, "port": box.port, "encryption": "none", "allow_no_encryption": True}
            | {"sender_name": "Équipe, rédaction"}
        )
        MailNotice(server=server, to="redaction@exämple.org").send("Body", "A\r\nBcc: x@x.org")
    (mail,) = box.mails
    assert mail.envelope == ("team@example.org", ["redaction@xn--exmple-cua.org"])
    assert mail.message["Subject"] == "A Bcc: x@x.org"
    assert mail.message["Bcc"] is None
    assert str(mail.message["From"]) == '"Équipe, rédaction" <team@example.org>'
    assert mail.message["Date"]


@pytest.mark.slow
@pytest.mark.xdist_group("serving")
def test_what_is_secret_in_a_block_comes_back_masked_and_lies_encrypted_on_the_disk(served: Served) -> None:
    served.told()
    for number, (kind, given) in enumerate(SECRET):
        document = made(served, str(kind.get_block_type_slug()), f"canary-{number}", **given)
        for asked in ("", "?include_secrets=false"):
            answer = json.dumps(served.ask("GET", f"/api/block_documents/{document}{asked}"))
            assert "********" in answer
            assert CANARY not in answer
            assert P12 not in answer
        served.ask("DELETE", f"/api/block_documents/{document}")
    written = [path for path in (served.home / "prefect").rglob("*") if path.is_file()]
    assert {"prefect.db", "secrets.key"} <= {path.name for path in written}
    key = (served.home / "prefect" / "secrets.key").read_bytes()
    for path in [*written, served.said]:
        content = path.read_bytes()
        assert CANARY.encode() not in content
        assert path.name == "secrets.key" or key not in content


@pytest.mark.slow
@pytest.mark.xdist_group("serving")
def test_each_block_on_prefect_s_page_has_a_picture_of_our_own(served: Served) -> None:
    served.told()
    ours = [
        block
        for block in served.ask("POST", "/api/block_types/filter", {"limit": 200})
        if block["slug"].startswith("on-record-")
    ]
    assert len(ours) == len(kinds.KINDS)
    for block in ours:
        assert block["logo_url"].startswith(served.at("/marks/"))
        status, headers, _ = served.get(block["logo_url"].removeprefix(served.at("")))
        assert (status, headers["content-type"]) == (200, "image/svg+xml")
