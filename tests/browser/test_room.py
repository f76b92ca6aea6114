"""The reading room in front of a person: by the keyboard, in both languages, on a phone, and off the net."""

from __future__ import annotations

import socket
import threading
import time
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests import books
from tests.browser.test_axe import violations
from tests.browser.test_screen import BEYOND
from tests.reading_room import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("room")]

ADDRESSES = (
    "/",
    "/check/doubled.xlsx",
    "/compare?one=record/2020-06-15-01&other=record/2021-06-15-01",
    "/gone",
)
PHONE = 320
LONG = "unbrokenbeyondanything" * 5


class Open(NamedTuple):
    """A room that is served, and where."""

    origin: str
    inputs: Path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """The room on a free port, with two workbooks and three editions."""
    import uvicorn  # noqa: PLC0415 - only where a server is wanted

    folder = tmp_path_factory.mktemp("house")
    inputs, outputs = folder / "inputs", folder / "outputs"
    inputs.mkdir()
    book = books.sound()
    doubled = books.put(books.sound(), "Announcements", 3, "id", "A001")
    books.written(inputs / "doubled.xlsx", books.put(doubled, "Announcements", 2, "kind", LONG))
    books.written(inputs / f"{LONG}.xlsx", book)
    rooms.kept(outputs, folder, date(2020, 6, 15), book)
    rooms.kept(outputs, folder, date(2021, 6, 15), books.put(book, "Announcements", 2, "duration", "2 years"))
    rooms.kept(outputs, folder, date(2020, 6, 15), doubled, f"{LONG}.xlsx")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(rooms.served(inputs, outputs), log_level="critical"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        running.start()
        late = time.monotonic() + 30
        while not server.started and time.monotonic() < late:
            time.sleep(0.05)
        yield Open(f"http://127.0.0.1:{listening.getsockname()[1]}", inputs)
        server.should_exit = True
        running.join(30)


@pytest.fixture
def page(chromium: Browser, house: Open) -> Iterator[Page]:
    """A page without JavaScript, closed after the test, that has asked nobody but the room for anything."""
    window = chromium.new_context(base_url=f"{house.origin}/room/", java_script_enabled=False)
    opened = window.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("filechooser", lambda _: None)  # asked for now: a key can outrun the asking
    yield opened
    window.close()
    assert asked
    assert [address for address in asked if not address.startswith((f"{house.origin}/", "data:"))] == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until that has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"Tab never leads to {selector}")


def send(page: Page, workbook: Path) -> None:
    """Choose the file and send it, by the keyboard but for the system's own window of files."""
    tab_to(page, "#workbook")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(workbook)
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_a_broken_workbook_to_a_mended_one_by_the_keyboard(
    page: Page, house: Open, tmp_path: Path
) -> None:
    broken = books.put(books.sound(), "Reactions", 4, "reacted_on", "10/06/2020")
    page.goto("en/")
    send(page, books.written(tmp_path / "mine.xlsx", broken))
    assert page.url.endswith("/room/en/check/mine.xlsx?came=new")
    remark = page.locator(".remark").inner_text()
    assert remark.startswith("Reactions!C4 To put right")
    assert "Type 2020-06-10 or 10 June 2020." in remark
    tab_to(page, "main .ways a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/room/en/")
    send(page, books.written(tmp_path / "mine.xlsx", books.sound()))
    assert "Nothing to mend: every row can be used." in page.locator("main").inner_text()
    with page.expect_download() as taken:
        page.locator(".versions a").click()
    assert taken.value.path().read_bytes() != (house.inputs / "mine.xlsx").read_bytes()
    page.get_by_role("link", name="Cette page en français").click()
    assert "Rien à corriger" in page.locator("main").inner_text()
    assert page.locator("html").get_attribute("lang") == "fr"


def test_what_is_refused_is_told_where_the_focus_is(page: Page, house: Open, tmp_path: Path) -> None:
    (tmp_path / "notes.xlsx").write_bytes(b"%PDF-1.7 x")
    page.goto("fr/")
    send(page, tmp_path / "notes.xlsx")
    summary = page.locator("[role=alert]:focus")
    assert summary.count() == 1
    assert "est un PDF" in summary.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#workbook:focus").count() == 1
    assert not (house.inputs / "notes.xlsx").exists()


def test_the_first_key_leads_past_the_furniture_and_what_has_the_focus_can_be_seen(page: Page) -> None:
    page.goto("en/")
    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main .entry a:focus").count() == 1


def test_two_editions_are_compared_and_page_one_is_there_to_see(page: Page) -> None:
    page.goto("en/")
    pictures = page.locator(".edition-picture")
    assert pictures.count() == 3
    page.get_by_role("link", name="Compare two editions").click()
    assert page.locator("#one").input_value() == "record/2020-06-15-01"
    page.get_by_role("button", name="Compare").click()
    assert "A001" in page.locator(".changes-lines").inner_text()
    page.locator("#other").select_option(f"{LONG}/2020-06-15-01")
    page.get_by_role("button", name="Compare").click()
    assert "These are editions of two workbooks." in page.locator("[role=alert]").inner_text()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_axe_finds_nothing_to_mend_and_nothing_reaches_over_the_edge(
    chromium: Browser, house: Open, axe: str, language: str, width: int
) -> None:
    window = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if width == PHONE else "light",
        bypass_csp=True,  # else the page lets no rule of axe-core in
    )
    page = window.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    for address in ADDRESSES:
        page.goto(f"{house.origin}/room/{language}{address}")
        assert violations(page, axe) == {}, address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.evaluate(BEYOND.replace(".skip", ".skip, .unseen")) == [], address
    window.close()
    assert [line for line in said if "404" not in line] == []


def test_wherever_the_keyboard_leads_it_can_be_seen_and_the_page_s_policy_is_kept(
    chromium: Browser, house: Open
) -> None:
    window = chromium.new_context(viewport={"width": 390, "height": 800})
    page = window.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto(f"{house.origin}/room/en/")
    for _ in range(20):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2
    assert page.evaluate("document.fonts.check('1em Inter')")
    assert page.evaluate("[...document.images].every(one => one.loading === 'lazy' || one.naturalWidth > 0)")
    assert said == []
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://elsewhere.example/x.png\">')"
    )
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in line for line in said)
    window.close()
