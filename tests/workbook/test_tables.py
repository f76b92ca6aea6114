"""Finding sheets, header rows and columns in whatever shape a team keeps them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record import findings
from flows.workbook.reading.refusals import Unreadable
from tests.books import Book, cleaned, minimal, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned


def shapes(cleaned: Cleaned) -> list[tuple[str, int, int]]:
    return [(sheet.sheet, sheet.read, sheet.empty) for sheet in cleaned.record.sheets]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_sound_workbook_has_no_problem(language: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, sound(language))
    assert found.problems == ()
    assert found.corrections == ()
    assert found.unknown_columns == ()
    assert found.record.language == language


@pytest.mark.parametrize("language", ["en", "fr"])
def test_two_sheets_and_twelve_columns_suffice(language: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, minimal(language))
    assert found.problems == ()
    assert found.record.announcements
    assert found.record.reactions
    assert {"questions", "announcements.term", "reactions.demand"} <= set(found.record.absent)


@pytest.mark.parametrize("name", ["ANNOUNCEMENTS", " announce-ments ", "Annonces", "Engagements"])
def test_a_tab_is_known_whatever_its_case_spaces_and_hyphens(name: str, tmp_path: Path) -> None:
    book = {name if tab == "Announcements" else tab: rows for tab, rows in sound().items()}
    found = cleaned(tmp_path, book)
    assert len(found.record.announcements) == 3
    assert found.record.sheets[0].label == name


@pytest.mark.parametrize("header", ["ANNOUNCED ON", "announced-on", "Date d’annonce", "date"])
def test_a_header_is_known_in_both_languages(header: str, tmp_path: Path) -> None:
    book = minimal()
    book["Announcements"][0][2] = header
    assert cleaned(tmp_path, book).record == cleaned(tmp_path, minimal()).record


def test_a_title_and_notes_may_stand_above_the_headers(tmp_path: Path) -> None:
    book = minimal()
    book["Announcements"] = [["Our record"], [], ["kept by", "the team"], *book["Announcements"]]
    found = cleaned(tmp_path, book)
    assert found.problems == ()
    assert shapes(found)[0] == ("announcements", 3, 0)
    assert found.record.announcements[0].origin.row == 5


def test_blank_columns_between_the_headers_change_nothing(tmp_path: Path) -> None:
    book = minimal()
    book["Announcements"] = [[None, *row[:3], None, *row[3:]] for row in book["Announcements"]]
    found = cleaned(tmp_path, book)
    assert found.problems == ()
    assert len(found.record.announcements) == 3


def test_blank_rows_are_counted_so_that_row_numbers_stay_true(tmp_path: Path) -> None:
    book = minimal()
    book["Announcements"][1:1] = [[], []]
    book["Announcements"].insert(4, [])
    found = cleaned(tmp_path, book)
    assert shapes(found)[0] == ("announcements", 6, 3)
    assert [fact.origin.row for fact in found.record.announcements] == [4, 6, 7]


def test_a_team_may_keep_columns_of_its_own(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), "Announcements", 2, "Our colour", "green"))
    assert found.problems == ()
    assert [(cell.address, cell.header) for cell in found.unknown_columns] == [("AA1", "Our colour")]


def test_tabs_for_the_team_alone_are_left_in_peace(tmp_path: Path) -> None:
    notes: Book = {"_old": sound()["Announcements"], "Lists": [["x"]], "Lisez-moi": [["y"]], "Ideas": [["z"]]}
    assert cleaned(tmp_path, sound() | notes).problems == ()


def test_a_misspelt_tab_is_a_question_and_is_not_read(tmp_path: Path) -> None:
    book = {"Reactoins" if tab == "Reactions" else tab: rows for tab, rows in sound().items()}
    found = cleaned(tmp_path, book)
    assert [problem.rule for problem in found.problems] == ["missing_sheet", "misspelt_sheet"]
    assert found.record.reactions == ()
    assert {"reactions", "reactions.demand", "reactions.stance"} <= set(found.record.absent)


def test_without_a_required_sheet_the_edition_stays_a_draft(tmp_path: Path) -> None:
    book = {"Reactoins" if tab == "Reactions" else tab: rows for tab, rows in sound().items()}
    computed = findings.compute(cleaned(tmp_path, book).record, as_of=date(2020, 6, 15))
    assert computed.holds == ("missing_sheet:reactions",)
    assert computed.release == "draft"


def test_a_workbook_without_any_sheet_of_a_record_is_refused_by_the_names_it_has(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        cleaned(tmp_path, {"Budget": [["Year", "Sum"], [2020, 5]], "Notes": [["x"]]})
    assert refused.value.kind == "not_a_record"
    assert refused.value.sentence("en").startswith(
        "“book.xlsx” has no sheet “Announcements” and no sheet “Reactions”, only: Budget, Notes."
    )


def test_both_sheets_misspelt_are_questions_not_a_refusal(tmp_path: Path) -> None:
    names = {"Reactions": "Reactoins", "Announcements": "Anouncements"}
    found = cleaned(tmp_path, {names.get(tab, tab): rows for tab, rows in sound().items()})
    assert rules(found)[:2] == ["missing_sheet", "missing_sheet"]
    assert rules(found).count("misspelt_sheet") == 2


def test_a_misspelt_header_is_a_question_and_is_not_read(tmp_path: Path) -> None:
    book = sound()
    book["Announcements"][0][12] = "usres"
    found = cleaned(tmp_path, book)
    assert [problem.rule for problem in found.problems] == ["misspelt_header"]
    assert found.record.announcements[0].terms.users is None
    assert "announcements.users" in found.record.absent


def test_a_second_column_of_one_meaning_is_not_read(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 2, "Company", "Microsoft")
    found = cleaned(tmp_path, book)
    assert [problem.rule for problem in found.problems] == ["same_header"]
    assert "B1" in found.problems[0].message
    assert found.record.announcements[0].organisation == "Amazon"


def test_a_column_of_the_other_language_is_the_twin(tmp_path: Path) -> None:
    summary = cleaned(tmp_path, sound()).record.announcements[0].summary
    assert (summary.language, summary.twin_language) == ("en", "fr")
    assert summary.twin == "Suspend pour un an l’usage de son logiciel par la police"
    french = cleaned(tmp_path, sound("fr")).record.announcements[0].summary
    assert (french.language, french.twin, french.twin_language) == ("fr", "Stops police use for a year", "en")


def test_the_workbook_s_own_language_after_a_header_means_the_column_itself(tmp_path: Path) -> None:
    book = sound()
    book["Announcements"][0][4] = "summary_en"
    assert cleaned(tmp_path, book).record == cleaned(tmp_path, sound()).record


def test_a_text_typed_only_in_the_other_language_is_kept_with_its_language(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 2, "summary", None)
    found = cleaned(tmp_path, book)
    assert found.problems == ()
    assert found.record.announcements[0].summary.language == "fr"


def test_a_status_typed_by_hand_is_never_read(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), "Announcements", 2, "Statut", "expired"))
    assert [(problem.rule, problem.severity) for problem in found.problems] == [("typed_status", "warning")]
    assert found.record == cleaned(tmp_path, sound()).record


def test_a_hidden_sheet_is_never_read(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook["Questions"].sheet_state = "veryHidden"

    found = cleaned(tmp_path, sound(), hide)
    assert found.record.questions == ()
    assert "questions" in found.record.absent


def test_settings_are_names_and_values(tmp_path: Path) -> None:
    settings: Book = {"Settings": [["name", "value"], ["Title FR", "Sur le fil"], ["ends soon", 30]]}
    found = cleaned(tmp_path, sound() | settings)
    assert found.problems == ()
    assert found.record.settings == (("title_fr", "Sur le fil"), ("ends_soon", "30"))


def test_a_title_keeps_its_french_spaces(tmp_path: Path) -> None:
    settings: Book = {"Settings": [["name", "value"], ["title_fr", "Visages\u00a0: qui dit quoi\u202f?"]]}
    [(_, title)] = cleaned(tmp_path, sound() | settings).record.settings
    assert title == "Visages\u00a0: qui dit quoi\u202f?"


def test_the_sheet_of_responses_stands_for_the_outcome_columns(tmp_path: Path) -> None:
    book = sound()
    book["Reactions"] = [row[:15] for row in book["Reactions"]]
    book["Responses"] = [["demand", "organisation", "on", "outcome"]]
    assert "reactions.outcome" not in cleaned(tmp_path, book).record.absent


def test_who_receives_the_briefing_is_nowhere_in_the_record(tmp_path: Path) -> None:
    people: Book = {"Recipients": [["name", "email"], ["Secret Person", "secret@example.org"]]}
    assert "secret" not in repr(cleaned(tmp_path, sound() | people).record).lower()
