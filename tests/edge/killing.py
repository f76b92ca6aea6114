"""A running `onrecord ui` killed at a chosen point of a run, from outside, and what becomes of the run.

`python -m tests.edge.killing` does it at every point to the launcher, the server and the run's own process;
test_recovery does it at a few. Nothing in the product knows of it: what a run is at is told by its processes,
by what lies on its shelf, by who holds the shelf's lock, and by Prefect's own interface. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from flows import ports
from flows.edition import same, store
from tests import books
from tests.served import PATIENCE, Served, by_hand_only, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WHO = ("launcher", "server", "run")
ORDER = {"as_of": "2020-06-15", "languages": ["en"], "extent": "core"}
LAST = ("FAILED", "CRASHED", "COMPLETED", "CANCELLED")
YES = {"decision": "Approve", "name": "Ada Lovelace", "recipients": "everyone", "reason": ""}
BEGUN, SUSPENDED, ANSWERED = "begun", "suspended", "answered"  # from when a point is watched for


@dataclass
class Scene:
    """A run under way, as seen from outside."""

    served: Served
    run: str
    shelf: Path
    seen: set[int] = field(default_factory=set)  # the processes that belonged to the run

    def of_run(self) -> int | None:
        """The run's process."""
        found = [one for one in children(self.served.process.pid) if "flows.serving.server" not in told(one)]
        self.seen.update(found)
        return found[0] if found else None

    def at_work(self, word: str) -> int:
        """How many processes the run has started that are told by that word."""
        run = self.of_run()
        found = [one for one in children(run) if word in told(one)] if run else []
        self.seen.update(found)
        return len(found)

    def state(self) -> dict[str, Any]:
        """The run as Prefect tells of it."""
        found: dict[str, Any] = self.served.ask("GET", f"/api/flow_runs/{self.run}")
        return found

    def artifacts(self) -> list[str]:
        """The keys of what is on its page; the kind of what has none."""
        asked = {"artifacts": {"flow_run_id": {"any_": [self.run]}}}
        return [
            str(one["key"] or one["type"]) for one in self.served.ask("POST", "/api/artifacts/filter", asked)
        ]

    def steps(self) -> list[str]:
        """What the ledger has of it."""
        try:
            lines = (self.shelf / "decisions.jsonl").read_text().splitlines()
        except OSError:
            return []
        read = [json.loads(line) for line in lines]
        return [one["step"] for one in read if one["run"] == self.run]

    def editions(self) -> list[Path]:
        """The folders on its shelf."""
        return sorted(folder for _, _, folder in store.numbered(self.shelf))


class Point(NamedTuple):
    """A point of a run: its name, from when it is watched for, how it is told, and how long after."""

    name: str
    since: str
    reached: Callable[[Scene], object]
    after: float = 0.0  # seconds


POINTS = (
    Point("asked for", BEGUN, lambda _: True),
    Point("process starts", BEGUN, Scene.of_run),
    Point("process loads", BEGUN, Scene.of_run, 0.7),
    Point("flow runs", BEGUN, lambda scene: scene.state()["state_type"] == "RUNNING"),
    Point("Read", BEGUN, lambda scene: scene.at_work('"file"')),
    Point("Clean", BEGUN, lambda scene: scene.at_work('"file"'), 0.35),
    Point("Find", BEGUN, lambda scene: is_locked(scene.shelf)),
    Point("Render begins", BEGUN, lambda scene: scene.at_work("document.apart")),
    Point("Render", BEGUN, lambda scene: scene.at_work("document.apart"), 0.7),
    Point("Render, later", BEGUN, lambda scene: scene.at_work("document.apart"), 1.4),
    Point("Keep writes", BEGUN, lambda scene: [*scene.shelf.glob(".tmp-*/*")]),
    Point("Keep has renamed", BEGUN, Scene.editions),
    Point("publishing", BEGUN, lambda scene: len(scene.artifacts()) > 1),
    Point("published", BEGUN, lambda scene: any("briefing" in key for key in scene.artifacts())),
    Point("asked", BEGUN, Scene.steps),
    Point("suspended", SUSPENDED, lambda _: True),
    Point("Resuming", ANSWERED, lambda _: True),
    Point("second pass loads", ANSWERED, Scene.of_run, 0.5),
    Point("second pass runs", ANSWERED, lambda scene: scene.state()["state_type"] == "RUNNING"),
    Point("approved", ANSWERED, lambda scene: "approved" in scene.steps()),
)


class Outcome(NamedTuple):
    """What became of it."""

    point: str
    who: str
    hit: str  # the run's state when it was killed
    state: str
    message: str
    steps: tuple[str, ...]
    faults: tuple[str, ...]  # what must not be
    gone: float  # seconds from the kill until nothing listened any more
    seconds: float  # from the kill to the run's end

    def __str__(self) -> str:
        told_as = "; ".join(self.faults) or "ok"
        names = f"{self.point:<18}{self.who:<10}{self.hit:<13}{self.state:<22}"
        return f"{names}{self.gone:5.0f} s{self.seconds:5.0f} s  {told_as}"


class House:
    """`onrecord ui` in one folder and on one port, started as often as it is killed."""

    def __init__(self, home: Path) -> None:
        """Start it with a workbook for nobody to run."""
        self.home, self.port = home, free_port()
        self.number = 0
        self.open = serving(home, port=self.port)
        self.served = self.open.__enter__()
        by_hand_only(self.served)

    def until_free(self) -> None:
        """Come back as soon as it can be started again."""
        late = time.monotonic() + PATIENCE
        while not ports.is_free("127.0.0.1", self.port) and time.monotonic() < late:
            time.sleep(0.1)

    def again(self) -> None:
        """Start it again."""
        self.open.__exit__(None, None, None)
        self.open = serving(self.home, port=self.port)
        self.served = self.open.__enter__()

    def close(self) -> None:
        """End it."""
        self.open.__exit__(None, None, None)

    def killed(self, point: Point, who: str, **wishes: object) -> Outcome:
        """What becomes of a run of a new workbook where that process is killed at that point."""
        scene = self.begun(point, **wishes)
        hit = scene.state()["state_name"] if point.since != BEGUN else ""
        wait(scene, point)
        begun = time.monotonic()
        hit = self.kill(who, scene) or hit
        gone = 0.0
        if who != "run":
            self.until_free()
            gone = time.monotonic() - begun
            self.again()
            scene.served = self.served
        found = self.to_the_end(scene)
        took = time.monotonic() - begun
        faults = [*self.wrong(scene, found, point), *([] if hit else ["it was over before"])]
        return Outcome(
            point.name, who, hit, found["state_name"], found["state"]["message"] or "",
            tuple(scene.steps()), tuple(faults), gone, took,
        )  # fmt: skip

    def begun(self, point: Point, **wishes: object) -> Scene:
        """A run of a workbook of its own, at where the point is to be watched for."""
        self.number += 1
        name = f"book-{self.number:02}.xlsx"
        books.written(self.home / "inputs" / name, with_readers())
        scene = Scene(self.served, "", self.home / "outputs" / name.removesuffix(".xlsx"))
        asks = point.since != BEGUN or point.name == "asked"
        scene.run = self.served.begin(name, distribute=asks, **ORDER, **wishes)
        if point.since != BEGUN:
            self.served.ended(scene.run, *LAST, "PAUSED")
        if point.since == ANSWERED:
            answer(scene)
        return scene

    def kill(self, who: str, scene: Scene) -> str:
        """The name of the state the run was in when that process was killed; empty where it had ended."""
        launcher = self.served.process.pid
        victim = {
            "launcher": launcher,
            "server": next(one for one in children(launcher) if "flows.serving.server" in told(one)),
            "run": scene.of_run(),
        }[who]
        scene.seen.update(family(scene.of_run()))
        if victim is None:
            return ""
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGSTOP)  # so that what it was at can be told
        if who == "server":
            os.kill(victim, signal.SIGKILL)
            self.served.process.wait(PATIENCE)
            return "?"
        state = scene.state()
        os.kill(victim, signal.SIGKILL)
        if who == "launcher":
            self.served.process.wait(PATIENCE)
        return "" if state["state_type"] in LAST else str(state["state_name"])

    def to_the_end(self, scene: Scene) -> dict[str, Any]:
        """The run at its end; where it asks, the answer is yes."""
        found = self.served.ended(scene.run, *LAST, "PAUSED")
        if found["state_type"] == "PAUSED":
            answer(scene)
            found = self.served.ended(scene.run)
        return found

    def wrong(self, scene: Scene, found: dict[str, Any], point: Point) -> Iterator[str]:
        """What must not be, and is."""
        if found["state_type"] not in LAST:
            yield f"it never ended: {found['state_name']}"
        if not found["state"]["message"]:
            yield "it ended without a word"
        yield from torn(scene)
        yield from doubted(scene, found)
        if found["state_type"] != "COMPLETED":
            asked = {**ORDER, "distribute": point.since != BEGUN}
            again = Scene(self.served, self.served.begin(scene.shelf.name + ".xlsx", **asked), scene.shelf)
            last = self.to_the_end(again)
            if last["state_type"] != "COMPLETED":
                yield f"run again it ended as {last['state_name']}: {last['state']['message']}"
            yield from torn(scene)
        if len(scene.editions()) != 1:
            yield f"{len(scene.editions())} editions"
        if [*scene.shelf.glob(".tmp-*")]:
            yield "something unfinished is left"
        if left := left_over(scene.seen):
            yield f"still running: {left}"


def torn(scene: Scene) -> Iterator[str]:
    """Each edition that is not whole."""
    for folder in scene.editions():
        if not same.whole(folder):
            yield f"{folder.name} is not whole"


def doubted(scene: Scene, found: dict[str, Any]) -> Iterator[str]:
    """What the ledger has twice, or has and the run has not."""
    steps = Counter(scene.steps())
    yield from (f"{step} {count} times" for step, count in steps.items() if count > 1)
    if found["state_type"] == "COMPLETED" and ("approved" in found["state_name"]) != ("approved" in steps):
        yield f"it ended as {found['state_name']}, the ledger has {dict(steps)}"


def answer(scene: Scene) -> None:
    """Say yes."""
    scene.served.ask("POST", f"/api/flow_runs/{scene.run}/resume", {"run_input": YES})


def wait(scene: Scene, point: Point) -> None:
    """Come back once the point is reached."""
    until(lambda: point.reached(scene))
    time.sleep(point.after)


def until(reached: Callable[[], object]) -> None:
    """Come back once it is so."""
    late = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < late, "it was never so"
        time.sleep(0.002)  # some moments last no longer


def with_readers() -> books.Book:
    """A small sound workbook with somebody to send to."""
    people: books.Rows = [["email", "name"], ["reader@example.org", "A reader"]]
    return {**books.sound(), "Recipients": people}


def children(process: int | None) -> list[int]:
    """The processes started by that one which are still there."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            after_name = status.read_text().rpartition(")")[2].split()
            if int(after_name[1]) == process and after_name[0] != "Z":
                found.append(int(status.parent.name))
    return found


def family(process: int | None) -> set[int]:
    """That process, and all that came of it."""
    if process is None:
        return set()
    return {process}.union(*map(family, children(process)))


def told(process: int) -> str:
    """What it was started with."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def is_locked(folder: Path) -> bool:
    """Whether a process has a lock on that folder."""
    try:
        wanted = f":{folder.stat().st_ino} "
    except OSError:
        return False
    return wanted in Path("/proc/locks").read_text()


def left_over(seen: set[int]) -> list[int]:
    """Those of the run's processes that are there yet, once they had time to end."""
    late = time.monotonic() + 15
    while (there := [one for one in seen if told(one)]) and time.monotonic() < late:
        time.sleep(0.2)
    return there


def told_of(house: House, point: Point, who: str, *, afresh: bool) -> str:
    """What became of it, or that the moment had passed before it was seen: some are a few milliseconds."""
    try:
        outcome = house.killed(point, who, **({"afresh": True} if afresh else {}))
    except AssertionError as missed:
        return f"{point.name:<18}{who:<10}{missed}\n"
    return f"{outcome}\n      {outcome.message}  {outcome.steps}\n"


def main() -> None:
    """Kill each in turn at each point, and print what became of the runs."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--points", type=int, default=len(POINTS))
    asked.add_argument("--only", default="")
    asked.add_argument("--who", nargs="*", default=WHO)
    asked.add_argument("--afresh", action="store_true")
    given = asked.parse_args()
    with TemporaryDirectory() as home:
        house = House(Path(home))
        try:
            for point in [one for one in POINTS if given.only in one.name][: given.points]:
                for who in given.who:
                    if who == "run" and point.name in {"asked for", "suspended", "Resuming"}:
                        continue  # there is none then
                    sys.stdout.write(told_of(house, point, who, afresh=given.afresh))
                    sys.stdout.flush()
        finally:
            house.close()


if __name__ == "__main__":
    main()
