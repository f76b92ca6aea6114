"""What the full extent owes its reader of each printed row: cell by cell, from the record and nothing else.

What is composed is not looked at: whatever is lost on the way to the page is missed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.values import passage
from flows.document.wording import dates
from flows.document.wording.words import word
from flows.record.facts import SECTOR
from flows.record.quotes import human

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from flows.record.facts import (
        Announcement,
        Citation,
        Context,
        Day,
        Demand,
        Origin,
        Question,
        Quote,
        Reaction,
        Source,
        Text,
    )
    from flows.record.results import Findings, QuestionState

    Told = tuple[str, Text | str | None, str]
    """A column by the model's name, what its cell says, and the sections any of which prints it."""

ALWAYS = "sources"  # a section that no team can hide


@dataclass(frozen=True, slots=True)
class Owed:
    """One cell that has to be printed: its row, its column by the model's name, the words."""

    id: str
    origin: Origin
    column: str
    words: str


class _Debts:
    """What is owed in one language."""

    def __init__(self, findings: Findings, language: str) -> None:
        self.findings = findings
        self.language = language
        self.quotable = frozenset(findings.quotable)
        self.unsourced = frozenset(findings.unsourced)
        self.known = {row.id for row in findings.sources}
        self.bases = {row.id for row in findings.reactions}
        self.names = {
            body.name: body.name_twin.words
            for body in findings.profiles
            if body.name_twin is not None and body.name_twin.language == language
        }

    def of_announcement(self, row: Announcement) -> Iterator[Told]:
        there = f"commitments {dated(row.announced_on)}"
        yield "organisation", self.name(row.organisation), ALWAYS
        yield "kind", word("kind", row.kind, self.language), there
        yield "announced_on", self.day(row.announced_on), "commitments"
        yield "summary", row.summary, there
        yield from (("reason", row.reason, "commitments"), ("disputed", row.disputed, "commitments"))
        yield "amount", dates.figure(row.amount, self.language) if row.amount else None, "commitments"
        yield "currency", row.currency if row.amount else None, "commitments"
        yield from (("recipients", self.name(one), "commitments") for one in row.recipients)
        yield from self.extras(row, "commitments")
        yield from self.grounds(row, "commitments")

    def of_reaction(self, row: Reaction) -> Iterator[Told]:
        yield "actor", self.name(row.actor), ALWAYS
        if row.demand is not None:
            yield from self.of_demand(row, row.demand)
        if row.id == row.base:
            yield "reacted_on", self.day(row.reacted_on), "reactions"
            yield "summary", row.summary, "reactions"
            yield from (("result", row.result, "reactions"), ("grounds", row.grounds, "reactions"))
            yield "disputed", row.disputed, "reactions"
            yield from self.extras(row, "reactions")
        elif row.demand is None:
            beside = "reactions" if row.base in self.bases else ""
            yield "summary", row.summary, f"{beside} {dated(row.reacted_on)}"
            yield from self.extras(row, beside)
        yield from self.grounds(
            row, "demands" if row.demand else "reactions" if row.base in self.bases else ""
        )

    def of_demand(self, row: Reaction, asked: Demand) -> Iterator[Told]:
        """What is asked: told by itself where it rests on a source (R10), in the chronology in any case."""
        there = "" if row.id in self.unsourced else "demands"
        yield "demand", asked.words, f"{there} {dated(row.reacted_on)}"
        yield "reacted_on", self.day(row.reacted_on), there
        yield "target", self.name(asked.target) if asked.target not in {None, SECTOR} else None, there
        yield from (("aimed_at", self.name(one), there) for one in asked.aimed_at)
        yield from (("demand_test", asked.test, there), ("grounds", row.grounds, there))
        yield "disputed", row.disputed, there
        yield from self.extras(row, there if row.id != row.base else "")

    def of_context(self, row: Context) -> Iterator[Told]:
        yield "summary", row.summary, "background"
        yield from self.cited("source", row.sources, ALWAYS)

    def of_question(self, state: QuestionState) -> Iterator[Told]:
        row = state.question
        yield "question", row.question, "questions"
        yield from self.extras(row, "questions")
        if state.status == "dropped":
            yield "status", row.dropped_because, "questions"
        elif row.answered_on is None or row.answered_on.first <= self.findings.as_of:
            yield "answer", row.answer, "questions"
            yield from self.cited("answer_source", row.answer_sources, ALWAYS if row.answer else "")

    def of_source(self, row: Source) -> Iterator[Told]:
        cells = (("publisher", row.publisher), ("title", row.title), ("url", row.url), ("remark", row.remark))
        yield from ((column, cell, ALWAYS) for column, cell in cells)

    def grounds(self, row: Announcement | Reaction, quoted: str) -> Iterator[Told]:
        """What the row rests on, and in the section `quoted` the quote it may be quoted with (R14)."""
        yield from self.cited("source", row.sources, ALWAYS)
        if row.verification is not None:
            yield "verification", word("verification", row.verification, self.language), ALWAYS
        quote = row.quote
        if quote is not None and row.id in self.quotable:
            yield "quote", quote.words, quoted if quote.language == self.language else ALWAYS
            yield "translation", quote.translation if self.translated(quote) else None, quoted

    def extras(self, row: Announcement | Reaction | Question, there: str) -> Iterator[Told]:
        """The columns of the team's own that are printed."""
        yield from ((f"extra:{header}", words, there) for header, words in row.extras)

    def translated(self, quote: Quote) -> bool:
        """Whether a person translated it into this language."""
        into = {"en": "fr", "fr": "en"}.get(quote.language or "", self.findings.record.language)
        said = quote.words is not None and quote.language == self.language
        return not said and into == self.language and human(quote)

    def cited(self, column: str, citations: Iterable[Citation], there: str) -> Iterator[Told]:
        return (
            (column, one.value, there) for one in citations if one.kind != "id" or one.value in self.known
        )

    def day(self, when: Day | None) -> str | None:
        return dates.day(when, self.language) if when is not None else None

    def name(self, body: str) -> str:
        return self.names.get(body, body)


def dated(day: Day | None) -> str:
    """Where a row of that day stands besides."""
    return "chronology" if day is not None else ""


def owed(findings: Findings, language: str, sections: Collection[str]) -> Iterator[Owed]:
    """Every cell that these sections of the full extent print, row by row, with the words as printed."""
    debts = _Debts(findings, language)
    told: list[tuple[str, Origin, Iterator[Told]]] = [
        *((row.id, row.origin, debts.of_announcement(row)) for row in findings.announcements),
        *((row.id, row.origin, debts.of_reaction(row)) for row in findings.reactions),
        *((row.id, row.origin, debts.of_context(row)) for row in findings.context),
        *((one.question.id, one.question.origin, debts.of_question(one)) for one in findings.questions),
        *((row.id, row.origin, debts.of_source(row)) for row in findings.sources),
    ]
    for row_id, origin, cells in told:
        yield Owed(row_id, origin, "id", row_id)
        for column, cell, there in cells:
            if cell is not None and any(one in sections for one in there.split()):
                words = cell if isinstance(cell, str) else passage(cell, language)[0].words
                yield Owed(row_id, origin, column, words)
