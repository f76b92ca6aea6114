"""How to break each rule about cells that others speak against: rule, cell, and the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.books import Book, add, put

if TYPE_CHECKING:
    from collections.abc import Callable

A, R, S = "Announcements", "Reactions", "Sources"
SAFE = "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Famazon&data=05"


def set_to(*cells: tuple[str, int, str, object]) -> Callable[[Book], Book]:
    """The change that types into those cells."""

    def change(book: Book) -> Book:
        for each in cells:
            put(book, *each)
        return book

    return change


def counted_up(book: Book) -> Book:
    """Dotted rows whose act counts up from the row above."""
    put(book, R, 3, "about", "A002")
    top = book[R][0]
    further: dict[object, object] = {"id": "R001.2", "about": "A003", "demand": "Say so", "target": "Amazon"}
    book[R].insert(3, [further.get(name) for name in top])
    return book


def addresses_counted_up(book: Book) -> Book:
    """Sources of one title whose addresses count up."""
    put(book, S, 2, "url", "https://example.org/record-12")
    for number in (2, 3):
        held = dict(zip(map(str, book[S][0]), book[S][1], strict=True))
        add(book, S, **held | {"id": f"S00{number}", "url": f"https://example.org/record-{11 + number}"})
    return book


def spelt_otherwise(book: Book) -> Book:
    """A speaker of three statements, one of them with two letters swapped."""
    for row, name in ((2, "Nicole Ozer-Grant"), (3, "Nicole Ozer-Grant"), (4, "Nicole Ozer-Garnt")):
        for header, value in (("actor", "ACLU"), ("speaker", name), ("speaker_role", "Director")):
            put(book, R, row, header, value)
    return book


def of_one_address(book: Book) -> Book:
    """Another source at the address of the first."""
    held = dict(zip(map(str, book[S][0]), book[S][1], strict=True))
    return add(book, S, **held | {"id": "S002", "title": "Another title"})


def in_english(book: Book) -> Book:
    """English in the column for French."""
    return put(book, A, 2, "summary_fr", "Stops the sale of this to us")


def in_french(book: Book) -> Book:
    """French in the column for English, of a workbook in French."""
    return put(book, "Annonces", 2, "Objet_en", "Suspend la vente de cet outil à la police")


def names_sorted_alone(book: Book) -> Book:
    """A chain of one body, of which the names have come out of their rows."""
    for number, name in ((4, "IBM"), (5, "Amazon"), (6, "IBM")):
        add(
            book, A, id=f"A00{number}", organisation=name, announced_on=f"2021-0{number + 2}-01",
            kind="moratorium", summary=f"Goes on with it, part {number}", source=f"https://example.org/{number}",
            previous_id=f"A00{number - 1}", relation="extends", verification="reported",
        )  # fmt: skip
    return book


def translated_only(book: Book) -> Book:
    """The translation once more where the quote belongs, which is said to be German."""
    said = "We will not sell this to them"
    return put(put(put(book, A, 2, "quote", said), A, 2, "translation", said), A, 2, "quote_lang", "de")


def translated_only_in_french(book: Book) -> Book:
    """The same in a workbook in French."""
    tab, said = "Annonces", "Nous ne vendrons pas cet outil à la police"
    put(put(book, tab, 2, "Citation", said), tab, 2, "Traduction", said)
    return put(book, tab, 2, "Langue citation", "de")


CHANGES = (
    ("published_another_day", f"{A}!AA3", set_to((A, 3, "date_basis", "published"))),
    ("unknown_id_in_words", f"{A}!E3", set_to((A, 3, "summary", "Stops selling it, unlike [A080]"))),
    ("same_address_twice", f"{S}!D3", of_one_address),
    ("noted_too_early", f"{A}!AA3", set_to((A, 3, "entered_on", "2020-01-02"))),
    ("archive_is_source", f"{A}!AA2", set_to((A, 2, "archive", "http://www.example.org/amazon/"))),
    ("named_twice", f"{R}!D4", set_to((R, 4, "about", "A001; a1"))),
    ("demand_of_itself", f"{R}!I3", set_to((R, 3, "target", "ACLU"))),
    ("only_yes", f"{A}!AA2", set_to((A, 2, "disputed", "yes"))),
    ("part_by_another", f"{R}!B3", set_to((R, 3, "actor", "Police union"))),
    ("part_of_another_day", f"{R}!C3", set_to((R, 3, "reacted_on", "2020-06-12"))),
    ("spelt_otherwise", f"{R}!U4", spelt_otherwise),
    ("none_and_more", f"{A}!Q2", set_to((A, 2, "exceptions", "none; missing persons"))),
    ("end_against_relation", f"{A}!H4", set_to((A, 4, "term", "fixed"), (A, 4, "ends_on", "2021-06-01"))),
    ("no_sum", f"{A}!AA2", set_to((A, 2, "amount", "5%"), (A, 2, "currency", "USD"))),
    (
        "amount_of_another_size", f"{A}!AA2",
        set_to((A, 2, "summary", "Gives 250,000 dollars"), (A, 2, "amount", 25_000), (A, 2, "currency", "$")),
    ),
    ("length_against_words", f"{A}!I2", set_to((A, 2, "summary", "Two-year moratorium on police use"))),
    ("sum_below_one", f"{A}!AA2", set_to((A, 2, "amount", 0.15), (A, 2, "currency", "USD"))),
    ("currency_twice", f"{A}!AA2", set_to((A, 2, "amount", "2,34 M€"), (A, 2, "currency", "EUR"))),
    ("source_before_act", f"{A}!C3", set_to((A, 3, "announced_on", "2020-11-06"))),
    ("welcomes_and_asks", f"{R}!G2", set_to((R, 2, "stance", "welcomes"))),
    (
        "archive_of_another", f"{A}!AA2",
        set_to((A, 2, "archive", "https://web.archive.org/web/2020/https://example.com/amazon")),
    ),
    (
        "quote_of_two", f"{A}!R3",
        set_to((A, 2, "quote", "might give Congress enough time"), (A, 2, "speaker", "Amazon, company blog"),
               (A, 3, "quote", "might give Congress enough time"), (A, 3, "quote_lang", "en"),
               (A, 3, "speaker", "Arvind Krishna, chief executive")),
    ),
    ("unknown_currency", f"{A}!AB2", set_to((A, 2, "amount", 5_000), (A, 2, "currency", "EUD"))),
    ("previous_of_another", f"{A}!K4", set_to((A, 4, "organisation", "IBM"))),
    ("successor_of_another", f"{A}!B5", names_sorted_alone),
    ("speaker_of_another", f"{R}!V2", set_to((R, 2, "speaker_role", "Director, Amazon"))),
    ("person_for_body", f"{A}!B3", set_to((A, 3, "organisation", "Nicole Ozer"))),
    (
        "speaker_and_role_swapped", f"{R}!U2",
        set_to((R, 2, "speaker", "Director, ACLU"), (R, 2, "speaker_role", "Nicole Ozer")),
    ),
    ("about_counted_up", f"{R}!D3", counted_up),
    ("address_counted_up", f"{S}!D3", addresses_counted_up),
    ("detour_address", f"{A}!F3", set_to((A, 3, "source", SAFE))),
    (
        "found_all_the_same", f"{R}!P3",
        set_to((R, 3, "outcome_evidence", "A003"), (R, 3, "outcome_checked_on", "2021-06-15")),
    ),
    ("translation_like_quote", f"{A}!T2", set_to((A, 2, "translation", "might give all enough time now"))),
)  # fmt: skip
