"""Which words of a workbook must not leave, with their cells; and which may, being printed anyway."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.edition.guard import leaks
from flows.record import as_json
from flows.record.findings import compute
from flows.workbook.unprinted import unprinted
from tests import books
from tests.workbook.broken_decisions import decided
from tests.workbook.broken_recipients import with_recipients

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.unprinted import Unprinted

A, R = "Announcements", "Reactions"


def kept(path: Path, book: books.Book, touch: object = None) -> Unprinted:
    """What is kept of the book once it has been a file."""
    return unprinted(books.cells(books.written(path / "book.xlsx", book, touch)))  # type: ignore[arg-type]


def test_of_a_sound_workbook_only_what_is_for_the_team_must_not_leave(tmp_path: Path) -> None:
    found = kept(tmp_path, books.sound())
    assert found.secret == {"seen by two of us": "Announcements!X4"}
    assert {"Amazon", "This is a first step.", "summary_fr", "law_enforcement", "moratoire"} <= set(
        found.printed
    )
    assert "seen by two of us" not in repr(found)


def test_what_is_out_of_sight_struck_or_unknown_must_not_leave(tmp_path: Path) -> None:
    book = books.put(books.sound(), A, 2, "Our own view", "not credible")
    book |= {
        "Plans": [["call them in May"]],
        "Settings": [["name", "value"], ["tie", "a red one"], ["team", "Us"]],
    }

    def touch(workbook: Workbook) -> None:
        workbook[A].row_dimensions[3].hidden = True
        workbook[R].column_dimensions["E"].hidden = True
        workbook[R]["H3"].font = Font(strike=True)
        gone = TextBlock(InlineFont(strike=True), "as LM heard, ")
        workbook["Questions"]["B2"].value = CellRichText("Does it, ", gone, "cover agencies?")
        workbook["Plans"].sheet_state = "veryHidden"

    found = kept(tmp_path, book, touch)
    where = {place: words for words, place in found.secret.items()}
    assert where["Announcements!E3"] == "Stops offering general facial recognition"
    assert where["Reactions!E2"] == "Glad of it, and says that a year is not enough"
    assert where["Reactions!H3"] == "Stop all use by law enforcement"
    assert where["Questions!B2"] == "as LM heard, "
    assert where["Plans!A1"] == "call them in May"
    assert where["Announcements!AA2"] == "not credible"
    assert where["Settings!B2"] == "a red one"
    assert "Does it, cover agencies?" in found.printed
    assert "Us" in found.printed
    assert not {"Stops offering general facial recognition", "a red one", "not credible"} & set(found.printed)


def test_of_a_decision_the_reason_and_who_decided_must_not_leave(tmp_path: Path) -> None:
    book = decided(
        books.put(books.sound(), R, 2, "actor", "ACLU NorCal"),
        ["ACLU NorCal", "near_name", None, "ACLU", "heard on the phone", "Ada Quillfeather", "20 June 2020"],
        ["words that once stood there", "too_long", "A003", None, "no room for them", None, None],
        ["ACLU SoCal", "near_name", None, "ACLU", "likewise as heard", None, None],
    )
    books.put(book, "Decisions", 2, "Our own view", "they drag their feet")

    def touch(workbook: Workbook) -> None:
        workbook["Decisions"].row_dimensions[4].hidden = True

    found = kept(tmp_path, book, touch)
    own = {words: place for words, place in found.secret.items() if place.startswith("Decisions")}
    assert own == {
        "heard on the phone": "Decisions!E2",
        "Ada Quillfeather": "Decisions!F2",
        "no room for them": "Decisions!E3",
        "Our own view": "Decisions!H1",
        "they drag their feet": "Decisions!H2",
        "likewise as heard": "Decisions!E4",
        "ACLU SoCal": "Decisions!A4",
        "near_name": "Decisions!B4",
        "ACLU": "Decisions!D4",
    }
    assert "ACLU NorCal" in found.printed
    assert "words that once stood there" not in found.printed


def test_a_name_by_decision_may_leave_though_a_hidden_cell_has_it_too(tmp_path: Path) -> None:
    """It stands among the organisation's other names, whether or not any row says it."""
    book = decided(books.sound(), ["ACLU NorCal", "near_name", None, "ACLU", "as heard"])
    book["Plans"] = [["what"], ["ACLU NorCal"]]

    def touch(workbook: Workbook) -> None:
        workbook["Plans"].sheet_state = "hidden"

    found = kept(tmp_path, book, touch)
    record = as_json.canonical(
        compute(books.cleaned(tmp_path, book, touch).record, as_of=date(2020, 6, 15)), problems=0
    )
    assert "ACLU NorCal" in record
    assert found.secret["ACLU NorCal"] == "Plans!A2"
    assert leaks({"record.json": record.encode()}, found.secret, found.printed) == ()


def test_nothing_of_the_sheet_of_recipients_may_leave(tmp_path: Path) -> None:
    secret = kept(tmp_path, with_recipients(books.sound())).secret
    assert secret["Ada Quillfeather"] == "Recipients!A2"
    assert secret["desk@journal.example"] == "Recipients!B4"
    assert secret["Zoé Wraxall"] == "Recipients!A5"
