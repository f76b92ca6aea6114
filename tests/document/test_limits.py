"""What the full extent says of a draft, of sources it cannot use, of sheets that are not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document import compose, holds, render
from flows.document.lens import Lens
from flows.document.parts.deadlines import deadlines
from flows.document.parts.demands import lacking_demands
from flows.document.parts.demands_full import demands_full
from flows.document.parts.limits_full import limits_full
from flows.document.parts.sources import sources
from flows.record.findings import compute
from tests import books
from tests.document import making
from tests.record.rows import announced, book, demanded

if TYPE_CHECKING:
    from pathlib import Path


def test_the_limits_give_every_reason_of_a_draft_that_the_masthead_only_counts(tmp_path: Path) -> None:
    book = books.sound()
    for number in range(10, 10 + holds.MOST + 1):
        for _ in range(2):
            books.add(book, "Announcements", id=f"A{number:03}", organisation="IBM", kind="statement",
                      announced_on="2020-06-09", summary="Says so", source="S001")  # fmt: skip
    lens = Lens(making.found(tmp_path, book), "en")
    told = limits_full(lens).holds
    assert len(lens.findings.holds) == holds.MOST + 1
    assert "and 2 others" in holds.because(lens).words.replace("\u00a0", " ")
    assert told is not None
    assert all(f"A{number:03}" in told.words for number in range(10, 10 + holds.MOST + 1))


def test_a_retired_source_is_said_to_be_that_and_not_to_be_absent(tmp_path: Path) -> None:
    book = books.put(books.sound(), "Sources", 2, "retired", "the page is gone")
    lens = Lens(making.found(tmp_path, book), "fr")
    cited = {row.id: [one.words for one in row.cited] for row in sources(lens).rows}
    assert cited["A002"] == ["[S001 retirée]"]


def test_where_a_sheet_is_missing_it_is_named_and_not_its_columns(tmp_path: Path) -> None:
    without = {tab: rows for tab, rows in books.sound().items() if tab != "Reactions"}
    lens = Lens(making.found(tmp_path, without), "en")
    assert lacking_demands(lens) == "Not computable: the sheet “reactions” is missing."
    other = {tab: rows for tab, rows in books.sound().items() if tab != "Announcements"}
    lens = Lens(making.found(tmp_path, other), "fr")
    said = deadlines(lens, 5, None).empty or ""
    assert said.replace("\u00a0", " ") == "Non calculable : la feuille « annonces » manque."


@pytest.mark.parametrize(("language", "words"), [("en", "[A002 retired]"), ("fr", "[A002 retirée]")])
def test_a_row_named_as_evidence_and_retired_is_never_printed_as_if_it_stood(
    language: str, words: str
) -> None:
    taken_out = replace(announced("A002", "2020-06-12"), retired="entered twice")
    asked = demanded(
        "R001.1", "2020-06-11", outcome="answered", evidence=("A002",), outcome_checked_on="2020-06-14"
    )
    found = compute(book(announced("A001", "2020-06-10"), taken_out, asked), as_of=date(2020, 6, 15))
    page = render.html(compose.briefing(found, language, edition=making.EDITION))
    assert words in page.replace("\u00a0", " ")
    assert "[A002]" not in page


@pytest.mark.parametrize("coded", ["answered", "refused"])
@pytest.mark.parametrize(("language", "told"), [("en", "silence"), ("fr", "silence")])
def test_a_coded_answer_that_lost_its_evidence_is_never_taken_for_silence(
    language: str, told: str, coded: str
) -> None:
    taken_out = replace(announced("A002", "2020-06-12"), retired="entered twice")
    asked = demanded(
        "R001.1", "2020-06-11", outcome=coded, evidence=("A002",), outcome_checked_on="2020-06-14"
    )
    found = compute(book(announced("A001", "2020-06-10"), taken_out, asked), as_of=date(2020, 6, 15))
    lens = Lens(found, language)
    word = lens.word("outcome", coded)
    (one,) = demands_full(lens).demands
    said = [line for line in one.details if told in line.words and word in line.words]
    assert [line.refs for line in said] == [("A002",)]
    doubts = [line for line in limits_full(lens).doubts if told in line.words and word in line.words]
    assert [line.refs for line in doubts] == [("R001.1", "A002")]


def test_a_coded_answer_whose_evidence_stands_is_not_explained_away() -> None:
    asked = demanded(
        "R001.1", "2020-06-11", outcome="answered", evidence=("A002",), outcome_checked_on="2020-06-14"
    )
    rows = (announced("A001", "2020-06-10"), announced("A002", "2020-06-12"), asked)
    lens = Lens(compute(book(*rows), as_of=date(2020, 6, 15)), "en")
    assert not any("silence" in line.words for line in demands_full(lens).demands[0].details)
    assert not any("silence" in line.words for line in limits_full(lens).doubts)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A009 is named, but no row has that id."),
        ("fr", "A009 est cité, mais aucune ligne ne porte cet identifiant."),
    ],
)
def test_an_id_that_no_row_bears_has_a_sentence_among_the_limits(language: str, said: str) -> None:
    row = announced("A001", "2020-06-10", previous_id="A009", relation="extends")
    lens = Lens(compute(book(row), as_of=date(2020, 6, 15)), language)
    (doubt,) = (one for one in limits_full(lens).doubts if "A009" in one.words)
    assert (doubt.words, doubt.refs) == (said, ("A001",))
