"""What several rooms' tests share: Prefect's server, started once for all that run the flow."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from tests import books, commands
from tests.conformance import verapdf
from tests.often import often
from tests.workbook import office

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

# Before anything imports Prefect, which reads them then: nothing is reported to anybody, no log is printed.
os.environ["DO_NOT_TRACK"] = "1"
os.environ["PAGES_KEPT"] = "none"  # what one test has drawn is no help to another
os.environ["PREFECT_API_TLS_INSECURE_SKIP_VERIFY"] = (
    "true"  # none is used: each client would read the list anew
)
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL"] = "CRITICAL"
os.environ["PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW"] = "ignore"  # a test of a room logs outside any run


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `make thorough` what every change has no time for."""
    left = often([item for item in items if item.get_closest_marker("thorough")], [])
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


def pytest_collection_finish() -> None:
    """Look for what nobody needs any more among what tests make only, not each time among all of them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say out loud what the tests could not check on this machine."""
    unchecked = [judge.ADVICE for judge in (verapdf, office) if judge.missing()]
    if unchecked:
        terminalreporter.section("not checked", red=True, bold=True)
    for advice in unchecked:
        terminalreporter.write_line(advice, red=True)


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A temporary Prefect server with a home of its own; runs end without waiting for their heartbeat."""
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    from prefect.logging.configuration import setup_logging  # noqa: PLC0415
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings  # noqa: PLC0415
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415

    setup_logging()  # before the first test: the first time, it takes pytest's own ears away
    at_once = temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None})
    with prefect_test_harness(server_startup_timeout=180), at_once:
        yield


@pytest.fixture(scope="module")
def drawn_here() -> Iterator[None]:
    """Editions have their pages drawn in this process, the same pages once: not for tests of the pages."""
    from tests import drawing  # noqa: PLC0415 - not before somebody draws

    with drawing.here():
        yield


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A small sound workbook."""
    return books.written(tmp_path / "record.xlsx", books.sound())


@pytest.fixture
def doubled(tmp_path: Path) -> Path:
    """The same, with the id of its first announcement typed on its second row too."""
    return books.written(tmp_path / "record.xlsx", books.put(books.sound(), "Announcements", 3, "id", "A001"))


class Python(Protocol):
    """Runs this Python anew with these arguments; keeps what it prints."""

    def __call__(self, *arguments: object, **changed: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def python(tmp_path: Path) -> Python:
    """A new process in an empty folder; further names change its environment."""

    def run(*arguments: object, **changed: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "LC_ALL": "C.UTF-8",
            **changed,
        }
        words = [*map(str, arguments)]
        if words[:2] == ["-m", "flows.cli"]:
            return commands.typed(words[2:], tmp_path, environment)
        return commands.begun([sys.executable, *words], tmp_path, environment)

    return run
