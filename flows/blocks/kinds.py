"""Every kind of block we have, offered on Prefect's page."""

from __future__ import annotations

from flows.blocks.mail_server import MailServer
from flows.blocks.notice import MailNotice, WebhookNotice
from flows.blocks.recipients import Recipients
from flows.blocks.signing_key import SigningKey
from flows.blocks.store import Store

KINDS = (MailServer, Recipients, SigningKey, Store, MailNotice, WebhookNotice)


def register() -> None:
    """Have Prefect's page offer them under Blocks; where it does already, bring what it says up to date."""
    for kind in KINDS:
        kind.register_type_and_schema()
