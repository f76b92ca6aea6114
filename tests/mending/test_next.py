"""Which blank cells are proposed, in which order, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl.styles import Font

from flows import steps
from flows.mending import lists, next_rows, unlocked
from flows.order import Order
from flows.record.unlocks.table import KINDS
from flows.record.unlocks.values import Gain
from tests import books
from tests.mending.desk import Desk
from tests.mending.holes import DAY, A, looked
from tests.workbook.flat import flattened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from tests.books import Book


def holed() -> Book:
    """The sound workbook with blanks that weigh differently."""
    book = books.sound()
    for row, header in ((2, "users"), (3, "term"), (4, "verification")):
        books.put(book, A, row, header, None)
    for row, initials in ((2, "LM"), (3, "JD"), (4, None)):
        books.put(book, A, row, "entered_by", initials)
    return book


def places(path: Path, book: Book, touch: Callable[[Workbook], None] | None = None) -> list[str]:
    """The cells proposed, in order."""
    return [f"{one.unlock.label}!{one.unlock.address}" for one in looked(path, book, touch).rows]


def test_what_unlocks_most_comes_first_and_of_equals_what_is_read_first(tmp_path: Path) -> None:
    found = looked(tmp_path, holed()).rows
    values = [one.unlock.value for one in found]
    assert values == sorted(values, reverse=True)
    assert (found[0].unlock.address, found[0].unlock.value, found[0].unlock.entered_by) == ("M2", 2, "LM")
    last = [(one.unlock.label, one.unlock.row) for one in found if one.unlock.value == 1]
    tabs = [*books.SOUND]
    assert last == sorted(last, key=lambda place: (tabs.index(place[0]), place[1]))


def test_ten_cells_are_proposed_at_most(tmp_path: Path) -> None:
    book = holed()
    for row in range(5, 25):
        books.add(
            book, A, id=f"A{row:03}", organisation="IBM", announced_on="2020-06-01", kind="ban",
            summary="Stops it", source="S001",
        )  # fmt: skip
        assert len(book[A]) == row
    read = books.cells(books.written(tmp_path / "book.xlsx", book))
    cleaned = steps.clean(read)
    found = next_rows.found(read, cleaned, steps.find(cleaned, Order(DAY)))
    assert len(found.rows) == 10
    assert len(looked(tmp_path, book).rows) > 100


@pytest.mark.parametrize("typed", ["unspecified", "for ever and a day"])
def test_where_somebody_looked_or_typed_anything_else_nothing_is_proposed(typed: str, tmp_path: Path) -> None:
    cell = f"{A}!G3"
    assert cell in places(tmp_path, books.put(holed(), A, 3, "term", None))
    assert cell not in places(tmp_path, books.put(holed(), A, 3, "term", typed))


def test_a_placeholder_is_as_good_as_a_blank(tmp_path: Path) -> None:
    assert f"{A}!G3" in places(tmp_path, books.put(holed(), A, 3, "term", "tbd"))


def test_nothing_is_proposed_in_a_hidden_column_nor_in_a_struck_cell(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[A].column_dimensions["G"].hidden = True

    def strike(workbook: Workbook) -> None:
        workbook[A]["G3"].value = "permanent"
        workbook[A]["G3"].font = Font(strike=True)

    assert f"{A}!G3" in places(tmp_path, holed())
    assert f"{A}!G3" not in places(tmp_path, holed(), hide)
    assert f"{A}!G3" not in places(tmp_path, holed(), strike)


def test_a_row_out_of_sight_is_neither_proposed_nor_told_of(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[A].row_dimensions[3].hidden = True

    found = looked(tmp_path, holed(), hide)
    assert [one for one in found.rows if one.unlock.label == A and one.unlock.row == 3] == []
    assert "A002" not in str([one.unlock.gains for one in found.rows])


def test_a_row_without_an_id_is_unlocked_by_one(tmp_path: Path) -> None:
    found = looked(tmp_path, books.put(books.sound(), A, 3, "id", None)).row(f"{A}!A3")
    assert found is not None
    assert [gain.kind for gain in found.unlock.gains] == ["row"]
    assert lists.rests([found], "en")[0].unlocks == "The row itself, set aside until then"


def test_of_a_row_with_two_things_wrong_no_cell_alone_is_said_to_unlock_it(tmp_path: Path) -> None:
    book = books.put(books.put(books.sound(), A, 3, "kind", None), A, 3, "summary", None)
    assert [place for place in places(tmp_path, book) if place in {f"{A}!D3", f"{A}!E3"}] == []


def test_a_minimal_workbook_is_told_which_columns_would_unlock_most(tmp_path: Path) -> None:
    found = looked(tmp_path, books.minimal())
    assert [(one.sheet, one.column) for one in found.columns] == [
        ("announcements", "term"), ("announcements", "users"), ("announcements", "activity"),
    ]  # fmt: skip
    told = lists.columns(found.columns, "fr")
    assert [(one.place, one.header) for one in told] == [
        (A, "échéance"), (A, "utilisateurs_visés"), (A, "activité_visée"),
    ]  # fmt: skip


def test_each_proposal_says_what_to_type_and_who_entered_the_row(tmp_path: Path) -> None:
    found = looked(tmp_path, holed()).rows
    users, term = (next(one for one in found if one.unlock.address == cell) for cell in ("M2", "G3"))
    told = lists.rests([users, term], "en")
    assert (told[0].place, told[0].header, told[0].id) == (f"{A}!M2", "users", "A001")
    assert told[0].unlocks == "One comparison of a commitment with a demand (R001.1); how far A001 reaches"
    assert told[0].help == (
        "Who is concerned. Values: police, law_enforcement, public_sector, all_customers, unspecified."
    )
    assert [one.entered_by for one in told] == ["LM", "JD"]
    french = lists.rests([term], "fr")[0]
    assert french.unlocks == "Le statut de A002"
    assert french.help.startswith("Comment cela finit\u202f; débloque le statut. Valeurs\u00a0: ")


def test_every_kind_is_told_of_one_and_of_several_in_both_languages() -> None:
    assert unlocked.PHRASES.keys() == {*KINDS}
    for kind in KINDS:
        for ids in (("A001",), ("A001", "A002")):
            english, french = (unlocked.phrase(Gain(kind, ids), language) for language in ("en", "fr"))
            assert english != french
            assert ids[0] in english or (kind, len(ids)) == ("row", 1)
            assert ids[-1] in french or (kind, len(ids)) == ("row", 1)
    nine = Gain("compared", tuple(f"R{number:03}" for number in range(1, 10)))
    assert "R006 and 3 more" in unlocked.phrase(nine, "en")
    assert "R006 et 3 autres" in unlocked.phrase(nine, "fr")


def test_rows_of_several_kinds_on_one_tab_are_told_of_by_that_tab_and_their_own_headers(
    tmp_path: Path,
) -> None:
    told = Desk(tmp_path).told(flattened(books.sound()))
    assert told.next is not None
    assert {str(one.unlock.label) for one in told.next.rows} == {"Follow_up"}
    assert {one.unlock.id for one in told.next.rows} >= {"A002", "R002"}
    assert all(one.header for one in told.next.rows)
