"""A workbook with all of its rows on one sheet: the same record, and every complaint at the real cell."""

from __future__ import annotations

import pickle
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from flows.record.facts import Origin, Tab
from flows.workbook import clean, read
from flows.workbook.reading.places import position
from flows.workbook.single import kinds
from flows.workbook.unprinted import unprinted
from tests.books import Book, cells, cleaned, rules, sound, written
from tests.workbook.flat import flattened

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.record.facts import Record
    from flows.workbook.clean import Cleaned

NOWHERE = Origin("", 0)
MINIMAL: Book = {
    "Whatever": [
        ["Kind", "ID", "Date", "Organisation", "Summary", "Source", "About", "Nature de la réaction"],
        [
            "moratorium",
            "A001",
            "2020-06-10",
            "Amazon",
            "Stops police use",
            "https://example.org/a",
            None,
            None,
        ],
        ["Reaction", "R001", "2020-06-10", "ACLU", "Glad of it", "https://example.org/b", "A001", None],
        ["allegation", "R002", "2020-06-12", "EFF", "Says it goes on", "https://example.org/c", "A001", None],
        ["question", "R003", "2020-06-12", "EFF", "Asks for how long", "https://example.org/c", "A001", None],
        ["question", "Q001", "2020-06-12", None, "Does it cover federal agencies?", None, "A001", None],
        [None, "A002", "2020-06-08", "IBM", "Stops offering it", "https://example.org/d", None, None],
        [
            "source",
            "S001",
            "2020-06-08",
            "The Record",
            "Companies step back",
            "https://example.org/e",
            None,
            None,
        ],
    ]
}


def without_places(value: Any) -> Any:  # noqa: ANN401 - whatever a record is made of
    """A record with no row and no tab in it."""
    if isinstance(value, Origin):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(without_places(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: without_places(getattr(value, each.name)) for each in fields(value)}
        )
    return "" if isinstance(value, Tab) else value


def alike(record: Record) -> object:
    return without_places(replace(record, sheets=(), absent=()))


def told(found: Cleaned) -> list[tuple[str, str]]:
    return [(each.rule, str(each.cell)) for each in found.problems]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_sheet_gives_the_record_of_several(tmp_path: Path, language: str) -> None:
    header = "row kind" if language == "en" else "type de ligne"
    several, one = (
        cleaned(tmp_path, sound(language)),
        cleaned(tmp_path, flattened(sound(language), header=header)),
    )
    assert one.problems == several.problems == ()
    # A column that one kind of row has is there for all: none is absent that several sheets would have.
    assert set(one.record.absent) <= set(several.record.absent)
    assert alike(one.record) == alike(several.record)
    counted = [(each.sheet, each.read, each.empty) for each in several.record.sheets]
    assert [(each.sheet, each.read, each.empty) for each in one.record.sheets] == counted


def test_every_row_says_where_it_really_stands(tmp_path: Path) -> None:
    found = cleaned(tmp_path, flattened(sound()))
    origins = [
        row.origin
        for name in ("announcements", "reactions", "questions")
        for row in getattr(found.record, name)
    ]
    assert [(str(each.sheet), each.row) for each in origins] == [
        ("Follow_up", number) for number in range(2, 9)
    ]
    assert {(f"{grid.label}", grid.rows[0]) for grid in found.grids} == {
        ("Follow_up", 2), ("Follow_up", 5), ("Follow_up", 8), ("Follow_up", 9), ("Follow_up", 12)
    }  # fmt: skip
    for (tab, row, _), address in found.addresses.items():
        assert (str(tab), row) == ("Follow_up", (position(address) or (0, 0))[0])


@pytest.mark.parametrize(
    ("row", "header", "value", "rule", "cell"),
    [
        (2, "announced_on", "10/06/2020", "ambiguous_date", "D2"),
        (2, "kind", "moratorim", "unknown_kind", "E2"),
        (3, "source", None, "no_source", "G3"),
        (5, "about", "A999", "unknown_reference", "AD5"),
        (6, "outcome", "met", "outcome_without_evidence", "AN6"),
        (8, "question", None, "missing_question", "AR8"),
        (10, "watch", "perhaps", "unknown_choice", "BA10"),
    ],
)
def test_each_broken_cell_is_named_at_its_real_address(  # noqa: PLR0913, PLR0917 - a row of the table above
    tmp_path: Path, row: int, header: str, value: object, rule: str, cell: str
) -> None:
    book = flattened(sound(), {}, {(row, header): value})
    assert (rule, f"Follow_up!{cell}") in told(cleaned(tmp_path, book))


def test_two_rows_of_one_id_name_each_other_by_their_real_cells(tmp_path: Path) -> None:
    found = cleaned(tmp_path, flattened(sound(), {}, {(6, "id"): "R001"}))
    clash = [each for each in found.problems if each.rule == "duplicate_id"]
    assert [str(each.cell) for each in clash] == ["Follow_up!B5", "Follow_up!B6"]
    assert "Follow_up!B6" in clash[0].message + clash[0].fix


def test_columns_of_one_meaning_serve_every_kind_of_row(tmp_path: Path) -> None:
    found = cleaned(tmp_path, MINIMAL)
    record = found.record
    assert [(row.id, row.kind, row.organisation) for row in record.announcements if row.id == "A001"] == [
        ("A001", "moratorium", "Amazon")
    ]
    assert [(row.id, row.kind, row.actor) for row in record.reactions] == [
        ("R001", None, "ACLU"), ("R002", "allegation", "EFF"), ("R003", "question", "EFF")
    ]  # fmt: skip
    assert [(row.id, str(row.question.words)) for row in record.questions] == [
        ("Q001", "Does it cover federal agencies?")
    ]
    assert [(row.id, row.url, row.publisher) for row in record.sources] == [
        ("S001", "https://example.org/e", "The Record")
    ]
    assert told(found) == [("missing_kind", "Whatever!A7")]


def test_headers_that_say_what_is_required_count_as_on_any_sheet(tmp_path: Path) -> None:
    headers, *rows = MINIMAL["Whatever"]
    book: Book = {"Whatever": [[f"{header} (required)" for header in headers], *rows]}
    plain, marked = cleaned(tmp_path, MINIMAL), cleaned(tmp_path, book)
    assert marked.record == plain.record
    assert told(marked) == told(plain)


def test_a_row_that_nothing_tells_the_kind_of_is_set_aside_with_one_complaint(tmp_path: Path) -> None:
    found = cleaned(tmp_path, flattened(sound(), {4: "perhaps"}))
    assert told(found) == [("unknown_row_kind", "Follow_up!A4")]
    assert found.problems[0].fix.startswith("Type one of these in row kind: announcement, reaction, question")
    assert [(str(row.origin.sheet), row.origin.row) for row in found.record.unplaced] == [("Follow_up", 4)]


def test_a_hidden_row_is_kept_in_as_on_any_sheet(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook["Follow_up"].row_dimensions[5].hidden = True

    path = written(tmp_path / "book.xlsx", flattened(sound()), hide)
    assert ("hidden_row", "Follow_up!B5") in told(clean.record(cells(path)))
    assert (
        unprinted(read.cells(path)).secret["Glad of it, and says that a year is not enough"] == "Follow_up!F5"
    )


def test_a_workbook_with_a_sheet_for_each_stays_as_it_is(tmp_path: Path) -> None:
    book = sound()
    book["Reactions"][1][book["Reactions"][0].index("kind")] = "announcement"  # a mistake of one cell
    assert rules(cleaned(tmp_path, book)) == ["unknown_choice"]


def test_a_misspelt_tab_is_still_asked_about(tmp_path: Path) -> None:
    book = {"Reactoins" if tab == "Reactions" else tab: rows for tab, rows in sound().items()}
    assert "misspelt_sheet" in rules(cleaned(tmp_path, book))


@pytest.mark.parametrize(
    ("kind", "row_id", "sheet"),
    [
        ("moratoire", "", "announcements"),
        ("Réactions", "", "reactions"),
        ("demande", "", "reactions"),
        ("question", "R007", "reactions"),
        ("question", "Q007", "questions"),
        ("Questions ouvertes", "", "questions"),
        ("statement", "r 004", "reactions"),
        ("statement", "A4", "announcements"),
        ("engagement", "", "announcements"),
        ("press", "", "sources"),
        ("", "C001", "context"),
        ("organisme", "", "organisations"),
        ("nonsense", "", None),
    ],
)
def test_what_a_row_is_is_told_by_its_kind_then_by_its_id(kind: str, row_id: str, sheet: str | None) -> None:
    assert kinds.verdict(kind, row_id).sheet == sheet


def test_a_tab_for_two_sheets_reads_like_its_name_and_survives_pickling() -> None:
    one, other = Tab("Suivi", "announcements"), Tab("Suivi", "reactions")
    assert (f"{one}", one == other, pickle.loads(pickle.dumps(one)) == one) == ("Suivi", False, True)  # noqa: S301 - our own
    assert len({one, other, Tab("Suivi", "reactions")}) == 2


def test_a_column_of_one_kind_filled_in_a_row_of_another_has_a_header_all_the_same(tmp_path: Path) -> None:
    book: Book = {
        "Tracker": [
            ["Kind", "Organisation", "Date", "Summary", "Source", "id", "Type"],
            ["announcement", "Oakland", "2019", "Bans use", "https://example.org/a", "A001", "ban"],
            [
                "context",
                "FBI",
                "2019",
                "Next Generation Identification",
                "https://example.org/b",
                "C001",
                None,
            ],
        ]
    }
    found = cleaned(tmp_path, book)
    assert rules(found) == ["missing_sheet", "cell_of_other_kind"]
    book["Tracker"][0][1] = None
    assert "column_without_header" in rules(cleaned(tmp_path, book))


def test_complaints_come_in_the_order_of_the_real_rows(tmp_path: Path) -> None:
    book = deepcopy(MINIMAL)
    for row in book["Whatever"][1:]:
        row[5] = None
    found = [each.cell.row for each in cleaned(tmp_path, book).problems if each.cell.row]
    assert len(found) > 4
    assert found == sorted(found)
