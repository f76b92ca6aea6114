"""Cells that others, or they themselves, speak against; and what is close to it and nobody's mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import add, cleaned, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.books import Book

COPY = "https://web.archive.org/web/2020/https://example.org/a"
A, R, S, O = "Announcements", "Reactions", "Sources", "Organisations"  # noqa: E741 - the tabs' own letters


@pytest.mark.parametrize(
    "archive",
    ["https://example.org/amazon", " http://www.example.org/amazon/ ", "https://EXAMPLE.org/amazon"],
)
def test_the_address_of_the_page_is_no_copy_of_it(archive: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "archive", archive))) == ["archive_is_source"]


def test_the_address_of_a_source_named_by_its_id_is_no_copy_either(tmp_path: Path) -> None:
    book = put(sound(), A, 3, "archive", "https://example.org/record")
    assert rules(cleaned(tmp_path, book)) == ["archive_is_source"]
    book = put(sound(), S, 2, "archive_url", "https://example.org/record/")
    assert rules(cleaned(tmp_path, book)) == ["archive_is_source"]


@pytest.mark.parametrize(
    "archive",
    ["https://web.archive.org/web/2020/https://example.org/amazon", "https://example.org/amazon?print=1",
     "amazon.pdf, 2020-06-11", "https://example.org/Amazon"],
)  # fmt: skip
def test_a_copy_elsewhere_is_one(archive: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "archive", archive))) == []


def test_a_page_that_is_only_left_in_an_archive_may_stand_twice(tmp_path: Path) -> None:
    book = put(sound(), A, 2, "source", "https://archive.ph/abc")
    assert rules(cleaned(tmp_path, put(book, A, 2, "archive", "https://archive.ph/abc"))) == []


@pytest.mark.parametrize(
    ("tab", "row", "header", "value"),
    [(R, 4, "about", "A001; a1"), (A, 3, "source", "S001; s1"),
     (A, 3, "source", "https://example.org/a; https://example.org/a"),
     (A, 3, "recipients", "ACLU; Amazon; American Civil Liberties Union"),
     (O, 4, "related_to", "IBM; ibm")],
)  # fmt: skip
def test_what_stands_twice_in_a_list_is_told(
    tab: str, row: int, header: str, value: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), tab, row, header, value))
    assert rules(found) == ["named_twice"]


def test_two_of_a_list_and_an_alias_typed_twice_are_no_repetition(tmp_path: Path) -> None:
    book = put(put(sound(), R, 4, "about", "A001; A002"), O, 2, "aliases", "Amazon.com; Amazon.com")
    assert rules(cleaned(tmp_path, book)) == []


def test_a_demand_to_oneself_is_told_under_another_name_too(tmp_path: Path) -> None:
    book = put(sound(), R, 3, "target", "American Civil Liberties Union")
    assert "demand_of_itself" in rules(cleaned(tmp_path, book))


@pytest.mark.parametrize("typed", ["yes", "Oui", "x", "No", True, 1, "✓", "none"])
@pytest.mark.parametrize("header", ["disputed", "archive"])
def test_a_tick_does_not_say_what(header: str, typed: object, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, header, typed))
    assert rules(found) == ["only_yes"]


@pytest.mark.parametrize("typed", ["the date", "yes, the date", "oui : la date"])
def test_words_about_what_is_disputed_are_left_alone(typed: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "disputed", typed))) == []


@pytest.mark.parametrize("typed", ["2025-01-28", "28 janvier 2025", "1er mars 2025", "12"])
def test_a_bare_day_is_no_reason_to_withdraw_a_row(typed: str, tmp_path: Path) -> None:
    """So ends a row whose cells have moved one to the right."""
    book = put(sound(), A, 3, "retired", typed)
    assert "retired_unexplained" in rules(cleaned(tmp_path, book))


@pytest.mark.parametrize("typed", ["see A004 of 2025", "entered twice on 2025-01-28"])
def test_a_reason_with_a_day_in_it_is_one(typed: str, tmp_path: Path) -> None:
    assert "retired_unexplained" not in rules(cleaned(tmp_path, put(sound(), A, 3, "retired", typed)))


def publishers(*names: str, host: str = "example.org") -> Book:
    """Three sources, of these publishers; the last of that site."""
    book = sound()
    put(book, S, 2, "publisher", names[0])
    for at, name in enumerate(names[1:], start=2):
        site = host if at == len(names) else "example.org"
        add(book, S, id=f"S00{at}", publisher=name, title=f"Title {at}", url=f"https://{site}/{at}")
    return book


@pytest.mark.parametrize(
    "typed", ["The Harwick Courrier", "The Hawrick Courier", "The Harwick Courer", "The Harwîck Courier"]
)
def test_a_publisher_whom_one_row_spells_otherwise_is_asked_about(typed: str, tmp_path: Path) -> None:
    usual = "The Harwick Courier"
    [told] = cleaned(tmp_path, publishers(usual, usual, typed)).problems
    assert (told.rule, str(told.cell)) == ("spelt_otherwise", "Sources!B4")
    assert f'but other rows say "{usual}" (Sources!B2)' in told.message


@pytest.mark.parametrize(
    ("usual", "typed"),
    [("France 24 Sport", "France 25 Sport"), ("Reuters UK", "Reuters US"), ("Agence AFNOR", "Agence AFNOL"),
     ("Wired", "Wined"), ("Louis Martin", "Louise Martin"), ("J. Robertson", "K. Robertson"),
     ("Northern Echo", "Southern Echo"), ("The Harwick Courier", "THE HARWICK COURIER")],
)  # fmt: skip
def test_a_name_that_may_well_be_another_is_left_alone(usual: str, typed: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, publishers(usual, usual, typed))) == []


def test_two_spellings_in_use_or_of_two_sites_are_left_alone(tmp_path: Path) -> None:
    one, other = "La Tribune", "La Tribuna"
    assert rules(cleaned(tmp_path, publishers(one, one, other, other))) == []
    assert rules(cleaned(tmp_path, publishers(one, one, other, host="tribuna.example"))) == []
    assert rules(cleaned(tmp_path, publishers(one, other))) == []


def test_a_speaker_of_another_body_is_somebody_else(tmp_path: Path) -> None:
    book = sound()
    for row, actor, name in ((2, "ACLU", "Ann Hansen"), (3, "ACLU", "Ann Hansen"), (4, "EFF", "Ann Hanson")):
        put(put(put(book, R, row, "actor", actor), R, row, "speaker", name), R, row, "speaker_role", "Lead")
    assert "spelt_otherwise" not in rules(cleaned(tmp_path, book))
    assert "spelt_otherwise" in rules(cleaned(tmp_path, put(book, R, 4, "actor", "ACLU")))


@pytest.mark.parametrize(
    ("summary", "amount"),
    [("Gives 250,000 dollars", 250_000), ("Gives 10 million dollars", 10_000_000), ("Gives 250 dollars", 25),
     ("Sells to 2,500 agencies, and gives 250,000 dollars", 250_000), ("Gives in 2020", 202)],
)  # fmt: skip
def test_a_sum_the_summary_gives_or_does_not_give_in_full_is_no_mistake(
    summary: str, amount: int, tmp_path: Path
) -> None:
    book = put(put(put(sound(), A, 2, "summary", summary), A, 2, "amount", amount), A, 2, "currency", "$")
    assert rules(cleaned(tmp_path, book)) == []


def test_a_country_that_one_row_spells_otherwise_is_told(tmp_path: Path) -> None:
    book = sound()
    for row, country in ((2, "United Kingdom"), (3, "Untied Kingdom"), (4, "United Kingdom")):
        put(book, O, row, "country", country)
    assert rules(cleaned(tmp_path, book)) == ["spelt_otherwise"]
    assert rules(cleaned(tmp_path, put(book, O, 3, "country", "United States"))) == []


def test_addresses_that_count_up_over_several_publishers_are_told(tmp_path: Path) -> None:
    book = put(sound(), S, 2, "url", "https://example.org/still-for-sale-1")
    for number, publisher in ((2, "The Courier"), (3, "City Hall")):
        add(
            book, S, id=f"S00{number}", publisher=publisher, title=f"Title {number}",
            url=f"https://example.org/still-for-sale-{number}",
        )  # fmt: skip
    assert rules(cleaned(tmp_path, book)) == ["address_counted_up"] * 2
    put(book, S, 3, "publisher", book[S][1][1])
    assert rules(cleaned(tmp_path, book)) == []


@pytest.mark.parametrize(("tab", "header"), [(R, "result"), (R, "grounds"), (A, "reason")])
def test_a_bare_number_is_no_finding(tab: str, header: str, tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), tab, 2, header, 0.061))) == ["not_words"]
    assert rules(cleaned(tmp_path, put(sound(), tab, 2, header, "0.061 of all faces"))) == []


@pytest.mark.parametrize(
    ("summary", "length"),
    [("Two-year moratorium on police use", "1 year"), ("Pauses sales to police for six months", "1 year"),
     ("Suspension des ventes à la police pendant deux ans", "12 mois"),
     ("Moratoire d’un an sur les ventes", "2 ans"), ("A 90-day halt of police use", "1 year"),
     ("One-year police moratorium", "13 months")],
)  # fmt: skip
def test_a_term_of_another_length_than_its_words_say_is_told(
    summary: str, length: str, tmp_path: Path
) -> None:
    book = put(put(sound(), A, 2, "summary", summary), A, 2, "duration", length)
    assert rules(cleaned(tmp_path, book)) == ["length_against_words"]


@pytest.mark.parametrize(
    ("summary", "length"),
    [("One-year moratorium on police use", "12 months"), ("Moratoire d’un an sur les ventes", "12 mois"),
     ("After two years of sales, pauses them for a year", "1 year"),
     ("Two years late, stops sales", "1 year"), ("A three-month pause", "90 days"),
     ("Extends its one-year moratorium by six months", "6 months"),
     ("Une pause de six semaines", "42 jours"), ("Moratorium on sales to two states", "1 year")],
)  # fmt: skip
def test_a_term_that_lasts_as_long_as_its_words_say_is_no_mistake(
    summary: str, length: str, tmp_path: Path
) -> None:
    book = put(put(sound(), A, 2, "summary", summary), A, 2, "summary_fr", None)
    put(book, A, 2, "duration", length)
    assert rules(cleaned(tmp_path, book)) == []


@pytest.mark.parametrize(("ends_on", "told"), [("2022-06-10", 1), ("2021-06-10", 0), ("2020-12-31", 0)])
def test_an_end_a_year_from_the_one_the_words_come_to_is_told(
    ends_on: str, told: int, tmp_path: Path
) -> None:
    book = put(sound(), A, 2, "summary", "One-year moratorium on police use")
    put(put(book, A, 2, "duration", None), A, 2, "ends_on", ends_on)
    assert rules(cleaned(tmp_path, book)) == ["length_against_words"] * told


def test_a_demand_of_another_length_than_its_words_say_is_told(tmp_path: Path) -> None:
    book = put(sound(), R, 2, "demand", "Pause sales to police for five years")
    put(put(book, R, 2, "target", "Amazon"), R, 2, "demand_term", "fixed")
    put(book, R, 2, "demand_duration", "5 months")
    assert rules(cleaned(tmp_path, book)) == ["length_against_words"]


@pytest.mark.parametrize("amount", ["2,34 M€", "£1.45m", "1450000 GBP", "about 2 million dollars"])
def test_a_sum_with_its_currency_beside_that_currency_is_told(amount: str, tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "amount", amount), A, 2, "currency", "EUR")
    assert rules(cleaned(tmp_path, book)) == ["currency_twice"]
    put(book, A, 2, "currency", None)
    assert "currency_twice" not in rules(cleaned(tmp_path, book))


@pytest.mark.parametrize(
    ("day", "meant"),
    [("2020-11-06", "2020-06-11"), ("2021-06-09", "2020-06-09"), ("2021-06-05", None),
     ("2020-11-07", None), ("2020-12-08", None),
     ("2020-07-06", None), ("2021-05-11", None), ("2020-07", None)],
)  # fmt: skip
def test_a_day_that_a_slip_has_put_weeks_behind_its_source_is_told_with_the_one_meant(
    day: str, meant: str | None, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), A, 3, "announced_on", day))  # its source came out on 11 June 2020
    told = [problem for problem in found.problems if problem.rule == "source_before_act"]
    assert [f"Type {meant};" in problem.fix for problem in told] == [True] * (meant is not None)


@pytest.mark.parametrize(
    ("copy", "told"),
    [("https://web.archive.org/web/20200611/https://example.com/amazon", 1),
     ("https://web.archive.org/web/20200611/http://www.example.org/other", 0),
     ("https://web.archive.org/web/20200611/https://news.example.org/amazon", 0),
     ("https://archive.ph/AbCdE", 0), ("https://archive.ph/2020/https://example.net/a", 1),
     ("https://web.archive.org/web/2020/https://notexample.org/amazon", 1)],
)  # fmt: skip
def test_a_copy_of_another_site_s_page_is_told(copy: str, told: int, tmp_path: Path) -> None:
    found = rules(cleaned(tmp_path, put(sound(), A, 2, "archive", copy)))
    assert found == ["archive_of_another"] * told


def test_a_welcome_beside_a_demand_to_the_same_body_is_told_and_to_another_not(tmp_path: Path) -> None:
    book = put(sound(), R, 2, "stance", "welcomes")
    assert rules(cleaned(tmp_path, book)) == ["welcomes_and_asks"]
    assert "welcomes_and_asks" not in rules(cleaned(tmp_path, put(book, R, 3, "target", "IBM")))


@pytest.mark.parametrize(
    ("day", "kind", "told"), [("2020-06-20", "moratorium", 1), ("2020-06-20", "legal", 0)]
)
def test_a_bill_is_made_public_before_it_is_passed(day: str, kind: str, told: int, tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "decided_on", day), A, 2, "kind", kind)
    assert rules(cleaned(tmp_path, book)).count("decided_after_announced") == told


@pytest.mark.parametrize("mark", ['"', "″", "〃", "''", "see above", "voir ci-dessus"])
def test_a_mark_that_repeats_what_stands_above_counts_as_blank(mark: str, tmp_path: Path) -> None:
    assert "missing_organisation" in rules(cleaned(tmp_path, put(sound(), A, 3, "organisation", mark)))


def test_words_to_oneself_are_no_part_of_a_name_and_nobody_s_quoted_words(tmp_path: Path) -> None:
    book = put(sound(), R, 4, "summary", "Welcomes the step of TBC Biometrics")
    assert "note_to_self" in rules(cleaned(tmp_path, book))
    assert "note_to_self" not in rules(cleaned(tmp_path, put(book, A, 3, "organisation", "TBC Biometrics")))
    put(book, R, 4, "summary", "Says: “TBD is our product’s name”")
    assert "note_to_self" not in rules(cleaned(tmp_path, book))


def test_a_row_moved_by_cells_is_told_in_all_of_them(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "kind", "Stops selling"), A, 3, "retired", "2020-06-11")
    assert {"unknown_kind", "retired_unexplained"} <= set(rules(cleaned(tmp_path, book)))
    put(book, A, 3, "retired", "taken back on 2020-06-11")
    assert "unknown_kind" not in rules(cleaned(tmp_path, book))


def test_what_a_record_begins_with_may_be_long_ago(tmp_path: Path) -> None:
    book = sound()
    book["Context"] = [
        ["id", "date", "summary", "source"],
        ["C001", "1978-01-06", "A law on data files is passed", "https://example.org/law"],
    ]
    assert rules(cleaned(tmp_path, book)) == []


@pytest.mark.parametrize(
    ("quote", "code"),
    [("Nos enfants joueront sans être filmés", "en"), ("There was no doubt of how it was used", "fr")],
)
def test_a_short_quote_in_another_language_than_typed_is_told(quote: str, code: str, tmp_path: Path) -> None:
    book = put(put(sound(), R, 2, "quote", quote), R, 2, "quote_lang", code)
    assert "other_language" in rules(cleaned(tmp_path, book))


def test_the_words_of_another_speaker_on_a_copied_row_are_told(tmp_path: Path) -> None:
    book = put(put(sound(), R, 4, "quote", "This is a first step."), R, 4, "quote_lang", "en")
    put(put(book, R, 4, "speaker", "Ruth Adeyemi"), R, 4, "speaker_role", "Lead")
    put(book, R, 4, "reacted_on", "2020-06-12")
    assert rules(cleaned(tmp_path, book)) == ["quote_of_two"]
    put(book, R, 4, "speaker", "Nicole Ozer")
    assert "quote_of_two" not in rules(cleaned(tmp_path, book))
    put(put(book, R, 4, "speaker", "Ruth Adeyemi"), R, 4, "quote", "This is no step.")
    assert "quote_of_two" not in rules(cleaned(tmp_path, book))


def test_a_translation_in_the_place_of_the_quote_is_not_to_be_cleared(tmp_path: Path) -> None:
    said = "We will not sell this to them"
    book = put(put(sound(), A, 2, "quote", said), A, 2, "translation", said)
    found = cleaned(tmp_path, put(book, A, 2, "quote_lang", "de"))
    assert [(one.rule, one.cell.address) for one in found.problems if one.cell.column == 18] == [
        ("translation_for_quote", "R2")
    ]
    assert "same_text" in rules(cleaned(tmp_path, put(book, A, 2, "quote_lang", "en")))
    put(put(book, A, 2, "quote", "Nous ne le vendrons pas"), A, 2, "translation", "Nous ne le vendrons pas")
    assert "same_text" in rules(cleaned(tmp_path, put(book, A, 2, "quote_lang", "de")))


def test_a_sum_and_its_currency_in_each_other_s_place_are_told_as_such(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "amount", "USD"), A, 2, "currency", 250_000)
    assert rules(cleaned(tmp_path, book)) == ["no_sum", "unknown_currency"]


@pytest.mark.parametrize("amount", ["0.5", "0,25"])
def test_less_than_one_of_a_currency_is_asked_about_as_a_sum(amount: str, tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "amount", amount), A, 2, "currency", "USD")
    assert rules(cleaned(tmp_path, book)) == ["sum_below_one"]
    assert "no_sum" in rules(cleaned(tmp_path, put(book, A, 2, "currency", None)))


@pytest.mark.parametrize(
    ("summary", "told"),
    [("Suspend la vente à la police pendant un an", 0), ("Moratoire d’un an", 0),
     ("Les retire une par une", 0),
     ("N’en garde pas même un", 0), ("Stops selling it to an", 1), ("Cesse les essais dans une", 1),
     ("Vise la vente de", 1)],
)  # fmt: skip
def test_a_year_at_the_end_breaks_nothing_off(summary: str, told: int, tmp_path: Path) -> None:
    found = rules(cleaned(tmp_path, put(sound(), A, 3, "summary", summary)))
    assert found.count("cut_off") == told


@pytest.mark.parametrize(
    "source", ["https://web.archive.org/web/2019/https://example.org/a", "https://doi.org/10.1000/182"]
)
def test_a_copy_of_a_page_known_by_another_copy_or_by_its_number_is_one(source: str, tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "source", source), A, 2, "archive", COPY)
    assert "archive_of_another" not in rules(cleaned(tmp_path, book))
