"""Prefect's page as a person uses it: the form, a run, its artifacts, the question whether it may go out."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.served import Served

LONG = 120_000  # milliseconds a busy machine may take for an edition
SHORT, TRIES = 8_000, 5  # milliseconds for a list to stand still, and how often it is opened
KEPT = "PICTURES"  # in the environment where the README's pictures are to be made anew


@dataclass
class Desk:
    """A browser's page on a running server; every address it asked for, whoever answered."""

    page: Page
    served: Served
    asked: list[str] = field(default_factory=list)

    def open_form(self) -> None:
        """Go from the list of deployments to the form, by clicking only."""
        self.page.goto(self.served.at("/v2/deployments"))
        self.page.get_by_role("link", name="briefing", exact=True).first.click()
        self.page.get_by_role("button", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Custom run").click()
        self.page.get_by_role("button", name="Submit").wait_for()

    def choose(self, now: str, option: str) -> None:
        """In the list that shows the first, choose the second; opened again where the page has closed it.

        Prefect's page draws a form anew when it hears of the run, and an open list is closed then.
        """
        from playwright.sync_api import TimeoutError as TooLate  # noqa: PLC0415 - as in conftest

        shown = self.page.locator("button", has_text=re.compile(rf"^{re.escape(now)}$")).last
        for _ in range(TRIES):
            shown.click()
            with suppress(TooLate):
                self.page.get_by_role("option", name=option, exact=True).click(timeout=SHORT)
                return
        raise AssertionError(f"{option} could not be chosen")

    def submit(self) -> str:
        """Send the form; the id of the new run."""
        with self.page.expect_response(re.compile("/create_flow_run")) as answer:
            self.page.get_by_role("button", name="Submit").click()
        made = answer.value.json()
        assert " as of " in made["name"]  # so the list shows it from the start
        return str(made["id"])

    def open_run(self, run: str, tab: str = "Logs") -> None:
        """Look at a run."""
        self.page.goto(self.served.at(f"/v2/runs/flow-run/{run}?tab={tab}"))
        self.page.get_by_role("tab", name=tab).wait_for()

    def see(self, words: str) -> None:
        """Wait until the page says so."""
        self.page.get_by_text(words).first.wait_for(timeout=LONG)

    def answer(self) -> Locator:
        """The form that a suspended run shows when it is to go on."""
        self.page.locator("button[aria-haspopup=menu]").first.click()
        self.page.get_by_role("menuitem", name="Resume").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_text("Your name").wait_for()
        return dialog

    def resume(self, dialog: Locator, name: str) -> None:
        """Give that name and let the run go on; the form closes once the server took it."""
        dialog.get_by_role("textbox").first.fill(name)
        with self.page.expect_response(re.compile("/resume")) as answer:
            dialog.get_by_role("button", name="Resume").click()
        assert answer.value.status == 201, answer.value.text()

    def picture(self, name: str) -> None:
        """Keep what is seen for the README, where somebody asked for its pictures."""
        if os.environ.get(KEPT):
            self.page.screenshot(path=ROOT / "docs" / f"{name}.png")
