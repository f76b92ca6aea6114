"""From cells to facts: each cell in its field, and told where it is not read as typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.facts import Citation, Day, Duration, Exceptions
from tests.books import cleaned, first, put, sound

if TYPE_CHECKING:
    from pathlib import Path

A = "Announcements"


def test_a_row_becomes_one_fact_with_every_cell_in_its_field(tmp_path: Path) -> None:
    fact = first(cleaned(tmp_path, sound()))
    assert (fact.id, fact.organisation, fact.kind) == ("A001", "Amazon", "moratorium")
    assert fact.announced_on == Day(date(2020, 6, 10))
    assert fact.sources == (Citation("url", "https://example.org/amazon"),)
    assert (fact.terms.term, fact.terms.duration) == ("fixed", Duration(1, "years"))
    assert fact.terms.activity == ("use",)
    assert fact.quote is not None
    assert (fact.quote.words, fact.quote.translated_by) == ("might give Congress enough time", "team: LM")
    assert fact.doubts == ()


def test_french_labels_and_english_codes_say_the_same(tmp_path: Path) -> None:
    fact = first(cleaned(tmp_path, sound("fr")))
    assert (fact.kind, fact.terms.term, fact.terms.duration) == ("moratorium", "fixed", Duration(1, "years"))
    assert fact.terms.activity == ("use", "sale")
    assert fact.terms.exceptions == Exceptions("none", None)


@pytest.mark.parametrize(
    ("typed", "extent"),
    [("none", "none"), ("Aucune", "none"), ("néant", "none"), ("non précisées", "unspecified"),
     ("unspecified", "unspecified"), ("Thorn only", "list")],
)  # fmt: skip
def test_exceptions_are_none_unspecified_or_a_list(typed: str, extent: str, tmp_path: Path) -> None:
    exceptions = first(cleaned(tmp_path, put(sound(), A, 2, "exceptions", typed))).terms.exceptions
    assert exceptions is not None
    assert exceptions.extent == extent


def test_blank_and_unspecified_are_two_different_things(tmp_path: Path) -> None:
    blank = first(cleaned(tmp_path, put(sound(), A, 2, "users", None)))
    unspecified = first(cleaned(tmp_path, put(sound(), A, 2, "users", "non précisé")))
    assert (blank.terms.users, unspecified.terms.users) == (None, "unspecified")


def test_a_dropped_question_keeps_its_reason(tmp_path: Path) -> None:
    book = put(sound(), "Questions", 2, "status", "abandonnée\u00a0: no longer of use: settled")
    [question] = cleaned(tmp_path, book).record.questions
    assert (question.status, question.dropped_because) == ("dropped", "no longer of use: settled")


def test_a_formula_typed_as_text_stays_text(tmp_path: Path) -> None:
    typed = '=HYPERLINK("http://evil.example","x")'
    assert first(cleaned(tmp_path, put(sound(), A, 2, "summary", typed))).summary.words == typed


def test_invisible_characters_go_and_the_change_is_told(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "summary", "Stops\u200b the sale"))
    assert first(found).summary.words == "Stops the sale"
    assert [each.rule for each in found.corrections] == ["unprintable_characters"]


def test_every_value_s_cell_can_be_found_again(tmp_path: Path) -> None:
    addresses = cleaned(tmp_path, sound()).addresses
    assert addresses["Announcements", 2, "summary"] == "E2"
    assert addresses["Announcements", 2, "summary_fr"] == "Z2"
    assert addresses["Reactions", 3, "demand"] == "H3"


@pytest.mark.parametrize(
    ("tab", "header", "typed", "after"),
    [(A, "source", "s1; www.example.org/x.", "S001; https://www.example.org/x"),
     (A, "source", "seen at https://example.org/x", "https://example.org/x"),
     (A, "organisation", "Ama\u200bzon", "Amazon"), (A, "summary", "Stops\u00ad it", "Stops it"),
     (A, "previous_id", "a2", "A002")],
)  # fmt: skip
def test_whatever_is_not_read_as_typed_is_told_with_both_forms(
    tab: str, header: str, typed: str, after: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), tab, 2, header, typed))
    assert [each.after for each in found.corrections] == [after]
