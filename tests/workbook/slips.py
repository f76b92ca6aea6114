"""Mistakes that editors make, one to a workbook: where each is seeded, and the rules that may tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from tests.books import Book, add, put, sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

A, R, O, Q, S = "Announcements", "Reactions", "Organisations", "Questions", "Sources"  # noqa: E741 - as the tabs
N = 3  # the row of A002, a whole act without a quote


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake, the cell a person would look at, the rules that may name it, and how it is made."""

    what: str
    tab: str
    cell: str
    rules: tuple[str, ...]
    change: Callable[[Book], Book]
    touch: Callable[[Workbook], None] | None = None


def typed(what: str, tab: str, row: int, header: str, value: object, *rules: str) -> Slip:
    """A slip in one cell of the sound workbook."""
    book = put(sound(), tab, row, header, value)
    where = get_column_letter(book[tab][0].index(header) + 1)
    return Slip(what, tab, f"{where}{row}", rules, lambda book: put(book, tab, row, header, value))


def several(what: str, tab: str, cell: str, rules: str, *cells: tuple[str, int, str, object]) -> Slip:
    """A slip that takes more than one cell."""

    def change(book: Book) -> Book:
        for each in cells:
            put(book, *each)
        return book

    return Slip(what, tab, cell, tuple(rules.split()), change)


def headed(what: str, tab: str, old: str, new: str | None, *rules: str) -> Slip:
    """A header typed otherwise."""

    def change(book: Book) -> Book:
        top = book[tab][0]
        top[top.index(old)] = new
        return book

    at = get_column_letter(sound()[tab][0].index(old) + 1)
    return Slip(what, tab, f"{at}1", rules, change)


def copied(book: Book, tab: str, row: int, new_id: str, **changed: object) -> Book:
    """The book with that row once more under another id."""
    add(book, tab, **dict(zip(map(str, book[tab][0]), book[tab][row - 1], strict=True)))
    last = len(book[tab])
    for header, value in ({"id": new_id} | changed).items():
        put(book, tab, last, header, value)
    return book


def headers_again(book: Book) -> Book:
    book[A].insert(3, list(book[A][0]))
    return book


def headers_on_two_rows(book: Book) -> Book:
    """The last headers of the table a row lower than the others."""
    top = book[A][0]
    low: list[object] = [None] * len(top)
    for name in ("kind", "summary"):
        low[top.index(name)] = name
        top[top.index(name)] = None
    book[A].insert(1, low)
    return book


def merged(workbook: Workbook) -> None:
    workbook[A].merge_cells("D2:D3")


def merged_across(workbook: Workbook) -> None:
    workbook[A].merge_cells("D3:E3")


DATES = tuple(
    typed(f"a date typed as {value!r}", A, N, "announced_on", value, *rules)
    for value, *rules in (
        ("10/06/2020", "ambiguous_date"),
        ("06.10.2020", "ambiguous_date"),
        ("10/06/20", "two_digit_year"),
        ("25-06-20", "two_digit_year"),
        ("10 juin 20", "two_digit_year"),
        ("June '20", "two_digit_year"),
        ("31/06/2020", "impossible_date"),
        ("2020-13-01", "impossible_date"),
        ("30 February 2021", "impossible_date"),
        ("Friday 10 June 2020", "wrong_weekday"),
        ("10 Jnue 2020", "not_a_date"),
        ("10 févirer 2020", "not_a_date"),
        ("Jnue 2020", "not_a_date"),
        ("10 June 2020 2020", "not_a_date"),
        ("2020-2020-06-10", "not_a_date"),
        ("20202-06-10", "not_a_date"),
        ("2020-06-1O", "not_a_date"),
        ("l0 juin 2020", "not_a_date"),
        ("20200610", "not_a_date"),
        (20200610, "not_a_date"),
        ("10 June", "not_a_date"),
        ("early June 2020", "not_a_date"),
        ("mi-juin 2020", "not_a_date"),
        ("10–12 June 2020", "not_a_date"),
        ("10 June 2020 or 11 June 2020", "not_a_date"),
        ("2020-06-10 14:30", "not_a_date"),
        ("2020-06-10T09:00:00Z", "not_a_date"),
        ("'2020-06-10", "not_a_date"),
        ("yesterday", "not_a_date"),
        ("hier", "not_a_date"),
        ("43992", "not_a_date"),
        (43992, "serial_date"),
        (date(1920, 6, 10), "unlikely_date"),
        ("2202-06-10", "not_a_date", "unlikely_date"),
        ("2062-06-10", "unlikely_date"),
        ("1020-06-10", "not_a_date"),
        ("Amazon", "not_a_date"),
        ("?", "missing_date"),
        ("tbd", "missing_date"),
        ("à compléter", "missing_date"),
        (None, "missing_date"),
        ("#N/A", "error_cell"),
        (0, "not_a_date"),
        ("00/00/2020", "impossible_date"),
    )
)

ORDER = (
    typed("an end before the start", A, 2, "ends_on", "2019-06-10", "ends_before_start"),
    typed("an end of a month before the start", A, 2, "ends_on", "May 2020", "ends_before_start"),
    typed("an end at odds with the duration", A, 2, "ends_on", "2022-06-10", "ends_disagree"),
    typed("decided after it was announced", A, N, "decided_on", "2020-08-06", "decided_after_announced"),
    typed("a reaction before what it is about", R, 2, "reacted_on", "2020-01-06", "reaction_before_act"),
    typed(
        "a later row dated before the one it follows",
        A,
        4,
        "announced_on",
        "2019-05-18",
        "follows_a_later_row",
    ),
    typed("checked before it was asked", Q, 2, "last_checked_on", "2020-01-15", "days_out_of_order"),
    typed("answered before it was asked", Q, 2, "answered_on", "2019-12-01", "days_out_of_order"),
    typed("read before it was published", S, 2, "consulted_on", "2020-01-01", "days_out_of_order"),
    typed(
        "searched before the demand was made",
        R,
        3,
        "outcome_checked_on",
        "2020-01-15",
        "checked_before_demand",
    ),
    typed("found nothing, but nobody searched", R, 3, "outcome_checked_on", None, "search_without_day"),
    typed("settled before it was alleged", R, 2, "resolved_on", "2019-01-01", "days_out_of_order"),
    typed(
        "a demand that ends before it is made",
        R,
        3,
        "demand_ends_on",
        "2019-01-01",
        "ends_before_start",
        "end_without_fixed",
    ),
    typed("an answer before what it answers", A, N, "responds_to", "R001", "answers_a_later_row"),
)

IDS = (
    typed("no id", A, N, "id", None, "missing_id"),
    typed("the letter O for a nought", A, N, "id", "AOO2", "malformed_id"),
    typed("the letter l for a one", A, N, "id", "A00l", "malformed_id"),
    typed("a bare number", A, N, "id", 2, "malformed_id"),
    typed("an id of another sheet", A, N, "id", "R002", "wrong_letter"),
    typed("an id with its text", A, N, "id", "A002 (IBM)", "malformed_id"),
    typed("an id twice", A, N, "id", "A001", "duplicate_id"),
    typed("an id twice, in small letters", A, N, "id", "a001", "duplicate_id"),
    typed("a dotted id among announcements", A, N, "id", "A002.1", "malformed_id"),
    typed("a reference with O for a nought", R, 2, "about", "AOO1", "unknown_reference"),
    typed("a reference with l for a one", R, 2, "about", "A00l", "unknown_reference"),
    typed("a reference with a figure too many", R, 2, "about", "A0011", "unknown_reference"),
    typed("a reference to no row", R, 2, "about", "A042", "unknown_reference"),
    typed("a reference to a row of the wrong sheet", R, 2, "about", "S001", "reference_elsewhere"),
    typed("a name for a reference", R, 2, "about", "Amazon", "unknown_reference"),
    typed("references with a comma", R, 2, "about", "A001, A002", "ids_run_together"),
    typed("references with 'and'", R, 2, "about", "A001 and A002", "ids_run_together"),
    typed("a range of references", R, 2, "about", "A001-A003", "ids_as_range"),
    typed("a range of references, spelt out", R, 2, "about", "A001 à A003", "ids_as_range"),
    typed("a reference with words around", R, 2, "about", "see A001", "unknown_reference"),
    typed("two rows before", A, 4, "previous_id", "A001; A002", "one_id_only"),
    typed("a row that follows itself", A, 4, "previous_id", "A003", "names_itself"),
    several("a circle", A, "K4", "circle", (A, 2, "previous_id", "A003"), (A, 2, "relation", "confirms")),
    several(
        "two successors",
        A,
        "K4",
        "two_successors",
        (A, 3, "previous_id", "A001"),
        (A, 3, "relation", "confirms"),
    ),
    typed("the same demand as itself", R, 3, "same_demand_as", "R001.1", "names_itself"),
    typed("a source that is not on its sheet", A, N, "source", "S009", "unknown_reference"),
    typed("a source with O for a nought", A, N, "source", "SOO1", "incomplete_source", "unknown_reference"),
    typed("a demand without its statement", R, 3, "id", "R007.1", "no_base_row"),
    typed("an answer to a row that does not exist", R, 3, "outcome_evidence", "A099", "unknown_reference"),
)

NAMES = (
    typed("a name misspelt", A, N, "organisation", "Amazn", "near_name"),
    typed("a name with letters swapped", A, N, "organisation", "Amzaon", "near_name"),
    typed("a name with another ending", A, N, "organisation", "Amazon Inc.", "near_name"),
    typed("a name with the article", R, 2, "actor", "The ACLU", "near_name"),
    typed("a name with dots", A, N, "organisation", "I.B.M.", "near_name"),
    typed("a name with a Cyrillic letter", A, N, "organisation", "Аmazon", "letters_of_two_alphabets"),
    typed("a name all in Cyrillic letters", A, N, "organisation", "ІВМ", "letters_of_two_alphabets"),
    typed("two names", A, N, "organisation", "Amazon; IBM", "one_name_only"),
    typed("a known name and another", A, N, "organisation", "Amazon, Rank One", "names_run_together"),
    typed(
        "three names of bodies",
        A,
        N,
        "organisation",
        "City of Lyon, City of Nice, City of Paris",
        "names_run_together",
    ),
    typed("two names with a comma", A, N, "organisation", "Amazon, IBM", "names_run_together"),
    typed("two names with 'and'", A, N, "organisation", "Amazon and IBM", "names_run_together"),
    typed("two names with a stroke", R, 3, "target", "Amazon / IBM", "names_run_together"),
    typed(
        "names of a list with commas",
        A,
        N,
        "recipients",
        "Thorn, Marinus Analytics, ACLU",
        "names_run_together",
    ),
    typed("a date for a name", A, N, "organisation", date(2020, 6, 8), "not_a_name"),
    typed("a date in words for a name", A, N, "organisation", "8 June 2020", "not_a_name"),
    typed("a number for a name", A, N, "organisation", 12, "not_a_name"),
    typed("an address for a name", A, N, "organisation", "https://www.ibm.com", "not_a_name"),
    typed("an id for a name", R, 3, "target", "A001", "not_a_name"),
    typed("a mail address for a name", A, N, "organisation", "press@ibm.com", "not_a_name"),
    typed("no name", A, N, "organisation", None, "missing_organisation"),
    typed("a placeholder for a name", A, N, "organisation", "n/a", "missing_organisation"),
    typed("another name that is somebody's", O, 4, "aliases", "Amazon.com", "alias_twice"),
    typed("another name that is another's own", O, 4, "aliases", "IBM", "alias_twice"),
    typed("a name twice", O, 3, "name", "Amazon", "duplicate_name"),
    typed("related to itself", O, 3, "related_to", "IBM", "related_to_itself"),
    typed(
        "other names with commas",
        O,
        4,
        "aliases",
        "Big Blue, International Business Machines, IBM Corp",
        "names_run_together",
    ),
)

VALUES = (
    typed("a kind misspelt", A, N, "kind", "withdrawl", "unknown_kind"),
    typed("a kind that is none", A, N, "kind", "press release", "unknown_kind"),
    typed("a kind with more behind", A, N, "kind", "moratorium (one year)", "unknown_kind"),
    typed("a value of another column", A, N, "term", "police", "unknown_choice"),
    typed("a value of another column for a kind", A, N, "kind", "fixed", "unknown_kind"),
    typed("two values for one", A, N, "users", "police, public_sector", "one_value_only"),
    typed("two values with 'and'", A, N, "users", "police and public_sector", "one_value_only"),
    typed("values with a comma", A, N, "activity", "use, sale", "values_run_together"),
    typed("a value misspelt among several", A, N, "activity", "use; sael", "unknown_choice"),
    typed("a yes that is none", O, 4, "watch", "sometimes", "unknown_choice"),
    typed("a position misspelt", R, 2, "stance", "welcome", "unknown_choice"),
    typed("an outcome of one's own", R, 3, "outcome", "in progress", "unknown_coding"),
    typed("a status of one's own", Q, 2, "status", "pending", "unknown_choice"),
    typed("a verification of one's own", A, N, "verification", "ok", "unknown_choice"),
    typed("a language that is none", A, 2, "quote_lang", "Englsh", "unknown_language"),
    typed("days with their unit", Q, 2, "review_days", "90 days", "not_a_number"),
    typed("days below nought", Q, 2, "review_days", -5, "not_a_number"),
    typed("half a day", Q, 2, "review_days", "1.5", "not_a_number"),
    typed("a length abbreviated", A, 2, "duration", "1 yr", "not_a_duration"),
    typed("a length in a letter", A, 2, "duration", "12m", "not_a_duration"),
    typed("a length without unit", A, 2, "duration", "365", "not_a_duration"),
    typed("a length as a number", A, 2, "duration", 12, "not_a_duration"),
    typed("a length misspelt", A, 2, "duration", "12 monhts", "not_a_duration"),
    typed("a length with more behind", A, 2, "duration", "1 year (renewable)", "not_a_duration"),
    typed("half a year more", A, 2, "duration", "1 an et demi", "not_a_duration"),
    typed("an end where nothing ends", A, N, "ends_on", "2022-06-10", "end_without_fixed"),
    several("a fixed term without an end", A, "H3", "fixed_without_end", (A, 3, "term", "fixed")),
    several("a condition without words", A, "J3", "condition_without_words", (A, 3, "term", "condition")),
    typed("an error of Excel pasted as text", A, N, "summary", "#REF!", "error_cell"),
    typed("an error of a French Excel", A, N, "users", "#VALEUR!", "error_cell"),
    typed("a relation without a row before", A, N, "relation", "extends", "relation_without_previous"),
    typed("withdrawn without a reason", A, N, "retired", "yes", "retired_unexplained"),
    typed("withdrawn with a tick", A, N, "retired", "x", "retired_unexplained"),
    typed("a demand withdrawn with a tick", R, 3, "retired", "x", "retired_unexplained"),
    typed("not withdrawn", A, N, "retired", "-", "retired_without_reason"),
    typed("met without evidence", R, 3, "outcome", "met", "outcome_without_evidence"),
    typed("refused without evidence", R, 3, "outcome", "refused", "outcome_without_evidence"),
    several(
        "met by what came before",
        R,
        "P3",
        "evidence_not_after",
        (R, 3, "outcome", "met"),
        (R, 3, "outcome_evidence", "A001"),
    ),
    several(
        "met by another",
        R,
        "P3",
        "evidence_of_another evidence_not_after",
        (R, 3, "outcome", "met"),
        (R, 3, "outcome_evidence", "A002"),
    ),
    typed("a demand to nobody", R, 3, "target", None, "missing_target"),
    typed("a currency without a sum", A, N, "currency", "USD", "currency_without_amount"),
    typed("dropped without a reason", Q, 2, "status", "dropped", "dropped_without_reason"),
    typed("answered without an answer", Q, 2, "status", "answered", "answered_without_answer"),
)

SOURCES = tuple(
    typed(f"a source typed as {value!r}", A, N, "source", value, *rules)
    for value, *rules in (
        (None, "no_source"),
        ("n/a", "no_source"),
        ("Amazon", "incomplete_source"),
        ("The New York Times", "incomplete_source"),
        ("example.org/amazon", "address_without_scheme"),
        ("nytimes.com", "address_without_scheme"),
        ("htps://example.org/a", "broken_address"),
        ("https//example.org/a", "broken_address"),
        ("http:/example.org/a", "broken_address"),
        ("https://example .org/a", "broken_address"),
        ("https://example.org/my page.html", "broken_address"),
        ("https://", "broken_address"),
        ("https://example.org/2020/amazon-pau…", "broken_address"),
        ("https://example.org/2020/amazon-pau...", "broken_address"),
        ("https://example", "broken_address"),
        ("https://example,org/a", "broken_address"),
        ("https://example.org/ahttps://example.org/b", "addresses_run_together"),
        ("press@amazon.com", "mail_for_source"),
        ("mailto:press@amazon.com", "mail_for_source"),
        (r"C:\Users\me\article.pdf", "file_for_source"),
        (r"\\server\share\article.pdf", "file_for_source"),
        ("file:///home/me/article.pdf", "file_for_source"),
        ("/home/me/article.pdf", "file_for_source"),
        ("article.pdf", "file_for_source"),
        ("https://bit.ly/3xYz", "short_address"),
        ("https://t.co/3xYz", "short_address"),
        ("https://www.google.com/search?q=amazon+rekognition", "search_address"),
        ("https://www.google.fr/url?sa=t&url=https%3A%2F%2Fexample.org", "detour_address"),
        ("https://duckduckgo.com/?q=amazon", "search_address"),
        ("http://localhost:8080/a", "private_address"),
        ("http://192.168.1.10/a", "private_address"),
        ("S001, S002", "ids_run_together"),
        ("S001, https://example.org/a", "id_beside_address"),
        ("https://example.org/a (S001)", "id_beside_address"),
        ("https://example.org/a b", "words_beside_address"),
        ("The Record, 11 June 2020, https://example.org/a", "words_beside_address"),
    )
)

ADDRESSES = (
    typed("a name for an address", S, 2, "url", "The Record", "not_an_address"),
    typed("an address without scheme", S, 2, "url", "example.org/record", "address_without_scheme"),
    typed("a mail address for an address", S, 2, "url", "desk@example.org", "mail_for_source"),
    typed("a shortened address", S, 2, "url", "https://tinyurl.com/abc", "short_address"),
    typed("an address with a space", S, 2, "url", "https://example.org/a b", "broken_address"),
    typed("a note for a copy's address", S, 2, "archive_url", "see folder", "not_an_address"),
)

TEXTS = (
    typed("too many words", A, N, "summary", " ".join(["word"] * 30), "too_long"),
    typed(
        "letters read in the wrong encoding",
        A,
        N,
        "summary",
        "Arrête la vente de l’outil".encode().decode("cp1252"),
        "mojibake",
    ),
    typed("one letter read in the wrong encoding", A, N, "summary", "Suspend la dÃ©cision", "mojibake"),
    typed("an apostrophe read in the wrong encoding", A, N, "summary", "Stops Amazonâ€™s sale", "mojibake"),
    typed("a lost letter", A, N, "summary", "Suspend la d\ufffdcision", "lost_letter"),
    typed("a lost letter as a question mark", A, N, "summary", "Suspend la d?cision", "lost_letter"),
    typed("markup", A, N, "summary", "Stops <b>all</b> sale", "markup"),
    typed("markup of a letter", A, N, "summary", "Stops sale &amp; use", "markup"),
    typed("a link as markup", A, N, "summary", '<a href="https://example.org">Stops sale</a>', "markup"),
    typed("a note to oneself", A, N, "summary", "Stops all sale – TODO ask Jo", "note_to_self"),
    typed("a doubt in brackets", A, N, "summary", "Stops all sale [check!]", "note_to_self"),
    typed("a doubt of two marks", Q, 2, "question", "Since when?? and for whom", "note_to_self"),
    typed("a note in French", A, N, "summary", "Stops sale (à vérifier avec Nadia)", "note_to_self"),
    typed("a word parted at a line's end", A, N, "summary", "Stops identifi-\ncation", "split_word"),
    typed("a word parted by a space", A, N, "summary", "Stops identifi- cation", "split_word"),
    typed("a sentence that ends on an article", A, N, "summary", "Stops sale, and reports to the", "cut_off"),
    typed("a sentence that ends on a comma", A, N, "summary", "Stops sale to police,", "cut_off"),
    typed("a link of Markdown", A, N, "summary", "[Stops sale](https://example.org/a)", "markup"),
    typed("bold of Markdown", A, N, "summary", "Stops **all** sale", "markup"),
    typed("a note of Markdown", A, N, "summary", "Stops all sale [^2]", "markup"),
    typed("text that breaks off", A, N, "summary", "Stops the sale of its software to the…", "cut_off"),
    typed("text that breaks off with three dots", A, N, "summary", "Stops the sale of ...", "cut_off"),
    typed(
        "text cut at 255 characters",
        A,
        N,
        "exceptions",
        ("organisations such as these " * 10)[:255],
        "cut_off",
    ),
    typed("an address for words", A, N, "summary", "https://example.org/stop", "not_words"),
    typed("a date for words", A, N, "summary", date(2020, 6, 8), "not_words"),
    typed("a number for words", A, N, "summary", 42, "not_words"),
    typed("an id for words", R, 3, "demand", "A001", "not_words"),
    typed("no words", A, N, "summary", None, "missing_summary"),
    typed("outer quotation marks", A, 2, "quote", "“might give Congress enough time”", "outer_marks"),
    typed("outer straight marks", A, 2, "quote", '"might give Congress enough time"', "outer_marks"),
    typed(
        "outer French marks", A, 2, "translation", "« pourrait laisser le temps au Congrès »", "outer_marks"
    ),
    typed(
        "the speaker within the quote",
        R,
        2,
        "quote",
        "“This is a first step,” said Nicole Ozer",
        "speaker_in_quote",
    ),
    typed(
        "the speaker after a dash", R, 2, "quote", "This is a first step. — Nicole Ozer", "speaker_in_quote"
    ),
    typed(
        "the speaker before a colon", R, 2, "quote", "Nicole Ozer: This is a first step.", "speaker_in_quote"
    ),
    typed(
        "the quote for its translation", A, 2, "translation", "might give Congress enough time", "same_text"
    ),
    typed(
        "the summary for its twin",
        A,
        2,
        "summary_fr",
        "Stops police use of its software for a year",
        "same_text",
    ),
    typed("no speaker", A, 2, "speaker", None, "quote_without_speaker"),
    typed("no role", A, 2, "speaker", "Jeff Bezos", "quote_without_role"),
    typed("no language", A, 2, "quote_lang", None, "quote_without_language"),
    typed("no translator", A, 2, "translation_by", None, "translation_without_translator"),
    typed(
        "a machine's translation",
        A,
        2,
        "translation_by",
        "Google Translate",
        "unknown_translator",
        "machine_translation",
    ),
    typed("a sign no typeface has", A, N, "summary", "Stops 🚫 sale", "unprintable_character"),
    typed(
        "a Cyrillic letter among others",
        A,
        N,
        "summary",
        "Stops sаle of software",
        "letters_of_two_alphabets",
    ),
    several(
        "a French quote tagged as English",
        A,
        "S2",
        "other_language",
        (
            A,
            2,
            "quote",
            "Nous ne vendons plus rien à la police, et cette règle est la nôtre pour les ans à venir",
        ),
    ),
    several(
        "an English quote tagged as Dutch",
        A,
        "S2",
        "other_language",
        (A, 2, "quote_lang", "nl"),
        (A, 2, "quote", "We hope that this will give the Congress of the nation the time to act"),
    ),
    several(
        "an English quote tagged as French",
        A,
        "S2",
        "other_language",
        (A, 2, "quote_lang", "fr"),
        (A, 2, "quote", "We hope that this will give the Congress of the nation the time to act"),
    ),
)


def answered_early(book: Book) -> Book:
    """With a response that is older than its demand."""
    for header in ("outcome", "outcome_checked_on"):
        put(book, R, 3, header, None)
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome"],
        ["R001.1", "Amazon", "2020-01-15", "answered"],
    ]
    return book


def without_organisations(book: Book) -> Book:
    """With a name once misspelt, and no sheet that says how it is spelt."""
    del book[O]
    return put(book, A, 4, "organisation", "Amazom")


TABLES = (
    Slip("a response before its demand", "Responses", "C2", ("response_before_demand",), answered_early),
    Slip("a name that other rows spell otherwise", A, "B4", ("near_name_elsewhere",), without_organisations),
    headed("a header misspelt", A, "announced_on", "anounced on", "misspelt_header"),
    headed("a header in other words", A, "organisation", "Company name", "misspelt_header"),
    headed("a header in other words, for the source", A, "source", "Link", "misspelt_header"),
    headed("no header above a column", A, "verification", None, "column_without_header"),
    Slip("the headers once more", A, "A4", ("header_row",), headers_again),
    Slip("headers on two rows", A, "D2", ("headers_on_two_rows",), headers_on_two_rows),
    Slip("a header twice", A, "X1", ("same_header",),
         lambda book: headed("", A, "notes", "Organization").change(book)),
    Slip("a status typed by hand", A, "AA1", ("typed_status",), lambda book: put(book, A, 2, "Status", "on")),
    Slip("cells merged down", A, "D2", ("merged_cells",), lambda book: book, merged),
    Slip("cells merged across", A, "D3", ("merged_cells",), lambda book: book, merged_across),
    Slip("a total", A, "A5", ("total_row",), lambda book: add(book, A, organisation="Total", notes=3)),
    Slip("a total without a number", A, "A5", ("stray_row", "total_row"),
         lambda book: add(book, A, organisation="Total: 3 rows")),
    Slip("a note below the table", A, "A5", ("stray_row",), lambda book: add(book, A, summary="Ask Jo")),
    Slip("a row twice under two ids", A, "A5", ("same_row_twice",),
         lambda book: copied(book, A, 3, "A004")),
    Slip("a row twice, with a slip", A, "A5", ("same_row_twice",),
         lambda book: copied(book, A, 3, "A004", summary="Stops offering general facial recogniton.")),
    Slip("a reaction twice under two ids", R, "A5", ("same_row_twice",),
         lambda book: copied(book, R, 2, "R003")),
    Slip("a source twice under two ids", S, "A3", ("same_source_twice",),
         lambda book: copied(book, S, 2, "S002")),
)  # fmt: skip

SLIPS = (
    *DATES, *ORDER, *IDS, *NAMES, *VALUES, *SOURCES, *ADDRESSES, *TEXTS, *TABLES,
)  # fmt: skip

NAMED = (
    "two_digit_year", "wrong_weekday", "unlikely_date", "days_out_of_order", "decided_after_announced",
    "reaction_before_act", "follows_a_later_row", "answers_a_later_row", "response_before_demand",
    "checked_before_demand", "search_without_day", "not_an_address", "address_without_scheme",
    "broken_address", "addresses_run_together", "mail_for_source", "file_for_source", "short_address",
    "search_address", "private_address", "mojibake", "lost_letter", "markup", "note_to_self", "split_word",
    "cut_off", "not_words",
    "speaker_in_quote", "same_text", "other_language", "letters_of_two_alphabets", "not_a_name",
    "names_run_together", "near_name_elsewhere", "related_to_itself", "retired_unexplained", "header_row",
    "headers_on_two_rows", "column_without_header", "merged_cells", "same_row_twice", "same_source_twice",
    "ids_as_range",
)  # fmt: skip
FIRST = {rule: next(slip for slip in SLIPS if slip.rules[0] == rule) for rule in NAMED}
"""Of each of these rules the first slip that meets it."""
