"""What ends, or goes on, without anybody: a long wait, a worker that fell silent, what was missed meanwhile.

A real server and the watch's own looks, as in test_watch.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.edge.watching import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from prefect.client.schemas.objects import State

    from tests.edge.watching import Watch

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server")]


def asked(watch: Watch, days: int) -> Any:  # noqa: ANN401 - Prefect's own
    """A run suspended until somebody approves, asked so many days ago."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.states import Suspended  # noqa: PLC0415 - as above

    from flows.edition import decisions  # noqa: PLC0415 - as above

    shelf = watch.inputs.parent / "outputs" / "record"
    shelf.mkdir(exist_ok=True)
    at = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    with get_client(sync_client=True) as client:
        run = client.create_flow_run_from_deployment(watch.form, parameters={"workbook": NAME})
        client.set_flow_run_state(run.id, Suspended(timeout_seconds=86_400), force=True)
    decisions.add(
        shelf,
        decisions.Decision(
            step="asked", at=at, run=str(run.id), edition="2020-06-15-01", manifest="0" * 64,
            group="", people=1, readers="0" * 64, round=1,
        ),
    )  # fmt: skip
    return run.id


def test_after_a_week_nobody_answered_the_run_ends_with_a_sentence_and_the_list_says_so(
    watch: Watch,
) -> None:
    from flows.edition import decisions  # noqa: PLC0415 - as above

    late, early = asked(watch, 8), asked(watch, 6)
    watch.start()
    for _ in range(2):
        watch.look()
        watch.start()
    found = {run.id: run.state for run in watch.runs()}
    assert (found[late].type.name, found[late].name) == ("CANCELLED", "Expired")
    assert found[late].message.startswith("Nobody approved within 7 days, so nothing went out.")
    assert found[early].name == "Suspended"
    steps = {run: [one.step for one in decisions.of(shelf(watch), str(run))] for run in (late, early)}
    assert steps == {late: ["asked", "expired"], early: ["asked"]}


def shelf(watch: Watch) -> Path:
    return watch.inputs.parent / "outputs" / "record"


@pytest.fixture
def elsewhere() -> Iterator[UUID]:
    """A form whose runs a worker makes."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.client.schemas.actions import WorkPoolCreate  # noqa: PLC0415

    from flows.briefing import briefing  # noqa: PLC0415 - as above

    with get_client(sync_client=True) as client:
        client.create_work_pool(WorkPoolCreate(name="elsewhere", type="process"))
        flow = client.create_flow(briefing)
        form = client.create_deployment(flow, "elsewhere", work_pool_name="elsewhere")
        yield form
        client.delete_deployment(form)
        client.delete_work_pool("elsewhere")


def under_way(form: UUID, *states: State[Any]) -> UUID:
    """A run that has come through those states, of which the server has heard."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above

    from flows.serving import lost  # noqa: PLC0415 - as above

    with get_client(sync_client=True) as client:
        run = client.create_flow_run_from_deployment(form, parameters={"workbook": NAME})
        for state in states:
            client.set_flow_run_state(run.id, state, force=True)
        late = time.monotonic() + 30
        while lost.heard(client, run) is None:
            assert time.monotonic() < late
            time.sleep(0.1)
    return run.id


@pytest.mark.slow
@pytest.mark.thorough
def test_a_worker_s_run_of_which_nothing_is_heard_any_more_ends_with_a_sentence(
    watch: Watch, elsewhere: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.states import Cancelling, Running  # noqa: PLC0415 - as above

    from flows.serving import lost  # noqa: PLC0415 - as above

    cut_off = under_way(elsewhere, Running())
    to_cancel = under_way(elsewhere, Running(), Cancelling())
    ours = under_way(watch.form, Running())

    def told() -> list[tuple[str | None, str | None]]:
        with get_client(sync_client=True) as client:
            states = [client.read_flow_run(run).state for run in (cut_off, to_cancel, ours)]
        return [(state.name, state.message) for state in states if state]

    watch.start()
    watch.look()
    assert [name for name, _ in told()] == ["Running", "Cancelling", "Running"]
    monkeypatch.setattr(lost, "SILENT", timedelta(0))
    watch.start()
    watch.look()
    assert told() == [("Crashed", lost.LOST), ("Cancelled", lost.CANCELLED), ("Running", None)]


@pytest.mark.parametrize(
    ("heard", "listening", "silent"),
    [(11, 60, True), (9, 60, False), (60, 9, False), (60, 11, True)],  # minutes ago
)
def test_only_silence_that_the_server_was_there_to_hear_counts(
    heard: int, listening: int, *, silent: bool
) -> None:
    from flows.serving.lost import is_silent  # noqa: PLC0415 - as above

    now = datetime.now(UTC)
    last, since = (now - timedelta(minutes=minutes) for minutes in (heard, listening))
    assert is_silent(last, since, now) is silent


def test_of_runs_missed_the_last_of_each_order_is_made_up_for_and_none_that_was_answered() -> None:
    from prefect.client.schemas.objects import FlowRun  # noqa: PLC0415 - as above

    from flows.serving import recovery  # noqa: PLC0415 - as above

    now = datetime.now(UTC)

    def due(minutes: int, workbook: str = NAME, count: int = 0, *, by_itself: bool = True) -> FlowRun:
        return FlowRun.model_validate(
            {
                "flow_id": "0" * 32,
                "parameters": {"workbook": workbook},
                "run_count": count,
                "auto_scheduled": by_itself,
                "next_scheduled_start_time": now - timedelta(minutes=minutes),
            }
        )

    older, last, other = due(90), due(30), due(60, "other.xlsx")
    answered, by_hand, ahead = due(90, count=1), due(90, by_itself=False), due(-30)
    found = recovery.missed([last, older, other, answered, by_hand, ahead], now)
    assert found == [older]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_of_two_programs_in_one_home_the_first_looks_after_the_runs_and_then_the_other(
    tmp_path: Path,
) -> None:
    from flows.serving.recovery import Turn  # noqa: PLC0415 - as above

    first, other = Turn(tmp_path), Turn(tmp_path)
    assert [first.is_ours(), other.is_ours(), first.is_ours()] == [True, False, True]
    assert first.lock is not None
    os.close(first.lock)  # as its process ends
    assert other.is_ours()
