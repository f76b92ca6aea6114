"""A crash in the middle of a run, through the real thing: what is killed is started again, and the run ends.

Every point, and every process, by hand: `python -m tests.edge.killing`.
"""

from __future__ import annotations

import json
import sys
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from flows import settings
from flows.edition import store
from tests import books
from tests.edge import killing
from tests.served import by_hand_only

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("recovery"),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process is at"),
]
POINTS = {point.name: point for point in killing.POINTS}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[killing.House]:
    """One home for all of them: each start after a crash serves the next."""
    house = killing.House(tmp_path_factory.mktemp("house"))
    yield house
    house.close()


def test_a_schedule_switched_on_has_its_runs_on_the_page(house: killing.House) -> None:
    served, form = house.served, house.served.form()["id"]
    weekly = next(one for one in served.form()["schedules"] if one["slug"] == "weekly")
    address = f"/api/deployments/{form}/schedules/{weekly['id']}"
    served.ask("PATCH", address, {"active": True})
    due = {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}
    killing.until(lambda: served.ask("POST", "/api/flow_runs/filter", due))  # every five seconds, or a minute
    served.ask("PATCH", address, {"active": False})
    killing.until(lambda: not served.ask("POST", "/api/flow_runs/filter", due))


@pytest.mark.thorough
def test_a_run_whose_process_is_ended_says_so_in_words_and_pressed_again_makes_one_edition(
    house: killing.House,
) -> None:
    found = house.killed(POINTS["Render"], "run")
    assert found.faults == ()
    assert found.state == "Crashed"
    assert found.message.startswith(
        "The run was ended from outside, or ran out of memory. Press Run again: what had been kept is not "
        "made twice, and what was sent is not sent twice. ("
    )


@pytest.mark.thorough
def test_an_answer_given_right_before_a_crash_is_not_lost_and_not_asked_for_again(
    house: killing.House,
) -> None:
    found = house.killed(POINTS["second pass runs"], "server")
    assert found.faults == ()
    assert (found.state, found.steps) == ("Completed: approved", ("asked", "approved"))


def test_a_run_begun_by_a_save_and_cut_off_by_a_crash_goes_on_once_and_the_save_starts_no_other(
    house: killing.House,
) -> None:
    house.served.ask("PATCH", "/api/variables/name/on_record_starts_by_itself", {"value": {}})
    books.written(house.home / "inputs" / "saved.xlsx", books.sound())
    killing.until(lambda: of_the_save(house))
    run = str(of_the_save(house)[0]["id"])
    scene = killing.Scene(house.served, run, house.home / "outputs" / "saved")
    killing.wait(scene, POINTS["Render"])
    assert house.kill("launcher", scene) == "Running"
    house.until_free()
    house.again()
    scene.served = house.served
    found = house.to_the_end(scene)
    assert [*house.wrong(scene, found, POINTS["Render"])] == []
    assert found["state_type"] == "COMPLETED"
    assert len(of_the_save(house)) == 1
    kept = json.loads((house.home / "prefect" / "watched.json").read_text())
    assert "saved.xlsx" in kept["saves"]
    assert not [key for key in scene.artifacts() if "progress" in key]


def of_the_save(house: killing.House) -> list[dict[str, object]]:
    """The runs of the workbook that was saved."""
    found = house.served.ask("POST", "/api/flow_runs/filter", {})
    return [run for run in found if run["parameters"].get("workbook") == "saved.xlsx"]


@pytest.mark.thorough
def test_two_cancelled_one_while_it_waits_and_one_while_it_renders_leave_nothing_and_the_shelf_free(
    house: killing.House,
) -> None:
    by_hand_only(house.served)  # the save starts no run of its own here
    name, outputs = "twice.xlsx", house.home / "outputs"
    copy(settings.INPUTS / settings.SHIPPED, house.home / "inputs" / name)  # its pages take a while
    served, shelf = house.served, outputs / "twice"
    order = {"as_of": "2021-05-17", "languages": ["en", "fr"], "extent": "full", "afresh": True}
    with store.alone(outputs, "twice", lambda: None):  # as a third run would
        first, second = (served.begin(name, **order) for _ in range(2))
        for run in (first, second):
            killing.until(lambda run=run: "waiting until it has ended" in logged(house, run))  # type: ignore[misc]
        cancel(house, first)
        assert served.ended(first)["state_type"] == "CANCELLED"
        assert served.ask("GET", f"/api/flow_runs/{second}")["state_type"] == "RUNNING"
    scene = killing.Scene(served, second, shelf)
    killing.wait(scene, POINTS["Render begins"])
    cancel(house, second)
    assert served.ended(second)["state_type"] == "CANCELLED"
    assert [*shelf.iterdir()] == []
    killing.until(lambda: killing.left_over(scene.seen) == [])
    assert not killing.is_locked(shelf)


def cancel(house: killing.House, run: str) -> None:
    """What the page does when somebody presses Cancel."""
    state = {"state": {"type": "CANCELLING", "name": "Cancelling"}}
    house.served.ask("POST", f"/api/flow_runs/{run}/set_state", state)


def logged(house: killing.House, run: str) -> str:
    """What the run has said so far."""
    asked = {"logs": {"flow_run_id": {"any_": [run]}}}
    return " ".join(line["message"] for line in house.served.ask("POST", "/api/logs/filter", asked))
