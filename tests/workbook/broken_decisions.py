"""A sheet of decisions, and one way to break each rule about it: one cell typed otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils.cell import coordinate_from_string

from tests.books import put

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from tests.books import Book, Rows

TAB = "Decisions"
HEADERS = ["content", "rule", "row", "read_as", "reason", "decided_by", "decided_on"]
FRENCH = ["Contenu", "Règle", "Ligne", "Lu comme", "Motif", "Décidé par", "Décidé le"]
ALIAS = ["ACLU NorCal", "near_name", None, "ACLU", "Its chapter signs so", "LM", "2020-06-20"]

Row = list[object]


def decided(book: Book, *rows: Row, headers: list[str] | None = None, tab: str = TAB) -> Book:
    """The book with those decisions; a row may be shorter than the sheet."""
    wide: Rows = [[*row, *[None] * (len(HEADERS) - len(row))] for row in rows]
    book[tab] = [[*(headers or HEADERS)], *wide]
    return book


def waved(content: object, rule: str, row: object = None, read_as: str | None = None) -> Row:
    """A decision with a reason."""
    return [content, rule, row, read_as, "We looked into it", "LM", "2020-06-20"]


def change(where: str, typed: object) -> Callable[[Book], Book]:
    """A sound decision with that cell typed otherwise."""

    def changed(book: Book) -> Book:
        column, row = coordinate_from_string(where)
        return put(decided(book, [*ALIAS]), TAB, row, HEADERS["ABCDEFG".index(column)], typed)

    return changed


def with_row(*row: object) -> Callable[[Book], Book]:
    """A book with that one decision."""
    return lambda book: decided(book, [*row])


def hide_row(workbook: Workbook) -> None:
    workbook[TAB].row_dimensions[2].hidden = True


CELLS: tuple[tuple[str, str, Callable[[Book], Book], Callable[[Workbook], None] | None], ...] = (
    ("decision_without_rule", "B2", change("B2", None), None),
    ("decision_of_no_rule", "B2", change("B2", "near_nam"), None),
    ("decision_on_error", "B2", with_row("10/06/2020", "missing_date", None, None, "so be it"), None),
    ("decision_out_of_reach", "B2", with_row("x", "unusable_address", None, None, "so be it"), None),
    ("decision_without_reason", "E2", change("E2", "?"), None),
    ("decision_of_nothing", "A2", change("A2", None), None),
    ("decision_without_row", "C2", with_row("met", "outcome_without_evidence", None, None, "seen"), None),
    ("decision_on_address", "C2", with_row("x", "too_long", "Announcements!E3", None, "seen"), None),
    ("decision_everywhere", "C2", change("C2", "R001"), None),
    ("decision_reads_nothing", "D2", with_row("A999", "unknown_reference", None, "A001", "a slip"), None),
    ("decision_reads_unknown", "D2", change("D2", "ACLV Union"), None),
    ("decision_on_taken_name", "A2", change("A2", "IBM"), None),
    (
        "decisions_disagree",
        "D2",
        lambda book: decided(book, [*ALIAS], ["aclu norcal", "near_name", None, "IBM", "no"]),
        None,
    ),
    ("decision_set_aside", "B2", change("G2", None), hide_row),
)
"""A rule, the cell its complaint names, the sheet that breaks it, and how to touch the file."""
