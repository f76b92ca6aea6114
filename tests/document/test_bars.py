"""Bars in the margin, and their word, beside what is new or changed since the previous edition."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from flows.document import compose, render
from flows.edition import snapshot
from flows.record import as_json, changes
from flows.record.findings import compute
from tests.document import making
from tests.record.june import A001, A002, A005, R001, R001_1
from tests.record.rows import announced, book, question

if TYPE_CHECKING:
    from flows.document import Extent
    from flows.record.editions import Snapshot

ROWS = (A001, A002, R001, R001_1, question("Q001"))
CAME = (A005, announced("A020", "2021-06-01", "Axon"), question("Q002", "2021-06-01"))
BARRED = re.compile(
    r'<(?:li|tr|td|article)[^>]*data-changed="yes"[^>]*>'
    r'\s*(?:<(?:h3|p|th)[^>]*>)?<span class="mark">([^<]+)</span>'
)


def kept(as_of: date, *rows: object, previous: Snapshot | None = None) -> Snapshot:
    return snapshot.of_text(as_json.canonical(compute(book(*rows), as_of=as_of, previous=previous)), "x", 1)


@cache
def page(language: str, extent: Extent, *, came: bool = True) -> str:
    """The HTML of an edition a month after one that had only the first rows."""
    before = kept(date(2021, 5, 17), *ROWS)
    found = compute(book(*ROWS, *(CAME if came else ())), as_of=date(2021, 6, 2), previous=before)
    after = snapshot.of_text(as_json.canonical(found))
    since = changes.compare(before, after)
    return render.html(
        compose.briefing(found, language, edition=making.EDITION, extent=extent, changes=since)
    )


@pytest.mark.parametrize(
    ("language", "new", "changed"), [("en", "new", "changed"), ("fr", "nouveau", "modifié")]
)
def test_every_bar_has_its_word(language: str, new: str, changed: str) -> None:
    extents: tuple[Extent, ...] = ("core", "full")
    for extent in extents:
        html = page(language, extent)
        assert set(BARRED.findall(html)) == {new, changed}
        assert len(BARRED.findall(html)) == html.count('data-changed="yes"') > 4


def test_a_commitment_with_a_later_row_is_changed_and_one_that_came_is_new() -> None:
    html = page("en", "full")
    titles = dict(re.findall(r'<span class="mark">(\w+)</span> ([^<:]+): ', html))
    assert titles == {"changed": "Amazon", "new": "Axon"}


def test_what_nobody_touched_has_no_bar() -> None:
    before, after = (page("en", "full", came=one) for one in (False, True))
    assert "data-changed" not in before
    for name in ("IBM", "Q001"):
        line = next(line for line in after.splitlines() if line.startswith(("<li", "<tr")) and name in line)
        assert "data-changed" not in line


def test_a_first_edition_has_no_bars() -> None:
    found = compute(book(*ROWS), as_of=date(2021, 6, 2))
    assert "data-changed" not in render.html(compose.briefing(found, "en", edition=making.EDITION))
