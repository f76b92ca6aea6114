"""The page for the team in a browser: nothing asked for, nothing cut off, nothing for axe-core to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.mending.page import html
from tests import books
from tests.browser.opened import Opened, Visits
from tests.browser.test_axe import violations
from tests.mending.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.books import Book
    from tests.browser.opened import Scheme

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("shipped")]
A, R = "Announcements", "Reactions"


def faulty() -> Book:
    """Mistakes of every sort, a very long word, letters that run the other way."""
    book = books.put(books.sound(), A, 3, "kind", "w" * 300)
    books.put(book, A, 2, "users", None)
    books.put(book, R, 4, "reacted_on", "\u202e10/06/2020")
    books.put(book, R, 2, "stance", "مرحبا بالعالم")
    books.put(book, R, 3, "id", "r 1.1")
    return books.put(book, A, 2, "Our own view", "x")


def french() -> Book:
    """Nothing to complain of."""
    return books.sound("fr")


PAGES: dict[str, Callable[[], Book]] = {"faulty": faulty, "french": french}


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Callable[[str, int, Scheme], Opened]]:
    """Opens the page of that workbook, after an edition of the sound one."""

    def shelf(name: str) -> Path:
        desk, page = Desk(tmp_path), tmp_path / f"{name}.html"
        before = desk.kept(books.put(books.sound(), A, 4, "kind", "moratorum"))
        page.write_text(html(desk.told(PAGES[name](), before)), encoding="utf-8")
        return page

    visits = Visits(chromium, shelf)
    yield lambda name, width, scheme: visits.open(name, width=width, scheme=scheme)
    visits.close()


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [("faulty", 320, "dark"), ("faulty", 1280, "light"), ("french", 390, "light")],
)
def test_the_page_is_whole_at_any_width_and_axe_finds_nothing_to_mend(
    visit: Callable[[str, int, Scheme], Opened], axe: str, name: str, width: int, scheme: Scheme
) -> None:
    opened = visit(name, width, scheme)
    assert {address.partition(":")[0] for address in opened.asked} - {"data"} == {"file"}
    assert opened.said == []
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert opened.page.evaluate(beyond) == 0
    assert violations(opened.page, axe) == {}


def test_the_keyboard_leads_past_the_contents_to_the_list(
    visit: Callable[[str, int, Scheme], Opened],
) -> None:
    page = visit("faulty", 1280, "light").page
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the list"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "list"
