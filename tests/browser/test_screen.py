"""The edition for the screen as readers meet it: on a phone, by the keyboard, on paper, off line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.browser import screens
from tests.often import often

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.opened import Scheme, Visit

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("shipped")]

BEYOND = """() => [...document.querySelectorAll('body *:not(.skip)')]
    .filter(one => !one.closest('svg, [role=group]') && one.getBoundingClientRect().right > innerWidth + 0.5)
    .filter(one => getComputedStyle(one.closest('thead') || one).clipPath === 'none')
    .map(one => one.outerHTML.slice(0, 200))"""
"""Every element that reaches over the edge; a drawing that can be moved may, and heads kept for the ear."""
INKED = 612 - 40  # no reader's printer inks beyond that, in points from the left of an American sheet


LIGHT: tuple[Scheme, tuple[int, ...]] = ("light", (1280, 768))
DARK: tuple[Scheme, tuple[int, ...]] = ("dark", (320, 1280))
SHOWN = [(name, *way) for name in screens.NAMES for way in (LIGHT, DARK)]
BY_TURNS = [
    (f"{kind}-{('fr', 'en')[at % 2]}", *(DARK, LIGHT)[at % 2]) for at, kind in enumerate(screens.KINDS)
]


@pytest.mark.parametrize(("name", "scheme", "widths"), often(BY_TURNS, SHOWN))
def test_nothing_has_to_be_scrolled_sideways_is_asked_for_or_complained_of(
    visit: Visit, name: str, scheme: Scheme, widths: tuple[int, ...]
) -> None:
    opened = visit(name, width=widths[0], scheme=scheme)
    for width in widths:  # in one window: what it asks for late, it asks meanwhile
        opened.page.set_viewport_size({"width": width, "height": 800})
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.page.evaluate(BEYOND) == []
    opened.page.wait_for_load_state("networkidle")
    assert {address for address in opened.asked if not address.startswith("data:")} == {opened.page.url}
    assert opened.said == []


def test_what_reaches_over_the_edge_would_be_seen(visit: Visit) -> None:
    page = visit("core-en", width=320).page
    page.evaluate("document.querySelector('main p').style.width = '30rem'")
    assert len(page.evaluate(BEYOND)) == 1


def test_a_request_would_be_seen_and_a_script_does_not_run(visit: Visit) -> None:
    opened = visit("core-en")
    opened.page.evaluate("""document.body.insertAdjacentHTML('beforeend',
        '<img src="https://elsewhere.example/x.png" onerror="document.title=1">')""")
    opened.page.wait_for_timeout(200)
    assert any("Content Security Policy" in line for line in opened.said)
    assert opened.page.title() != "1"


def test_the_page_is_set_in_the_faces_it_carries(visit: Visit) -> None:
    page = visit("first-fr").page
    loaded = page.evaluate("document.fonts.ready.then(all => [...all].map(one => one.family + one.status))")
    assert {one.replace('"', "") for one in loaded} == {"Literataloaded", "Interloaded"}


@pytest.mark.parametrize("name", ["first-en", "core-fr"])
def test_the_first_key_leads_past_the_contents(visit: Visit, name: str) -> None:
    page = visit(name, width=320).page
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.get_attribute("href") == "#text"
    box = link.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_wherever_the_keyboard_leads_it_can_be_seen(visit: Visit) -> None:
    page = visit("first-en").page
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate("""(one => [getComputedStyle(one).outlineStyle,
            parseFloat(getComputedStyle(one).outlineWidth)])(document.activeElement)""")
        assert style[0] == "solid"
        assert style[1] >= 2


@pytest.mark.parametrize("name", ["first-fr", "core-en"])
def test_each_line_of_the_contents_leads_to_its_heading(visit: Visit, name: str) -> None:
    page = visit(name).page
    links = page.locator("nav.index a")
    assert links.count() == {"first-fr": 20, "core-en": 8}[name]
    for link in links.all():
        link.click()
        anchor = link.get_attribute("href") or ""
        heading = page.locator(anchor).locator("h2").first
        assert heading.inner_text() == link.inner_text()
        box = heading.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 800


def test_a_drawing_wider_than_the_phone_is_moved_by_the_keyboard(visit: Visit) -> None:
    page = visit("first-en", width=320).page
    drawing = page.locator(".figure [role=group]")
    drawing.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(50):  # the page's policy lets no string be run, which waiting for it would take
        if page.evaluate("document.activeElement.scrollLeft") > 0:
            break
        page.wait_for_timeout(100)
    assert page.evaluate("document.activeElement.scrollLeft") > 0
    letters = page.evaluate("document.querySelector('.figure text').getBoundingClientRect().height")
    assert letters > 10  # pixels: what can be read


def test_on_a_phone_each_cell_stands_below_its_row_behind_the_name_of_its_column(visit: Visit) -> None:
    page = visit("first-en", width=320).page
    cell = page.locator(".demands td").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content").startswith('"Amazon"')
    header = cell.locator("xpath=../th").bounding_box()
    box = cell.bounding_box()
    assert header is not None
    assert box is not None
    assert box["y"] >= header["y"] + header["height"] - 1


def words(text: str) -> str:
    """The letters and figures alone: how lines and hyphens fall is the printer's business."""
    return re.sub(r"[\W_]+", "", text)


def printed(page: Page, path: Path) -> pypdfium2.PdfDocument:
    """What the browser prints, on the paper that is narrowest among the common ones."""
    page.pdf(path=path, format="Letter")
    return pypdfium2.PdfDocument(path)


@pytest.mark.parametrize("name", ["first-fr", "messy-en"])
def test_printed_from_the_browser_no_cell_is_cut(visit: Visit, name: str, tmp_path: Path) -> None:
    page = visit(name, scheme="dark").page
    told = page.evaluate("[...document.querySelectorAll('td, th')].map(one => one.textContent)")
    sheets = printed(page, tmp_path / "printed.pdf")
    texts = [sheet.get_textpage() for sheet in sheets]
    found = words("".join(text.get_text_bounded() for text in texts))
    assert [one for one in told if words(one) not in found] == []
    for text in texts:
        rights = [text.get_rect(place)[2] for place in range(text.count_rects())]
        assert max(rights, default=0) <= INKED


def test_on_paper_the_page_is_black_on_white_and_without_navigation(visit: Visit) -> None:
    page = visit("first-en", scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(27, 29, 30)", "rgba(0, 0, 0, 0)"]
    assert not page.locator("nav.index").is_visible()
    assert not page.locator("nav.forms").is_visible()


def test_a_draft_says_so_wherever_the_reader_is(visit: Visit) -> None:
    page = visit("messy-fr", width=320).page
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    mark = page.locator(".draft-mark")
    box = mark.bounding_box()
    assert box is not None
    assert mark.inner_text() == "PROJET"
    assert 0 <= box["y"] < 40


def test_a_draft_says_so_on_every_sheet_of_paper(visit: Visit, tmp_path: Path) -> None:
    texts = [sheet.get_textpage() for sheet in printed(visit("messy-en").page, tmp_path / "printed.pdf")]
    assert len(texts) > 3
    assert all("DRAFT" in text.get_text_bounded() for text in texts)
