"""Names of organisations: one spelling each, others from their sheet alone, near ones only a question."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.facts import SECTOR
from flows.record.findings import compute
from flows.workbook.nearest import LONGEST, nearest
from tests.books import add, cleaned, first, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.books import Book

A, R = "Announcements", "Reactions"


def test_other_names_come_from_the_organisations_sheet_alone(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 2, "actor", "american civil liberties union"))
    assert found.record.reactions[0].actor == "ACLU"
    assert [(each.before, each.after) for each in found.corrections] == [
        ("american civil liberties union", "ACLU")
    ]


def test_of_two_rows_of_one_organisation_neither_spells_its_name_nor_gives_another(tmp_path: Path) -> None:
    book = put(put(sound(), "Organisations", 2, "name", "AMAZON"), "Organisations", 3, "name", "amazon")
    put(book, A, 3, "organisation", "Amazon.com")
    found = cleaned(tmp_path, book)
    assert rules(found) == ["duplicate_name", "duplicate_name"]
    assert [fact.organisation for fact in found.record.announcements[:2]] == ["Amazon", "Amazon.com"]
    assert found.corrections == ()


def twin(**cells: object) -> Book:
    """The book with a second row for Amazon, which says that it is retired."""
    return add(sound(), "Organisations", **{"name": "Amazon", "retired": "typed twice"} | cells)


def test_a_retired_row_takes_no_name_from_the_living_one_and_gives_none(tmp_path: Path) -> None:
    book = put(put(twin(aliases="AMZN"), R, 3, "target", "Amazon.com"), A, 3, "organisation", "AMZN")
    found = cleaned(tmp_path, book)
    demand = found.record.reactions[1].demand
    assert demand is not None
    assert (demand.target, found.record.announcements[1].organisation) == ("Amazon", "AMZN")
    assert rules(found) == []


def test_an_answer_is_found_under_another_name_though_a_retired_row_has_that_name_too(tmp_path: Path) -> None:
    book = put(twin(), R, 3, "target", "Amazon.com")
    [answer] = compute(cleaned(tmp_path, book).record, as_of=date(2021, 6, 1)).demands
    [as_before] = compute(cleaned(tmp_path, sound()).record, as_of=date(2021, 6, 1)).demands
    assert (answer.target, answer.outcome, answer.against) == ("Amazon", as_before.outcome, "A001")


def test_capitals_and_accents_make_no_second_organisation(tmp_path: Path) -> None:
    book = put(sound(), A, 4, "organisation", "AMÁZON")
    del book["Organisations"]
    found = cleaned(tmp_path, put(book, R, 3, "target", "Amazon"))
    assert {fact.organisation for fact in found.record.announcements} == {"Amazon", "IBM"}
    assert [each.rule for each in found.corrections] == ["organisation_name"]


@pytest.mark.parametrize(
    ("known", "typed"),
    [("Ligue des droits de l’homme", "Ligue des droits de l'homme"), ("People's Lab", "People’s Lab"),
     ("Fight-for-Rights", "Fight\u2011for\u2010Rights")],
)  # fmt: skip
def test_one_apostrophe_or_hyphen_in_a_name_is_as_good_as_another_and_the_change_is_told(
    known: str, typed: str, tmp_path: Path
) -> None:
    book = put(put(sound(), "Organisations", 3, "name", known), R, 2, "actor", typed)
    found = cleaned(tmp_path, put(book, A, 3, "organisation", known))
    assert rules(found) == []
    assert found.record.reactions[0].actor == known
    assert [(each.before, each.after) for each in found.corrections] == [(typed, known)]


def test_a_near_name_is_a_question_and_never_applied(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "organisation", "Amazonn"))
    assert rules(found) == ["near_name"]
    assert first(found).organisation == "Amazonn"


@pytest.mark.parametrize("typed", ["Amazn", "Amazom", "Amzaon"])
def test_one_slip_in_a_name_is_a_question(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), "Reactions", 3, "target", typed)).problems
    assert ("near_name", typed) in {(problem.rule, problem.found) for problem in found}


def test_two_bodies_with_alike_names_stay_two(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 4, "actor", "ACLU NorCal"))
    assert {fact.actor for fact in found.record.reactions} == {"ACLU", "ACLU NorCal"}
    assert found.problems == ()


@pytest.mark.parametrize("typed", ["SECTOR", "sector", "Secteur", "others", "Les autres"])
def test_others_are_the_sector_in_both_languages(typed: str, tmp_path: Path) -> None:
    demand = cleaned(tmp_path, put(sound(), R, 3, "target", typed)).record.reactions[1].demand
    assert demand is not None
    assert demand.target == SECTOR


def test_prose_where_a_name_belongs_is_compared_with_nothing() -> None:
    assert nearest("m" * (LONGEST - 1), ["n" * 9, "m" * LONGEST]) == "m" * LONGEST
    assert nearest("m" * LONGEST, ["m" * (LONGEST + 1)]) is None
    assert nearest("m" * (LONGEST + 1), ["m" * LONGEST]) is None
