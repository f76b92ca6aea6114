"""What starts or ends by itself: runs for a save and for a date, a long wait, a worker that fell silent.

A real server and the watch's own looks, one by one; only the clock that tells whether a file has settled is
set by hand. That a whole `onrecord ui` does so too is shown in test_recovery.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests import books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from prefect.client.schemas.objects import State

    from flows.serving.rounds import Rounds

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server")]
NAME = "record.xlsx"


@dataclass
class Watch:
    """The watch on a folder, with a clock set by hand."""

    form: UUID
    inputs: Path
    now: float = 0.0
    rounds: Rounds | None = None

    def start(self) -> None:
        """Begin as the program does when it starts."""
        from flows.serving import rounds  # noqa: PLC0415 - not before the settings of the tests stand

        self.rounds = rounds.begun(self.form)
        self.rounds.folder.clock = lambda: self.now

    def look(self, seconds: float = 4.0, every: float = 2.0) -> None:
        """Look again and again for so long."""
        assert self.rounds
        for _ in range(int(seconds / every) + 1):
            self.rounds.look()
            self.now += every

    def runs(self) -> list[Any]:
        """The runs of the form, the oldest first."""
        from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
        from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterId  # noqa: PLC0415

        ours = DeploymentFilter(id=DeploymentFilterId(any_=[self.form]))
        with get_client(sync_client=True) as client:
            return sorted(client.read_flow_runs(deployment_filter=ours), key=lambda run: run.created)

    def begun(self) -> list[str]:
        """The workbooks of those runs."""
        return [str(run.parameters["workbook"]) for run in self.runs()]

    def offered(self) -> list[str]:
        """The workbooks the form offers."""
        from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above

        with get_client(sync_client=True) as client:
            schema: Any = client.read_deployment(self.form).parameter_openapi_schema
        return list(schema["properties"]["workbook"]["enum"])


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """The watch on an empty folder, at its very first start."""
    for name in ("inputs", "outputs", "home"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("INPUTS", str(tmp_path / "inputs"))
    monkeypatch.setenv("OUTPUTS", str(tmp_path / "outputs"))
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above

    from flows.serving import offer, rounds  # noqa: PLC0415 - as above

    _, form = offer.runner(lambda *_: None)
    rounds.prepare()
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "home"))  # ours only: the server has its own
    yield Watch(form, tmp_path / "inputs")
    with get_client(sync_client=True) as client:
        client.delete_deployment(form)
        client.delete_variable_by_name(rounds.SWITCHES)


def sound(watch: Watch, name: str = NAME, quote: str = "") -> Path:
    """The small sound workbook, saved there."""
    book = books.sound()
    if quote:
        books.put(book, "Announcements", 2, "quote", quote)
    return books.written(watch.inputs / name, book)


def test_a_saved_workbook_starts_one_run_which_distributes_nothing(watch: Watch) -> None:
    watch.start()
    sound(watch)
    watch.look(10)
    assert watch.begun() == [NAME]
    run = watch.runs()[0]
    assert not run.parameters.get("distribute")
    assert "started by a save" in run.tags
    watch.start()  # again, as after a restart
    watch.look(10)
    assert watch.begun() == [NAME]


def test_what_lay_there_at_the_very_first_start_is_no_news_until_it_is_saved(watch: Watch) -> None:
    broken = watch.inputs / NAME
    sound(watch, "other.xlsx")
    broken.write_bytes(b"PK not a workbook yet")
    watch.start()
    watch.look()
    assert watch.begun() == []
    sound(watch)  # mended
    watch.look()
    assert watch.begun() == [NAME]


def test_a_workbook_saved_while_nothing_watched_starts_its_run_at_the_next_start(watch: Watch) -> None:
    path = sound(watch)
    watch.start()
    watch.look()
    sound(watch, quote="Otherwise")
    watch.start()
    watch.look()
    assert watch.begun() == [NAME]
    path.touch()  # saved without a change
    watch.look()
    assert watch.begun() == [NAME]


def test_one_put_back_as_it_was_is_news_as_well(watch: Watch) -> None:
    watch.start()
    first = sound(watch).read_bytes()
    watch.look()
    path = sound(watch, quote="Otherwise")
    watch.look()
    path.write_bytes(first)
    watch.look()
    assert watch.begun() == [NAME] * 3


def test_a_workbook_still_being_copied_starts_nothing_until_it_is_whole(watch: Watch) -> None:
    watch.start()
    whole = sound(watch, "~$record.xlsx").read_bytes()  # Excel's own, which is none
    half = len(whole) // 2
    path = watch.inputs / NAME
    with path.open("wb") as file:
        for chunk in (whole[:half], whole[half:-100]):
            file.write(chunk)
            file.flush()
            watch.look(2)
        watch.look(60)  # a copy that stands still is not whole either
        assert watch.begun() == []
        file.write(whole[-100:])
    watch.look(6)
    assert watch.begun() == [NAME]


def test_a_workbook_saved_twice_in_a_moment_starts_one_run(watch: Watch) -> None:
    watch.start()
    sound(watch)
    watch.look(1, every=1)
    path = sound(watch, quote="Otherwise")
    os.utime(path, ns=(path.stat().st_mtime_ns + 1,) * 2)
    watch.look(8)
    assert watch.begun() == [NAME]


def test_switched_off_nothing_starts_and_what_was_saved_meanwhile_is_not_caught_up_with(
    watch: Watch,
) -> None:
    from prefect.variables import Variable  # noqa: PLC0415 - as above

    from flows.serving import rounds  # noqa: PLC0415 - as above

    watch.start()
    Variable.set(rounds.SWITCHES, dict.fromkeys(rounds.ON, False), overwrite=True)
    sound(watch)
    watch.look()
    Variable.set(rounds.SWITCHES, rounds.ON, overwrite=True)
    watch.look()
    assert watch.begun() == []


def test_a_server_that_cannot_be_asked_for_a_moment_loses_no_save(watch: Watch) -> None:
    from prefect.settings import PREFECT_API_URL, PREFECT_CLIENT_MAX_RETRIES, temporary_settings  # noqa: PLC0415

    watch.start()
    sound(watch)
    watch.look(0)
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api", PREFECT_CLIENT_MAX_RETRIES: 0}):
        watch.look(0)
        assert watch.rounds
        assert list(watch.rounds.waiting) == [NAME]
    watch.look(0)
    assert watch.begun() == [NAME]


def test_the_form_follows_the_folder_also_past_a_workbook_that_is_broken(watch: Watch) -> None:
    watch.start()
    sound(watch)
    (watch.inputs / "broken.xlsx").write_bytes(b"PK")
    watch.look(0)
    assert watch.offered() == ["broken.xlsx", NAME]
    (watch.inputs / NAME).rename(watch.inputs / "renamed.xlsx")
    (watch.inputs / "broken.xlsx").unlink()
    watch.look()
    assert watch.offered() == ["renamed.xlsx"]


def ending(watch: Watch, day: date) -> None:
    """The small sound workbook with a term whose last day that is."""
    book = books.put(books.sound(), "Announcements", 2, "duration", None)
    books.put(book, "Announcements", 2, "ends_on", day.isoformat())
    del book["Announcements"][3]  # what goes on with it
    books.written(watch.inputs / NAME, book)


def test_a_date_that_came_starts_one_run_though_nobody_touched_the_workbook(watch: Watch) -> None:
    ending(watch, date.today() - timedelta(days=1))  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    assert watch.begun() == []  # as of today: nothing has come since
    put_back(watch, "days", (date.today() - timedelta(days=3)).isoformat())  # noqa: DTZ011 - the day here
    for _ in range(2):  # and again after a restart
        watch.start()
        watch.look()
        assert [sorted(run.tags)[1] for run in watch.runs()] == ["started by a date: A001"]


def test_a_day_on_which_nothing_comes_starts_no_run(watch: Watch) -> None:
    ending(watch, date.today() + timedelta(days=9))  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    put_back(watch, "days", (date.today() - timedelta(days=3)).isoformat())  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    assert watch.begun() == []


@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", 7, None])
def test_a_clock_that_was_wrong_or_a_memory_that_is_damaged_stops_no_date(watch: Watch, day: object) -> None:
    ending(watch, date.today() - timedelta(days=1))  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    put_back(watch, "days", day)
    watch.start()
    watch.look()
    assert watch.begun() == []
    assert watch.rounds
    assert watch.rounds.memory.days == {NAME: date.today().isoformat()}  # noqa: DTZ011 - the day here


def put_back(watch: Watch, what: str, value: object) -> None:
    """What the watch remembers of the workbook, changed by hand."""
    file = watch.inputs.parent / "home" / "watched.json"
    told = json.loads(file.read_text())
    told[what][NAME] = value
    file.write_text(json.dumps(told))


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
