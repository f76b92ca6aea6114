"""What is out of use, and told: rows retired, hidden, struck through, incomplete, or below the table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.record.findings import compute
from tests.books import add, cleaned, first, put, rules, sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from tests.books import Book

A, R = "Announcements", "Reactions"


@pytest.mark.parametrize("severity_column", ["announced_on", "kind", "organisation", "summary"])
def test_a_row_without_a_required_cell_is_set_aside(severity_column: str, tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, severity_column, None), A, 3, "summary_fr", None)
    found = cleaned(tmp_path, book)
    name = {"announced_on": "date"}.get(severity_column, severity_column)
    assert found.record.announcements[1].doubts == (f"missing_{name}",)


def test_a_sheet_without_a_required_column_has_all_its_rows_in_doubt(tmp_path: Path) -> None:
    book = sound()
    book[A][0][3] = "what it is"
    found = cleaned(tmp_path, book)
    assert rules(found) == ["missing_column"]
    assert {fact.doubts for fact in found.record.announcements} == {("missing_column",)}


def test_a_retired_row_keeps_its_reason_and_is_complained_of_no_more(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "retired", "typed twice"), A, 3, "kind", "nonsense")
    found = cleaned(tmp_path, book)
    assert (found.record.announcements[1].retired, found.problems) == ("typed twice", ())


@pytest.mark.parametrize("typed", ["-", "?", "n/a", "no", "Non"])
def test_a_row_is_not_retired_by_what_is_no_reason(tmp_path: Path, typed: str) -> None:
    found = cleaned(tmp_path, put(sound(), A, 3, "retired", typed))
    assert found.record.announcements[1].retired is None
    assert rules(found) == ["retired_without_reason"]


def retired_twin(book: Book, tab: str, row: int, **cells: object) -> Book:
    """The book with that row typed once more below the others, and that one retired."""
    typed = dict(zip(map(str, book[tab][0]), book[tab][row - 1], strict=True))
    return add(book, tab, **(typed | cells | {"retired": "typed twice"}))


@pytest.mark.parametrize(
    ("tab", "row", "cells"),
    [
        ("Reactions", 2, {"actor": "EFF", "reacted_on": "2019-01-01"}),  # the base of R001.1
        ("Reactions", 3, {"target": "SECTOR"}),  # the demand a response answers
        (A, 4, {"announced_on": "2020-01-01"}),  # the evidence of that response
        (A, 2, {"previous_id": "A003", "relation": "confirms"}),  # the first of a chain
        ("Sources", 2, {"url": None, "title": None}),  # the source of all of them
    ],
)
def test_a_retired_twin_speaks_for_nothing(
    tab: str, row: int, cells: dict[str, object], tmp_path: Path
) -> None:
    book = put(put(sound(), R, 3, "outcome", None), R, 3, "outcome_checked_on", None)
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome", "evidence", "checked_on"],
        ["R001.1", "Amazon", "2021-05-18", "partly_met", "A003", "2021-05-20"],
    ]
    alone = cleaned(tmp_path, book)
    found = cleaned(tmp_path, retired_twin(book, tab, row, **cells))
    assert (alone.problems, rules(found)) == ((), ["id_used_before"])
    before, after = (compute(each.record, as_of=date(2021, 6, 1)) for each in (alone, found))
    assert [one.category for one in after.set_aside] == ["retired"]
    assert (after.demands, after.commitments) == (before.demands, before.commitments)


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


def test_of_a_row_kept_from_view_nothing_is_said_but_its_line_and_its_id(tmp_path: Path) -> None:
    book = put(
        put(sound(), A, 3, "announced_on", "9/6/2020, says our friend"), A, 3, "condition", "a promise"
    )
    put(
        put(put(book, A, 4, "id", "what LM heard"), "Organisations", 3, "name", "Acme"),
        R,
        4,
        "stance",
        "cross",
    )

    def hide(workbook: Workbook) -> None:
        for tab, row in ((A, 3), (A, 4), ("Organisations", 3)):
            workbook[tab].row_dimensions[row].hidden = True
        workbook[R]["A4"].font = Font(strike=True)

    told = cleaned(tmp_path, book, hide).problems
    assert [(str(one.cell), one.rule, one.found) for one in told] == [
        ("Announcements!A3", "hidden_row", "A002"),
        ("Announcements!A4", "hidden_row", ""),
        ("Reactions!A4", "struck_row", "R002"),
        ("Organisations!A3", "hidden_row", ""),
    ]


def test_of_struck_words_nothing_is_said_but_where_they_stand(tmp_path: Path) -> None:
    def strike(workbook: Workbook) -> None:
        workbook[A]["G2"].font = Font(strike=True)
        gone = TextBlock(InlineFont(strike=True), "as LM heard")
        workbook[A]["E2"].value = CellRichText("Stops police use ", gone)

    told = cleaned(tmp_path, put(sound(), A, 2, "term", "until LM is back"), strike).problems
    assert [(one.rule, one.found) for one in told][:2] == [
        ("partly_struck", "Stops police use "),
        ("struck_cell", ""),
    ]
    assert "LM" not in " ".join(map(str, told))


WRITE = 'write in "retired" why this row is withdrawn.'
ADD = 'add a column "retired" and write there why this row is withdrawn.'


def hidden(tab: str, row: int) -> Callable[[Workbook], None]:
    def touch(workbook: Workbook) -> None:
        workbook[tab].row_dimensions[row].hidden = True

    return touch


@pytest.mark.parametrize(
    ("tab", "fix"),
    [(A, WRITE), (R, WRITE), ("Questions", ADD), ("Sources", ADD), ("Context", ADD),
     ("Organisations", "delete this row."), ("Responses", "delete this row.")],
)  # fmt: skip
def test_how_a_row_is_taken_out_of_use_is_said_as_its_sheet_allows_and_ends_the_complaint(
    tab: str, fix: str, tmp_path: Path
) -> None:
    book = sound() | {
        "Responses": [
            ["demand", "organisation", "on", "outcome"],
            ["R001.1", "IBM", "2021-05-18", "answered"],
        ],
        "Context": [["id", "date", "summary", "source"], ["C001", "2020-05-25", "What set it off", "S001"]],
    }
    put(put(book, R, 3, "outcome", None), R, 3, "outcome_checked_on", None)
    last = len(book[tab])
    found = cleaned(tmp_path, book, hidden(tab, last))
    [problem] = [each for each in found.problems if each.rule == "hidden_row"]
    assert problem.fix == f"Unhide it, or {fix}"
    if fix != "delete this row.":
        told = rules(cleaned(tmp_path, put(book, tab, last, "retired", "of no use"), hidden(tab, last)))
        assert "hidden_row" not in told


@pytest.mark.parametrize(
    ("target", "reason", "told"),
    [("SECTOR", None, "sector_demand"), ("Amazon", "typed twice", "demand_not_printed")],
)
def test_a_response_to_be_dropped_is_deleted_where_its_sheet_has_no_column_for_a_reason(
    target: str, reason: str | None, told: str, tmp_path: Path
) -> None:
    book = put(put(sound("fr"), "Réactions", 3, "Destinataire", target), "Réactions", 3, "Retiré", reason)
    responses = [
        ["Demande", "Organisation", "Date", "Suite donnée"],
        ["R001.1", "IBM", "2021-05-18", "refusée"],
    ]
    for headers, fix in (((), "supprimez cette ligne."), (("Retiré",), "écrivez dans « Retiré » pourquoi")):
        answered = book | {"Réponses": [[*responses[0], *headers], responses[1]]}
        [problem] = [each for each in cleaned(tmp_path, answered).problems if each.rule == told]
        assert f", ou {fix}" in problem.fix.replace("\u00a0", " ")


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


def test_what_stands_far_below_is_said_to_be_unread(tmp_path: Path) -> None:
    book = sound()
    blank: list[object] = [None]
    book["Announcements"] += [blank] * 70
    add(book, "Announcements", id="A050", organisation="Amazon")
    found = cleaned(tmp_path, book)
    assert [(place.sheet, place.row > 70) for place in found.record.unread] == [("Announcements", True)]
