"""A real browser in front of the edition for the screen: Chromium without a window, and axe-core's rules."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import opened, screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# What a browser would otherwise ask of machines elsewhere before any page is open.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def lacking(what: str) -> None:
    """Say aloud what these tests cannot do; on a machine that gates changes that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules of axe-core as a script; fetched once by npm, in the version that the lock file pins."""
    npm = shutil.which("npm")
    if not AXE.is_file() and npm is None:
        lacking("The HTML edition is not held against axe-core: install Node.js and npm, then test again.")
    if not AXE.is_file():
        subprocess.run([npm or "npm", "ci"], cwd=HERE, check=True, timeout=300, capture_output=True)  # noqa: S603
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser, started once a file.

    Its loop runs in the tests' own thread; while it does, Prefect would take every call for one of a loop's.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a second that other tests need not wait

    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        lacking("The HTML edition is not opened in a browser: install Chromium, then test again.")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The path of a page by its name, written when it is first asked for."""
    folder = tmp_path_factory.mktemp("screens")

    def path(name: str) -> Path:
        page = folder / f"{name}.html"
        if not page.exists():
            page.write_text(screens.page(name, folder), encoding="utf-8")
        return page

    return path


@pytest.fixture
def visit(chromium: Browser, shelf: Callable[[str], Path]) -> Iterator[opened.Visit]:
    """Opens pages by their names, each in a window of its own; closes them after the test."""
    visits = opened.Visits(chromium, shelf)
    yield visits.open
    visits.close()
