"""The bars: the same drawing for the same data, labels that never overlap, a word beside every mark."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from flows.document import axes, figures
from flows.document.fitting.measure import MM_PER_POINT, advance
from flows.document.lens import Lens
from flows.document.parts.commitments import ordered
from flows.document.wording.words import WORDS
from flows.record.facts import Day
from tests import books
from tests.document import making, shipped

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("shipped")


def labels(drawing: str) -> list[tuple[float, str]]:
    """The marks of the axis: where each begins, in tenths of a millimetre, and its words."""
    found = re.findall(rf'<text x="([\d.]+)" y="{axes.TOP - 18}" fill="[^"]+">([^<]+)</text>', drawing)
    return [(float(x), words) for x, words in found]


@pytest.mark.parametrize(
    "ends", [date(2020, 9, 1), date(2021, 6, 10), date(2031, 1, 1), date(2120, 1, 1), date.max]
)
def test_the_labels_of_the_axis_never_overlap(ends: date) -> None:
    chain = next(one for one in shipped.found(making.FOUNDING).commitments if one.chain == "A001")
    drawing = figures.bars(
        Lens(shipped.found(making.FOUNDING), "fr"), [replace(chain, ends_on=Day(ends))]
    ).svg
    marks = labels(drawing)
    assert marks
    for (left, words), (right, _) in pairwise(marks):
        assert left + advance(words, figures.PLAIN) * MM_PER_POINT * 10 < right


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_data_gives_the_same_picture(language: str) -> None:
    lens = Lens(shipped.found(date(2024, 2, 1)), language)
    assert figures.bars(lens, ordered(lens)) == figures.bars(lens, ordered(lens))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "expired, no news · 2,359\N{NO-BREAK SPACE}days"),
        ("fr", "échu, sans nouvelle · 2\N{NARROW NO-BREAK SPACE}359\N{NO-BREAK SPACE}jours"),
    ],
)
def test_the_longest_status_stands_whole_with_its_days(language: str, words: str) -> None:
    lens = Lens(shipped.found(date(2024, 2, 1)), language)
    chain = replace(
        lens.chains["A001"], status="expired_no_news", ends_on=Day(date(2021, 6, 10)), days_since_end=2359
    )
    for flags in ((), ("contested",)):
        drawing = figures.bars(lens, [replace(chain, flags=flags)]).svg
        assert f">{words}</text>" in drawing
        assert ">✕</text>" in drawing


def test_a_label_with_strange_letters_ends_before_the_bars(tmp_path: Path) -> None:
    book = books.put(books.sound(), "Announcements", 2, "organisation", "\u0634\u0631\u0643\u0629" * 4)
    lens = Lens(making.found(tmp_path, book), "en")
    drawing = figures.bars(lens, ordered(lens)).svg
    names = re.findall(r'<text x="0" y="\d+">([^<]+)</text>', drawing)
    assert any(name.startswith("[U+0634]") for name in names)
    assert all(advance(name, figures.PLAIN) * MM_PER_POINT * 10 <= figures.LABEL_WIDE for name in names)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("status", WORDS["status_short"])
@pytest.mark.parametrize("ends", [None, Day(date(2020, 9, 1), "month"), Day(date(2020, 4, 1), "quarter")])
def test_the_words_beside_a_bar_are_never_cut(language: str, status: str, ends: Day | None) -> None:
    lens = Lens(shipped.found(making.FOUNDING), language)
    days = 10_604 if ends is None else None
    chain = replace(lens.chains["A001"], status=status, ends_on=ends, days_left=days, days_since_end=days)
    assert "…" not in figures.bars(lens, [chain]).svg


def test_each_later_row_is_a_tick_with_its_id() -> None:
    lens = Lens(shipped.found(date(2024, 2, 1)), "en")
    drawing = figures.bars(lens, [lens.chains["A001"]]).svg
    assert ">A005</text>" in drawing
    assert ">A006</text>" in drawing


def test_a_contested_commitment_has_a_boxed_mark_before_its_words() -> None:
    lens = Lens(shipped.found(making.FOUNDING), "en")
    chain = replace(lens.chains["A001"], flags=("contested",))
    assert ">!</text>" in figures.bars(lens, [chain]).svg
    assert ">!</text>" not in figures.bars(lens, [lens.chains["A001"]]).svg


def test_the_bar_begins_with_the_first_row_even_when_a_later_one_restates_the_term() -> None:
    chain = Lens(shipped.found(date(2024, 2, 1)), "en").chains["A001"]
    assert axes.begun(chain) == date(2020, 6, 10)


def test_a_term_known_to_the_year_is_drawn_to_its_end() -> None:
    lens = Lens(shipped.found(making.FOUNDING), "en")
    year = replace(lens.chains["A001"], ends_on=Day(date(2020, 1, 1), "year"), days_left=None)
    axis = axes.spanning(date(2020, 6, 15), [year])
    assert axis.last > date(2020, 12, 31)


@pytest.mark.parametrize("day", [date.min, date(2020, 6, 15), date.max])
def test_an_edition_of_any_day_has_its_picture(day: date) -> None:
    lens = Lens(replace(shipped.found(making.FOUNDING), as_of=day), "fr")
    assert figures.bars(lens, ordered(lens)).svg
