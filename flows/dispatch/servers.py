"""The mail server as the environment names it, for whoever sends from a terminal without Prefect's page.

`ON_RECORD_MAIL=smtps://user@smtp.example.org:465?from=team@example.org` or `smtp://…:587`, which turns
encrypted before anything is said. The password stands in the file that `ON_RECORD_MAIL_PASSWORD_FILE` names.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from flows import settings
from flows.delivery.relay import Relay
from flows.spoken import Refusal
from flows.workbook import addresses

if TYPE_CHECKING:
    from pathlib import Path
    from urllib.parse import SplitResult

    from flows.delivery.relay import Encryption

MAIL, PASSWORD, CLEAR = "ON_RECORD_MAIL", "ON_RECORD_MAIL_PASSWORD_FILE", "ON_RECORD_MAIL_IN_CLEAR"
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
        given = parse_qs(parts.query)
    except (ValueError, KeyError):
        raise NoServer("mail_not_read", variable=MAIL) from None
    sender = addresses.read(given.get("from", [""])[0]).email
    if not parts.hostname or not sender or parts.password:
        raise NoServer("mail_not_read", variable=MAIL)
    user, password = unquote(parts.username or ""), secret_in(PASSWORD)
    encryption = _encryption(parts, secret=bool(user or password))
    name = given.get("name", [""])[0]
    return Relay(parts.hostname, port, encryption, sender, name, user, password)


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
