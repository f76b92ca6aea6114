"""What a start finds of runs that a stop or a crash cut off: each goes on once, or ends with a sentence.

Runs that a worker has taken on are the worker's: they went on meanwhile. Nothing is made or sent twice by
what is done here: an edition that had been kept is found again (`edition.same`), what went out is on the
ledger. Where two programs serve from the same home, the one started first looks after the runs: the other
would take those that are under way there for cut off.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.states import Cancelled, Crashed, Scheduled

from flows.edition import locks
from flows.serving import runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path
    from uuid import UUID

    from prefect.client.schemas.objects import FlowRun, State

CUT_OFF = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]
LATE = timedelta(minutes=5)
GOES_ON = "Picked up again: the program had stopped during this run."
"""Said once of a run; what stops it a second time may be the run itself."""
STOPPED = (
    "The program was stopped during this run. Press Run again: what had been kept is not made twice, and "
    "what was sent is not sent twice."
)
TWICE = (
    "The program was stopped twice during this run. Press Run again: what had been kept is not made twice, "
    "and what was sent is not sent twice."
)
CANCELLED = "Cancelled, as somebody had asked before the program stopped."
REPLACED = "A later run of the same schedule takes its place: the program was not running when it was due."


class Turn:
    """Whose turn it is to look after a home's runs: a lock on its folder, which ends with the process."""

    def __init__(self, home: Path) -> None:
        """Nobody's yet."""
        self.home = home
        self.lock: int | None = None

    def is_ours(self) -> bool:
        """Whether it is this program's, now that it has tried; where there are no such locks, it is."""
        if self.lock is None:
            self.home.mkdir(parents=True, exist_ok=True)
            self.lock = locks.held(self.home, wait=False)
        return self.lock is not None or not locks.can_be_locked(self.home)


def recover(forms: Collection[UUID]) -> None:
    """Have every run of ours that was cut off go on, or end; of runs missed meanwhile, keep the last."""
    with get_client(sync_client=True) as client:
        for run in runs.among(client, CUT_OFF):
            if runs.is_a_workers(run):
                continue
            before = any(state.message == GOES_ON for state in client.read_flow_run_states(run.id))
            client.set_flow_run_state(run.id, following(run, forms, before=before), force=True)
            runs.clear(client, run)
        scheduled = [run for run in runs.among(client, [StateType.SCHEDULED]) if not runs.is_a_workers(run)]
        for run in missed(scheduled, datetime.now(UTC)):
            client.set_flow_run_state(run.id, Cancelled(message=REPLACED), force=True)


def following(run: FlowRun, forms: Collection[UUID], *, before: bool) -> State[Any]:
    """What becomes of a run that was cut off; `before` is whether it had been picked up again already."""
    if run.state and run.state.type == StateType.CANCELLING:
        return Cancelled(message=CANCELLED)
    if run.deployment_id not in forms:
        return Crashed(message=STOPPED)
    return Crashed(message=TWICE) if before else Scheduled(message=GOES_ON)


def missed(scheduled: Iterable[FlowRun], now: datetime) -> list[FlowRun]:
    """The runs of a schedule that were due while nothing was running; without the last of each order.

    One that had begun is none of them: it goes on after an answer, or because it was cut off.
    """
    due = [run for run in scheduled if run.auto_scheduled and not run.run_count and _due(run) < now - LATE]
    last = {_order(run): run.id for run in sorted(due, key=_due)}
    return [run for run in due if run.id not in last.values()]


def _order(run: FlowRun) -> str:
    return json.dumps(run.parameters, sort_keys=True, default=str)


def _due(run: FlowRun) -> datetime:
    return run.next_scheduled_start_time or run.expected_start_time or datetime.max.replace(tzinfo=UTC)
