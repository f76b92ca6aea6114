"""The core is two pages whatever the workbook holds: what has no room is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.document import render
from tests import books
from tests.document import making

if TYPE_CHECKING:
    from pathlib import Path

TERMS = ("fixed", "condition", "until_further_notice", "permanent", "unspecified")


def many(count: int) -> books.Book:
    """The sound workbook with so many commitments more: a fifth of them a term, a fifth a condition."""
    book = books.sound()
    for number in range(1, count + 1):
        term = TERMS[number % len(TERMS)]
        books.add(
            book,
            "Announcements",
            id=f"A{100 + number}",
            organisation=f"Company Number {number}",
            announced_on=f"2020-0{1 + number % 5}-{1 + number % 28:02d}",
            kind="moratorium",
            summary="Stops selling to the police",
            source="S001",
            term=term,
            duration=f"{1 + number % 18} months" if term == "fixed" else None,
            condition="until there is a law" if term == "condition" else None,
        )
    return book


@pytest.mark.parametrize("language", ["en", "fr"])
def test_many_commitments_leave_the_core_on_two_pages(tmp_path: Path, language: str) -> None:
    found = making.found(tmp_path, many(60))
    core = making.composed(found, language).core
    assert making.drawn(found, language, "core").pages == 2
    assert core.commitments.rows
    assert core.commitments.more
    assert 2 <= len(core.deadlines.rows) < 5  # they give way before the last commitments do
    assert core.deadlines.more


def test_conditions_to_check_again_are_named_up_to_a_few_and_then_counted(tmp_path: Path) -> None:
    unchecked = making.composed(making.found(tmp_path, many(60)), "en").core.deadlines.unchecked
    assert unchecked is not None
    assert unchecked.words.count("no check on record") == 4
    assert unchecked.words.endswith("; and 8\u00a0others.")


def test_a_draft_for_many_reasons_gives_the_first_and_counts_the_others(tmp_path: Path) -> None:
    book = many(20)
    for number in range(1, 21):
        books.put(
            book, "Announcements", 4 + number, "id", "A001" if number == 1 else f"A{98 + number // 2 * 2}"
        )
    found = making.found(tmp_path, book)
    because = making.composed(found, "en").masthead.draft_because
    assert len(found.holds) > 6
    assert because is not None
    assert because.words.count("two rows share the id") == 5
    assert because.words.endswith("\u00a0others.")


def test_each_language_shows_the_same_rows(tmp_path: Path) -> None:
    found = making.found(tmp_path, many(60))
    english, french = (making.composed(found, language).core for language in ("en", "fr"))
    assert [row.id for row in english.commitments.rows] == [row.id for row in french.commitments.rows]
    assert [row.refs for row in english.deadlines.rows] == [row.refs for row in french.deadlines.rows]


def test_a_core_that_no_slack_makes_fit_keeps_as_many_rows_as_the_least(tmp_path: Path) -> None:
    book = books.put(books.sound(), "Announcements", 2, "summary_fr", "mot " * 900)
    drawn = making.drawn(making.found(tmp_path, book), "fr", "core")
    assert drawn.pages > render.CORE_PAGES
    assert drawn.slack == render.SLACKS[0]


def test_bars_are_drawn_where_two_fit_and_give_way_to_rows_where_they_do_not(tmp_path: Path) -> None:
    roomy = making.composed(making.found(tmp_path, many(6)), "en").core.commitments
    assert roomy.figure is not None
    assert len(roomy.rows) >= 2
    cramped = making.composed(making.found(tmp_path, wordy()), "en").core.commitments
    assert cramped.figure is None
    assert cramped.rows


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_core_without_bars_is_two_pages_too(tmp_path: Path, language: str) -> None:
    assert making.drawn(making.found(tmp_path, wordy()), language, "core").pages == 2


def wordy() -> books.Book:
    """Twenty commitments, and key points long enough to leave room for few of them."""
    book = many(20)
    for number in range(1, 21):
        words = "says at length what it has stopped, for whom, where, until when and on whose advice, " * 5
        books.put(book, "Announcements", number + 3, "summary", f"Number {number} {words}")
        books.put(book, "Announcements", number + 3, "announced_on", f"2020-06-{number % 9 + 1:02d}")
    return book
