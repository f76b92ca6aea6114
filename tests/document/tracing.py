"""A book with something of everything, its pages as their marks tell them, and its trace."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from flows.document import render
from flows.document.tracing import trace
from flows.document.tracing.cells import Cells
from flows.edition import snapshot
from flows.record import as_json, changes, findings
from flows.workbook import clean
from flows.workbook.reading.places import letters
from tests import books, reading
from tests.document import making
from tests.document.marked import Marked, marked
from tests.workbook import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from flows.record.editions import Snapshot
    from flows.record.findings import Findings
    from flows.workbook.clean import Cleaned

    Touch = Callable[[Workbook], None] | None

LANGUAGES = ("en", "fr")
A, R = "Announcements", "Reactions"


@dataclass(frozen=True)
class Read:
    """A book read and thought through, and its pages as HTML, by language."""

    cleaned: Cleaned
    findings: Findings
    pages: dict[str, Marked]

    @property
    def cells(self) -> Cells:
        return Cells(self.findings, self.cleaned.grids)


def cleaned(book: books.Book, touch: Touch = None) -> Cleaned:
    with TemporaryDirectory() as folder:
        return books.cleaned(Path(folder), book, touch)


def typed(book: books.Book) -> Cleaned:
    """What is read of the book, which need not be a file."""
    return clean.record(frames.framed(book, frames.UNMARKED))


def read(found: Cleaned, before: Snapshot | None = None) -> Read:
    """The book as of the founding day, and what changed since the edition before."""
    results = findings.compute(found.record, as_of=making.FOUNDING, previous=before)
    since = changes.compare(before, kept(results)) if before else None
    composed = {language: making.composed(results, language, since) for language in LANGUAGES}
    return Read(found, results, {name: marked(render.html(page)) for name, page in composed.items()})


def kept(results: Findings) -> Snapshot:
    return snapshot.of_text(as_json.canonical(results), "2020-06-11-01", 1)


@cache
def earlier() -> Snapshot:
    """The same book four days before."""
    return kept(findings.compute(cleaned(richer()).record, as_of=date(2020, 6, 11)))


@cache
def sound(*, compared: bool = False) -> Read:
    return read(typed(richer()), earlier() if compared else None)


def richer() -> books.Book:
    """The sound book with what it has not: a gift, responses, background, rows set aside."""
    book = books.sound()
    books.add(
        book, A, id="A004", organisation="Amazon", announced_on="2020-06-03", kind="donation",
        summary="Gives to several bodies", source="S001", recipients="ACLU", amount="10000", currency="USD",
        reason="In answer to protests", disputed="How much was given", date_basis="reported",
    )  # fmt: skip
    books.add(
        book, A, id="A005", organisation="IBM", announced_on="2020-06-09", kind="no such", summary="Odd"
    )
    books.add(book, A, id="A006", organisation="IBM", announced_on="2020-06-09", kind="statement",
              summary="Twice typed", source="S001", retired="typed twice")  # fmt: skip
    books.add(
        book, R, id="R003", actor="IBM", reacted_on="2020-06-12", about="A001", summary="Says it is not kept",
        source="S001", kind="allegation", stance="opposes", grounds="A test", result="28 in 100",
        disputed="What was tested",
    )  # fmt: skip
    book["Responses"] = [
        ["demand", "organisation", "on", "outcome", "evidence", "checked_on"],
        ["R003.1", "Amazon", "2020-06-14", "answered", "A001", "2020-06-15"],
    ]
    books.add(book, R, id="R003.1", demand="Publish the tests", target="Amazon", demand_test="It is public")
    book["Context"] = [
        ["id", "date", "summary", "source"],
        ["C001", "2020-05-25", "What came before", "S001"],
    ]
    return book


def drawn(book: books.Book, touch: Touch = None) -> tuple[dict[str, Any], list[str], Findings]:
    """The English trace of a book, the words of its pages, and what was found."""
    found = cleaned(book, touch)
    results = findings.compute(found.record, as_of=making.FOUNDING)
    pages = making.drawn(results, "en")
    told = json.loads(trace.trace({"en": trace.of_language(results, found.grids, "en", pages.passages)}))
    return told["languages"]["en"], reading.pages(pages.pdf), results


@cache
def traced() -> tuple[dict[str, Any], list[str], Findings]:
    return drawn(richer())


def letter(tab: str, header: str) -> str:
    """What Excel calls that column of the book."""
    return letters(richer()[tab][0].index(header) + 1)
