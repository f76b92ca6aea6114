"""Section 6, full extent: every statement by stance with its quotes, studies, and who was not heard (R8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import ties
from flows.document.parts.reactions import by_stance
from flows.document.quotations import Quotation, quotation

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line, Run
    from flows.record.facts import Day, Reaction
    from flows.record.findings import Silence


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
    weak: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One stance with its statements; `empty` says so when there are none."""

    name: str
    statements: tuple[Statement, ...]
    empty: str | None


@dataclass(frozen=True, slots=True)
class Unheard:
    """For one commitment: of whom no reaction was found, and whom nobody searched."""

    title: str
    id: str
    silent: str
    unsearched: str


@dataclass(frozen=True, slots=True)
class Silences:
    """Silence with its denominator, or the sentence that says why there is none to tell."""

    heading: str
    headers: tuple[str, ...]
    rows: tuple[Unheard, ...]
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
        heading=lens.say("full_reactions"),
        sides=tuple(_side(lens, code, rows) for code, rows in by_stance(lens)),
        silences=_silences(lens),
    )


def _side(lens: Lens, code: str, rows: list[Reaction]) -> Side:
    statements = tuple(_statement(lens, row) for row in rows)
    return Side(lens.word("stance", code), statements, None if rows else lens.say("none_of_stance"))


def _statement(lens: Lens, row: Reaction) -> Statement:
    family = [one for one in lens.findings.reactions if one.base == row.id and one.demand is None]
    quotes = [quotation(lens, one) for one in family]
    dotted = [lens.line("also_said", (one.id,), words=lens.text(one.summary)) for one in family[1:]]
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
        weak=row.id in lens.weak,
    )


def _lines(lens: Lens, row: Reaction) -> list[Line]:
    told = (("result", row.result), ("grounds", row.grounds), ("disputed", row.disputed))
    return [line for name, text in told for line in lens.told(name, row.id, text)]


def _silences(lens: Lens) -> Silences:
    silence = lens.findings.silence
    rows = tuple(_unheard(lens, one) for one in silence if one.found_nothing or one.not_searched)
    followed = lens.findings.followed
    empty = "silence_all" if silence else "silence_before" if followed else "silence_lacking"
    return Silences(
        heading=lens.say("full_silence"),
        headers=tuple(lens.say(name) for name in ("col_commitment", "col_silent", "col_unsearched")),
        rows=rows,
        empty=None if rows else lens.say(empty),
    )


def _unheard(lens: Lens, silence: Silence) -> Unheard:
    chain = lens.chains[silence.chain]
    unsearched = lens.listed([lens.name(name) for name in silence.not_searched])
    return Unheard(
        title=lens.say("commitment_title", organisation=lens.name(chain.organisation), kind=lens.kind(chain)),
        id=silence.chain,
        silent=_of_followed(
            lens, silence, len(silence.found_nothing), lens.joined(_by_search(lens, silence))
        ),
        unsearched=_of_followed(lens, silence, len(silence.not_searched), unsearched),
    )


def _of_followed(lens: Lens, silence: Silence, count: int, names: str) -> str:
    """How many of those followed, and who (R8): the denominator is always said."""
    if not count:
        return lens.say("silence_nobody")
    return lens.say("silence_of", count=str(count), followed=str(silence.followed), names=names)


def _by_search(lens: Lens, silence: Silence) -> list[str]:
    """The names, those searched on the same day together: "A and B (searched on 15 June 2020)"."""
    days: dict[Day, list[str]] = {}
    for name, day in silence.found_nothing:
        days.setdefault(day, []).append(lens.name(name))
    return [
        lens.say("silence_searched", name=lens.listed(names), on=lens.on(day)) for day, names in days.items()
    ]
