"""What the full extent owes its reader of each printed row: cell by cell, from the record and nothing else.

What is composed is not looked at: whatever is lost on the way to the page is missed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.sections import hides
from flows.document.values import passage
from flows.document.wording import dates
from flows.document.wording.words import word
from flows.record.facts import SECTOR
from flows.record.quotes import human

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.record.facts import Announcement, Context, Origin, Question, Quote, Reaction, Source, Text
    from flows.record.results import Findings, QuestionState

    Told = tuple[str, Text | str | None]
    """A column by the model's name, and what its cell says."""


OF_SOURCES = frozenset({"id", "source"})
"""Told by the list of sources too, which is never hidden."""

OF_DEMANDS = frozenset({"demand", "target", "aimed_at", "demand_test"})
"""Of a reaction's columns, those that the demands in full tell."""


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
        yield "organisation", self.name(row.organisation)
        yield "kind", word("kind", row.kind, self.language)
        if row.announced_on is not None:
            yield "announced_on", dates.day(row.announced_on, self.language)
        yield from (("summary", row.summary), ("reason", row.reason), ("disputed", row.disputed))
        yield "amount", dates.figure(row.amount, self.language) if row.amount else None
        yield "currency", row.currency if row.amount else None
        yield from (("recipients", self.name(one)) for one in row.recipients)
        yield from self.grounds(row)

    def of_reaction(self, row: Reaction) -> Iterator[Told]:
        own = row.id == row.base
        yield "actor", self.name(row.actor)
        if row.reacted_on is not None:
            yield "reacted_on", dates.day(row.reacted_on, self.language)
        if own or row.demand is None:
            yield "summary", row.summary if own or row.base in self.bases or row.reacted_on else None
        if own:
            yield from (("result", row.result), ("grounds", row.grounds), ("disputed", row.disputed))
        if row.demand is not None and (row.reacted_on or row.id not in self.unsourced):
            yield "demand", row.demand.words
        if row.demand is not None and row.id not in self.unsourced:
            yield from self.of_demand(row)
        yield from self.grounds(row)

    def of_demand(self, row: Reaction) -> Iterator[Told]:
        asked = row.demand
        if asked is None:
            return
        if asked.target != SECTOR and asked.target is not None:
            yield "target", self.name(asked.target)
        yield from (("aimed_at", self.name(one)) for one in asked.aimed_at)
        yield from (("demand_test", asked.test), ("grounds", row.grounds), ("disputed", row.disputed))

    def of_context(self, row: Context) -> Iterator[Told]:
        yield "summary", row.summary
        yield from self.cited("source", row.sources)

    def of_question(self, state: QuestionState) -> Iterator[Told]:
        row: Question = state.question
        yield "question", row.question
        if state.status == "dropped":
            yield "status", row.dropped_because
        elif row.answer is not None and (row.answered_on is None or self.past(row.answered_on.first)):
            yield "answer", row.answer
            yield from self.cited("answer_source", row.answer_sources)

    def of_source(self, row: Source) -> Iterator[Told]:
        yield from (("publisher", row.publisher), ("title", row.title), ("url", row.url))
        yield "remark", row.remark

    def grounds(self, row: Announcement | Reaction) -> Iterator[Told]:
        """What the row rests on, and the quote it may be quoted with (R14)."""
        yield from self.cited("source", row.sources)
        if row.verification is not None:
            yield "verification", word("verification", row.verification, self.language)
        if row.quote is not None and row.id in self.quotable:
            yield from self.quoted(row.quote)

    def quoted(self, quote: Quote) -> Iterator[Told]:
        """The original; the translation where a person made one into this language."""
        yield "quote", quote.words
        into = {"en": "fr", "fr": "en"}.get(quote.language or "", self.findings.record.language)
        if quote.language != self.language and into == self.language and human(quote):
            yield "translation", quote.translation

    def cited(self, column: str, citations: Iterable[object]) -> Iterator[Told]:
        for one in citations:
            kind, value = getattr(one, "kind", ""), getattr(one, "value", "")
            if kind != "id" or value in self.known:
                yield column, value

    def name(self, body: str) -> str:
        return self.names.get(body, body)

    def past(self, day: object) -> bool:
        return bool(day <= self.findings.as_of)  # type: ignore[operator]


def owed(findings: Findings, language: str) -> Iterator[Owed]:
    """Every cell that the full extent prints in this language, row by row, with the words as printed.

    Of a section the team hides nothing is owed but what the list of sources tells of its rows.
    """
    debts = _Debts(findings, language)
    told: list[tuple[str, str, Origin, Iterator[Told]]] = [
        *(("commitments", row.id, row.origin, debts.of_announcement(row)) for row in findings.announcements),
        *(("reactions", row.id, row.origin, debts.of_reaction(row)) for row in findings.reactions),
        *(("background", row.id, row.origin, debts.of_context(row)) for row in findings.context),
        *(("questions", one.question.id, one.question.origin, debts.of_question(one))
          for one in findings.questions),
        *(("sources", row.id, row.origin, debts.of_source(row)) for row in findings.sources),
    ]  # fmt: skip
    hidden = frozenset(hides(findings.record))
    for section, row_id, origin, cells in told:
        yield Owed(row_id, origin, "id", row_id)
        for column, cell in cells:
            teller = "demands" if section == "reactions" and column in OF_DEMANDS else section
            if cell is not None and (column in OF_SOURCES or teller not in hidden):
                yield Owed(
                    row_id,
                    origin,
                    column,
                    cell if isinstance(cell, str) else passage(cell, language)[0].words,
                )
