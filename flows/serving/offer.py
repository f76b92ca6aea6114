"""The flow as Prefect's page offers it: its form, and the runner that runs it whenever somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.types.entrypoint import EntrypointType

from flows import settings
from flows.blocks import kinds
from flows.briefing import briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from uuid import UUID


def runner(on_sigterm: Callable[[int, FrameType | None], None]) -> tuple[Runner, UUID]:
    """A runner with the flow on offer, not started yet, and the id of the flow's form."""
    kinds.register()
    made = Runner(name="on-record")
    # Prefect's own way to end leaves with a traceback when asked twice, and never awaits what it begins.
    made.handle_sigterm = on_sigterm  # type: ignore[method-assign]
    form: Any = made.add_deployment(  # outside a loop it waits itself
        RunnerDeployment.from_flow(
            briefing,
            name="briefing",
            description=briefing.description,
            tags=[settings.TAG],
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    )
    return made, form
