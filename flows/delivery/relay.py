"""The mail server that takes what goes out: reached encrypted, unless a person named its host."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from flows.delivery.refusals import CannotSend

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 20.0  # seconds for each of its answers but the last
LAST_PATIENCE = 600.0  # seconds for the answer to the end of a message: ten minutes (RFC 5321, 4.5.3.2.6)
Encryption = Literal["STARTTLS", "TLS", "none"]


@dataclass(frozen=True, slots=True)
class Relay:
    """How to reach it, and who sends. Its `repr` gives no password."""

    host: str
    port: int
    encryption: Encryption
    sender_address: str
    sender_name: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    patience: float = PATIENCE
    last_patience: float = LAST_PATIENCE

    @property
    def address(self) -> str:
        """Where it is: smtp.example.org:587."""
        return f"{self.host}:{self.port}"

    @property
    def domain(self) -> str:
        """The sender's domain, which the Message-IDs bear."""
        return self.sender_address.rpartition("@")[2]

    @contextmanager
    def session(self) -> Iterator[smtplib.SMTP]:
        """The server at the other end of the line, encrypted and signed in as asked.

        Raises `CannotSend` where it offers no encryption; `OSError`, some of which are smtplib's, where it
        cannot be reached, proves to be another, or refuses.
        """
        with self._line() as line:
            if self.encryption == "STARTTLS":
                line.ehlo()
                if not line.has_extn("starttls"):
                    raise CannotSend("no_encryption", host=self.address)
                line.starttls(context=ssl.create_default_context())
            if self.user:
                line.login(self.user, self.password)
            yield line

    def _line(self) -> smtplib.SMTP:
        if self.encryption == "TLS":
            certain = ssl.create_default_context()
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.patience, context=certain)
        return smtplib.SMTP(self.host, self.port, timeout=self.patience)
