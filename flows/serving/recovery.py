"""What a start finds of runs that a stop or a crash cut off: each goes on once, or ends with a sentence.

Runs that a worker has taken on are the worker's: they went on meanwhile.

Nothing is made twice by that: an edition that had been kept is found again (`edition.same`).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.states import Cancelled, Crashed, Scheduled

from flows.briefing import briefing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from prefect.client.orchestration import SyncPrefectClient
    from prefect.client.schemas.objects import FlowRun, State

CUT_OFF = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]
LATE = timedelta(minutes=5)
TRIES = 2  # of a run, after which what stops it may be the run itself
GOES_ON = "Picked up again: the program had stopped during this run."
STOPPED = "The program was stopped during this run. Press Run again: what had been kept is not made twice."
TWICE = (
    "The program was stopped twice during this run. Press Run again: what had been kept is not made twice."
)
CANCELLED = "Cancelled, as somebody had asked before the program stopped."
REPLACED = "A later run of the same schedule takes its place: the program was not running when it was due."


def recover(form: UUID) -> None:
    """Have every run of ours that was cut off go on, or end; of runs missed meanwhile, keep the last."""
    with get_client(sync_client=True) as client:
        for run in _runs(client, CUT_OFF):
            if not is_a_workers(run):
                client.set_flow_run_state(run.id, following(run, form), force=True)
        scheduled = [run for run in _runs(client, [StateType.SCHEDULED]) if not is_a_workers(run)]
        for run in missed(scheduled, datetime.now(UTC)):
            client.set_flow_run_state(run.id, Cancelled(message=REPLACED), force=True)


def _runs(client: SyncPrefectClient, states: list[StateType]) -> list[FlowRun]:
    """The flow's runs in those states; two hundred at most, as many as the server gives at once."""
    ours = FlowFilter(name=FlowFilterName(any_=[briefing.name]))
    those = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=states)))
    return client.read_flow_runs(flow_filter=ours, flow_run_filter=those)


def is_a_workers(run: FlowRun) -> bool:
    """Whether a worker runs it, perhaps on another machine."""
    return run.work_pool_name is not None


def following(run: FlowRun, form: UUID) -> State[Any]:
    """What becomes of a run that was cut off."""
    if run.state and run.state.type == StateType.CANCELLING:
        return Cancelled(message=CANCELLED)
    if run.deployment_id != form:
        return Crashed(message=STOPPED)
    return Scheduled(message=GOES_ON) if run.run_count < TRIES else Crashed(message=TWICE)


def missed(scheduled: Iterable[FlowRun], now: datetime) -> list[FlowRun]:
    """The runs of a schedule that were due while nothing was running; without the last of each workbook."""
    due = [run for run in scheduled if run.auto_scheduled and _due(run) < now - LATE]
    last = {str(run.parameters.get("workbook")): run.id for run in sorted(due, key=_due)}
    return [run for run in due if run.id not in last.values()]


def _due(run: FlowRun) -> datetime:
    return run.next_scheduled_start_time or run.expected_start_time or datetime.max.replace(tzinfo=UTC)
