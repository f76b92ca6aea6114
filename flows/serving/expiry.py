"""Approvals nobody gave: after a week the run ends with a sentence, and nothing goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.states import Cancelled

from flows import settings
from flows.approval import DAYS
from flows.edition import decisions, store
from flows.serving import runs

if TYPE_CHECKING:
    from pathlib import Path

    from prefect.client.schemas.objects import FlowRun

    from flows.edition.decisions import Decision

SENTENCE = (
    f"Nobody approved within {DAYS} days, so nothing went out. The edition is kept; to ask again, press Run "
    "with “Distribute”."
)


def expire() -> None:
    """End each run that has waited for an approval too long."""
    with get_client(sync_client=True) as client:
        for run in runs.among(client, [StateType.PAUSED]):
            asked = overdue(run, datetime.now(UTC))
            if asked and runs.now_in(client, run) == StateType.PAUSED:
                _write_down(_shelf(run), asked)
                client.set_flow_run_state(run.id, Cancelled(name="Expired", message=SENTENCE), force=True)


def _write_down(shelf: Path, asked: Decision) -> None:
    """Write down that nobody answered, unless that was done when the program stopped right after it."""
    last = decisions.of(shelf, asked.run)[-1]
    if (last.step, last.round) != ("expired", asked.round):
        decisions.add(shelf, replace(asked, step="expired", at=_now()))


def overdue(run: FlowRun, now: datetime) -> Decision | None:
    """What the run asked last, where that was too long ago; None where there is time yet."""
    asked = [one for one in decisions.of(_shelf(run), str(run.id)) if one.step == "asked"]
    if not asked or now - datetime.fromisoformat(asked[-1].at) < timedelta(days=DAYS):
        return None
    return asked[-1]


def _shelf(run: FlowRun) -> Path:
    return settings.outputs() / store.stem(str(run.parameters.get("workbook", settings.SHIPPED)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
