"""What an editor reads: every rule can be met, names its cell, and speaks both languages properly."""

from __future__ import annotations

import re
import string
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.workbook import problems
from flows.workbook.complaints import RULES, words
from flows.workbook.problems import Cell, Problem, at
from tests.books import cleaned, put, sound
from tests.workbook.broken_cells import BREAKS, Break

if TYPE_CHECKING:
    from pathlib import Path

BAD_FRENCH_SPACE = re.compile(r"[^\u202f][;!?%]|[^\u00a0]:(?!//)|«[^\u00a0]|[^\u00a0]»| [;:!?%»]")


@pytest.mark.xdist_group("broken")
@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.rule)
def test_each_broken_cell_is_named_with_its_rule(broken: Break) -> None:
    found = broken.read().problems
    assert (broken.rule, broken.cell) in [(problem.rule, str(problem.cell)) for problem in found]


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.rule)
def test_a_workbook_is_broken_anew_each_time(broken: Break) -> None:
    """What one test types into it no other test reads."""
    first, second = broken.broken(), broken.broken()
    assert first is not second
    assert not {id(rows) for rows in first.values()} & {id(rows) for rows in second.values()}


def test_every_rule_has_a_workbook_that_breaks_it() -> None:
    assert {broken.rule for broken in BREAKS} == set(RULES)


def test_a_complaint_reads_as_place_then_finding_then_remedy(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 3, "announced_on", "10/06/2020")
    book["Announcements"][0][2] = "Date"
    assert [str(problem) for problem in cleaned(tmp_path, book).problems] == [
        'Announcements!C3  Date says "10/06/2020", which is 10 June or 6 October. '
        "Type 2020-06-10 or 10 June 2020."
    ]


def test_a_french_workbook_is_answered_in_french(tmp_path: Path) -> None:
    book = put(sound("fr"), "Annonces", 2, "Date d'annonce", "10/06/2020")
    assert [str(problem) for problem in cleaned(tmp_path, book).problems] == [
        "Annonces!C2  «\u00a0Date d'annonce\u00a0» indique «\u00a010/06/2020\u00a0», soit le 10 juin, "
        "soit le 6 octobre. Saisissez 2020-06-10 ou 10 juin 2020."
    ]


def test_the_other_dates_of_the_column_are_told_as_a_hint(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 3, "announced_on", "10/06/2020")
    put(book, "Announcements", 4, "announced_on", "25/05/2021")
    [problem] = cleaned(tmp_path, book).problems
    assert problem.fix.endswith("The other dates of this column have the day first.")


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_name_the_same_things(rule: str) -> None:
    named = [
        {name for _, name, _, _ in string.Formatter().parse(" ".join(pattern)) if name}
        for pattern in (RULES[rule].en, RULES[rule].fr)
    ]
    assert named[0] == named[1]


@pytest.mark.parametrize("rule", RULES)
def test_french_marks_have_the_space_french_wants(rule: str) -> None:
    assert not BAD_FRENCH_SPACE.search(" ".join(RULES[rule].fr))


@pytest.mark.parametrize("rule", RULES)
def test_every_sentence_is_whole(rule: str) -> None:
    for message, fix in (RULES[rule].en, RULES[rule].fr):
        assert message.endswith((".", "?"))
        assert fix.endswith((".", "…", "}"))


def test_problems_json_has_the_promised_keys_in_order() -> None:
    problem = Problem(at("Reactions", 7, 3, "Date"), "error", "ambiguous_date", "10/06/2020", "M.", "F.")
    assert [list(each.items()) for each in problems.as_json([problem])] == [
        [
            ("sheet", "Reactions"),
            ("cell", "C7"),
            ("row", 7),
            ("header", "Date"),
            ("severity", "error"),
            ("rule", "ambiguous_date"),
            ("found", "10/06/2020"),
            ("message", "M."),
            ("fix", "F."),
        ]
    ]


def test_a_tab_with_a_space_in_its_name_is_quoted_as_excel_does() -> None:
    assert str(at("Team's questions", 3, 28, None)) == "'Team''s questions'!AB3"
    assert str(Cell("Reactions", None, 4)) == "Reactions!4"


def test_braces_in_a_cell_are_only_text(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 3, "kind", "{found.__class__}")
    [problem] = cleaned(tmp_path, book).problems
    assert '"{found.__class__}"' in problem.message


def test_a_long_cell_is_quoted_in_part_and_kept_whole(tmp_path: Path) -> None:
    text = "somewhere between " * 20
    [problem] = cleaned(tmp_path, put(sound(), "Announcements", 3, "kind", text)).problems
    assert problem.found == text
    assert len(problem.message) < 150


def test_days_and_lists_are_written_out_in_both_languages() -> None:
    assert words.day(date(2020, 7, 1), "fr") == "1er juillet 2020"
    assert words.day(date(2020, 7, 1), "en") == "1 July 2020"
    assert words.period(date(2020, 4, 1), "quarter", "en") == "2020-Q2"
    assert words.several(["a", "b", "c"], "fr") == "a, b et c"
    assert words.several(["a"], "en") == "a"


def test_problems_come_in_reading_order(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 4, "kind", None)
    put(book, "Announcements", 3, "source", "?")
    put(book, "Announcements", 3, "kind", None)
    put(book, "Reactions", 2, "actor", None)
    assert [str(problem.cell) for problem in cleaned(tmp_path, book).problems] == [
        "Announcements!D3",
        "Announcements!F3",
        "Announcements!D4",
        "Reactions!B2",
        "Reactions!A3",
    ]


@pytest.mark.parametrize(
    ("rule", "words_said"),
    [("translation_without_translator",
      "Saisissez « équipe : » suivi d’initiales, « éditeur : » suivi d’un nom, ou « officielle »."),
     ("quote_without_speaker", "alors que la colonne « {column} » est remplie"),
     ("quote_without_language", "alors que la colonne « {column} » est remplie"),
     ("translation_without_translator", "alors que la colonne « {column} » est remplie"),
     ("ends_before_start", "indique {ends}, date antérieure au début ({starts})."),
     ("relation_without_previous", "on ne sait pas à quelle ligne elle se rapporte.")],
)  # fmt: skip
def test_a_column_is_filled_and_a_date_earlier_as_french_says_it(rule: str, words_said: str) -> None:
    assert words_said in " ".join(RULES[rule].fr).replace("\u00a0", " ")


def test_a_relation_without_a_row_before_it_is_said_to_follow_none_we_can_tell() -> None:
    assert "so we cannot tell which row it follows." in RULES["relation_without_previous"].en[0]
