"""What tells somebody of a run that failed or made a draft: one mail, or one call of a webhook.

Prefect's server sends them, in its own process, which therefore has to import this file. What goes wrong is
said without address and password: Prefect keeps it beside the automation, where everybody can read it.
"""

from __future__ import annotations

import asyncio
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, localtime, make_msgid
from typing import ClassVar, Literal

import httpx
from prefect.blocks.abstract import NotificationBlock, NotificationError
from pydantic import HttpUrl, SecretStr, field_validator

from flows import typed
from flows.blocks.mail_server import MailServer  # noqa: TC001 - not only for checkers: pydantic reads it
from flows.blocks.ours import DISCREET, asked, mark, one_address

PATIENCE = 10  # seconds for the webhook's answer
PAUSES = (1, 4)  # seconds before a second and a third try, where the first cannot have arrived
COME_BACK = {429, 503}


class MailNotice(NotificationBlock):
    """A notice by mail."""

    model_config = DISCREET
    _block_type_name: ClassVar[str | None] = "Notice by mail (On Record)"
    _block_type_slug: ClassVar[str | None] = "on-record-mail-notice"
    _logo_url: ClassVar[HttpUrl | None] = mark("mail-notice")
    _description: ClassVar[str | None] = (
        "Who gets a mail when a run fails or makes a draft. `onrecord notify --mail ADDRESS` "
        "fills it in and connects it."
    )
    _code_example: ClassVar[str | None] = """
    ```python
    from flows.blocks.notice import MailNotice

    MailNotice.load("on-record-notice").send("It arrives.", subject="A first notice")
    ```
    """

    server: MailServer = asked("Mail server", "What it goes out through.")
    to: str = asked("To", "One address.", min_length=1)

    @field_validator("to")
    @classmethod
    def is_one_address(cls, words: str) -> str:
        """One address."""
        return one_address(words)

    async def notify(self, body: str, subject: str | None = None) -> None:
        """Send one mail.

        Raises `NotificationError` where the server cannot be reached or does not take it.
        """
        await asyncio.to_thread(self.send, body, subject or "On Record")

    def send(self, body: str, subject: str) -> None:
        """Send one mail, once: whether a second one would be a double cannot be known."""
        try:
            with self.server.session() as line:
                line.send_message(self.message(body, subject))
        except (OSError, ValueError) as fault:
            host = f"{self.server.host}:{self.server.port}"
            raise NotificationError(
                f"The mail server {host} did not take the mail: {reason(fault)}"
            ) from None

    def message(self, body: str, subject: str) -> EmailMessage:
        """The mail: plain text, one recipient."""
        mail = EmailMessage()
        mail["Subject"] = one_line(subject)
        mail["From"] = Address(self.server.sender_name, addr_spec=self.server.sender_address)
        mail["To"] = Address(addr_spec=self.to)
        mail["Date"] = format_datetime(localtime())
        mail["Message-ID"] = make_msgid(domain=self.server.sender_address.rpartition("@")[2])
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(body)
        return mail


class WebhookNotice(NotificationBlock):
    """A notice by webhook."""

    model_config = DISCREET
    _block_type_name: ClassVar[str | None] = "Notice by webhook (On Record)"
    _block_type_slug: ClassVar[str | None] = "on-record-webhook-notice"
    _logo_url: ClassVar[HttpUrl | None] = mark("webhook-notice")
    _description: ClassVar[str | None] = (
        "The address that is called when a run fails or makes a draft. `onrecord notify --webhook "
        "URL` fills it in and connects it."
    )
    _code_example: ClassVar[str | None] = """
    ```python
    import asyncio

    from flows.blocks.notice import WebhookNotice

    asyncio.run(WebhookNotice.load("on-record-notice").notify("It arrives."))
    ```
    """

    url: SecretStr = asked("Address", "Whoever has it can write there: kept encrypted, never shown again.")
    field: Literal["text", "content"] = asked(
        "Field",
        "Where the words stand in the JSON that is sent: text for Mattermost, Google Chat and most others, "
        "content for Discord.",
        "text",
    )

    @field_validator("url")
    @classmethod
    def is_an_address(cls, pasted: SecretStr) -> SecretStr:
        """An address of the web."""
        try:
            return SecretStr(typed.webhook(pasted.get_secret_value()))
        except typed.Mistyped as refusal:
            raise ValueError(str(refusal)) from None

    async def notify(self, body: str, subject: str | None = None) -> None:
        """Call the webhook once; again only where the call cannot have arrived or was asked to come back.

        Raises `NotificationError` where it does not take it.
        """
        words: dict[str, str] = {self.field: "\n".join(part for part in (subject, body) if part)}
        for pause in (*PAUSES, None):
            came_of_it = await self.call(words)
            if isinstance(came_of_it, int) and came_of_it < httpx.codes.MULTIPLE_CHOICES:
                return
            if pause is None or not (came_of_it is None or came_of_it in COME_BACK):
                break
            await asyncio.sleep(pause)
        said = "cannot be reached" if came_of_it is None else f"answers {came_of_it}"
        raise NotificationError(f"The webhook {said}.")

    async def call(self, words: dict[str, str]) -> int | str | None:
        """The status it answers; None where it was not reached, words where it fell silent."""
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            try:
                answer = await client.post(self.url.get_secret_value(), json=words)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                return None
            except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as fault:
                return f"nothing ({type(fault).__name__})"
        return answer.status_code


def reason(fault: Exception) -> str:
    """What the mail server or the system said, in one line."""
    return one_line(str(getattr(fault, "strerror", None) or fault) or type(fault).__name__)


def one_line(words: str) -> str:
    """The words without what a header or a line of a log may not have."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
