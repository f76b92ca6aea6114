"""Rows of a record, built in code: each with sound cells, so that a test breaks only the one it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from flows.record.facts import (
    Announcement,
    Citation,
    Context,
    Day,
    Demand,
    Duration,
    Exceptions,
    Organisation,
    Origin,
    Question,
    Quote,
    Reaction,
    Record,
    Response,
    SheetRows,
    Source,
    Terms,
    Text,
)
from flows.record.findings import compute

if TYPE_CHECKING:
    from flows.record.findings import Answer, Commitment, Findings

Cell = Any
"""Whatever a cell may hold: a test says more than a type could."""

LINK = (Citation("url", "https://example.org/page"),)
ONE_YEAR = Duration(1, "years")
NONE = Exceptions("none", None)
SHEETS = ("announcements", "reactions", "responses", "questions", "sources", "organisations", "context")


def day(typed: str | None) -> Day | None:
    """A date as typed: 2020-06-10, 2020-06, 2020-Q2 or 2020; None for a blank cell."""
    if typed is None:
        return None
    if "Q" in typed:
        return Day(date(int(typed[:4]), int(typed[-1]) * 3 - 2, 1), "quarter")
    whole = {10: "", 7: "-01", 4: "-01-01"}[len(typed)]
    precision = {10: "day", 7: "month", 4: "year"}[len(typed)]
    return Day(date.fromisoformat(typed + whole), precision)  # type: ignore[arg-type]


def text(words: str) -> Text:
    return Text(words, "en")


def listed(words: str) -> Exceptions:
    return Exceptions("list", text(words))


def terms(**cells: Cell) -> Terms:
    """Terms with `ends_on` and `condition` as typed."""
    if isinstance(cells.get("ends_on"), str):
        cells["ends_on"] = day(cells["ends_on"])
    if isinstance(cells.get("condition"), str):
        cells["condition"] = text(cells["condition"])
    return Terms(**cells)


def said(words: str | None = "It ends here.", **cells: Cell) -> Quote:
    sound: dict[str, Cell] = {
        "language": "en",
        "translation": None,
        "translated_by": None,
        "speaker": "Ada Roe",
        "role": text("chair"),
    }
    return Quote(words=words, **(sound | cells))


def _dates(cells: dict[str, Cell]) -> dict[str, Cell]:
    typed = {
        name: value for name, value in cells.items() if name.endswith("_on") or name in {"on", "watch_from"}
    }
    return cells | {name: day(value) for name, value in typed.items() if isinstance(value, str)}


def announced(
    row_id: str, on: str | None, organisation: str = "Amazon", kind: str = "moratorium", **cells: Cell
) -> Announcement:
    """An announcement with sound cells; the row of its sheet is given by `book`."""
    sound: dict[str, Cell] = {"terms": Terms(), "summary": text("It stops."), "sources": LINK}
    cells = sound | _dates(cells)
    return Announcement(
        origin=Origin("announcements", 0),
        id=row_id,
        organisation=organisation,
        announced_on=day(on),
        kind=kind,
        **cells,
    )


def reacted(
    row_id: str, on: str | None, actor: str = "ACLU", about: tuple[str, ...] = ("A001",), **cells: Cell
) -> Reaction:
    """A statement with sound cells."""
    sound: dict[str, Cell] = {"summary": text("Not enough."), "sources": LINK}
    cells = sound | _dates(cells)
    return Reaction(
        origin=Origin("reactions", 0), id=row_id, actor=actor, reacted_on=day(on), about=about, **cells
    )


def demanded(
    row_id: str, on: str | None, target: str | None = "Amazon", asks: Terms | None = None, **cells: Cell
) -> Reaction:
    """A demand; cells of the demand and of its row may be mixed."""
    own = {
        name: cells.pop(name)
        for name in ("test", "outcome", "evidence", "aimed_at", "same_as")
        if name in cells
    }
    checked = day(cells.pop("outcome_checked_on", None))
    demand = Demand(words=text("Stop."), target=target, terms=asks or Terms(), checked_on=checked, **own)
    return reacted(row_id, on, demand=demand, **cells)


def responded(demand: str, organisation: str, on: str | None, outcome: str | None, **cells: Cell) -> Response:
    return Response(
        origin=Origin("responses", 0),
        demand=demand,
        organisation=organisation,
        on=day(on),
        outcome=outcome,
        **_dates(cells),
    )


def question(
    row_id: str, asked: str | None = "2020-06-10", status: str | None = "open", **cells: Cell
) -> Question:
    sound: dict[str, Cell] = {"about": ("A001",), "asked_by": None}
    cells = sound | _dates(cells)
    return Question(
        origin=Origin("questions", 0),
        id=row_id,
        question=text("Who?"),
        asked_on=day(asked),
        status=status,
        **cells,
    )


def source(row_id: str, **cells: Cell) -> Source:
    sound: dict[str, Cell] = {"publisher": "Paper", "title": "A title", "url": "https://example.org"}
    cells = sound | _dates(cells)
    return Source(origin=Origin("sources", 0), id=row_id, **cells)


def body(name: str, **cells: Cell) -> Organisation:
    return Organisation(origin=Origin("organisations", 0), name=name, **_dates(cells))


def happened(row_id: str, on: str | None, **cells: Cell) -> Context:
    sound: dict[str, Cell] = {"summary": text("Before."), "sources": LINK}
    cells = sound | cells
    return Context(origin=Origin("context", 0), id=row_id, happened_on=day(on), **cells)


def book(*rows: Cell, **cells: Cell) -> Record:
    """The record of these rows, each sheet in the order given, with as many rows read as there are."""
    kinds: dict[str, type] = {
        "announcements": Announcement, "reactions": Reaction, "responses": Response, "questions": Question,
        "sources": Source, "organisations": Organisation, "context": Context,
    }  # fmt: skip
    sheets: dict[str, list[Cell]] = {
        name: [row for row in rows if isinstance(row, kind)] for name, kind in kinds.items()
    }
    placed = {
        name: tuple(replace(row, origin=Origin(name, at)) for at, row in enumerate(found, 2))
        for name, found in sheets.items()
    }
    read = tuple(SheetRows(name, name, len(found), 0) for name, found in placed.items() if found)
    sound: dict[str, Cell] = {"language": "en", "sheets": read}
    return Record(**(sound | placed | cells))


def found(*rows: Cell, as_of: str, next_on: str | None = None, **cells: Cell) -> Findings:
    """The findings of these rows on the day."""
    to = date.fromisoformat(next_on) if next_on else None
    return compute(book(*rows, **cells), as_of=date.fromisoformat(as_of), next_on=to)


def chain(findings: Findings, chain_id: str = "A001") -> Commitment:
    """The one commitment of that chain."""
    (one,) = [each for each in findings.commitments if each.chain == chain_id]
    return one


def answer(findings: Findings, row_id: str = "R001.1", target: str | None = "Amazon") -> Answer:
    """The one answer to that demand for that target."""
    (one,) = [each for each in findings.demands if each.reaction.id == row_id and each.target == target]
    return one
