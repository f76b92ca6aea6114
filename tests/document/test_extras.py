"""Columns of the team's own: printed where asked for, carried on, and nothing unprinted ever let out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from flows.document import render
from flows.document.proof import complete
from flows.record import as_json
from tests import books
from tests.document import making

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned

ASKED = "announcements: Internal ref; Reactions: page; questions: File"
COLUMNS = (
    ("Announcements", 2, "Internal ref", "AM-17"),
    ("Reactions", 2, "Page", "p. 4"),
    ("Reactions", 3, "Page", "p. 5"),
    ("Questions", 2, "File", "box 9"),
)


def book(asked: str = ASKED) -> books.Book:
    """The sound workbook with columns of a team's own, and what it asks to be printed of them."""
    made = books.sound()
    for tab, row, header, words in COLUMNS:
        books.put(made, tab, row, header, words)
    books.put(made, "Announcements", 3, "Home address", "12 Hidden Street")
    made["Settings"] = [["name", "value"], ["extra_columns", asked]]
    return made


def cleaned(folder: Path, asked: str, touch: Callable[[Workbook], None] | None = None) -> Cleaned:
    return books.cleaned(folder, book(asked), touch)


def test_a_column_asked_for_is_printed_with_its_header_and_no_other_is(tmp_path: Path) -> None:
    findings = making.found(tmp_path, book())
    drawn = making.drawn(findings, "en")
    read = re.sub("<[^>]*>", "", drawn.html)
    for words in ("Internal ref: AM-17", "Page: p. 4", "Page: p. 5", "File: box 9"):
        assert read.count(words) == 1
    record = as_json.canonical(findings)
    assert "Hidden Street" not in drawn.html + record
    assert complete.lost(drawn, findings, "en", "full") == ()
    kept = {row["id"]: row["extras"] for row in json.loads(record)["record"]["announcements"]}
    assert kept["A001"] == [["Internal ref", "AM-17"]]


def test_on_the_page_in_the_other_language_it_is_marked_as_any_words_are(tmp_path: Path) -> None:
    page = render.html(making.composed(making.found(tmp_path, book()), "fr"))
    assert '<span lang="en">AM-17</span>' in page


def test_without_the_setting_nothing_of_them_leaves_the_workbook(tmp_path: Path) -> None:
    made = book()
    del made["Settings"]
    findings = making.found(tmp_path, made)
    everything = render.html(making.composed(findings, "en")) + as_json.canonical(findings)
    assert [words for *_, words in COLUMNS if words in everything] == []


@pytest.mark.parametrize(
    ("asked", "rule", "words"),
    [
        ("announcements: notes", "extra_unprinted", "is kept unprinted"),
        ("reactions: Saisi par", "extra_unprinted", "is kept unprinted"),
        ("announcements: summary", "extra_printed", "has its own place"),
        ("announcements: Internl ref", "extra_not_there", "has no column of that name"),
        ("recipients: email", "extra_of_no_sheet", "does not begin with a sheet"),
        ("Internal ref", "extra_of_no_sheet", "does not begin with a sheet"),
    ],
)
def test_a_column_that_cannot_be_printed_is_told_at_the_setting(
    tmp_path: Path, asked: str, rule: str, words: str
) -> None:
    found = cleaned(tmp_path, asked)
    (problem,) = (one for one in found.problems if one.cell.sheet == "Settings")
    assert (problem.rule, str(problem.cell)) == (rule, "Settings!B2")
    assert words in problem.message
    assert not any(row.extras for row in found.record.announcements)


def test_a_misspelt_header_is_met_with_the_one_that_was_perhaps_meant(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "announcements: Internl ref")
    (problem,) = (one for one in found.problems if one.rule == "extra_not_there")
    assert problem.fix.startswith("Did you mean Internal ref? ")


def test_a_hidden_column_asked_for_is_told_and_stays_unprinted(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        sheet = workbook["Announcements"]
        column = next(cell.column_letter for cell in sheet[1] if cell.value == "Internal ref")
        sheet.column_dimensions[column].hidden = True

    found = cleaned(tmp_path, "announcements: Internal ref", hide)
    assert [one.rule for one in found.problems] == ["hidden_column"]
    assert not any(row.extras for row in found.record.announcements)


def test_an_error_of_excel_s_in_such_a_column_counts_as_blank_and_is_told(tmp_path: Path) -> None:
    made = book()
    books.put(made, "Announcements", 2, "Internal ref", "#N/A")

    def broken(workbook: Workbook) -> None:
        for cell in workbook["Announcements"][2]:
            if cell.value == "#N/A":
                cell.data_type = "e"

    found = books.cleaned(tmp_path, made, broken)
    assert [one.rule for one in found.problems] == ["error_cell"]
    assert found.record.announcements[0].extras == ()
