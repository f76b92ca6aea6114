"""What the edge's tests share: one running server for all that only ask it something, and a watch."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.edge.watching import Watch
from tests.served import by_hand_only, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.served import Served

KEPT = "outputs/record/2020-06-15-01/briefing-en.pdf"


@pytest.fixture(scope="session")
def starts() -> Iterator[tuple[ExitStack, list[Served]]]:
    """Every server started in this process, the last one last; all end with the tests."""
    with ExitStack() as stack:
        yield stack, []


@pytest.fixture
def served(starts: tuple[ExitStack, list[Served]], tmp_path_factory: pytest.TempPathFactory) -> Served:
    """`onrecord ui` with one edition on its shelf: the one that runs already, unless a test has ended it."""
    stack, all_of_them = starts
    if not all_of_them or all_of_them[-1].process.poll() is not None:
        home = tmp_path_factory.mktemp("served")
        kept = home / KEPT
        kept.parent.mkdir(parents=True)
        kept.write_bytes(b"%PDF-1.7 not much of one")
        kept.with_suffix(".html").write_bytes(
            b"<!DOCTYPE html><title>x</title><script>fetch('/api')</script>"
        )
        all_of_them.append(stack.enter_context(serving(home)))
        by_hand_only(all_of_them[-1])
    return all_of_them[-1]


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """The watch on an empty folder, at its very first start."""
    for name in ("inputs", "outputs", "home"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("INPUTS", str(tmp_path / "inputs"))
    monkeypatch.setenv("OUTPUTS", str(tmp_path / "outputs"))
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - not before the settings of the tests stand

    from flows.serving import offer, rounds  # noqa: PLC0415 - as above

    _, form, _ = offer.runner(lambda *_: None)
    rounds.prepare()
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "home"))  # ours only: the server has its own
    yield Watch(form, tmp_path / "inputs")
    with get_client(sync_client=True) as client:
        client.delete_deployment(form)
        client.delete_variable_by_name(rounds.SWITCHES)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """End the server with the last test of its group: to look after its workbooks takes the others' time."""
    if group(item) == "serving" and (nextitem is None or group(nextitem) != "serving"):
        running = getattr(item, "funcargs", {}).get("served")
        if running:
            running.process.kill()


def group(item: pytest.Item) -> str:
    """The group of tests that are run one after the other, by the same process."""
    marker = item.get_closest_marker("xdist_group")
    return str(marker.args[0]) if marker else ""
