"""A workbook that is no record at all: refused whole, since a complaint about each sheet helps nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.refusals import Unreadable
from flows.workbook.schema import REQUIRED_SHEETS

if TYPE_CHECKING:
    from flows.workbook.read import Book
    from flows.workbook.tables import Layout

NEARLY = frozenset({"misspelt_sheet", "unknown_sheet", "hidden_sheet"})
"""What is said of a tab that may be a sheet of the record under another name, or out of sight."""

MOST_NAMED = 5  # tabs, in the sentence that says it is no record


def seen_to_be_a_record(book: Book, layout: Layout) -> None:
    """See that the workbook has a sheet of the record, or one that may be meant for one.

    Raises:
        Unreadable: both required sheets are missing and no other is nearly one.
    """
    told = [problem.rule for problem in layout.problems]
    if told.count("missing_sheet") == len(REQUIRED_SHEETS) and not NEARLY & set(told):
        raise Unreadable("not_a_record", book.name, _named(book))


def _named(book: Book) -> str:
    """The tabs' names, the first few of many."""
    labels = book.tabs
    return ", ".join(labels[:MOST_NAMED]) + (", …" if len(labels) > MOST_NAMED else "")
