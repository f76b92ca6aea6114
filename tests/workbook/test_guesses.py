"""What cannot be read is met with what it may have meant: as a question, never applied."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.terminal import Progress
from flows.ticking import ticking
from flows.workbook import meant
from tests.books import cleaned, minimal, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.problems import Problem
    from tests.books import Book

A, R = "Announcements", "Reactions"


def told(path: Path, book: Book, rule: str) -> Problem:
    [found] = [one for one in cleaned(path, book).problems if one.rule == rule]
    return found


@pytest.mark.parametrize(
    ("typed", "day"),
    [("10 Jnue 2020", date(2020, 6, 10)), ("10 févirer 2020", date(2020, 2, 10)),
     ("2020-06-1O", date(2020, 6, 10)), ("20200610", date(2020, 6, 10)),
     ("2020-2020-06-10", date(2020, 6, 10)),
     ("10 June 2020 at 14:30", date(2020, 6, 10)), ("c. 2020", date(2020, 1, 1)),
     ("mi-juin 2020", date(2020, 6, 1))],
)  # fmt: skip
def test_a_date_with_a_slip_suggests_the_day(typed: str, day: date) -> None:
    assert meant.days([typed])[typed][0] == day


@pytest.mark.parametrize("typed", ["Amazon", "yesterday", "10 June", "June 10", "next year", "", "12", "1/2"])
def test_what_suggests_no_day_is_not_made_one(typed: str) -> None:
    assert (meant.days([typed]), meant.years_in_full([typed])) == ({}, {})


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("contract (Flock)", "contract"), ("Contract Canceled", None), ("moratoire annulé", None)],
)
def test_a_value_that_is_undone_by_a_word_beside_it_is_not_offered(
    typed: str, offered: str | None, tmp_path: Path
) -> None:
    said = str(told(tmp_path, put(sound(), A, 2, "kind", typed), "unknown_kind"))
    assert ("Did you mean" in said) == (offered is not None)
    assert offered is None or f"Did you mean {offered}?" in said


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("1 yr", "1 year"),
        ("12m", "12 months"),
        ("18 mos", "18 months"),
        ("365", None),
        ("1 an et demi", None),
    ],
)
def test_a_length_of_time_cut_short_is_spelt_out(typed: str, length: str | None) -> None:
    assert meant.length(typed, "en") == length


def test_a_misread_id_offers_the_id_where_it_is_free_and_else_the_next(tmp_path: Path) -> None:
    fix = told(tmp_path, put(sound(), A, 3, "id", "AOO7"), "malformed_id").fix
    assert fix.startswith("Type A007 if that is what you meant, otherwise A004; what stands there")
    assert told(tmp_path, put(sound(), A, 3, "id", "AOO1"), "malformed_id").fix.startswith("Type A004; what")


def test_a_number_alone_offers_the_id_with_that_number(tmp_path: Path) -> None:
    fix = told(tmp_path, put(sound(), A, 3, "id", 2), "malformed_id").fix
    assert fix.startswith("Type A002 if that is what you meant, otherwise A004")


def test_a_name_in_the_place_of_an_id_is_met_with_the_rows_of_that_body(tmp_path: Path) -> None:
    found = told(tmp_path, put(sound(), R, 2, "about", "Amazon"), "unknown_reference")
    assert found.fix.startswith("Did you mean A001 or A003?")


def test_a_row_kept_from_view_is_offered_to_nobody(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[A].row_dimensions[4].hidden = True

    book = put(sound(), R, 2, "about", "A0O3")
    found = [one for one in cleaned(tmp_path, book, hide).problems if one.rule == "unknown_reference"]
    assert ["A003" in one.fix for one in found] == [False]


@pytest.mark.parametrize(
    ("tab", "header", "scope"),
    [(A, "announced_on", "column"), (A, "starts_on", "sheet"), (R, "reacted_on", "workbook")],
)
def test_other_dates_of_the_column_the_sheet_or_the_workbook_tell_what_comes_first(
    tab: str, header: str, scope: str, tmp_path: Path
) -> None:
    book = put(put(sound(), A, 3, "announced_on", "10/06/2020"), tab, 4, header, "06/25/2021")
    found = told(tmp_path, book, "ambiguous_date")
    assert (
        found.fix
        == f"Type 2020-10-06 or 6 October 2020. The other dates of this {scope} have the month first."
    )


def test_headers_in_other_words_are_asked_about_each_for_another_column(tmp_path: Path) -> None:
    book = minimal()
    book[A][0] = ["ref", "Company name", "When", "kind", "Headline", "Link"]
    asked = [one.fix for one in cleaned(tmp_path, book).problems if one.rule == "misspelt_header"]
    expected = ["id", "organisation", "announced_on", "summary", "source"]
    assert [fix.partition('"')[2].partition('"')[0] for fix in asked] == expected


@pytest.mark.parametrize(
    "behind", ["*", " *", " (required)", " [obligatoire]", " - optional", " (YYYY-MM-DD)"]
)
def test_what_a_form_puts_behind_a_header_does_no_harm(behind: str, tmp_path: Path) -> None:
    book = sound()
    book[A][0] = [f"{header}{behind}" for header in book[A][0]]
    assert cleaned(tmp_path, book).problems == ()


def test_a_cell_of_a_column_that_is_not_there_says_to_add_the_column(tmp_path: Path) -> None:
    book = put(minimal(), A, 2, "quote", "Enough")
    assert told(tmp_path, book, "quote_without_speaker").fix.endswith(
        'The sheet has no column "speaker" yet: add it.'
    )


def test_a_long_step_says_how_long_it_has_taken_where_a_bar_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = Progress(steps=2)
    with ticking(progress, "Reading"):
        pass
    assert capsys.readouterr().err == ""
    progress.live = True
    with ticking(progress, "Reading"):
        time.sleep(2.5)
    assert "Reading, 2 s" in capsys.readouterr().err
