"""The flow as Prefect's page offers it: its form, its schedule, and the runner that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import DeploymentUpdate
from prefect.client.schemas.filters import FlowFilter, FlowFilterName
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectNotFound
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows import notices, settings, workbooks
from flows.blocks import kinds
from flows.blocks.mail_server import MailServer
from flows.blocks.recipients import Recipients
from flows.blocks.signing_key import SigningKey
from flows.blocks.store import Store
from flows.briefing import briefing
from flows.dispatch import editions
from flows.distribution import distribution
from flows.document import LANGUAGES
from flows.serving import crashed, form, zone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType
    from uuid import UUID

    from prefect.blocks.core import Block

NAME, SENDING = "briefing", "distribution"
AT_FIRST: dict[str, Any] = {"languages": [*LANGUAGES], "extent": "full"}
"""What a run is of where nobody says otherwise: by "Quick run", by a schedule, by an automation."""
WEEKLY = "0 7 * * 1"  # Mondays at seven


def runner(on_sigterm: Callable[[int, FrameType | None], None]) -> tuple[Runner, UUID, UUID]:
    """A runner with the flows on offer, not started yet, and the ids of their forms: of making, of sending.

    What somebody changed on the page (a schedule, a pause) is left as it is.
    """
    kinds.register()
    crashed.in_words()
    made = Runner(name="on-record", pause_on_shutdown=False)
    # Prefect's own way to end leaves with a traceback when asked twice, and never awaits what it begins.
    made.handle_sigterm = on_sigterm  # type: ignore[method-assign]
    # Prefect keeps it below the system’s temporary folder, where whoever serves first keeps out the next.
    made._tmp_dir = settings.home() / "runner" / str(uuid4())  # noqa: SLF001 - there is no option for it
    offered = RunnerDeployment.from_flow(
        briefing,
        name=NAME,
        description=briefing.description,
        tags=[settings.TAG],
        parameters=AT_FIRST,
        entrypoint_type=EntrypointType.MODULE_PATH,
        schedules=None if known() else [weekly()],
    )
    identity: Any = made.add_deployment(offered)  # outside a loop it waits itself
    of_sending: Any = made.add_deployment(sending())
    return made, identity, of_sending


def sending() -> RunnerDeployment:
    """The flow that sends, on offer; it runs only when a person asks for it."""
    return RunnerDeployment.from_flow(
        distribution,
        name=SENDING,
        description=distribution.description,
        tags=[settings.TAG],
        entrypoint_type=EntrypointType.MODULE_PATH,
        concurrency_limit=1,  # a courtesy: it is the ledger that keeps two from sending the same twice
    )


def known() -> bool:
    """Whether the flow was offered before, and so may have been changed on the page."""
    with get_client(sync_client=True) as client:
        try:
            client.read_deployment_by_name(f"{briefing.name}/{NAME}")
        except ObjectNotFound:
            return False
    return True


def weekly() -> Any:  # noqa: ANN401 - Prefect's own Schedule
    """A run every Monday morning of the workbook saved last; off until somebody switches it on."""
    workbook = workbooks.newest(settings.inputs()) or settings.SHIPPED
    return Cron(WEEKLY, timezone=zone.name(), slug="weekly", active=False, parameters={"workbook": workbook})


def fill(groups: Sequence[str]) -> None:
    """Have every form of the flow, those of workers too, offer the workbooks there now and those groups."""
    _fill(briefing.name, *_of_briefing(groups))
    _fill(distribution.name, form.of_sending(editions.names(settings.outputs()), groups, _blocks()), {})


BLOCKS: dict[str, type[Block]] = {
    "list_of_recipients": Recipients,
    "mail_server": MailServer,
    "store": Store,
    "signing_key": SigningKey,
}
"""The parameters of the flow that sends which are blocks, each by its kind."""


def _blocks() -> dict[str, list[str]]:
    """The names of the blocks there are, by parameter."""
    with get_client(sync_client=True) as client:
        return {name: notices.named(client, kind) for name, kind in BLOCKS.items()}


def _of_briefing(groups: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The form of the flow that makes editions, and what is chosen in it at first."""
    inputs = settings.inputs()
    newest = workbooks.newest(inputs)
    made = form.schema(workbooks.names(inputs), newest, groups)
    chosen = AT_FIRST | ({"workbook": newest} if newest else {})
    return made, chosen


def _fill(flow: str, made: dict[str, Any], chosen: dict[str, Any]) -> None:
    ours = FlowFilter(name=FlowFilterName(any_=[flow]))
    with get_client(sync_client=True) as client:
        for offered in client.read_deployments(flow_filter=ours):
            # `prefect deploy` brings one as Prefect itself makes it, at any time.
            if (offered.parameter_openapi_schema, offered.parameters) != (made, chosen):
                change = DeploymentUpdate(parameter_openapi_schema=made, parameters=chosen)
                client.update_deployment(offered.id, change)
