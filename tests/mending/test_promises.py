"""What is said of a blank cell comes true: it is filled in the workbook, and what was promised is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from flows.record.unlocks.table import KINDS, NOTHING, UNLOCKS
from flows.workbook.schema import COUNTED_SHEETS, SHEETS
from tests import books
from tests.mending.holes import HAS, A, Looked, R, looked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.books import Book

S, B, Q, C, P = "Sources", "Organisations", "Questions", "Context", "Responses"
Place = tuple[str, int, str]
"""A tab, a row as Excel numbers it, a header."""

Typed = Mapping[Place, object]
Promised = dict[str, tuple[str, ...]]
QUOTED = {"quote": "Stop it.", "quote_lang": "en", "speaker": "Jane Roe, director"}
VAGUE = {"demand": "Be open about it", "target": "Amazon", "outcome": None, "outcome_checked_on": None}


def of_a_row(tab: str, row: int, cells: Mapping[str, object]) -> dict[Place, object]:
    """Those cells of a row, each with its place."""
    return {(tab, row, header): value for header, value in cells.items()}


# what is blank (tab, row, header) -> what else is typed, what fills it, which kinds it unlocks of what.
CASES: list[tuple[Place, Typed, object, Promised]] = [
    ((A, 3, "term"), {}, "permanent", {"status": ("A002",)}),
    ((A, 2, "users"), {}, "law_enforcement", {"compared": ("R001.1",), "scope": ("A001",)}),
    ((A, 2, "activity"), {}, "use", {"compared": ("R001.1",)}),
    ((A, 2, "exceptions"), {}, "none", {"compared": ("R001.1",)}),
    ((A, 3, "ends_on"), {(A, 3, "term"): "fixed"}, "2022-01-01", {"status": ("A002",)}),
    ((A, 3, "condition"), {(A, 3, "term"): "condition"}, "until the law is clear", {"condition": ("A002",)}),
    ((A, 4, "verification"), {}, "primary_seen", {"confidence": ("A003",)}),
    ((A, 3, "source"), {}, "https://example.org/ibm", {"findings": ("A002",)}),
    ((A, 3, "organisation"), {}, "IBM", {"row": ("A002",), "status": ("A002",)}),
    ((A, 4, "kind"), {}, "moratorium", {"row": ("A003",), "status": ("A001",)}),
    ((A, 3, "quote"), {(A, 3, "speaker"): "Jane Roe, director"}, "Stop it.", {"quote": ("A002",)}),
    ((A, 3, "speaker"), {(A, 3, "quote"): "Stop it.", (A, 3, "quote_lang"): "en"}, "Jane Roe, director",
     {"quote": ("A002",)}),
    ((A, 3, "translation_by"), of_a_row(A, 3, QUOTED)
     | {(A, 3, "translation"): "J’arrête cela."}, "official", {"translated": ("A002",)}),
    ((A, 3, "translation"), of_a_row(A, 3, QUOTED)
     | {(A, 3, "translation_by"): "official"}, "J’arrête cela.", {"translated": ("A002",)}),
    ((A, 3, "summary_fr"), {}, "N’offre plus ce logiciel", {"twin": ("A002",)}),
    ((A, 2, "archive"), {(A, 2, "announced_on"): "2019-06-10"}, "https://archive.example/1",
     {"archive": ("A001",)}),
    ((R, 3, "demand_term"), {}, "permanent", {"compared": ("R001.1",)}),
    ((R, 3, "demand_activity"), {}, "use", {"compared": ("R001.1",)}),
    ((R, 3, "outcome_checked_on"), {(R, 3, "outcome"): None}, "2020-06-15", {"searched": ("R001.1",)}),
    ((R, 3, "outcome"), {(R, 3, "outcome_checked_on"): "2021-05-19"}, "answered", {"cell": ("R001.1",)}),
    ((R, 3, "outcome_evidence"),
     {(R, 3, "outcome"): "partly_met", (R, 3, "outcome_checked_on"): "2021-05-19"},
     "A003", {"cell": ("R001.1",)}),
    ((R, 4, "demand_test"), of_a_row(R, 4, VAGUE), "a public notice",
     {"test": ("R002",)}),
    ((R, 2, "source"), {}, "https://example.org/aclu",
     {"findings": ("R001", "R001.1"), "cell": ("R001.1",), "quote": ("R001",)}),
    ((R, 2, "reacted_on"), {}, "2020-06-10", {"row": ("R001", "R001.1"), "cell": ("R001.1",)}),
    ((R, 2, "stance"), {}, "welcomes", {"side": ("R001",)}),
    ((R, 2, "speaker_role"), {}, "Director", {"quote": ("R001",)}),
    ((B, 4, "last_searched_on"), {(B, 4, "name"): "EPIC", (B, 4, "aliases"): None}, "2021-05-19",
     {"silence": ("A001", "A002")}),
    ((Q, 2, "asked_on"), {}, "2020-06-10", {"age": ("Q001",)}),
    ((Q, 2, "last_checked_on"), {}, "2021-05-19", {"fresh": ("Q001",)}),
    ((S, 2, "publisher"), {}, "The Other Record", {"reference": ("S001",)}),
    ((S, 2, "url"), {(S, 2, "title"): None}, "https://example.org/record",
     {"findings": ("A002", "A003", "R002")}),
    ((C, 2, "date"), {(C, 2, "id"): "C001", (C, 2, "summary"): "Marches.", (C, 2, "source"): "S001"},
     "2020-07-04", {"dated": ("C001",)}),
    ((C, 2, "source"), {(C, 2, "id"): "C001", (C, 2, "summary"): "Marches.", (C, 2, "date"): "2020-06-01"},
     "S001", {"findings": ("C001",)}),
    ((P, 2, "evidence"), {(P, 2, "demand"): "R001.1", (P, 2, "organisation"): "Amazon",
     (P, 2, "on"): "2021-05-19", (P, 2, "outcome"): "partly_met", (R, 3, "outcome"): None,
     (R, 3, "outcome_checked_on"): None}, "A003", {"cell": ("R001.1",)}),
]  # fmt: skip


def book(blank: Place, more: Typed) -> Book:
    """The sound workbook with that cell blank, its column there all the same."""
    made = books.sound()
    for place, value in {**more, blank: None}.items():
        tab, row, header = place
        made.setdefault(tab, [[header]])
        books.put(made, tab, row, header, value)
    return made


@pytest.mark.parametrize(
    ("blank", "more", "value", "unlocks"), CASES, ids=[" ".join(map(str, one[0])) for one in CASES]
)
def test_what_a_blank_cell_is_said_to_unlock_is_there_once_it_is_filled(
    blank: Place,
    more: Typed,
    value: object,
    unlocks: Promised,
    tmp_path: Path,
) -> None:
    before = looked(tmp_path, book(blank, more))
    filled = books.put(book(blank, more), *blank, value)
    after = looked(tmp_path, filled)
    promised = proposed(before, blank)
    assert {kind: promised[kind] for kind in unlocks} == unlocks
    assert set(promised) <= set(UNLOCKS.get(f"{sheet(before, blank)}.{blank[2]}", ("twin",)))
    for kind, ids in unlocks.items():
        for one in ids:
            assert HAS[kind](after, one) > HAS[kind](before, one), (kind, one)
    assert proposed(after, blank) == {}  # a cell that is filled is proposed no more


def proposed(one: Looked, blank: Place) -> Promised:
    """What that cell is said to unlock."""
    tab, row, header = blank
    found = [
        each for each in one.rows if (each.unlock.label, each.unlock.row, each.header) == (tab, row, header)
    ]
    return {gain.kind: gain.ids for each in found for gain in each.unlock.gains}


def sheet(one: Looked, blank: Place) -> str:
    """The model's name of the sheet it stands on."""
    return next(each.unlock.sheet for each in one.rows if each.unlock.label == blank[0])


def test_every_kind_of_promise_is_among_those_that_were_held() -> None:
    assert {kind for *_, unlocks in CASES for kind in unlocks} == {*KINDS} == HAS.keys()


def test_every_column_a_row_can_do_without_unlocks_something_or_says_why_it_does_not() -> None:
    needed = {
        f"{sheet.name}.{column.name}"
        for sheet in SHEETS
        for column in sheet.columns
        if sheet.name in COUNTED_SHEETS and column.need != "optional"
    }
    assert UNLOCKS.keys() & NOTHING.keys() == set()
    assert UNLOCKS.keys() | NOTHING.keys() == needed
    assert {kind for kinds in UNLOCKS.values() for kind in kinds} | {"twin"} == {*KINDS}
