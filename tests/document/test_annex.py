"""Where to find each row: the annex names every page on which the row's id is printed."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.document import compose, render
from flows.document.parts.annex import PARTS
from flows.document.tracing.mentions import ID, PLAIN
from flows.record import changes, findings
from tests import books, reading
from tests.document import making, shipped
from tests.document.marked import marked
from tests.document.tracing import A, R, cleaned, kept, richer

if TYPE_CHECKING:
    from flows.document.render import Rendered

TEMPLATES = Path(__file__).parents[2] / "templates"
FOOT = re.compile("Annexe?, 1 (?:of|sur) ")
ENTRY = re.compile(r'<tr[^>]*><th scope="row">([^<]+)</th><td>[^<]*</td><td>(.*?)</td></tr>', re.DOTALL)
BETWEEN = "\u00a0· "
PAGE = re.compile(r"\u00a0(?:<a [^>]*>)?(\d+)(?=<|\u00a0|$|,)")


def printed(pages: list[str]) -> dict[int, set[str]]:
    """The ids on each page up to the annex, whose first page has its own foot."""
    first = next(number for number, words in enumerate(pages) if FOOT.search(words))
    return {number: set(ID.findall(words)) for number, words in enumerate(pages[:first], 1)}


def entries(page: str) -> list[tuple[str, str]]:
    """The annex's rows: the id, and what stands behind it."""
    return ENTRY.findall(html.unescape(page[page.index('id="annex"') :]))


def told(page: str) -> dict[str, set[int]]:
    """The pages the annex gives for each id; of two rows with one id those of both."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for row, rest in entries(page):
        found[row] |= {int(number) for number in PAGE.findall(rest)}
    return dict(found)


def missing(made: Rendered, later: set[str]) -> list[tuple[str, int]]:
    """Each id on a page which the annex does not name for it."""
    annex = told(made.html)
    found = printed(reading.pages(made.pdf))
    assert sum(map(len, found.values())) > 40
    rows = ((row, number) for number, ids in found.items() for row in ids - later)
    return sorted((row, number) for row, number in rows if number not in annex.get(row, set()))


def messy() -> books.Book:
    """The rich book later: a row gone, rows retired and put right, a quote of nobody, a reference to none."""
    book = richer()
    books.put(book, A, 3, "retired", "no such act")
    books.put(book, A, 2, "summary", "Says otherwise")
    books.put(book, R, 2, "about", "A001; A404")
    books.put(book, R, 2, "speaker", None)
    books.add(book, A, id="A013", organisation="IBM", announced_on="2020-06-12", kind="statement",
              summary="Says more", source="S001", previous_id="A002", relation="clarifies")  # fmt: skip
    books.add(book, A, id="A014", organisation="IBM", announced_on="2020-07-12", kind="statement",
              summary="Later", source="S001")  # fmt: skip
    rows = book[R]
    book[R] = [row for row in rows if row[0] != "R003.1"]
    return book


@cache
def made(language: str) -> tuple[Rendered, set[str]]:
    """A full edition of it, with one of the rich book before."""
    before = kept(findings.compute(cleaned(richer()).record, as_of=date(2020, 6, 12)))
    found = findings.compute(cleaned(messy()).record, as_of=making.FOUNDING, previous=before)
    since = changes.compare(before, kept(found))
    later = {one.id for one in found.set_aside if one.category == "future" and one.id}
    drawn = render.rendered(
        lambda slack: compose.briefing(found, language, edition=making.EDITION, changes=since, slack=slack)
    )
    return drawn, later


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_an_id_is_printed_on_is_named_in_the_annex(language: str) -> None:
    drawn, later = made(language)
    assert missing(drawn, later) == []


@pytest.mark.xdist_group("shipped")
def test_so_it_is_for_the_shipped_record() -> None:
    day = date(2020, 6, 15)
    later = {one.id for one in shipped.found(day).set_aside if one.category == "future" and one.id}
    assert missing(shipped.made(day, "fr"), later) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_annex_names_no_page_the_id_is_not_on(language: str) -> None:
    drawn, _ = made(language)
    found = printed(reading.pages(drawn.pdf))
    assert [
        (row, page) for row, pages in told(drawn.html).items() for page in pages if row not in found[page]
    ] == []


def test_no_page_is_named_twice_within_a_section() -> None:
    found = entries(made("en")[0].html)
    spots = [PAGE.findall(spot) for _, rest in found for spot in rest.split(BETWEEN)]
    assert any(len(pages) > 1 for pages in spots)
    assert all(len(pages) == len(set(pages)) for pages in spots)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_number_leads_to_a_place_there_is(language: str) -> None:
    page = marked(made(language)[0].html)
    assert page.links - set(page.ids) == set()
    assert len(page.links) > 30


def test_an_id_that_is_gone_and_one_that_never_was_have_an_entry_each() -> None:
    annex = told(made("en")[0].html)
    assert annex["R003.1"]
    assert annex["A404"]


def test_a_row_set_aside_is_found_also_where_what_changed_names_it() -> None:
    assert len(told(made("en")[0].html)["A002"]) > 1


def test_every_part_of_the_page_has_a_short_name() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "partials").glob("*.j2"))
    )
    found = re.findall(r'<(?:section|header|nav) class="([^"]+)"(?: id="([^"]+)")?', source)
    names = {name for classes, own in found for name in set(classes.split()) - PLAIN or {own}}
    assert names - {"contents", "annex"} == set(PARTS)


@pytest.mark.parametrize(("language", "running"), [("en", "Annex, 1 of"), ("fr", "Annexe, 1 sur")])
def test_the_pages_of_the_annex_are_numbered_by_themselves(language: str, running: str) -> None:
    pages = reading.pages(made(language)[0].pdf)
    first = next(number for number, words in enumerate(pages) if FOOT.search(words))
    assert [running in words for words in pages[: first + 1]] == [*[False] * first, True]
    of = {"en": "of", "fr": "sur"}[language]
    assert re.search(rf"{first} {of} {first}\s*$", pages[first - 1])


def test_the_page_for_the_screen_has_the_annex_too() -> None:
    assert made("en")[0].html.count('<section class="section annex" id="annex"') == 1
