"""Who is told when a run fails or makes a draft: set up, changed and taken away on the running server.

A notice is a block, which keeps the address, and an action of one automation, which sends it. There is one of
each channel: a webhook named anew takes the place of the one before, and so does a mail address.
The settings have to stand before this is imported (`settings.towards`), for it imports Prefect.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import urlsplit

from httpx import HTTPError, HTTPStatusError
from prefect.blocks.abstract import NotificationBlock, NotificationError
from prefect.blocks.notifications import MicrosoftTeamsWebhook, SlackWebhook
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.events.actions import SendNotification
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from pydantic import SecretStr, ValidationError

from flows import settings
from flows.blocks.mail_server import MailServer
from flows.blocks.notice import MailNotice, WebhookNotice
from flows.spoken import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prefect.blocks.core import Block
    from prefect.client.schemas.objects import BlockDocument

Channel = Literal["webhook", "mail"]
CALLED = "on-record-notice"  # each of the blocks
AUTOMATION = "On Record: tell of a failure or a draft"
EXPLAINED = (
    "Tells of each run of On Record that fails, crashes, takes too long or makes a draft. "
    "The command onrecord notify set this up and changes it; onrecord notify --off takes it away."
)
KINDS: dict[Channel, tuple[type[NotificationBlock], ...]] = {
    "webhook": (WebhookNotice, SlackWebhook, MicrosoftTeamsWebhook),
    "mail": (MailNotice,),
}
SLACK = re.compile(r"https://hooks\.slack(?:-gov)?\.com/services/\w+/\w+/\w+/?")
SECRET_PARTS = re.compile(r"(?<=[/=])[^/?&=]{6,}")  # of a webhook's address
DISCORD = {"discord.com", "discordapp.com"}
# The event of a state ends in the state's name; a star may stand at the end only.
TOLD_OF = ("Failed", "Crashed", "TimedOut", "Completed: draft*", "Completed, *")
SUBJECT = "On Record: {{ flow_run.name }} – {{ flow_run.state.name | replace('Completed: ', '') | lower }}"
BODY = "{{ flow_run.state.message }}\n\n{{ flow_run | ui_url | replace('/runs/', '/v2/runs/') }}"
FIRST = ("On Record: a first notice", "From now on a run that fails or makes a draft is told of here.")


def by_webhook(url: str) -> None:
    """Have that address called from now on, once it has taken a first notice.

    Raises `Refusal` where it does not.
    """
    with server() as client:
        connect(client, "webhook", webhook(url))


def by_mail(address: str, through: str | None) -> str:
    """Have mail sent to that address from now on, through the mail server of that name or the only one.

    Returns the mail server's name. Raises `Refusal` where it is not clear which is meant, and where that one
    does not take a first mail.
    """
    with server() as client:
        name = meant(named(client, MailServer), through)
        connect(client, "mail", MailNotice(server=loaded(name), to=address))
    return name


def off() -> bool:
    """Tell nobody from now on, and forget the addresses; whether anybody was told until now."""
    with server() as client:
        automations = client.read_automations_by_name(AUTOMATION)
        for automation in automations:
            client.delete_automation(automation.id)
        documents = [document for kinds in KINDS.values() for document in kept(client, kinds)]
        for document in documents:
            client.delete_block_document(document.id)
    return bool(automations or documents)


@contextmanager
def server() -> Iterator[SyncPrefectClient]:
    """The running server, to be asked.

    Raises `Refusal` where it does not do what it is asked, or breaks off.
    """
    try:
        with get_client(sync_client=True) as client:
            yield client
    except HTTPStatusError as fault:
        status = fault.response.status_code
        raise Refusal("server_balked", address=settings.origin(), status=status) from None
    except HTTPError:
        raise Refusal("no_server", address=settings.origin()) from None


def webhook(url: str) -> NotificationBlock:
    """The block for that address: Prefect's own for Slack and Teams, which ask for a form of their own."""
    secret = SecretStr(url)
    if SLACK.fullmatch(url):
        return SlackWebhook(url=secret)
    try:
        return MicrosoftTeamsWebhook(url=secret)
    except ValueError:  # which is how it says that the address is none of Teams'
        field: Literal["text", "content"] = "content" if urlsplit(url).hostname in DISCORD else "text"
        return WebhookNotice(url=secret, field=field)


def meant(names: list[str], through: str | None) -> str:
    """The mail server of that name, or the only one there is.

    Raises `Refusal` where there is none, no such one, or a choice.
    """
    if not names:
        form = page(f"blocks/catalog/{MailServer.get_block_type_slug()}/create")
        raise Refusal("no_mail_server", page=form)
    if through is None and len(names) > 1:
        raise Refusal("which_mail_server", names=", ".join(names))
    if through is not None and through not in names:
        raise Refusal("not_a_mail_server", name=through, names=", ".join(names))
    return through or names[0]


def loaded(name: str) -> MailServer:
    """The mail server of that name.

    Raises `Refusal` where it cannot be used: Prefect's page keeps what is typed, whatever it is.
    """
    try:
        return cast("MailServer", MailServer.load(name))  # outside a loop it waits itself
    except RuntimeError as fault:
        if not isinstance(fault.__cause__, ValidationError):
            raise
        why = complaints(fault.__cause__)
        raise Refusal("server_unfit", name=name, why=why, page=page("blocks")) from None


def named(client: SyncPrefectClient, kind: type[Block]) -> list[str]:
    """The names of the blocks of that kind."""
    documents = client.read_block_documents_by_type(kind.get_block_type_slug(), include_secrets=False)
    return sorted(document.name for document in documents if document.name)


def kept(client: SyncPrefectClient, kinds: tuple[type[NotificationBlock], ...]) -> list[BlockDocument]:
    """Our notices of those kinds; none to several, though each channel needs one at most."""
    return [
        document
        for kind in kinds
        for document in client.read_block_documents_by_type(kind.get_block_type_slug(), include_secrets=False)
        if document.name == CALLED
    ]


def connect(client: SyncPrefectClient, channel: Channel, notice: NotificationBlock) -> None:
    """Send a first notice, then keep this one in place of its channel's, and have the automation send it.

    Raises `Refusal` where the first is not taken; all stays as it was then.
    """
    before = kept(client, KINDS[channel])  # asked first: whoever is not let in has sent nothing
    try_out(notice)
    new = notice.save(CALLED, overwrite=True)
    connected = [document for kinds in KINDS.values() for document in kept(client, kinds)]
    old = {document.id for document in before} - {new}
    core = automation([document for document in connected if document.id not in old])
    set_up = client.read_automations_by_name(AUTOMATION)
    if not set_up:
        client.create_automation(core)
    for one in set_up[:1]:
        client.update_automation(one.id, core)
    for double in set_up[1:]:
        client.delete_automation(double.id)
    for forgotten in old:
        client.delete_block_document(forgotten)


def try_out(notice: NotificationBlock) -> None:
    """Send a first notice.

    Raises `Refusal` where it is not taken; a webhook's address is not in what it says.
    """

    async def first() -> None:
        subject, body = FIRST
        with notice.raise_on_failure():
            await notice.notify(body, subject)

    try:
        asyncio.run(first())
    except NotificationError as fault:
        raise Refusal("notice_not_taken", why=heard(notice, fault.log)) from None


def heard(notice: NotificationBlock, log: str) -> str:
    """What came back, from the last line a notice logged; its kind only, where that tells the address."""
    line = (log.splitlines() or [""])[-1].rpartition("]: ")[2].strip(" .")
    url = getattr(notice, "url", None)
    told = url and any(part in line for part in SECRET_PARTS.findall(url.get_secret_value()))
    return notice.get_block_type_slug() if told or not line else line


def automation(documents: list[BlockDocument]) -> AutomationCore:
    """The automation that sends those notices, of each run of ours once."""
    return AutomationCore(
        name=AUTOMATION,
        description=EXPLAINED,
        tags=[settings.TAG],
        trigger=EventTrigger(
            posture=Posture.Reactive,
            expect={f"prefect.flow-run.{state}" for state in TOLD_OF},
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            match_related=ResourceSpecification(
                {"prefect.resource.role": "tag", "prefect.resource.id": f"prefect.tag.{settings.TAG}"}
            ),
            for_each={"prefect.resource.id"},
            threshold=1,
        ),
        actions=[
            SendNotification(block_document_id=document.id, subject=SUBJECT, body=BODY)
            for document in documents
        ],
    )


def complaints(fault: ValidationError) -> str:
    """What a block says of itself, without what stands in it."""
    return " ".join(error["msg"].removeprefix("Value error, ") for error in fault.errors(include_input=False))


def page(path: str) -> str:
    """A page of Prefect's on the running server."""
    return f"{settings.origin()}/v2/{path}"
