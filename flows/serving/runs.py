"""The flow's runs as Prefect's server knows them: those in a state, whose they are, what they are in now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
    ArtifactFilterType,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)

from flows.briefing import briefing
from flows.distribution import distribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prefect.client.orchestration import SyncPrefectClient
    from prefect.client.schemas.objects import FlowRun, StateType


def among(client: SyncPrefectClient, states: Sequence[StateType]) -> list[FlowRun]:
    """The runs of ours in those states; two hundred at most, as many as the server gives at once."""
    ours = FlowFilter(name=FlowFilterName(any_=[briefing.name, distribution.name]))
    those = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=list(states))))
    return client.read_flow_runs(flow_filter=ours, flow_run_filter=those)


def is_a_workers(run: FlowRun) -> bool:
    """Whether a worker runs it, perhaps on another machine."""
    return run.work_pool_name is not None


def now_in(client: SyncPrefectClient, run: FlowRun) -> StateType | None:
    """What kind of state the run is in by now: it may have gone on since it was listed."""
    state = client.read_flow_run(run.id).state
    return state.type if state else None


def clear(client: SyncPrefectClient, run: FlowRun) -> None:
    """Take off its page how far it had come."""
    shown = ArtifactFilter(
        flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]), type=ArtifactFilterType(any_=["progress"])
    )
    for artifact in client.read_artifacts(artifact_filter=shown):
        client.delete_artifact(artifact.id)
