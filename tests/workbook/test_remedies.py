"""What the check tells people to type does no harm: no id that makes of a row what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import add, cleaned, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.books import Book

A, R, O = "Announcements", "Reactions", "Organisations"  # noqa: E741 - the tabs' own letters


def told(path: Path, book: Book, where: str) -> list[str]:
    """What is said of that cell, each as the rule and the whole sentence."""
    found = cleaned(path, book).problems
    return [f"{one.rule}: {one}" for one in found if str(one.cell) == where]


def rules(path: Path, book: Book) -> set[tuple[str, str]]:
    return {(one.rule, str(one.cell)) for one in cleaned(path, book).problems}


def test_a_letter_of_another_sheet_offers_the_same_number_and_the_sheet_the_row_may_belong_on(
    tmp_path: Path,
) -> None:
    [said] = told(tmp_path, put(sound(), R, 4, "id", "A002"), "Reactions!A4")
    assert 'Type R002; if the row belongs on "Announcements", move it there.' in said


def test_a_number_that_is_taken_is_not_offered_with_the_other_letter(tmp_path: Path) -> None:
    [said] = told(tmp_path, put(sound(), R, 4, "id", "A001"), "Reactions!A4")
    assert 'Type R002; if the row belongs on "Announcements", move it there.' in said


def test_a_comma_for_the_point_offers_the_point_and_is_found_from_the_rows_that_name_it(
    tmp_path: Path,
) -> None:
    book = put(sound(), R, 3, "id", "R001,1")
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome"],
        ["R001.1", "Amazon", None, "none_found"],
    ]
    [own] = told(tmp_path, book, "Reactions!A3")
    [other] = told(tmp_path, book, "Responses!A2")
    assert "Type R001.1 if that is what you meant" in own
    assert "Is it the row of Reactions!A3? Then put its id right there." in other


def test_a_dotted_row_without_its_base_is_offered_the_row_above_it(tmp_path: Path) -> None:
    [said] = told(tmp_path, put(sound(), R, 3, "id", "R009.1"), "Reactions!A3")
    assert said.endswith(
        "Add the row R009, or type the id of the row it belongs to, a point and a number: R001.1."
    )


def test_an_id_that_two_rows_have_is_offered_once(tmp_path: Path) -> None:
    book = put(put(sound(), A, 4, "id", "A002"), R, 2, "about", "A003")
    [said] = told(tmp_path, book, "Reactions!D2")
    assert "Did you mean A001 or A002?" in said


@pytest.mark.parametrize("said", ["Total", "TOTAL", "Sum", "Somme"])
def test_a_row_that_says_no_more_than_total_is_told_to_be_one(said: str, tmp_path: Path) -> None:
    book = add(sound(), A, id=said, notes="see mail")
    assert ("total_row", "Announcements!A5") in rules(tmp_path, book)


def test_a_body_that_is_called_total_is_no_total(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "id", None), A, 3, "organisation", "Total")
    assert ("missing_id", "Announcements!A3") in rules(tmp_path, book)


def test_a_second_line_of_headers_that_says_how_to_fill_them_is_no_row(tmp_path: Path) -> None:
    book = sound()
    book[A].insert(1, ["required", "text", "yyyy-mm-dd", "choose", "free text", "url"] + [None] * 20)
    assert ("header_row", "Announcements!A2") in rules(tmp_path, book)
    assert not any(rule == "malformed_id" for rule, _ in rules(tmp_path, book))


def test_two_rows_with_one_misshapen_id_are_told_to_be_misshapen_only(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "id", "2279"), A, 3, "id", "2279")
    cells = ("Announcements!A2", "Announcements!A3")
    assert {rule for rule, where in rules(tmp_path, book) if where in cells} == {"malformed_id"}


def test_the_blanks_of_a_row_are_told_beside_its_misshapen_id(tmp_path: Path) -> None:
    book = put(put(put(sound(), A, 3, "id", "us-guard"), A, 3, "kind", None), A, 3, "summary", None)
    found = rules(tmp_path, book)
    assert {("malformed_id", "Announcements!A3"), ("missing_kind", "Announcements!D3")} <= found
    assert ("missing_summary", "Announcements!E3") in found


def test_a_dotted_row_with_a_misshapen_id_is_not_asked_for_what_it_takes_from_its_base(
    tmp_path: Path,
) -> None:
    found = rules(tmp_path, put(sound(), R, 3, "id", "R001,1"))
    assert not {
        rule for rule, where in found if where.startswith("Reactions!") and rule.startswith("missing")
    }


def test_figures_of_a_year_in_each_other_s_place_suggest_the_year(tmp_path: Path) -> None:
    [said] = told(tmp_path, put(sound(), A, 3, "announced_on", "2202-06-08"), "Announcements!C3")
    assert "Did you mean 8 June 2022?" in said


def test_a_nought_shown_as_a_day_is_told_as_what_it_is(tmp_path: Path) -> None:
    [said] = told(tmp_path, put(sound(), A, 3, "announced_on", "00:00"), "Announcements!C3")
    assert "The cell holds 0, which Excel shows as 1/0/1900: clear it if the day is not known." in said


def test_one_letter_of_another_alphabet_beside_an_accent_is_told(tmp_path: Path) -> None:
    book = put(sound(), O, 3, "name", "Sécurivue")
    put(book, A, 3, "organisation", "Sécurivu\u0435")
    [said] = told(tmp_path, book, "Announcements!B3")
    assert said.startswith("letters_of_two_alphabets")


def test_an_outcome_given_twice_is_retired_in_the_other_row_not_here(tmp_path: Path) -> None:
    book = put(sound(), R, 3, "outcome", "none_found")
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome", "checked_on", "retired"],
        ["R001.1", "Amazon", "2020-06-15", "none_found", "2020-06-15", None],
    ]
    said = " ".join(told(tmp_path, book, "Reactions!P3"))
    assert 'clear outcome; or, in the row of Responses!D2, write in "retired" why' in said


def test_a_lacking_column_is_the_misspelt_header_if_there_is_one(tmp_path: Path) -> None:
    book = sound()
    book[A][0][4] = "Sumary"
    [lacking] = [one for one in cleaned(tmp_path, book).problems if one.rule == "missing_column"]
    assert lacking.fix == (
        'Type "summary" in E1 if that is the column; if not, type "summary" as a header in row 1, '
        "and fill the column."
    )
    book[A][0][4] = "Whatever"
    [lacking] = [one for one in cleaned(tmp_path, book).problems if one.rule == "missing_column"]
    assert lacking.fix == 'Type "summary" as a header in row 1, and fill the column.'


def test_a_copy_of_a_sheet_is_not_renamed_to_what_is_there(tmp_path: Path) -> None:
    book = sound()
    book["Announcements (2)"] = [list(row) for row in book[A]]
    [copy] = [one for one in cleaned(tmp_path, book).problems if one.rule == "unknown_sheet"]
    assert copy.fix.startswith(f'Move its rows to "{A}" if it holds such rows')
