"""The mail server as the environment names it, for whoever sends from a terminal without Prefect's page.

`ON_RECORD_MAIL=smtps://user@smtp.example.org:465`, or `smtp://…:587`, which turns encrypted before anything
is said; `ON_RECORD_MAIL_FROM=The team <team@example.org>`. The password stands in the file that
`ON_RECORD_MAIL_PASSWORD_FILE` names. Nothing goes in the clear but to the host in `ON_RECORD_MAIL_IN_CLEAR`.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from flows import settings
from flows.delivery.relay import Relay
from flows.spoken import Refusal
from flows.workbook import addresses

if TYPE_CHECKING:
    from pathlib import Path
    from urllib.parse import SplitResult

    from flows.delivery.relay import Encryption

MAIL, SENDER = "ON_RECORD_MAIL", "ON_RECORD_MAIL_FROM"
PASSWORD, CLEAR = "ON_RECORD_MAIL_PASSWORD_FILE", "ON_RECORD_MAIL_IN_CLEAR"
FROM = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]+)>")
PORTS = {"smtp": 587, "smtps": 465}


class NoServer(Refusal):
    """What the environment says of the mail server cannot be used."""


def relay() -> Relay | None:
    """The mail server named in the environment; None where none is.

    Raises `NoServer` where what is there cannot be used.
    """
    typed = os.environ.get(MAIL, "")
    if not typed:
        return None
    try:
        parts = urlsplit(typed)
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise NoServer("mail_not_read", variable=MAIL) from None
    if not parts.hostname or parts.password or parts.query:
        raise NoServer("mail_not_read", variable=MAIL)
    name, address = _sender()
    user, password = unquote(parts.username or ""), secret_in(PASSWORD)
    encryption = _encryption(parts, secret=bool(user or password))
    return Relay(parts.hostname, port, encryption, address, name, user, password)


def _sender() -> tuple[str, str]:
    """Who sends: the name, perhaps none, and the address.

    Raises `NoServer` where there is not exactly one address.
    """
    typed = os.environ.get(SENDER, "").strip()
    found = FROM.fullmatch(typed)
    name, plain = (found["name"].strip().strip('"'), found["address"]) if found else ("", typed)
    address = addresses.read(plain).email
    if not address or not name.isprintable():
        raise NoServer("sender_not_read", variable=SENDER)
    return name, address


def _encryption(parts: SplitResult, *, secret: bool) -> Encryption:
    """How the line is encrypted; in the clear only to the host a person named for it, never a password."""
    if parts.scheme == "smtps":
        return "TLS"
    if os.environ.get(CLEAR, "") != parts.hostname:
        return "STARTTLS"
    if secret:
        raise NoServer("password_in_clear", variable=CLEAR)
    return "none"


def secret_in(variable: str) -> str:
    """The secret in the file that a variable names, without the line's end; "" where it names none.

    Raises `NoServer` where that file cannot be read.
    """
    file = os.environ.get(variable, "")
    if not file:
        return ""
    try:
        return settings.at_home(file).read_text("utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise NoServer("password_file", variable=variable) from None


def ledger(outputs: Path) -> Path:
    """Where the ledger is: ON_RECORD_LEDGER, or beside the shelves."""
    named = os.environ.get("ON_RECORD_LEDGER", "")
    return settings.at_home(named).resolve() if named else outputs / "ledger.sqlite3"
