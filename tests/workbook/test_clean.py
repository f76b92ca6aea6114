"""From cells to facts: what is read, what is corrected, what is set aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from flows.record.facts import SECTOR, Citation, Day, Duration, Exceptions, Text
from tests.books import Book, add, cleaned, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.record.facts import Announcement
    from flows.workbook.clean import Cleaned

A, R = "Announcements", "Reactions"


def rules(found: Cleaned) -> list[str]:
    return [problem.rule for problem in found.problems]


def first(found: Cleaned) -> Announcement:
    return found.record.announcements[0]


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


@pytest.mark.parametrize("typed", ["a2", "A-2", "A 002", "A_2", "a002"])
def test_an_id_is_read_however_it_is_spaced_and_the_reading_is_told(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 3, "id", typed))
    assert found.record.announcements[1].id == "A002"
    assert found.problems == ()
    assert [(each.before, each.after, str(each.cell)) for each in found.corrections] == [
        (typed, "A002", "Announcements!A3")
    ]


def test_a_missing_id_is_offered_the_next_free_one_and_two_get_two(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "id", None), A, 4, "id", "?")
    found = cleaned(tmp_path, book)
    missing = [problem.fix for problem in found.problems if problem.rule == "missing_id"]
    assert missing == ["Type A002.", "Type A003."]
    assert [(each.origin.row, each.rule) for each in found.record.unplaced] == [
        (3, "missing_id"),
        (4, "missing_id"),
    ]


def test_two_rows_of_one_id_are_both_in_doubt_and_name_each_other(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 3, "id", "a 1"))
    assert [fact.doubts for fact in found.record.announcements[:2]] == [("duplicate_id",)] * 2
    twice = [problem for problem in found.problems if problem.rule == "duplicate_id"]
    assert "Announcements!A3" in twice[0].message
    assert "Announcements!A2" in twice[1].message
    assert twice[1].found == "a 1"


def test_dotted_rows_take_actor_date_about_and_source_from_their_base_and_nothing_else(
    tmp_path: Path,
) -> None:
    base, dotted, _ = cleaned(tmp_path, sound()).record.reactions
    assert (dotted.actor, dotted.reacted_on, dotted.about, dotted.sources) == (
        base.actor, base.reacted_on, base.about, base.sources,
    )  # fmt: skip
    assert (dotted.stance, dotted.quote, dotted.verification) == (None, None, None)
    assert dotted.demand is not None
    assert dotted.summary == dotted.demand.words


def test_a_dotted_row_keeps_what_it_says_itself(tmp_path: Path) -> None:
    book = put(put(sound(), R, 3, "actor", "ACLU NorCal"), R, 3, "summary", "Asks for more")
    _, dotted, _ = cleaned(tmp_path, book).record.reactions
    assert (dotted.actor, dotted.summary) == ("ACLU NorCal", Text("Asks for more", "en"))


def test_a_dotted_row_that_leans_on_a_doubtful_base_is_set_aside_with_it(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 2, "reacted_on", "10/06/2020"))
    assert [fact.doubts for fact in found.record.reactions] == [("ambiguous_date",), ("base_set_aside",), ()]


def test_an_ambiguous_date_is_missing_never_a_guess(tmp_path: Path) -> None:
    fact = first(cleaned(tmp_path, put(sound(), A, 2, "announced_on", "10/06/2020")))
    assert fact.announced_on is None
    assert fact.doubts == ("ambiguous_date",)


def test_an_unreadable_second_date_counts_as_blank_and_leaves_the_row_in_use(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "decided_on", "10/06/2020"))
    assert [(problem.rule, problem.severity) for problem in found.problems] == [("ambiguous_date", "warning")]
    assert (first(found).decided_on, first(found).doubts) == (None, ())


@pytest.mark.parametrize(
    ("typed", "read"),
    [("June 2020", Day(date(2020, 6, 1), "month")), ("T2 2020", Day(date(2020, 4, 1), "quarter")),
     ("1er juin 2020", Day(date(2020, 6, 1))), (2020, Day(date(2020, 1, 1), "year"))],
)  # fmt: skip
def test_a_date_keeps_the_precision_it_was_typed_at(typed: object, read: Day, tmp_path: Path) -> None:
    assert first(cleaned(tmp_path, put(sound(), A, 2, "announced_on", typed))).announced_on == read


@pytest.mark.parametrize("severity_column", ["announced_on", "kind", "organisation", "summary"])
def test_a_row_without_a_required_cell_is_set_aside(severity_column: str, tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, severity_column, None), A, 3, "summary_fr", None)
    found = cleaned(tmp_path, book)
    name = {"announced_on": "date"}.get(severity_column, severity_column)
    assert found.record.announcements[1].doubts == (f"missing_{name}",)


@pytest.mark.parametrize("typed", [None, "?", "n/a", "Amazon"])
def test_a_row_without_a_usable_source_is_used_with_a_warning(typed: object, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "source", typed))
    assert [problem.severity for problem in found.problems] == ["warning"]
    assert first(found).doubts == ()


def test_sources_are_ids_addresses_titles_or_not_enough(tmp_path: Path) -> None:
    book = put(sound(), A, 2, "source", "s1; https://example.org/a_b\nThe Record, 11 June 2020; Amazon")
    assert first(cleaned(tmp_path, book)).sources == (
        Citation("id", "S001"),
        Citation("url", "https://example.org/a_b"),
        Citation("title", "The Record, 11 June 2020"),
        Citation("incomplete", "Amazon"),
    )


def test_a_link_behind_a_name_is_its_source(tmp_path: Path) -> None:
    def link(workbook: Workbook) -> None:
        workbook[A]["F2"].hyperlink = "https://example.org/behind"

    found = cleaned(tmp_path, put(sound(), A, 2, "source", "Amazon"), link)
    assert first(found).sources == (Citation("url", "https://example.org/behind"),)
    assert found.problems == ()


def test_other_names_come_from_the_organisations_sheet_alone(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 2, "actor", "american civil liberties union"))
    assert found.record.reactions[0].actor == "ACLU"
    assert [(each.before, each.after) for each in found.corrections] == [
        ("american civil liberties union", "ACLU")
    ]


def test_a_near_name_is_a_question_and_never_applied(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "organisation", "Amazonn"))
    assert rules(found) == ["near_name"]
    assert first(found).organisation == "Amazonn"


def test_two_bodies_with_alike_names_stay_two(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 4, "actor", "ACLU NorCal"))
    assert {fact.actor for fact in found.record.reactions} == {"ACLU", "ACLU NorCal"}
    assert found.problems == ()


def test_capitals_and_accents_make_no_second_organisation(tmp_path: Path) -> None:
    book = put(sound(), A, 4, "organisation", "AMÁZON")
    del book["Organisations"]
    found = cleaned(tmp_path, put(book, R, 3, "target", "Amazon"))
    assert {fact.organisation for fact in found.record.announcements} == {"Amazon", "IBM"}
    assert [each.rule for each in found.corrections] == ["organisation_name"]


@pytest.mark.parametrize("typed", ["SECTOR", "sector", "Secteur", "others", "Les autres"])
def test_others_are_the_sector_in_both_languages(typed: str, tmp_path: Path) -> None:
    demand = cleaned(tmp_path, put(sound(), R, 3, "target", typed)).record.reactions[1].demand
    assert demand is not None
    assert demand.target == SECTOR


def test_a_quote_is_kept_to_the_letter_even_with_outer_marks(tmp_path: Path) -> None:
    typed = "“We’ll  stop” [the sale]…\u00a0!"
    quote = first(cleaned(tmp_path, put(sound(), A, 2, "quote", typed))).quote
    assert quote is not None
    assert quote.words == typed
    marked = cleaned(tmp_path, put(sound(), A, 2, "quote", "«\u00a0Non\u00a0»"))
    assert rules(marked) == ["outer_marks"]
    assert marked.record.announcements[0].quote is not None
    assert marked.record.announcements[0].quote.words == "«\u00a0Non\u00a0»"


def test_two_quoted_words_are_no_outer_marks(tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "quote", "“stop” and “think”"))) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [("équipe\u00a0: LM", "team: LM"), ("éditeur : Le Monde", "publisher: Le Monde"),
     ("Publication: Le Monde", "publisher: Le Monde"), ("officielle", "official"), ("Officiel", "official"),
     ("Team: LM", "team: LM"), ("ÉQUIPE", "team"), ("publisher: Time Machine", "publisher: Time Machine"),
     ("team: Automatix", "team: Automatix"), ("publisher: A: B", "publisher: A: B")],
)  # fmt: skip
def test_who_translated_is_read_in_both_languages_from_what_stands_before_the_colon(
    typed: str, read: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "translation_by", typed))
    quote = first(found).quote
    assert quote is not None
    assert quote.translated_by == read
    assert rules(found) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [("machine", "machine"), ("Machine : DeepL", "machine: DeepL"), ("automatique", "machine"),
     ("Traduction automatique : DeepL", "machine: DeepL"), ("machine translation", "machine")],
)  # fmt: skip
def test_a_machine_is_known_by_either_language_s_word_for_it(typed: str, read: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "translation_by", typed))
    assert rules(found) == ["machine_translation"]
    quote = first(found).quote
    assert quote is not None
    assert quote.translated_by == read


@pytest.mark.parametrize("typed", ["Le Monde", "LM", "machinist", "publisher", "éditeur :", "by the team"])
def test_a_translator_of_no_known_kind_is_told_with_what_to_type_and_stays_as_typed(
    typed: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "translation_by", typed))
    assert rules(found) == ["unknown_translator"]


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


def test_a_retired_row_keeps_its_reason_and_is_complained_of_no_more(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "retired", "?"), A, 3, "kind", "nonsense")
    found = cleaned(tmp_path, book)
    assert (found.record.announcements[1].retired, found.problems) == ("?", ())


def test_of_a_row_typed_twice_one_may_be_retired(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "retired", "typed twice"), A, 3, "id", "A001")
    found = cleaned(tmp_path, book)
    assert rules(found).count("duplicate_id") == 0
    told = [each for each in found.problems if each.rule == "id_used_before"]
    assert [str(each.cell) for each in told] == ["Announcements!A2"]
    assert "an id is never used again" in told[0].fix


def test_a_reference_to_an_absent_row_is_kept_as_typed(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 4, "previous_id", "a9"))
    assert rules(found) == ["unknown_reference"]
    assert found.record.announcements[2].previous_id == "A009"
    assert found.record.announcements[2].doubts == ()


def test_a_formula_typed_as_text_stays_text(tmp_path: Path) -> None:
    typed = '=HYPERLINK("http://evil.example","x")'
    assert first(cleaned(tmp_path, put(sound(), A, 2, "summary", typed))).summary.words == typed


def test_invisible_characters_go_and_the_change_is_told(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "summary", "Stops\u200b the sale"))
    assert first(found).summary.words == "Stops the sale"
    assert [each.rule for each in found.corrections] == ["unprintable_characters"]


def test_a_hidden_row_is_a_fact_in_doubt_and_never_silently_gone(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[A].row_dimensions[3].hidden = True

    found = cleaned(tmp_path, sound(), hide)
    assert found.record.announcements[1].doubts == ("hidden_row",)
    assert found.record.sheets[0].read == 3


def test_a_row_both_retired_and_hidden_stays_out_of_sight_without_a_complaint(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[A].row_dimensions[3].hidden = True

    found = cleaned(tmp_path, put(sound(), A, 3, "retired", "wrong"), hide)
    assert (found.record.announcements[1].doubts, found.problems) == (("hidden_row",), ())


def test_cells_of_a_hidden_column_are_blank_and_one_warning_says_so(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[A].column_dimensions["M"].hidden = True

    found = cleaned(tmp_path, sound(), hide)
    assert [(problem.rule, str(problem.cell)) for problem in found.problems] == [
        ("hidden_column", "Announcements!M1")
    ]
    assert first(found).terms.users is None
    assert first(found).doubts == ()


def test_a_struck_row_is_set_aside_with_its_words_kept(tmp_path: Path) -> None:
    def strike(workbook: Workbook) -> None:
        for cell in workbook[A][3]:
            cell.font = Font(strike=True)

    found = cleaned(tmp_path, sound(), strike)
    assert rules(found) == ["struck_row"]
    assert found.record.announcements[1].doubts == ("struck_row",)
    assert found.record.announcements[1].organisation == "IBM"


def test_totals_and_notes_below_the_table_are_counted_and_left_out(tmp_path: Path) -> None:
    book = add(add(sound(), A, organisation="Total", notes=3), A, id="Updated weekly by LM")
    found = cleaned(tmp_path, book)
    assert [(each.origin.row, each.rule) for each in found.record.unplaced] == [
        (5, "total_row"),
        (6, "stray_row"),
    ]
    assert [problem.severity for problem in found.problems] == ["error", "error"]


def test_a_sheet_without_a_required_column_has_all_its_rows_in_doubt(tmp_path: Path) -> None:
    book = sound()
    book[A][0][3] = "what it is"
    found = cleaned(tmp_path, book)
    assert rules(found) == ["missing_column"]
    assert {fact.doubts for fact in found.record.announcements} == {("missing_column",)}


def test_an_outcome_in_two_places_sets_the_reaction_aside(tmp_path: Path) -> None:
    responses: Book = {
        "Responses": [
            ["demand", "organisation", "on", "outcome", "evidence"],
            ["r1.1", "Amazon", "2021-05-18", "partiellement satisfaite", "A003"],
        ]
    }
    found = cleaned(tmp_path, sound() | responses)
    assert found.record.reactions[1].doubts == ("outcome_twice",)
    assert found.record.responses[0].demand == "R001.1"
    assert found.record.responses[0].outcome == "partly_met"
    assert found.record.responses[0].evidence == ("A003",)


def test_a_circle_of_rows_sets_all_of_them_aside(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "previous_id", "A003"), A, 2, "relation", "confirms")
    facts = cleaned(tmp_path, book).record.announcements
    assert [fact.doubts for fact in facts] == [("circle",), (), ("circle",)]


def test_a_row_s_doubts_are_the_rules_of_its_errors(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "kind", None), A, 3, "announced_on", "soon")
    put(book, A, 3, "source", None)
    found = cleaned(tmp_path, book)
    errors = {problem.rule for problem in found.problems if problem.severity == "error"}
    assert set(found.record.announcements[1].doubts) == errors == {"missing_kind", "not_a_date"}


def test_every_value_s_cell_can_be_found_again(tmp_path: Path) -> None:
    addresses = cleaned(tmp_path, sound()).addresses
    assert addresses["Announcements", 2, "summary"] == "E2"
    assert addresses["Announcements", 2, "summary_fr"] == "Z2"
    assert addresses["Reactions", 3, "demand"] == "H3"


def test_what_is_asked_of_whom_without_a_demand_is_told_once_with_every_cell_it_concerns(
    tmp_path: Path,
) -> None:
    found = cleaned(tmp_path, put(sound(), R, 3, "demand", "tbd"))
    assert rules(found) == ["missing_summary", "demand_cells_without_demand"]
    assert str(found.problems[1]) == (
        'Reactions!J3  demand_term says "condition", but demand says only "tbd": nothing is asked, so '
        'nothing of it is used. Type in "demand" what is asked, or clear demand_term, demand_condition, '
        "demand_users, demand_activity, demand_technology, demand_exceptions, outcome and outcome_checked_on."
    )


def test_a_demand_in_the_other_language_only_is_a_demand(tmp_path: Path) -> None:
    book = put(put(sound(), R, 3, "demand", None), R, 3, "demand_fr", "Cesser tout usage")
    found = cleaned(tmp_path, book)
    assert rules(found) == []
    assert found.record.reactions[1].demand is not None


@pytest.mark.parametrize("name", ["outcome_evidence", "outcome_checked_on"])
def test_any_outcome_cell_clashes_with_a_response_as_it_does_for_the_record(
    name: str, tmp_path: Path
) -> None:
    book = sound()
    for header in ("outcome", "outcome_evidence", "outcome_checked_on"):
        put(book, R, 3, header, None)
    put(book, R, 3, name, {"outcome_evidence": "A003"}.get(name, "2020-06-15"))
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome"],
        ["R001.1", "Amazon", "2021-05-18", "none_found"],
    ]
    assert rules(cleaned(tmp_path, book)) == ["outcome_twice", "demand_not_printed"]


def test_a_response_to_a_row_that_asks_for_nothing_is_set_aside_and_told(tmp_path: Path) -> None:
    book = put(sound(), R, 3, "outcome", None)
    book["Responses"] = [["demand", "organisation", "on", "outcome"], ["r2", "IBM", "2021-05-18", "met"]]
    found = cleaned(tmp_path, book)
    assert rules(found) == ["response_without_demand"]
    assert found.record.responses[0].doubts == ("response_without_demand",)
    assert "Reactions!H4" in found.problems[0].fix


@pytest.mark.parametrize(("header", "value"), [("ends_on", "2021-01-01"), ("duration", "1 year")])
def test_an_end_without_any_term_is_told_on_a_first_row_and_carries_over_on_a_later_one(
    header: str, value: str, tmp_path: Path
) -> None:
    alone = put(put(sound(), A, 3, "term", None), A, 3, header, value)
    assert rules(cleaned(tmp_path, alone)) == ["end_without_fixed"]
    later = put(
        put(sound(), A, 4, "term", None), A, 4, header, "2022-01-01" if header == "ends_on" else value
    )
    assert rules(cleaned(tmp_path, later)) == []


def test_a_condition_in_the_other_language_only_has_its_words(tmp_path: Path) -> None:
    book = put(put(sound(), R, 3, "demand_condition", None), R, 3, "demand_condition_fr", "tant que")
    assert rules(cleaned(tmp_path, book)) == []


def test_every_address_of_a_cell_is_a_source_even_with_a_comma_between(tmp_path: Path) -> None:
    typed = (
        "https://example.org/a, https://example.org/b; see www.example.org/c and https://example.org/d.;"
        "https://example.org/e,https://example.org/f\nhttps://web.archive.org/web/2020/https://example.org/g"
    )
    assert [one.value for one in first(cleaned(tmp_path, put(sound(), A, 2, "source", typed))).sources] == [
        "https://example.org/a",
        "https://example.org/b",
        "https://www.example.org/c",
        "https://example.org/d",
        "https://example.org/e",
        "https://example.org/f",
        "https://web.archive.org/web/2020/https://example.org/g",
    ]


@pytest.mark.parametrize(
    ("tab", "header", "typed", "fix"),
    [(R, "about", "A1, A2", "Type A001; A002."), (R, "about", "A1 and A002", "Type A001; A002."),
     (A, "source", "s1 & S1", "Type S001; S001."),
     ("Questions", "asked_by", "R1, R2", "Keep one of them: R001 or R002."),
     (A, "activity", "use, sale", "Type use; sale."),
     (A, "users", "police, public_sector", "Keep one of them: police or public_sector."),
     (R, "actor", "ACLU; EFF", "Give each organisation a row of its own.")],
)  # fmt: skip
def test_several_values_where_one_may_stand_or_without_their_sign_are_told_as_such(
    tab: str, header: str, typed: str, fix: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), tab, 2, header, typed))
    assert [problem.fix for problem in found.problems] == [fix]


def test_a_dotted_row_is_offered_the_next_free_id_of_its_own_base(tmp_path: Path) -> None:
    book = put(sound(), R, 4, "id", "R001.1")
    offered = [problem.fix for problem in cleaned(tmp_path, book).problems if problem.rule == "duplicate_id"]
    assert offered == ["Type R001.2 in the row that came later."] * 2


def test_of_two_rows_of_one_organisation_neither_spells_its_name_nor_gives_another(tmp_path: Path) -> None:
    book = put(put(sound(), "Organisations", 2, "name", "AMAZON"), "Organisations", 3, "name", "amazon")
    put(book, A, 3, "organisation", "Amazon.com")
    found = cleaned(tmp_path, book)
    assert rules(found) == ["duplicate_name", "duplicate_name"]
    assert [fact.organisation for fact in found.record.announcements[:2]] == ["Amazon", "Amazon.com"]
    assert found.corrections == ()


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


@pytest.mark.parametrize(
    ("tab", "header", "typed"),
    [(R, "about", "A001, A002"), (A, "source", "s1, S1"), (A, "activity", "use, sale")],
)
def test_what_the_complaint_about_values_run_together_says_to_type_ends_it(
    tab: str, header: str, typed: str, tmp_path: Path
) -> None:
    [problem] = cleaned(tmp_path, put(sound(), tab, 2, header, typed)).problems
    told = problem.fix.removeprefix("Type ").removesuffix(".")
    assert "; " in told
    assert rules(cleaned(tmp_path, put(sound(), tab, 2, header, told))) == []


def test_background_whose_day_cannot_be_read_is_set_aside_as_the_record_sets_it_aside(tmp_path: Path) -> None:
    book = sound() | {
        "Context": [["id", "date", "summary", "source"], ["C001", "soon", "What came before", "S001"]]
    }
    found = cleaned(tmp_path, book)
    assert [(problem.rule, problem.severity) for problem in found.problems] == [("not_a_date", "error")]
    assert found.record.context[0].doubts == ("not_a_date",)


def test_a_bare_number_is_offered_as_the_day_its_own_workbook_means(tmp_path: Path) -> None:
    def count_from_1904(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904

    book = put(sound(), A, 3, "announced_on", 43992)
    for touch, offered in ((None, "2020-06-10"), (count_from_1904, "2024-06-11")):
        [problem] = cleaned(tmp_path, book, touch).problems
        assert problem.fix == f"If that is the day, type {offered}."


def test_the_time_beside_a_day_is_left_out_and_the_change_is_told(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "announced_on", datetime.fromisoformat("2020-06-10T14:30")))
    assert first(found).announced_on == Day(date(2020, 6, 10))
    assert [(each.before, each.after) for each in found.corrections] == [("2020-06-10 14:30", "2020-06-10")]


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


@pytest.mark.parametrize("typed", ["Amazn", "Amazom", "Amzaon"])
def test_one_slip_in_a_name_is_a_question(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), "Reactions", 3, "target", typed)).problems
    assert ("near_name", typed) in {(problem.rule, problem.found) for problem in found}


def test_of_many_rows_with_one_id_three_others_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    book = sound()
    for _ in range(6):
        add(book, "Questions", id="Q001", question="Who?", asked_on="2020-06-11")
    told = [problem for problem in cleaned(tmp_path, book).problems if problem.rule == "duplicate_id"]
    assert len(told) == 7
    assert all(problem.message.count("Questions!") <= 3 for problem in told)
    assert "3 more" in told[0].message


def test_what_stands_far_below_is_said_to_be_unread(tmp_path: Path) -> None:
    book = sound()
    blank: list[object] = [None]
    book["Announcements"] += [blank] * 70
    add(book, "Announcements", id="A050", organisation="Amazon")
    found = cleaned(tmp_path, book)
    assert [(place.sheet, place.row > 70) for place in found.record.unread] == [("Announcements", True)]
