"""One mail to one recipient: headers, the letter as text and as HTML, the briefing attached.

Made of what the ledger keeps and of nothing else, so that a second copy of it has the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from unicodedata import category
from urllib.parse import quote

from flows.delivery.refusals import CannotSend
from flows.workbook import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.delivery.letter import Letter
    from flows.delivery.outbox import Delivery

# Letters beyond ASCII are encoded, so any server can pass it on.
PLAIN = SMTP.clone(max_line_length=78, cte_type="7bit")
LONGEST = 200  # letters of a name or a subject


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends, when it was planned, and what the list is called."""

    sender_address: str
    sender_name: str
    planned_at: str  # an instant of the ledger
    list_name: str  # the workbook's, which the list goes by
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The file a mail carries."""

    name: str
    content: bytes = field(repr=False)


def message(one: Delivery, letter: Letter, enclosed: Enclosed, envelope: Envelope) -> bytes:
    """The mail's bytes; the same for the same delivery.

    Raises `CannotSend` where the address is not exactly one: nothing else may stand in a header.
    """
    if not one.recipient or addresses.read(one.recipient).email != one.recipient:
        raise CannotSend("not_one_address", message_id=one.message_id)
    mail = EmailMessage(policy=PLAIN)
    for name, value in _headers(one, letter, envelope):
        mail[name] = value
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    mail.add_attachment(enclosed.content, maintype="application", subtype="pdf", filename=enclosed.name)
    mail["Content-Language"] = letter.language  # now: what holds content forgets such headers
    _bound(mail, one.key)
    made = bytes(mail)
    if made.count(b"\nTo:") != 1 or re.search(rb"(?mi)^(cc|bcc):", made.partition(b"\r\n\r\n")[0]):
        raise CannotSend("not_one_address", message_id=one.message_id)
    return made


def _headers(one: Delivery, letter: Letter, envelope: Envelope) -> Iterator[tuple[str, Any]]:
    sender = envelope.sender_address
    list_id = f"{_token(envelope.list_name)}.{sender.rpartition('@')[2]}"
    yield "From", Address(_line(envelope.sender_name), addr_spec=sender)
    yield "To", Address(_line(one.name), addr_spec=one.recipient)
    yield "Subject", _line(letter.subject)
    yield "Date", format_datetime(datetime.fromisoformat(envelope.planned_at))
    yield "Message-ID", one.message_id
    if envelope.reply_to:
        yield "Reply-To", Address(addr_spec=envelope.reply_to)
    # A list that announces: nobody posts to it, whoever wants off it writes to the sender (RFC 2369, 2919).
    yield "List-ID", f"<{list_id}>"
    yield "List-Post", "NO"
    yield "List-Unsubscribe", f"<mailto:{envelope.reply_to or sender}?subject={quote('unsubscribe')}>"
    yield "Auto-Submitted", "auto-generated"
    yield "Precedence", "list"  # so that no machine answers that its owner is away


def _line(words: str) -> str:
    """Words as they may stand in a header: on one line, nothing unseen among them, and not without an end."""
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in words
        if letter.isspace() or category(letter)[0] != "C"
    )
    return " ".join(seen.split())[:LONGEST]


def _token(name: str) -> str:
    """A name as a label of a domain."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:40] or "on-record"


def _bound(mail: MIMEPart, key: str) -> None:
    """Set the lines between the parts by the delivery, where Python would draw them by lot."""
    several = [part for part in mail.walk() if part.is_multipart()]
    for number, part in enumerate(several):
        part.set_boundary(f"=_{key[:32]}_{number}")
