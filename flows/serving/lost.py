"""Runs of workers that nothing is heard of any more: their machine is down, and nobody is left to say so.

Prefect has a run say every three minutes that it goes on, and tells nobody when it stops saying so. Runs made
by this program itself are no matter of this: `recovery` looks after them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.events.filters import EventFilter, EventOccurredFilter, EventResourceFilter
from prefect.states import Cancelled, Crashed

from flows.serving import runs

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient
    from prefect.client.schemas.objects import FlowRun, State

SILENT = timedelta(minutes=10)  # three times it should have been heard
LOST = (
    "Nothing has been heard of this run for ten minutes: the worker's machine is down or cut off. Press Run "
    "again: what had been kept is not made twice."
)
CANCELLED = "Cancelled, as somebody had asked; the worker's machine no longer answers."
GOES_ON = [StateType.RUNNING, StateType.CANCELLING]


def end(listening_since: datetime) -> None:
    """End each run of a worker that has fallen silent; only what the server was there to hear counts."""
    with get_client(sync_client=True) as client:
        for run in filter(runs.is_a_workers, runs.among(client, GOES_ON)):
            last = heard(client, run) or listening_since
            state = runs.now_in(client, run)
            if is_silent(last, listening_since, datetime.now(UTC)) and state in GOES_ON:
                client.set_flow_run_state(run.id, ending(state), force=True)
                runs.clear(client, run)


def ending(state: StateType) -> State[Any]:
    """What becomes of a run that fell silent in a state of that kind."""
    return Cancelled(message=CANCELLED) if state == StateType.CANCELLING else Crashed(message=LOST)


def is_silent(last: datetime, listening_since: datetime, now: datetime) -> bool:
    """Whether nothing was heard for too long by a server that listened all the while."""
    return now - max(last, listening_since) >= SILENT


def heard(client: SyncPrefectClient, run: FlowRun) -> datetime | None:
    """When the server last heard of the run, by the server's own clock; None where it never did."""
    tomorrow: Any = datetime.now(UTC) + timedelta(days=1)  # a worker's clock may be ahead
    asked = EventFilter(
        resource=EventResourceFilter(id=[f"prefect.flow-run.{run.id}"]),
        occurred=EventOccurredFilter(until=tomorrow),
    )
    events = client.read_events(asked, limit=1).events
    return events[0].received if events else None
