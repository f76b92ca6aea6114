"""The edition for the screen: all that the PDF says, in one file that asks for nothing."""

from __future__ import annotations

import re
import runpy
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flows.document import compose, markup, render, screen
from tests import books
from tests.document import making, shipped
from tests.document.test_look import LOGO

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
pytestmark = pytest.mark.xdist_group("shipped")
MOST = 1_200_000  # bytes: what a telephone loads in a moment
BLOCKS = {"p", "li", "h1", "h2", "h3", "th", "td", "title"}


class Passages(HTMLParser):
    """The text of every block of a page in reading order, and what stands for its drawings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipped = ""
        self.feed(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "nav":
            self.skipped = tag
        if tag in BLOCKS:
            self.found.append("")
        if tag in {"img", "svg"} and self.found:
            self.found[-1] += told.get("alt") or told.get("aria-label") or ""
            self.skipped = self.skipped or ("svg" if tag == "svg" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skipped:
            self.skipped = ""

    def handle_data(self, data: str) -> None:
        if self.found and not self.skipped:
            self.found[-1] += data


def passages(page: str) -> list[str]:
    """The words of each block, spaces evened out; the contents, which each lays out its own way, apart."""
    told = (re.sub(r"\s+", " ", one).strip() for one in Passages(page).found)
    return [one for one in told if one]


def left_out(page: str, shown_as: str) -> list[str]:
    """The passages of the page that do not stand on the screen in the same order."""
    printed, shown = passages(page), iter(passages(shown_as))
    assert len(printed) > 50
    return [one for one in printed if not any(one in other for other in shown)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_passage_of_the_pdf_stands_on_the_screen_in_the_same_order(language: str) -> None:
    for made in (shipped.made(making.FOUNDING, language), shipped.after_the_term(language, "core")):
        assert left_out(made.html, made.screen) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_so_does_every_passage_of_the_day_after_the_term_before_its_pages_are_laid_out(language: str) -> None:
    briefing = making.composed(shipped.found_after_the_term(), language)
    assert left_out(render.html(briefing), screen.screen(briefing)) == []


def test_a_passage_left_out_of_the_screen_would_be_missed() -> None:
    made = shipped.after_the_term("en", "core")
    less = made.screen.replace("no extension found", "", 1)
    assert less != made.screen
    shown = iter(passages(less))
    assert not all(any(one in other for other in shown) for one in passages(made.html))


def test_it_is_one_small_file_that_names_no_other_but_those_beside_it() -> None:
    page = shipped.made(making.FOUNDING, "fr").screen
    assert len(page.encode()) < MOST
    assert re.findall(r"\b(?:src|srcset|poster|action|ping)=", page) == []  # no logo in that one
    assert "@import" not in page
    assert {found[:5] for found in re.findall(r"url\(([^)]*)\)", page) if found[0] != "#"} == {"data:"}
    assert set(re.findall(r'<link[^>]*href="([^"]*)"', page)) == {"data:,"}
    assert "<script" not in page
    assert "default-src 'none'" in page.partition("<title>")[0].replace("&#x27;", "'")


def test_the_same_briefing_gives_the_same_bytes() -> None:
    briefing = making.composed(shipped.found(making.FOUNDING), "en")
    assert screen.screen(briefing) == screen.screen(briefing)


def edition(*languages: str) -> compose.Briefing:
    """The English briefing of an edition in these languages."""
    known = replace(making.EDITION, languages=languages)
    return compose.briefing(shipped.found(making.FOUNDING), "en", edition=known, extent="core")


def test_each_language_leads_to_the_others_of_its_edition_and_to_its_own_pdf() -> None:
    both, alone = screen.screen(edition("en", "fr")), screen.screen(edition("en"))
    link = '<a href="briefing-fr.html" rel="alternate" hreflang="fr" lang="fr">'
    assert link in both
    assert "briefing-fr" not in alone
    assert 'href="briefing-en.pdf"' in alone


def test_every_cell_bears_the_name_of_its_column() -> None:
    page = shipped.made(making.FOUNDING, "en").screen
    cells = re.findall(r'<td[^>]* data-column="([^"]*)"', page)
    assert len(cells) == page.count("<td") > 300
    assert "" not in cells
    assert {"Amazon", "What we know", "Printed on pages"} <= set(map(unescape, cells))


def test_every_address_within_the_page_is_there_once() -> None:
    page = shipped.made(making.FOUNDING, "fr").screen
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)
    assert set(re.findall(r"url\(#([^)]*)\)", page)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]*)"', page)) <= set(ids)


def test_words_of_a_cell_stay_words(tmp_path: Path) -> None:
    hostile = "</td><script>alert(1)</script>&lt;b&gt; <svg onload=x> \" onclick='y'"
    book = books.put(books.sound(), "Announcements", 2, "summary", hostile)
    page = screen.screen(making.composed(making.found(tmp_path, book), "en"))
    assert "<script" not in page
    assert "<svg onload" not in page
    assert any(hostile in one for one in passages(page))


def test_a_name_of_a_column_stays_words(tmp_path: Path) -> None:
    named = '"><img src=x onerror=y>'
    book = books.put(books.sound(), "Announcements", 2, "organisation", named)
    book = books.put(book, "Reactions", 2, "target", named)
    page = screen.screen(making.composed(making.found(tmp_path, book), "en"))
    assert named in unescape(page)
    assert "<img" not in page


def test_a_logo_stays_a_picture_though_its_file_is_a_drawing(tmp_path: Path) -> None:
    edition = replace(making.EDITION, logo=LOGO)
    found = making.found(tmp_path, books.sound())
    page = screen.screen(compose.briefing(found, "en", edition=edition, extent="core"))
    plain = screen.screen(compose.briefing(found, "en", edition=making.EDITION, extent="core"))
    assert page.count("<svg") == plain.count("<svg")
    assert re.findall(r'<img class="masthead-logo" src="data:image/svg\+xml;base64,', page)


def test_the_faces_of_the_screen_are_thinned_from_those_of_the_page() -> None:
    thin = runpy.run_path(str(FONTS / "thin.py"))
    kept = {path.stem: path.read_bytes() for path in (FONTS / "screen").iterdir()}
    assert kept == {face: thin["thinned"](face) for face in thin["FACES"]}


def test_a_style_sheet_never_ends_its_own_element() -> None:
    sheets = [path.name for path in (FONTS.parent / "css").glob("*.css")]
    assert "screen.css" in sheets
    assert [name for name in sheets if "</" in markup.sheet(f"css/{name}")] == []
