"""The flow that sends an edition: a preview first, then each reader once, and a table of who got what."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from prefect import flow, get_run_logger, runtime
from prefect.client.schemas.objects import State  # noqa: TC002 - not only for checkers: Prefect reads it

from flows import handing_over, settings
from flows.approval import EVERYONE
from flows.briefing import asked
from flows.dispatch import editions, hours
from flows.dispatch.asked import Asked
from flows.order import sending_name
from flows.publishing import quiet
from flows.serving import lifeline
from flows.tasks import refused

WORKBOOK = "the workbook's own sheet"
THE_ONLY_ONE, NOWHERE, IF_ANY = "the only one there is", "nowhere else", "the only one, if there is any"
UNNAMED = (WORKBOOK, THE_ONLY_ONE, NOWHERE, IF_ANY)
WAIT = timedelta(minutes=15)


def called() -> str:
    """What this run is called."""
    return sending_name(runtime.flow_run.parameters)


@flow(name="distribution", flow_run_name=called, persist_result=False)
def distribution(  # noqa: PLR0913, PLR0917 - each is a field of the form
    edition: Annotated[str, asked("Edition", "What is sent. The list follows the shelf, newest first.")],
    recipients: Annotated[
        str, asked("Recipients", "Whom it is for: everyone, or one group of the list.")
    ] = EVERYONE,
    preview: Annotated[  # noqa: FBT002 - a switch of the form
        bool, asked("Only a preview", "Says who would get what, and why; sends nothing.")
    ] = True,
    list_of_recipients: Annotated[
        str, asked("List of recipients", "The sheet of the edition's workbook, or a block that holds a list.")
    ] = WORKBOOK,
    not_before: Annotated[
        str,
        asked("Not before", "An hour with its zone: 2026-11-27 09:00 Europe/Paris. Empty: at once."),
    ] = "",
    draft: Annotated[
        str, asked("Draft", "To send a draft all the same, type its name: 2020-06-15-01. Else empty.")
    ] = "",
    mail_server: Annotated[str, asked("Mail server", "What it goes out through: a block.")] = THE_ONLY_ONE,
    store: Annotated[
        str, asked("Copy to", "A store, which is a block: copies of the PDFs go there, too.")
    ] = NOWHERE,
    signing_key: Annotated[str, asked("Sign with", "A signing key, which is a block.")] = IF_ANY,
    name: Annotated[str, asked("Your name", "Kept with what was sent, as you state it.")] = "",
) -> State[Any]:
    """Send an edition: each reader once, and only where something changed in what they follow."""
    lifeline.follow_parent()
    quiet.without_traces()
    try:
        folder = editions.chosen(settings.outputs(), edition)
        wish = Asked(
            edition=folder,
            readers=handing_over.readers(folder, block(list_of_recipients)),
            let_go_by=name or "?",
            group="" if recipients == EVERYONE else recipients,
            places=handing_over.places(block(store)),
            not_before=hours.read(not_before) if not_before.strip() else None,
            zone=not_before.strip(),
            draft=draft.strip(),
            patience=WAIT,
        )
        if preview:
            return handing_over.looked_at(wish)
        return handing_over.handed_over(wish, block(mail_server), block(signing_key))
    except handing_over.REFUSALS as refusal:
        get_run_logger().error("%s", refusal)
        return refused(refusal)


def block(chosen: str) -> str:
    """The block's name; "" where the form was left as it was."""
    return "" if chosen in UNNAMED else chosen
