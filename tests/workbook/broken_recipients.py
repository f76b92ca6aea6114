"""A sound sheet of recipients, and one way to break each rule about it: one cell typed otherwise."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from openpyxl.utils.cell import coordinate_from_string

from tests.books import put

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from tests.books import Book, Rows

TAB = "Recipients"
SHEET: Rows = [
    ["name", "email", "language", "group", "topics", "active"],
    ["Ada Quillfeather", "ada.q@Readers.example", "en", "Press", "Amazon.com; IBM", "yes"],
    ["Bruno Tanneguy", "bruno@journal.example", "français", "board", "all", None],
    [None, "desk@journal.example", None, None, None, None],
    ["Zoé Wraxall", "zoe@readers.example", "fr", "press", "ACLU", "no"],
]
"""Three who are written to, and one who is switched off."""

PRIVATE = ("Quillfeather", "Tanneguy", "Wraxall", "Ada", "Bruno", "Zoé", "ada.q", "bruno", "desk@", "zoe")
"""What no output may hold: of each name and each address the part that is somebody's."""


def with_recipients(book: Book, **changed: object) -> Book:
    """The book with the sheet; each change names a cell and what stands there: `B3="nobody"`."""
    book[TAB] = deepcopy(SHEET)
    for where, typed in changed.items():
        column, row = coordinate_from_string(where)
        put(book, TAB, row, str(SHEET[0]["ABCDEF".index(column)]), typed)
    return book


def change(where: str, typed: object) -> Callable[[Book], Book]:
    """That cell typed otherwise; what is said of a header's cell is of no cell typed."""
    return lambda book: with_recipients(book, **({} if where.endswith("1") else {where: typed}))


def hide_switch(workbook: Workbook) -> None:
    workbook[TAB].column_dimensions["F"].hidden = True


CELLS: tuple[tuple[str, str, object, Callable[[Workbook], None] | None], ...] = (
    ("recipient_without_address", "B3", None, None),
    ("unusable_address", "B3", "Bruno Tanneguy <bruno@journal.example>", None),
    ("several_addresses", "B3", "bruno@journal.example, zoe@readers.example", None),
    ("address_twice", "B4", "BRUNO@journal.example", None),
    ("address_switched_off", "B3", "zoe@readers.example", None),
    ("unknown_switch", "F3", "until May", None),
    ("unread_switch", "F1", None, hide_switch),
    ("unknown_edition_language", "C3", "de", None),
    ("several_groups", "D3", "board; press", None),
    ("unknown_topic", "E3", "Amazonn", None),
)
