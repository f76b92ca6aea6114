"""An error is a row set aside, and a warning is one in use: over every rule, as the interface promises."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl.styles import Font

from flows.record.findings import compute
from tests.books import cleaned, put, sound
from tests.workbook.broken_cells import BREAKS, Break

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned

A, R = "Announcements", "Reactions"
Lines = set[tuple[str, int]]


def set_aside(found: Cleaned) -> Lines:
    """The rows to resolve of an edition late enough to know all of them."""
    aside = compute(found.record, as_of=date(2032, 1, 1)).set_aside
    return {(str(one.origin.sheet), one.origin.row) for one in aside if one.category == "to_resolve"}


def in_error(found: Cleaned) -> Lines:
    """The rows of the record with an error, of those that are read and stand below the headers."""
    record = (problem for problem in found.problems if problem.cell.sheet not in found.private)
    read = (problem for problem in record if problem.rule != "beyond_reach")
    errors = (problem.cell for problem in read if problem.severity == "error")
    return {(cell.sheet, cell.row) for cell in errors if cell.row and cell.row > 1}


@pytest.mark.xdist_group("broken")
@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.rule)
def test_a_row_is_set_aside_if_and_only_if_it_has_an_error(broken: Break) -> None:
    found = broken.read()
    lacking = {problem.cell.sheet for problem in found.problems if problem.rule == "missing_column"}
    aside = {line for line in set_aside(found) if line[0] not in lacking}
    assert aside == {line for line in in_error(found) if line[0] not in lacking}


def test_a_row_s_doubts_are_the_rules_of_its_errors(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "kind", None), A, 3, "announced_on", "soon")
    put(book, A, 3, "source", None)
    found = cleaned(tmp_path, book)
    errors = {problem.rule for problem in found.problems if problem.severity == "error"}
    assert set(found.record.announcements[1].doubts) == errors == {"missing_kind", "not_a_date"}


@pytest.mark.parametrize("address", ["B3", "C3", "D3"])
def test_a_row_whose_required_cell_is_struck_through_is_set_aside_with_an_error(
    address: str, tmp_path: Path
) -> None:
    def strike(workbook: Workbook) -> None:
        workbook[A][address].font = Font(strike=True)

    found = cleaned(tmp_path, sound(), strike)
    assert set_aside(found) == in_error(found) == {(A, 3)}


def test_a_response_whose_outcome_cannot_be_read_is_set_aside_as_a_blank_one_is(tmp_path: Path) -> None:
    for outcome in ("granted", None, "met; refused"):
        book = sound()
        for header in ("outcome", "outcome_checked_on"):
            put(book, R, 3, header, None)
        book["Responses"] = [
            ["demand", "organisation", "on", "outcome"],
            ["R001.1", "Amazon", "2021-05-18", outcome],
        ]
        found = cleaned(tmp_path, book)
        assert set_aside(found) == in_error(found) == {("Responses", 2)}


@pytest.mark.parametrize("typed", ["granted", "met; refused"])
def test_an_outcome_that_cannot_be_read_makes_no_search_that_found_nothing(
    typed: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), R, 3, "outcome", typed))
    demand = found.record.reactions[1].demand
    assert demand is not None
    assert (demand.outcome, demand.checked_on) == (None, None)
    [answer] = compute(found.record, as_of=date(2032, 1, 1)).demands
    assert (answer.outcome, in_error(found)) == ("not_checked", set())
