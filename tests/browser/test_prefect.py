"""From a workbook to a PDF that may go out, as somebody does it who never saw Prefect: a real browser."""

from __future__ import annotations

import re
import signal
import sys
import time
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import pytest

from tests import books
from tests.browser.desk import LONG, Desk
from tests.often import often
from tests.served import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.served import Served

# One server after the other on one folder; the tests go through a team's day in their order.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("desk")]

BRIEF = {"languages": ["en"], "extent": "core", "as_of": "2020-06-15"}
LEDGER = "outputs/record/decisions.jsonl"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team's folder: a workbook with recipients in its inputs."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "inputs").mkdir()
    books.written(folder / "inputs" / "record.xlsx", books.sound() | {"Recipients": books.RECIPIENTS})
    return folder


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[Served]:
    with serving(home) as started:
        started.told()
        yield started


@pytest.fixture
def desk(chromium: Browser, served: Served) -> Iterator[Desk]:
    """A new window; nothing in it may ask another machine for anything that is then allowed to leave."""
    window = chromium.new_context(viewport={"width": 1280, "height": 1000}, locale="en-GB")
    opened = Desk(window.new_page(), served)
    opened.page.on("requestfinished", lambda request: opened.asked.append(request.url))
    yield opened
    window.close()
    own = (served.at("/"), served.at("/").replace("http", "ws", 1), "data:", "blob:")
    assert [address for address in opened.asked if not address.startswith(own)] == []


def test_the_form_speaks_plainly_and_refuses_what_cannot_be_before_there_is_a_run(desk: Desk) -> None:
    desk.open_form()
    for title in ("Workbook", "Edition date", "Next edition date", "Languages", "Extent", "Distribute"):
        desk.page.get_by_text(re.compile(rf"^{title}( \(Optional\))?$")).first.wait_for()
    assert desk.page.get_by_text('Property is type "None"').count() == 0
    desk.picture("ui-form")
    desk.page.get_by_text("Pick a date").nth(1).click()
    desk.page.locator("[role=gridcell] button").first.click()  # a day that has gone by, or is today
    desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name="Submit").click()
    desk.see("has to come after this one")
    assert "/run" in desk.page.url.partition("/deployment/")[2]
    assert desk.served.ask("POST", "/api/flow_runs/filter", {}) == []


def test_from_the_form_to_an_open_pdf_by_clicking(desk: Desk, home: Path) -> None:
    desk.open_form()
    run = desk.submit()
    desk.page.get_by_text("View run").click()  # in a notice that goes away by itself
    desk.see("record.xlsx as of")
    assert run in desk.page.url
    desk.see("PDF: ")  # the last line of its log, without asking for the page again
    told = desk.page.locator("main, body").first.inner_text()
    assert "record.xlsx has" in told
    assert "Every row can be used." in told
    assert desk.served.ended(run)["state_name"] == "Completed"
    desk.open_run(run, "Artifacts")
    desk.see("English PDF")
    cards = desk.page.get_by_text(
        re.compile(r"^(briefing|changed|to-fix|next|numbers)-record-")
    ).all_inner_texts()
    assert [card.split("-record")[0] for card in cards] == [
        "briefing",
        "changed",
        "to-fix",
        "next",
        "numbers",
    ]
    desk.picture("ui-run")
    (pdf,) = [*(home / "outputs" / "record").glob("*/briefing-en.pdf")]
    with desk.page.expect_popup() as opened:  # at one click, and the run's page is still there
        desk.page.get_by_role("link", name="English PDF", exact=True).click()
    assert run in desk.page.url
    answer = desk.page.request.get(opened.value.url)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body() == pdf.read_bytes()


def test_a_broken_workbook_is_mended_by_reading_the_pages_only(desk: Desk, home: Path) -> None:
    broken = books.written(
        home / "team.xlsx", books.put(books.sound(), "Reactions", 2, "reacted_on", "10/06/2020")
    )
    upload(desk, broken)
    desk.see("Reactions!C2")
    desk.see("Type 2020-06-10 or 10 June 2020.")
    run = started_by_itself(desk, "team.xlsx")
    told = desk.served.ended(run)["state"]["message"]
    assert told == "Final edition no. 1. 2 rows are set aside until a cell of each is mended."
    desk.open_run(run, "Artifacts")
    desk.page.get_by_text(re.compile(r"^to-fix-team-")).first.click()
    desk.page.get_by_role("link", name=re.compile(r"^[0-9a-f]{8}$")).first.click()
    for words in ("Reactions!C2", "10/06/2020", "Type 2020-06-10 or 10 June 2020."):
        desk.see(words)
    upload(desk, books.written(home / "team.xlsx", books.sound()))
    desk.see("Nothing to mend")
    desk.page.goto(desk.served.at("/room/en/"))
    desk.see("Workbooks and editions")
    desk.picture("room")


def upload(desk: Desk, workbook: Path) -> None:
    """Hand a workbook in at the reading room."""
    desk.page.goto(desk.served.at("/room/en/"))
    desk.page.get_by_label("Workbook", exact=True).set_input_files(workbook)
    desk.page.get_by_role("button", name="Check and keep").click()


def started_by_itself(desk: Desk, workbook: str) -> str:
    """The id of the run that a save of that workbook started."""
    for _ in range(240):
        runs = desk.served.ask("POST", "/api/flow_runs/filter", {})
        found = [run for run in runs if run["parameters"].get("workbook") == workbook]
        if found:
            (one,) = found
            assert "started by a save" in one["tags"]
            return str(one["id"])
        desk.page.wait_for_timeout(500)
    raise AssertionError("no run was started")


def test_nothing_goes_out_before_somebody_approves_who_saw_what_goes_to_whom(desk: Desk) -> None:
    run = desk.served.begin("record.xlsx", **BRIEF, distribute=True, recipients="press")
    assert desk.served.ended(run, "PAUSED", "FAILED")["state_name"] == "Suspended"
    desk.open_run(run)
    dialog = desk.answer()
    dialog.get_by_text("Who gets what: press, 2 people").wait_for()
    shown = dialog.inner_text()
    assert "a…@example.org" in shown
    assert "ada@example.org" not in shown
    assert dialog.get_by_role("img", name="Page one of briefing-en.pdf").count() == 1
    desk.picture("ui-approval")
    desk.choose("Select", "Approve")
    dialog.get_by_role("button", name="Resume").click()
    desk.see("'name' is a required property")
    with desk.page.expect_popup() as opened:
        dialog.get_by_role("link", name="briefing-en.pdf").click()
    assert opened.value.url.endswith("/briefing-en.pdf")
    assert dialog.get_by_text("Approve").count() >= 1  # what was chosen is still there
    dialog.get_by_role("button", name="Cancel").click()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_question_is_asked_again_for_other_readers_though_the_server_was_restarted(
    chromium: Browser, home: Path, served: Served
) -> None:
    """The restart where there is time for one: on every change test_recovery has its own."""
    begun_anew = often(on_every_change=False, thorough=True)
    with restarted(served, home) if begun_anew else nullcontext(served) as again:
        again.told()
        window = chromium.new_context(viewport={"width": 1280, "height": 1400})
        desk = Desk(window.new_page(), again)
        (waiting,) = [
            run["id"]
            for run in again.ask("POST", "/api/flow_runs/filter", {})
            if run["state_name"] == "Suspended"
        ]
        desk.open_run(waiting)
        dialog = desk.answer()
        desk.choose("Select", "Change the recipients")
        desk.choose("press", "board")
        desk.resume(dialog, "Ada Lovelace")
        asked_again = until(home, "asked", "regrouped", "asked")
        assert again.ended(waiting, "PAUSED", "FAILED", "COMPLETED")["state_name"] == "Suspended"
        desk.open_run(waiting)
        dialog = desk.answer()
        dialog.get_by_text("Who gets what: board, 1 person").wait_for(timeout=LONG)
        desk.choose("Select", "Approve")
        desk.resume(dialog, "Ada Lovelace")
        ended = again.ended(waiting)
        window.close()
    assert ended["state_name"] == "Completed: approved"
    assert ended["state"]["message"] == (
        "Final edition no. 1. Approved by Ada Lovelace (as stated) for board, 1 recipient. "
        "Nothing was sent: no mail server is set up under Blocks. Once there is one, run the flow "
        "distribution."
    )
    assert asked_again < until(home, "asked", "regrouped", "asked", "approved")
    assert "example.org" not in (home / LEDGER).read_text(encoding="utf-8")


@contextmanager
def restarted(served: Served, home: Path) -> Iterator[Served]:
    """The server once it has been ended in order and started again."""
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(60) == 0
    with serving(home) as again:
        yield again


def until(home: Path, *steps: str) -> int:
    """How long the ledger is once these are its steps."""
    late = time.monotonic() + LONG / 1000
    while True:
        told = (home / LEDGER).read_text(encoding="utf-8")
        found = tuple(re.findall(r'"step": "(\w+)"', told))
        if found == steps or time.monotonic() > late:
            assert found == steps
            return len(told)
        time.sleep(0.2)
