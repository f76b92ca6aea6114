"""Section 6, full extent: every statement by stance with its quotes, studies, and who was not heard (R8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import sections, ties
from flows.document.extras import extras
from flows.document.parts.reactions import by_stance
from flows.document.parts.silences import Silences, silences
from flows.document.quotations import Quotation, quotation

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line, Run
    from flows.record.facts import Reaction


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with everything printed of it."""

    actor: str
    id: str
    when: str
    about: tuple[str, ...]
    kind: str | None
    summary: tuple[Run, ...]
    ties: tuple[Line, ...]  # beside the name (R18)
    lines: tuple[Line, ...]
    quotes: tuple[Quotation, ...]
    family: tuple[str, ...]  # itself and its dotted rows without a demand: whose quotes these are
    weak: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One stance with its statements; `empty` says so when there are none."""

    name: str
    statements: tuple[Statement, ...]
    empty: str | None


@dataclass(frozen=True, slots=True)
class ReactionsFull:
    """All sides, then silence with its denominator."""

    heading: str
    sides: tuple[Side, ...]
    silences: Silences


def reactions_full(lens: Lens) -> ReactionsFull:
    """Every statement on the date, by stance."""
    return ReactionsFull(
        heading=sections.heading(lens, "reactions"),
        sides=tuple(_side(lens, code, rows) for code, rows in by_stance(lens)),
        silences=silences(lens),
    )


def _side(lens: Lens, code: str, rows: list[Reaction]) -> Side:
    statements = tuple(_statement(lens, row) for row in rows)
    return Side(lens.word("stance", code), statements, None if rows else lens.say("none_of_stance"))


def _statement(lens: Lens, row: Reaction) -> Statement:
    family = [one for one in lens.findings.reactions if one.base == row.id and one.demand is None]
    quotes = [quotation(lens, one) for one in family]
    dotted = [
        line
        for one in family[1:]
        for line in (lens.line("also_said", (one.id,), words=lens.text(one.summary)), *extras(lens, one))
    ]
    return Statement(
        actor=lens.name(row.actor),
        id=row.id,
        when=lens.day(row.reacted_on),
        about=tuple(one for one in row.about if one in lens.announcements),
        kind=lens.word("kind", row.kind) if row.kind not in {None, "statement"} else None,
        summary=lens.text(row.summary),
        ties=ties.of_statement(lens, row),
        lines=(*_lines(lens, row), *dotted),
        quotes=tuple(quote for quote in quotes if quote is not None),
        family=tuple(one.id for one in family),
        weak=row.id in lens.weak,
    )


def _lines(lens: Lens, row: Reaction) -> list[Line]:
    told = (("result", row.result), ("grounds", row.grounds), ("disputed", row.disputed))
    return [*(line for name, text in told for line in lens.told(name, row.id, text)), *extras(lens, row)]
