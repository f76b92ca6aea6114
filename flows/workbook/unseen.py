"""What could not be seen in a workbook that is no .xlsx, in the workbook's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.complaints import problem, readers
from flows.workbook.problems import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.workbook.problems import Problem
    from flows.workbook.read import Book

RULE = "reader_cannot_see"


def problems(book: Book, language: str) -> Iterator[Problem]:
    """One warning about the file as a whole; none where everything could be seen."""
    if book.unseen:
        how = readers.details(book.reader.kind, book.unseen, book.reader.ways, language)
        yield problem(RULE, Cell(book.name), language, severity=None, **how)


def kept(problems: Iterable[Mapping[str, object]]) -> str | None:
    """The same line out of the complaints as `problems.json` keeps them."""
    return next((f"{told['message']} {told['fix']}" for told in problems if told["rule"] == RULE), None)


def line(problems: Iterable[Problem]) -> str | None:
    """The same as one line, out of all the complaints about a workbook; None where nothing went unseen."""
    return next((f"{told.message} {told.fix}" for told in problems if told.rule == RULE), None)
