"""An edition handed over to its readers by a run of Prefect's: blocks looked up, outcomes shown and named."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from prefect import get_run_logger, runtime
from prefect.client.orchestration import get_client
from prefect.exceptions import PrefectHTTPStatusError
from prefect.states import Completed, Failed, Scheduled
from pydantic import ValidationError

from flows import notices, settings, steps
from flows.blocks.mail_server import MailServer
from flows.blocks.recipients import Recipients
from flows.blocks.signing_key import SigningKey
from flows.blocks.store import Store
from flows.delivery.place_refusals import CannotPut
from flows.delivery.places import Place
from flows.delivery.refusals import CannotSend
from flows.dispatch import finishing, lists, sending, told
from flows.edition.sealing.refusals import CannotSeal
from flows.publishing import progress, who_got
from flows.spoken import Refusal, said
from flows.workbook.people import Recipient
from flows.workbook.problems import Cell

if TYPE_CHECKING:
    from pathlib import Path

    from prefect.blocks.core import Block
    from prefect.client.schemas.objects import State

    from flows.delivery.outbox import Delivery
    from flows.delivery.relay import Relay
    from flows.dispatch.asked import Asked
    from flows.dispatch.sending import Sent

REFUSALS = (*steps.REFUSALS, CannotSend, CannotSeal, CannotPut)
NOT_FOUND = 404
OPEN_ENDS = {"doubt": "in doubt", "failed": "failed", "waiting": "waiting"}
Kind = TypeVar("Kind", bound="Block")


def readers(folder: Path, block: str) -> tuple[Recipient, ...]:
    """The list of recipients: of the edition's own workbook, or of a block.

    Raises `Refusal` where there is none.
    """
    if block:
        return of_block(block)
    return lists.of_its_workbook(folder)


def of_block(name: str) -> tuple[Recipient, ...]:
    """The people of a block, each with the place on its page where their address stands."""
    kept = found(Recipients, name)
    if kept is None:
        raise Refusal("no_such_block", block="Recipients", name=name)
    return tuple(
        Recipient(
            one.name, one.email, one.language, one.group, tuple(one.topics), Cell(name, f"{place}", place)
        )
        for place, one in enumerate(kept.people, 1)
    )


def places(block: str) -> tuple[Place, ...]:
    """The store of that name as a place; none where no name is given."""
    if not block:
        return ()
    kept = found(Store, block)
    if kept is None:
        raise Refusal("no_such_block", block="Store", name=block)
    return (Place(kept.place, kept.options.get_secret_value()),)


def found(kind: type[Kind], name: str) -> Kind | None:
    """The block of that kind and name, or the only one where no name is given; None where there is none.

    Raises `Refusal` where no name is given and there is a choice.
    """
    there = named(kind)
    if not name and len(there) > 1:
        raise Refusal("which_block", block=kind.get_block_type_name(), names=", ".join(there))
    chosen = name or (there[0] if there else "")
    if chosen not in there:
        return None
    try:
        return cast("Kind", kind.load(chosen))
    except RuntimeError as fault:  # Prefect's page keeps what is typed, whatever it is
        if not isinstance(fault.__cause__, ValidationError):
            raise
        why = notices.complaints(fault.__cause__)
        raise Refusal("block_unfit", name=chosen, why=why, page=notices.page("blocks")) from None


def named(kind: type[Block]) -> list[str]:
    """The names of the blocks of that kind; none where the server does not even know the kind."""
    try:
        with get_client(sync_client=True) as client:
            return notices.named(client, kind)
    except PrefectHTTPStatusError as fault:
        if fault.response.status_code != NOT_FOUND:
            raise
        return []


def relay(name: str) -> Relay | None:
    """The mail server of that name, or the only one; None where none is set up."""
    server = found(MailServer, name)
    return server.relay() if server else None


def key(name: str) -> finishing.Key | None:
    """The signing key of that name, or the only one; None where none is set up."""
    kept = found(SigningKey, name)
    if kept is None:
        return None
    try:
        return finishing.Key(kept.pkcs12(), kept.passphrase.get_secret_value())
    except OSError:
        raise Refusal("key_file", variable=name or SigningKey.get_block_type_name()) from None


def looked_at(asked: Asked) -> State[Any]:
    """How a preview ends: everybody listed with what they would get, and why; nothing is sent."""
    out = sending.previewed(asked)
    who_got.preview(asked.edition, out)
    others = len(out.everyone) - len(out.sends)
    message = said("sum_sends", "en", count=len(out.sends), others=others)
    get_run_logger().info("%s To send it, switch “Only a preview” off.", message)
    return Completed(name="Completed: preview", message=message)


def handed_over(asked: Asked, mail_server: str = "", signing_key: str = "") -> State[Any]:
    """How the run ends once it was sent: completed, and how many are in doubt, failed, or wait.

    Raises one of `REFUSALS` where nothing can be sent.
    """
    server = relay(mail_server)
    if server is None:
        raise Refusal(
            "no_mail_server", page=notices.page(f"blocks/catalog/{MailServer.get_block_type_slug()}/create")
        )
    logger = get_run_logger()

    with progress.shown() as done:

        def heard(one: Delivery, state: str) -> None:
            done.further(100 / max(len(asked.readers), 1))
            if state != "sent":
                logger.warning("%s: %s", one.key[: told.DIGITS], told.briefly(state))

        finished = finishing.finished(key(signing_key), asked.password, datetime.now(UTC))
        came = sending.sent(asked, sending.Means(server, finished, heard))
    who_got.outcome(asked.edition, came)
    return ended(came)


def ended(came: Sent) -> State[Any]:
    """The last state of the run."""
    counts = told.counts(came)
    message = told.summary(came, "en")
    if came.waits_until:
        by_itself = " It goes out by itself then." if set_for(came.waits_until) else ""
        hour = came.out.issue.zone or came.waits_until.isoformat()
        message += f" Nothing leaves before {hour}.{by_itself}"
    if came.faults:
        return Failed(message=" ".join([*map(str, came.faults), message]))
    open_ends = [f"{counts[one]} {word}" for one, word in OPEN_ENDS.items() if counts[one]]
    get_run_logger().info("%s", message)
    return Completed(name=", ".join(["Completed", *open_ends]), message=message)


def set_for(hour: datetime) -> bool:
    """Whether another run of the same was set for that hour: not where no server started this one.

    It starts no sooner, and what it may send is decided by the ledger again.
    """
    deployment, own = runtime.deployment.id, runtime.flow_run
    if deployment is None:
        return False
    with get_client(sync_client=True) as client:
        client.create_flow_run_from_deployment(
            UUID(str(deployment)),
            name=own.name,
            parameters=dict(own.parameters),
            state=Scheduled(scheduled_time=hour),
            idempotency_key=f"{own.parameters.get('edition')} {own.parameters.get('recipients')} {hour}",
            tags=[settings.TAG],
        )
    return True
