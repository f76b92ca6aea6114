"""Workbooks with one blank cell, what fills it, and whether what was promised has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from flows import steps
from flows.document import markup
from flows.mending import next_rows
from flows.order import Order
from flows.record.balance import balance
from flows.record.matrix import matrix
from tests import books

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.mending.next_rows import NextRow
    from flows.record.findings import Findings
    from flows.record.unlocks.values import NewColumn
    from tests.books import Book

A, R = "Announcements", "Reactions"
DAY = date(2021, 5, 20)


@dataclass(frozen=True)
class Looked:
    """A workbook as an edition of the day sees it."""

    examined: steps.Examined
    rows: tuple[NextRow, ...]
    columns: tuple[NewColumn, ...]

    @property
    def findings(self) -> Findings:
        return self.examined.findings

    def page(self, language: str) -> str:
        """The briefing in that language, in full, as markup."""
        return markup.html(steps.compose(self.examined, Order(DAY), language))

    def row(self, address: str) -> NextRow | None:
        """What is proposed for that cell, such as "Reactions!C7"."""
        return next((one for one in self.rows if f"{one.unlock.label}!{one.unlock.address}" == address), None)


def looked(path: Path, book: Book, touch: Callable[[Workbook], None] | None = None) -> Looked:
    """The workbook of those rows, and every blank cell that would unlock something."""
    read = books.cells(books.written(path / "book.xlsx", book, touch))
    cleaned = steps.clean(read)
    found = steps.find(cleaned, Order(DAY))
    coming = next_rows.found(read, cleaned, found, most=10_000)
    return Looked(steps.examined(read, cleaned, found, Order(DAY)), coming.rows, coming.columns)


def _status(one: Looked, chain: str) -> int:
    told = {each.chain: each.status for each in one.findings.commitments}
    poor = ("undetermined", "in_force_end_not_stated")
    code = told.get(chain, poor[0])
    return poor.index(code) if code in poor else len(poor)


def _compared(one: Looked, demand: str) -> int:
    gaps = [gap for each in one.findings.demands if each.reaction.id == demand for _, gap in each.gaps]
    return sum(gap not in {"not_coded", "not_asked"} for gap in gaps)


def _cell(one: Looked, demand: str) -> int:
    """Nothing without a cell, little where it is yet to be established."""
    found = matrix(one.findings.demands, one.findings.unsourced)
    states = [cell.state for row in found.rows if row.id == demand for cell in row.cells]
    return sum(1 if state == "to_establish" else 2 for state in states)


def _searched(one: Looked, demand: str) -> bool:
    return all(each.outcome != "not_checked" for each in one.findings.demands if each.reaction.id == demand)


def _silence(one: Looked, chain: str) -> int:
    return sum(len(each.found_nothing) for each in one.findings.silence if each.chain == chain)


def _confidence(one: Looked, first: str) -> int:
    sure = [point.confidence for point in one.findings.key_points if point.ids[0] == first]
    return max(map(("low", "medium", "high").index, sure), default=0)


def _translated(one: Looked, row: str) -> bool:
    del row
    return "J’arrête cela." in one.page("fr")


def _printed(words: str, language: str = "en") -> Callable[[Looked, str], bool]:
    return lambda one, _: words in one.page(language)


def _scope(one: Looked, chain: str) -> bool:
    terms = next(each.terms for each in one.findings.commitments if each.chain == chain)
    return terms.users is not None and "all law enforcement" in one.page("en")


def _side(one: Looked, row: str) -> bool:
    return any(row in side.rows for side in balance(one.findings).sides if side.side != "uncoded")


def _question(name: str) -> Callable[[Looked, str], bool]:
    return lambda one, row: any(
        not state.stale if name == "stale" else state.age_days is not None
        for state in one.findings.questions
        if state.question.id == row
    )


def _unmarked(one: Looked, row: str) -> bool:
    return (row, "not_archived") not in {(weak.id, weak.kind) for weak in one.findings.weaknesses}


def _used(one: Looked, row: str) -> bool:
    found = one.findings
    return row in {*(each.id for each in found.announcements), *(each.id for each in found.reactions)}


def _twin(one: Looked, row: str) -> int:
    del row
    return -one.page("fr").count("[en]")


HAS: dict[str, Callable[[Looked, str], Any]] = {
    "row": _used,
    "findings": lambda one, row: row not in one.findings.unsourced,
    "cell": _cell,
    "searched": _searched,
    "status": _status,
    "compared": _compared,
    "silence": _silence,
    "confidence": _confidence,
    "quote": lambda one, row: row in one.findings.quotable,
    "translated": _translated,
    "condition": _printed("until the law is clear"),
    "scope": _scope,
    "test": _printed("a public notice"),
    "side": _side,
    "age": _question("age"),
    "fresh": _question("stale"),
    "archive": _unmarked,
    "dated": _printed("4\u00a0July 2020"),
    "reference": _printed("The Other Record"),
    "twin": _twin,
}
"""For each kind of thing that may be unlocked, how much of it there is: more, once the cell is filled."""
