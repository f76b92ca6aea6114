"""One way to break each rule: the sound workbook with one thing changed, and the cell to be named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.workbook import clean
from tests.books import Book, add, cells, cleaned, put, sound
from tests.workbook import broken_claims, broken_decisions, broken_logos, broken_recipients, slips
from tests.workbook.doors import csv_folder, saved_in_2021
from tests.workbook.flat import flattened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned

A, R, O, Q = "Announcements", "Reactions", "Organisations", "Questions"  # noqa: E741 - the tabs' own letters


@dataclass(frozen=True, slots=True)
class Break:
    """A rule, the cell its complaint names, and how to break it."""

    rule: str
    cell: str
    book: Callable[[Book], Book]
    touch: Callable[[Workbook], None] | None = None
    beside: Callable[[Path], None] | None = None  # puts a file into the workbook's folder
    door: Callable[[Path, Book], Path] | None = None  # writes it as another kind of file
    in_french: Callable[[Book], Book] | None = None  # what has to be typed otherwise in a French one

    def broken(self) -> Book:
        """The sound workbook, broken."""
        return self.book(sound())

    def read(self) -> Cleaned:
        """What is read of it once it has been a file, however often it is asked for."""
        return _read(self)


@cache
def _read(broken: Break) -> Cleaned:
    with TemporaryDirectory() as folder:
        if broken.beside:
            broken.beside(Path(folder))
        if broken.door:
            return clean.record(cells(broken.door(Path(folder), broken.broken())))
        return cleaned(Path(folder), broken.broken(), broken.touch)


def cell(rule: str, tab: str, row: int, header: str, value: object) -> Break:
    """A rule broken by what stands in one cell of the sound workbook."""
    column = put(sound(), tab, row, header, value)[tab][0].index(header)
    address = f"{tab}!{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}{row}"
    return Break(rule, address, lambda book: put(book, tab, row, header, value))


def renamed(tab: str, name: str) -> Callable[[Book], Book]:
    return lambda book: {name if each == tab else each: rows for each, rows in book.items()}


def without(tab: str) -> Callable[[Book], Book]:
    return lambda book: {each: rows for each, rows in book.items() if each != tab}


def headed(tab: str, old: str, new: str) -> Callable[[Book], Book]:
    def change(book: Book) -> Book:
        book[tab][0][book[tab][0].index(old)] = new
        return book

    return change


def hide_row(workbook: Workbook) -> None:
    workbook[A].row_dimensions[3].hidden = True


def filter_row(workbook: Workbook) -> None:
    workbook[A].auto_filter.ref = "A1:Z4"
    workbook[A].auto_filter.add_filter_column(1, ["Amazon"])
    workbook[A].row_dimensions[3].hidden = True


def hide_column(workbook: Workbook) -> None:
    workbook[A].column_dimensions["G"].hidden = True


def hide_sheet(workbook: Workbook) -> None:
    workbook[Q].sheet_state = "hidden"


def strike(address: str) -> Callable[[Workbook], None]:
    def touch(workbook: Workbook) -> None:
        workbook[A][address].font = Font(strike=True)

    return touch


def strike_part(workbook: Workbook) -> None:
    struck = TextBlock(InlineFont(strike=True), " for a year")
    workbook[A]["E2"].value = CellRichText("Stops police use", struck)


def error_value(workbook: Workbook) -> None:
    workbook[A]["G2"].value, workbook[A]["G2"].data_type = "#N/A", "e"


def formula(workbook: Workbook) -> None:
    workbook[A]["E2"].value, workbook[A]["E2"].data_type = "=1+1", "f"


def today(workbook: Workbook) -> None:
    cell = workbook[A]["C3"]
    cell.value, cell.data_type, cell.number_format = "=TODAY()", "f", "yyyy-mm-dd"


def long_note(book: Book) -> Book:
    return put(book, A, 2, "condition", "word " * 900)


RESPONSE = {"demand": "R001.1", "organisation": "Amazon", "on": "2020-06-15", "outcome": "none_found"}


def with_response(book: Book, **changed: object) -> Book:
    book["Responses"] = [list(RESPONSE), list((RESPONSE | changed).values())]
    return book


ANOTHER: dict[str, object] = {**RESPONSE, "outcome": "answered"}
"""A second answer to the same demand, of the same body and day."""


def unanswered(book: Book) -> Book:
    """With a demand whose own cells no longer say what came of it."""
    return put(put(book, R, 3, "outcome", None), R, 3, "outcome_checked_on", None)


def answered(book: Book) -> Book:
    """The same with a response to it."""
    return with_response(unanswered(book))


def coded_met(book: Book, evidence: str) -> Book:
    """With a demand coded as met by that row, and a further act of another organisation, A004."""
    more = {"announced_on": "2020-07-01", "kind": "ban", "summary": "Never again", "source": "S001"}
    add(book, A, id="A004", organisation="IBM", **more)
    return put(put(book, R, 3, "outcome", "met"), R, 3, "outcome_evidence", evidence)


def undated(book: Book) -> Book:
    return put(coded_met(book, "S001"), "Sources", 2, "published_on", None)


def vague(book: Book) -> Book:
    """With a demand of which nothing says what would satisfy it, coded as met."""
    for name in ("term", "condition", "users", "activity", "technology", "exceptions"):
        put(book, R, 3, f"demand_{name}", None)
    return coded_met(book, "A003")


def settings_of(rows: Sequence[tuple[object, object]]) -> Callable[[Book], Book]:
    return lambda book: book | {"Settings": [["name", "value"], *map(list, rows)]}


def hide_setting(workbook: Workbook) -> None:
    workbook["Settings"].row_dimensions[2].hidden = True


def broken_slips() -> tuple[Break, ...]:
    """Of each rule that the slips of `slips.py` meet and nothing here does, the first slip that does."""
    return tuple(
        Break(rule, f"{slip.tab}!{slip.cell}", slip.change, slip.touch) for rule, slip in slips.FIRST.items()
    )


TWENTY_SIX = " ".join(["word"] * 26)

BREAKS = (
    Break("missing_sheet", R, without(R)),
    Break("misspelt_sheet", "Reactoins", renamed(R, "Reactoins")),
    Break("unknown_sheet", "Sheet2", renamed(R, "Sheet2")),
    Break("hidden_sheet", Q, lambda book: book, hide_sheet),
    Break("two_sheets", "Annonces", lambda book: book | {"Annonces": book[A]}),
    Break("beyond_reach", "Sources!A200", lambda book: put(book, "Sources", 200, "id", "S099")),
    Break("no_header", R, lambda book: book | {R: [["Nothing of the kind"]]}),
    Break("missing_column", "Announcements!1", headed(A, "kind", "what")),
    Break("missing_source_column", "Announcements!1", headed(A, "source", "where from")),
    Break("misspelt_header", "Announcements!C1", headed(A, "announced_on", "anounced_on")),
    Break("same_header", "Announcements!X1", headed(A, "notes", "Entreprise")),
    Break("typed_status", "Announcements!AA1", lambda book: put(book, A, 2, "Status", "in force")),
    Break("hidden_column", "Announcements!G1", lambda book: book, hide_column),
    Break("hidden_row", "Announcements!A3", lambda book: book, hide_row),
    Break("filtered_row", "Announcements!A3", lambda book: book, filter_row),
    Break("struck_row", "Announcements!A3", lambda book: book, strike("A3")),
    Break("total_row", "Announcements!A5", lambda book: add(book, A, organisation="Total", notes=3)),
    Break("stray_row", "Announcements!A5", lambda book: add(book, A, summary="To be discussed")),
    cell("missing_id", A, 3, "id", None),
    cell("malformed_id", A, 3, "id", "the second"),
    cell("wrong_letter", A, 3, "id", "S002"),
    cell("duplicate_id", A, 3, "id", "a1"),
    Break(
        "id_used_before",
        "Announcements!A2",
        lambda book: put(put(book, A, 3, "id", "A001"), A, 3, "retired", "typed twice"),
    ),
    cell("duplicate_name", O, 3, "name", "AMAZON"),
    cell("no_base_row", R, 3, "id", "R009.1"),
    Break("base_set_aside", "Reactions!A3", lambda book: put(book, R, 2, "retired", "entered twice")),
    cell("unknown_reference", R, 2, "about", "A009"),
    cell("dropped_without_reason", Q, 2, "status", "dropped:"),
    cell("note_beside_status", Q, 2, "status", "open: waiting for a reply"),
    cell("answered_without_answer", Q, 2, "status", "answered"),
    cell("ids_run_together", R, 4, "about", "A001, A002"),
    cell("one_id_only", A, 4, "previous_id", "A001; A002"),
    cell("one_value_only", A, 3, "users", "police; public_sector"),
    cell("values_run_together", A, 3, "activity", "use, sale"),
    cell("one_name_only", A, 3, "organisation", "IBM; Microsoft"),
    cell("reference_elsewhere", R, 4, "about", "S001"),
    cell("names_itself", A, 4, "previous_id", "A003"),
    Break("circle", "Announcements!K4",
          lambda book: put(put(book, A, 2, "previous_id", "A003"), A, 2, "relation", "confirms")),
    Break("two_successors", "Announcements!K4",
          lambda book: put(put(book, A, 3, "previous_id", "A001"), A, 3, "relation", "confirms")),
    cell("relation_without_previous", A, 2, "relation", "extends"),
    cell("previous_without_relation", A, 4, "relation", None),
    Break("outcome_twice", "Reactions!P3", with_response),
    cell("missing_organisation", A, 3, "organisation", None),
    cell("missing_actor", R, 2, "actor", None),
    cell("missing_name", O, 3, "name", None),
    cell("missing_date", A, 3, "announced_on", "tbd"),
    cell("missing_kind", A, 3, "kind", None),
    cell("unknown_coding", R, 3, "outcome", "granted"),
    Break("unknown_outcome", "Responses!D2", lambda book: with_response(book, outcome="granted")),
    Break("vague_demand", "Reactions!P3", vague),
    cell("outcome_without_evidence", R, 3, "outcome", "met"),
    Break("outcome_of_nobody", "Reactions!P3", lambda book: put(book, R, 3, "target", "SECTOR")),
    Break("evidence_not_after", "Reactions!Q3", lambda book: coded_met(book, "A001")),
    Break("evidence_undated", "Reactions!P3", undated),
    Break("evidence_of_another", "Reactions!Q3", lambda book: coded_met(book, "A004")),
    Break("demand_not_printed", "Responses!A2",
          lambda book: put(with_response(book), R, 3, "retired", "entered twice")),
    Break("nobody_asked", "Responses!B2", lambda book: with_response(unanswered(book), organisation="IBM")),
    Break("sector_demand", "Responses!A2", lambda book: put(answered(book), R, 3, "target", "SECTOR")),
    Break("answers_differ", "Responses!D2", lambda book: add(answered(book), "Responses", **ANOTHER)),
    Break("missing_outcome", "Responses!D2", lambda book: with_response(book, outcome=None)),
    cell("missing_summary", A, 3, "summary", None),
    cell("missing_question", Q, 2, "question", None),
    cell("missing_about", R, 2, "about", None),
    cell("missing_target", R, 3, "target", None),
    Break("missing_demand", "Responses!A2", lambda book: with_response(book, demand=None)),
    cell("no_source", A, 3, "source", "à compléter"),
    cell("incomplete_source", A, 3, "source", "Amazon"),
    cell("id_beside_address", A, 3, "source", "S001, https://example.org/ibm"),
    cell("words_beside_address", A, 3, "source", "https://example.org/a b"),
    Break("retired_source", "Announcements!F3",
          lambda book: put(book, "Sources", 2, "retired", "the page is gone")),
    Break("bare_source", "Announcements!F3",
          lambda book: put(put(book, "Sources", 2, "url", None), "Sources", 2, "title", None)),
    cell("ambiguous_date", A, 3, "announced_on", "10/06/2020"),
    cell("impossible_date", A, 3, "announced_on", "31/02/2020"),
    cell("serial_date", A, 3, "announced_on", 43992),
    cell("not_a_date", A, 3, "announced_on", "last summer"),
    cell("not_a_duration", A, 2, "duration", "a while"),
    cell("ends_disagree", A, 2, "ends_on", "2021-06-30"),
    cell("ends_before_start", A, 2, "ends_on", "2020-01-01"),
    Break("fixed_without_end", "Announcements!H4", lambda book: put(book, A, 4, "term", "fixed")),
    cell("condition_without_term", A, 3, "condition", "until Congress acts"),
    Break("demand_cells_without_demand", "Reactions!J3", lambda book: put(book, R, 3, "demand", None)),
    Break("quote_cells_without_quote", "Reactions!T2", lambda book: put(book, R, 2, "quote", None)),
    Break("watch_cells_without_watch", "Organisations!E4", lambda book: put(book, O, 4, "watch", None)),
    Break("currency_without_amount", "Announcements!AA2", lambda book: put(book, A, 2, "currency", "USD")),
    Break("amount_without_currency", "Announcements!AB2",
          lambda book: put(put(book, A, 2, "amount", 1_000_000), A, 2, "currency", None)),
    Break("read_by_one_person", "Announcements!AB2",
          lambda book: put(put(book, A, 2, "entered_by", "LM"), A, 2, "checked_by", "l.m.")),
    Break("response_without_demand", "Responses!A2", lambda book: with_response(book, demand="R001")),
    Break("condition_without_words", "Announcements!J4", lambda book: put(book, A, 4, "term", "condition")),
    cell("end_without_fixed", A, 4, "ends_on", "2022-01-01"),
    cell("unknown_kind", A, 3, "kind", "moratorum"),
    cell("unknown_choice", A, 3, "users", "polices"),
    cell("unknown_language", A, 2, "quote_lang", "Klingon"),
    cell("not_a_number", Q, 2, "review_days", "often"),
    *(
        Break(rule, f"Settings!{where}", settings_of(rows), touch)
        for rule, where, rows, touch in (
            ("unknown_setting", "A2", [("typeface", "Garamond")], None),
            ("setting_without_name", "A2", [(None, "30")], None),
            ("setting_without_value", "B2", [("ends soon", "tbd")], None),
            ("setting_twice", "A2", [("title", "One"), ("Titre", "Two")], None),
            ("setting_set_aside", "A2", [("title", "One")], hide_setting),
            ("number_too_large", "B2", [("new days", 40_000)], None),
            ("unknown_colour", "B2", [("accent", "nvy")], None),
            ("unknown_paper", "B2", [("paper", "A3")], None),
            ("long_footer", "B2", [("footer", "w" * 121)], None),
            ("long_heading", "B2", [("section_demands", "w" * 61)], None),
            ("unknown_section", "B2", [("hide", "chronolgy")], None),
            ("never_hidden", "B2", [("hide", "sources")], None),
            ("extra_not_there", "B2", [("extra_columns", "announcements: Internl ref")], None),
            ("extra_of_no_sheet", "B2", [("extra_columns", "Internal ref")], None),
            ("extra_printed", "B2", [("extra_columns", "announcements: summary")], None),
            ("extra_unprinted", "B2", [("extra_columns", "announcements: notes")], None),
        )
    ),
    *(
        Break(rule, "Settings!B2", settings_of([("logo", name)]), beside=beside)
        for rule, name, beside in broken_logos.LOGOS
    ),
    *(
        Break(rule, f"Recipients!{where}", broken_recipients.change(where, typed), touch)
        for rule, where, typed, touch in broken_recipients.CELLS
    ),
    *(
        Break(rule, f"Decisions!{where}", book, touch)
        for rule, where, book, touch in broken_decisions.CELLS
    ),
    Break("error_cell", "Announcements!G2", lambda book: book, error_value),
    Break("formula_without_value", "Announcements!E2", lambda book: book, formula),
    Break("moving_day", "Announcements!C3", lambda book: book, today),
    Break("struck_cell", "Announcements!G2", lambda book: book, strike("G2")),
    Break("partly_struck", "Announcements!E2", lambda book: book, strike_part),
    *(Break(rule, where, change) for rule, where, change in broken_claims.CHANGES),
    Break("twin_of_other_language", "Announcements!Z2", broken_claims.in_english,
          in_french=broken_claims.in_french),
    Break("translation_for_quote", "Announcements!R2", broken_claims.translated_only,
          in_french=broken_claims.translated_only_in_french),
    *broken_slips(),
    cell("near_name", A, 3, "organisation", "Amazonn"),
    cell("alias_twice", O, 4, "aliases", "Amazon.com"),
    cell("too_long", A, 3, "summary", TWENTY_SIX),
    Break("very_long", "Announcements!J2", long_note),
    cell("unprintable_character", A, 3, "summary", "Stops 🚫 sale"),
    cell("outer_marks", A, 2, "quote", "“might give Congress enough time”"),
    cell("quote_without_speaker", A, 2, "speaker", None),
    cell("quote_without_role", A, 2, "speaker", "Jeff Bezos"),
    cell("quote_without_day", A, 2, "announced_on", "June 2020"),
    cell("retired_without_reason", A, 2, "retired", "-"),
    cell("quote_without_language", A, 2, "quote_lang", None),
    cell("translation_without_translator", A, 2, "translation_by", None),
    cell("unknown_translator", A, 2, "translation_by", "Le Monde"),
    cell("machine_translation", A, 2, "translation_by", "machine"),
    Break("reader_cannot_see", "folder", lambda book: book,
          door=lambda at, book: csv_folder(at / "folder", book)),
    Break("kind_of_row_only", "Follow_up!A2",
          lambda book: flattened(without("Sources")(book), {}, {(2, "kind"): "announcement"}, header="kind"),
          in_french=lambda _: flattened(without("Sources")(sound("fr")), header="Nature")),
    Break("unknown_row_kind", "Follow_up!A4", lambda book: flattened(book, {4: "whatever"})),
    Break("still_to_come", "Organisations!F4",
          lambda book: put(book, O, 4, "last_searched_on", "2022-01-10"), door=saved_in_2021),
    Break("cell_of_other_kind", "Follow_up!AE2",
          lambda book: flattened(book, {}, {(2, "stance"): "opposes"})),
)  # fmt: skip
