"""The mail server as a block: how to reach it, who sends, and that nothing leaves in the clear unasked."""

from __future__ import annotations

import smtplib
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from prefect.blocks.core import Block
from pydantic import HttpUrl, SecretStr, field_validator, model_validator

from flows.blocks.ours import DISCREET, HOST, asked, mark, one_address
from flows.delivery.refusals import CannotSend
from flows.delivery.relay import Encryption, Relay

if TYPE_CHECKING:
    from collections.abc import Iterator


class MailServer(Block):
    """The server that mail goes out through, and who it says it is from."""

    model_config = DISCREET
    _block_type_name: ClassVar[str | None] = "Mail server (On Record)"
    _block_type_slug: ClassVar[str | None] = "on-record-mail-server"
    _logo_url: ClassVar[HttpUrl | None] = mark("mail-server")
    _description: ClassVar[str | None] = (
        "The server that mail goes out through, and who it says it is from. Ask whoever runs your "
        "mail for the values; for most, only host, user, password and address differ from what stands here."
    )
    _code_example: ClassVar[str | None] = """
    ```python
    from flows.blocks.mail_server import MailServer

    with MailServer.load("newsroom").session() as smtp:
        smtp.noop()
    ```
    """

    host: str = asked("Host", "The server’s name, such as smtp.example.org.", min_length=1)
    port: int = asked("Port", "587 for STARTTLS, 465 for TLS.", 587, ge=1, le=65535)
    encryption: Encryption = asked(
        "Encryption",
        "STARTTLS begins in the clear and turns encrypted before anything is said; TLS is encrypted from the "
        "start; none needs the switch below.",
        "STARTTLS",
    )
    allow_no_encryption: bool = asked(
        "Allow mail without encryption",
        "Only for a server on your own network: everybody on the way can read along.",
        default=False,
    )
    user: str = asked("User", "Empty where the server asks for none.", "")
    password: SecretStr = asked("Password", "Kept encrypted, never shown again.", SecretStr(""))
    sender_name: str = asked("Sender’s name", "Whom the mail is from, as its readers see it.", "")
    sender_address: str = asked("Sender’s address", "Such as team@example.org.", min_length=1)

    @field_validator("host")
    @classmethod
    def is_a_name(cls, typed: str) -> str:
        """The host's name or number, without what a browser has around it."""
        if not HOST.fullmatch(typed.strip()):
            raise ValueError(f"“{typed}” is not the name of a server; type it like smtp.example.org.")
        return typed.strip().strip("[]")

    @field_validator("sender_name")
    @classmethod
    def is_one_line(cls, typed: str) -> str:
        """The name, which stands in a header of the mail."""
        if not typed.isprintable():
            raise ValueError("The sender’s name has a line break or an invisible character; type it anew.")
        return typed.strip()

    @field_validator("sender_address")
    @classmethod
    def is_one_address(cls, typed: str) -> str:
        """One address."""
        return one_address(typed)

    @model_validator(mode="after")
    def is_safe(self) -> MailServer:
        """The same, where nothing leaves in the clear unasked and no password ever does."""
        clear = self.encryption == "none"
        password = self.password.get_secret_value()
        if clear and not self.allow_no_encryption:
            raise ValueError(
                "Without encryption everybody on the way can read the mail. Choose STARTTLS or TLS, or "
                "turn on “Allow mail without encryption”."
            )
        if clear and (self.user or password):
            raise ValueError(
                "A password never goes out in the clear. Choose STARTTLS or TLS, or empty user and password."
            )
        if bool(self.user) != bool(password):
            raise ValueError("User and password belong together: type both, or none.")
        return self

    @contextmanager
    def session(self) -> Iterator[smtplib.SMTP]:
        """The server at the other end of the line, encrypted and signed in as the block says.

        Raises `OSError` where it cannot be reached, proves to be another, offers no encryption or refuses;
        `smtplib`'s errors are some of these.
        """
        try:
            with self.relay().session() as line:
                yield line
        except CannotSend as refusal:
            raise smtplib.SMTPNotSupportedError(str(refusal)) from None

    def relay(self) -> Relay:
        """The same for whoever sends editions through it."""
        return Relay(
            self.host,
            self.port,
            self.encryption,
            self.sender_address,
            self.sender_name,
            self.user,
            self.password.get_secret_value(),
        )
