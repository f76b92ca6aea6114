"""What is new, what remains, what was settled: told by the row's id and its content, not by its line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from openpyxl.styles import Font

from flows.edition import complaints
from flows.mending import kept
from flows.mending.trend import Trend
from tests import books
from tests.mending.desk import FIRST, Desk, page

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from flows.mending.page import Told
    from tests.books import Book, Rows

A, R = "Announcements", "Reactions"


def faulty() -> Book:
    """Three mistakes: a kind, an ambiguous day, a stance."""
    book = books.put(books.sound(), A, 3, "kind", "withdrawel")
    return books.put(books.put(book, R, 4, "reacted_on", "10/06/2020"), R, 2, "stance", "glad")


def rules(told: Told) -> list[str]:
    """The rules of the complaints that are new."""
    assert told.trend is not None
    return [told.problems[place].rule for place in sorted(told.trend.new)]


def test_the_same_workbook_again_has_nothing_new_and_nothing_settled(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    trend = desk.told(faulty(), desk.kept(faulty())).trend
    assert trend == Trend("2020-06-12-01", FIRST, frozenset(), 3, ())


def test_rows_that_move_are_still_the_same_rows(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    moved = faulty()
    moved[A][1:] = reversed(moved[A][1:])
    moved[R].insert(1, [None] * len(moved[R][0]))
    moved = dict(reversed(moved.items()))
    trend = desk.told(moved, desk.kept(faulty())).trend
    assert trend is not None
    assert (trend.new, trend.remaining, trend.settled) == (frozenset(), 3, ())


def test_a_sheet_and_a_column_may_be_named_otherwise(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    renamed = faulty()
    renamed["Commitments"] = renamed.pop(A)
    renamed[R][0][2] = "Date"
    trend = desk.told(renamed, desk.kept(faulty())).trend
    assert trend is not None
    assert (trend.new, trend.remaining, trend.settled) == (frozenset(), 3, ())


def test_what_was_mended_is_settled_and_what_came_is_new(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    now = books.put(books.put(faulty(), A, 3, "kind", "withdrawal"), A, 4, "users", "polise")
    told = desk.told(now, desk.kept(faulty()))
    assert told.trend is not None
    assert rules(told) == ["unknown_choice"]
    assert told.trend.remaining == 2
    settled = told.trend.settled[0]
    assert (settled.sheet, settled.cell, settled.severity) == (A, "D3", "error")
    assert settled.message == 'kind says "withdrawel", which is not on its list.'


def test_another_mistake_in_the_same_cell_is_another_complaint(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    told = desk.told(books.put(faulty(), A, 3, "kind", "withdrawl"), desk.kept(faulty()))
    assert told.trend is not None
    assert rules(told) == ["unknown_kind"]
    assert len(told.trend.settled) == 1


def test_of_two_alike_one_mended_leaves_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    two = books.sound()
    for summary in ("Stops", "Goes on"):
        books.add(
            two, A, organisation="IBM", announced_on="2020-06-09", kind="ban", summary=summary, source="S001"
        )
    before = desk.kept(two)
    told = desk.told(books.put(two, A, 5, "id", "A009"), before)
    assert told.trend is not None
    assert (told.trend.new, told.trend.remaining, len(told.trend.settled)) == (frozenset(), 1, 1)


def test_a_first_edition_says_that_there_is_none_to_compare_with(tmp_path: Path) -> None:
    told = Desk(tmp_path).told(faulty())
    assert told.trend is None
    assert "No earlier edition of this workbook to compare with." in page(told).words
    assert page(told).words.count("new") == 0


def test_the_page_marks_what_is_new_and_lists_what_was_settled(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    now = books.put(books.put(faulty(), A, 3, "kind", "withdrawal"), A, 4, "users", "polise")
    found = page(desk.told(now, desk.kept(faulty())))
    assert (
        "Since the edition as of 12 June 2020 (2020-06-12-01): 1 new, 1 settled, 2 still there."
        in found.words
    )
    assert [row[0] for row in found.rows[A][1:]] == ["M4 users ◇ To look at new"]
    assert [row[0] for row in found.rows[R][1:]] == ["G2 stance ◇ To look at", "C4 reacted_on ✕ To put right"]
    assert 'Announcements!D3 kind says "withdrawel", which is not on its list.' in found.words


def test_an_edition_made_before_ids_were_kept_is_compared_all_the_same(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    before = desk.kept(faulty())
    assert before.complaints is not None
    plain = tuple({name: one[name] for name in complaints.NEEDED} for one in before.complaints)
    now = books.put(faulty(), A, 3, "kind", "withdrawal")
    trend = desk.told(now, replace(before, complaints=plain)).trend
    assert trend is not None
    assert (trend.new, trend.remaining, len(trend.settled)) == (frozenset(), 2, 1)


def test_an_edition_whose_complaints_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    folder = desk.outputs / "book" / "2020-06-12-01"
    desk.kept(faulty())
    for name, content in (
        ("mending.json", b"{}"),
        ("problems.json", b'[{"sheet": 1}]'),
        ("problems.json", b"x"),
    ):
        (folder / name).write_bytes(content)
        assert complaints.of(folder) is None


def test_what_is_out_of_sight_by_now_is_not_quoted_as_settled(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    before = desk.kept(faulty())

    def hide(workbook: Workbook) -> None:
        workbook[A].row_dimensions[3].hidden = True
        workbook[R].column_dimensions["G"].hidden = True
        workbook[R]["C4"].font = Font(strike=True)

    told = desk.told(faulty(), before, hide)
    assert told.trend is not None
    assert [(one.cell, one.message) for one in told.trend.settled] == [
        ("D3", None),
        ("G2", None),
        ("C4", None),
    ]
    for word in ("withdrawel", "glad", "10/06/2020"):
        assert word not in page(told).words
    assert "What stood there is out of sight by now." in page(told).words


def test_recipients_are_told_of_neither_as_new_nor_as_settled(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    people: Rows = [["name", "email", "active"], ["Ada Lovelace", "ada at example.org", "perhaps"]]
    before = desk.kept(faulty() | {"Recipients": people})
    assert before.complaints is not None
    assert len(before.complaints) == 5
    told = desk.told(faulty(), before)
    assert told == replace(desk.told(faulty(), desk.kept(faulty())), trend=told.trend)
    assert told.trend is not None
    assert told.trend.settled == ()
    beside = desk.told(faulty() | {"Recipients": people}, before)
    assert beside.trend == told.trend
    assert "ecipient" not in page(beside).words


def test_the_data_say_of_each_complaint_what_it_is_about(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.kept(faulty())
    content = json.loads((desk.outputs / "book" / "2020-06-12-01" / kept.DATA).read_bytes())
    assert content["compared_with"] is None
    assert content["problems"][0] == {
        "sheet": A, "cell": "D3", "row": 3, "rule": "unknown_kind",
        "table": "announcements", "column": "kind", "id": "A002", "new": None,
    }  # fmt: skip
