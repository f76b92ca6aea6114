"""The page for people: calm, safe, readable without colour, in the workbook's own language."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from flows.document.wording.dates import french
from flows.mending import lists, unlocked
from flows.mending.page import Release, Told, html
from flows.mending.wording import SENTENCES
from flows.workbook.problems import Problem, at
from tests import books
from tests.conftest import ROOT
from tests.mending.desk import Desk, page
from tests.workbook.broken_decisions import decided, waved

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from tests.books import Book

A, R = "Announcements", "Reactions"


def faulty(language: str = "en") -> Book:
    """A mistake on each of two sheets."""
    if language == "fr":
        book = books.put(books.sound("fr"), "Annonces", 3, "Nature", "retrai")
        return books.put(book, "Réactions", 2, "Position", "content")
    return books.put(books.put(books.sound(), A, 3, "kind", "withdrawel"), R, 2, "stance", "glad")


def problem(found: str, *, message: str = "It is wrong.") -> Problem:
    return Problem(at(R, 7, 3, "Date"), "error", "ambiguous_date", found, message, "Type a date.")


def test_a_list_of_complaints_and_a_language_are_all_a_page_needs() -> None:
    found = page(Told((problem("10/06/2020"),), "en"))
    assert found.rows[R][1] == [
        "C7 Date ✕ To put right", "10/06/2020", "It is wrong. ambiguous_date", "Type a date.",
    ]  # fmt: skip
    assert "To fix in the workbook" in found.words
    for part in ("Corrected automatically", "Next best rows", "edition", "Columns not known"):
        assert part not in found.words


def test_the_page_says_how_much_there_is_what_comes_of_it_and_lists_it_by_sheet(tmp_path: Path) -> None:
    found = page(Desk(tmp_path).told(faulty()))
    assert "To fix in book.xlsx Situation on 15 June 2020" in found.words
    assert "1 to put right The row is set aside until it is put right" in found.words
    assert "1 to look at The row is used, and the briefing tells the doubt." in found.words
    assert "An edition as of this day is final: nothing holds it back." in found.words
    assert [*found.rows] == [A, R, "Next best rows"]
    assert found.rows[A][0] == ["Cell", "What stands there", "What is wrong", "What to do"]
    assert found.rows[A][1] == [
        "D3 kind ✕ To put right", "withdrawel",
        'kind says "withdrawel", which is not on its list. unknown_kind',
        "Did you mean withdrawal? Type one of: moratorium, ban, withdrawal, policy, pledge, statement, "
        "donation, study, contract, legal.",
    ]  # fmt: skip
    assert "Announcements 1 to put right, nothing to look at" in found.words


def test_in_a_french_workbook_every_word_is_french(tmp_path: Path) -> None:
    found = page(Desk(tmp_path).told(faulty("fr")))
    assert html(Desk(tmp_path).told(faulty("fr"))).startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert "À corriger dans book.xlsx Situation au 15 juin 2020" in found.words
    assert found.rows["Annonces"][0] == ["Cellule", "Ce qui s’y trouve", "Ce qui ne va pas", "Que faire"]
    assert found.rows["Annonces"][1][0] == "D3 Nature ✕ À corriger"
    assert found.rows["Réactions"][1][0] == "G2 Position ◇ À vérifier"
    english = {words for pair in SENTENCES.values() for words in pair[:1] if len(words.split()) > 2}
    assert [words for words in english if words in found.words] == []


def test_a_draft_says_what_holds_it_back(tmp_path: Path) -> None:
    book = books.put(books.sound(), A, 3, "id", "A001")
    found = page(Desk(tmp_path).told(book))
    assert "An edition as of this day stays a draft, because: Two rows share the id A001" in found.words


def test_a_clean_workbook_says_so_and_what_to_fill_in_next(tmp_path: Path) -> None:
    found = page(Desk(tmp_path).told(books.sound()))
    assert "Nothing to put right and nothing to look at: every row can be used." in found.words
    assert "Corrected automatically Nothing: every cell is read as it was typed." in found.words
    assert found.rows["Next best rows"][0] == ["Cell", "What it unlocks", "What to type", "Row entered by"]
    assert found.rows["Next best rows"][1][0].startswith("Announcements!Z3 summary_fr row of A002")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('"><img src=http://x.example/>', '"><img src=http://x.example/>'),
        ("{{ 7*7 }} &amp;", "{{ 7*7 }} &amp;"),
        ("=1+1", "=1+1"),
        ("right \u202eto left\u2066", "right [U+202E]to left[U+2066]"),
        ("a\0b\x07\x85c", "a[U+0000]b[U+0007][U+0085]c"),
        ("zero\u200bwidth\ufeff", "zero[U+200B]width[U+FEFF]"),
        ("half \ud800 of it", "half [U+D800] of it"),
        ("👩\u200d🔬 and می\u200cخواهم", "👩\u200d🔬 and می\u200cخواهم"),
        ("y" * 700, "y" * 600 + " […]"),
    ],
    ids=range(10),
)  # fmt: skip
def test_what_stands_in_a_cell_is_shown_as_typed_and_never_obeyed(typed: str, shown: str) -> None:
    told = Told((problem(typed, message=f"It says {typed}"),), "en", workbook=typed[:60])
    found, clean = page(told), page(Told((problem("x"),), "en", workbook="x"))
    assert found.rows[R][1][1] == shown
    assert found.tags - clean.tags in ({}, {"wbr": found.tags["wbr"]})
    assert found.leads == clean.leads
    html(told).encode()


def test_a_very_long_word_may_break_anywhere() -> None:
    long = "x" * 300
    assert "<wbr>" in html(Told((problem(long),), "en"))
    assert re.search(r"\bbody \{[^}]*overflow-wrap: anywhere", html(Told((problem(long),), "en")))


def test_the_page_asks_for_nothing_and_needs_no_script(tmp_path: Path) -> None:
    told = Desk(tmp_path).told(faulty())
    found = page(told)
    assert found.tags["script"] == found.tags["img"] == found.tags["iframe"] == found.tags["form"] == 0
    assert {lead.partition(",")[0] for lead in found.leads if not lead.startswith("#")} == {"data:"}
    assert "http" not in re.sub(r"<meta http-equiv", "", html(told)).replace("https://example.org", "")
    assert "default-src 'none'" in html(told)
    styles = "".join(re.findall(r"url\((.{0,30})", html(told)))
    assert "asset:" not in styles
    assert "http" not in styles


def test_every_heading_a_link_leads_to_is_there_once_and_tables_have_headers(tmp_path: Path) -> None:
    found = page(Desk(tmp_path).told(faulty()))
    assert sorted(set(found.ids)) == sorted(found.ids)
    anchors = {lead[1:] for lead in found.leads if lead.startswith("#")}
    assert {"list", "sheet-1", "sheet-2", "corrected", "next"} <= anchors <= {*found.ids}
    assert found.scopes[""] == 0
    assert found.scopes["row"] == sum(len(rows) - 1 for rows in found.rows.values())
    assert found.tags["main"] == found.tags["h1"] == 1


def test_the_same_told_gives_the_same_bytes(tmp_path: Path) -> None:
    told = Desk(tmp_path).told(faulty())
    assert html(told) == html(Desk(tmp_path).told(faulty()))


def test_corrections_are_told_by_kind_the_first_then_all(tmp_path: Path) -> None:
    book = books.sound()
    for row in range(2, 9):
        books.put(book, A, row, "notes", "x")
    for number in range(7):
        books.add(
            book, R, id=f"r 1{number}", actor="aclu", reacted_on="2020-06-11", about="a1",
            summary="Says more", source="S001", stance="neutral",
        )  # fmt: skip
    book[A] = book[A][:4]
    found = page(Desk(tmp_path).told(book))
    every = found.rows["Corrected automatically"]
    assert every.count(["Cell", "Typed", "Read as"]) == 4
    assert every[1:6] == [
        ["Reactions!A5", "r 10", "R010"], ["Reactions!D5", "a1", "A001"],
        ["Reactions!A6", "r 11", "R011"], ["Reactions!D6", "a1", "A001"],
        ["Reactions!A7", "r 12", "R012"],
    ]  # fmt: skip
    assert "Ids, written as A001 14" in found.words
    assert "All 14" in found.words
    assert "Names, spelt as the workbook spells them elsewhere 7" in found.words
    assert ["Reactions!B5", "aclu", "ACLU"] in every


def test_corrections_quote_nothing_that_is_hidden_or_struck_through(tmp_path: Path) -> None:
    book = books.sound()
    books.put(book, A, 4, "previous_id", "a1")
    books.put(book, A, 3, "organisation", "ibm")
    books.put(book, A, 2, "users_of_ours", "x")
    books.put(book, A, 2, "secret plans", "y")

    def touch(workbook: Workbook) -> None:
        sheet = workbook[A]
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["AB"].hidden = True
        gone = TextBlock(InlineFont(strike=True), "whatever Bob says")
        sheet["E2"].value = CellRichText("Stops it ", gone, " for a year")

    told = Desk(tmp_path).told(book, touch=touch)
    assert told.corrections is not None
    assert [(one.before, one.after) for one in told.corrections] == [
        ("Stops it […] for a year", "Stops it  for a year")
    ]
    assert [cell.header for cell in told.strangers] == ["users_of_ours"]
    for word in ("Bob", "secret", "a1", "ibm"):
        assert word not in re.sub(r"(?s)<style>.*?</style>", "", html(told)), word


def test_a_column_of_the_team_s_own_that_is_printed_is_not_called_unknown(tmp_path: Path) -> None:
    book = books.put(books.put(books.sound(), A, 2, "Internal ref", "7"), A, 2, "Colour", "blue")
    book["Settings"] = [["name", "value"], ["extra_columns", "announcements: Internal ref"]]
    told = Desk(tmp_path).told(book)
    assert [cell.header for cell in told.strangers] == ["Colour"]
    assert "Announcements!AB1 Colour" in page(told).words


def test_a_list_too_long_for_a_page_says_how_much_more_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST", 2)
    found = page(Told(tuple(problem(str(number)) for number in range(5)), "en"))
    assert len(found.rows[R]) == 3
    assert "5 to put right, nothing to look at" in found.words
    assert "3 more, of which this page has no room: problems.json lists all." in found.words


def test_a_reason_that_names_a_sheet_is_told_in_the_page_s_language() -> None:
    release = Release(date(2020, 6, 1), "draft", ("vanished_id:A001",))
    found = page(Told((), "fr", release=release))
    assert "Situation au 1er juin 2020" in found.words
    assert "À cette date, l’édition reste à l’état de projet, parce que :" in found.words


def blanks(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


PAIRS = [
    *SENTENCES.values(),
    *(pair for pairs in unlocked.PHRASES.values() for pair in pairs),
    unlocked.OTHERS,
]


def test_both_languages_of_a_sentence_have_the_same_blanks() -> None:
    assert [english for english, other in PAIRS if blanks(english) != blanks(other)] == []


def test_the_french_has_the_spaces_and_the_apostrophes_french_asks_for() -> None:
    typeset = [french(translated) for _, translated in PAIRS]
    assert [words for words in typeset if re.search(r" [;:!?%»]|« |'|\.\.\.", words)] == []
    assert [words for words in typeset if re.search(r"(?<![\s\u00a0\u202f])[;!?»]", words)] == []


def test_every_sentence_is_said_somewhere() -> None:
    code = [path.read_text() for path in (ROOT / "flows" / "mending").glob("*.py") if path.stem != "wording"]
    pages = [path.read_text() for path in (ROOT / "templates" / "mending").glob("*.j2")]
    named = set(re.findall(r"[\"'](\w+)[\"']", "\n".join(code + pages)))
    from_parts = re.compile(r"kind_\w+|twin_\w+|error|warning|final|draft")
    assert [kind for kind in SENTENCES if kind not in named and not from_parts.fullmatch(kind)] == []


def test_what_the_team_decided_is_told_with_why_and_what_fits_nothing_now_too(tmp_path: Path) -> None:
    book = books.put(books.sound(), A, 3, "summary", "word " * 26)
    rows = waved("word " * 26, "too_long"), waved("words that were there", "too_long")
    found = page(Desk(tmp_path).told(decided(book, *rows)))
    assert "Nothing to put right and nothing to look at" in found.words
    told = found.words[found.words.index("Not listed above") :]
    assert "Announcements!E3 summary has 26 words" in told
    assert "Why: We looked into it (LM, 20 June 2020) · Decisions!A2" in told
    assert "Decisions that fit nothing now" in told
    assert "Decisions!A3 words that were there · too_long" in told


def test_of_a_workbook_without_decisions_the_page_says_nothing_of_them(tmp_path: Path) -> None:
    assert "Decided" not in page(Desk(tmp_path).told(books.sound())).words
