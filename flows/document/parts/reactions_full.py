"""Section 6, full extent: every statement by stance with its quotes, studies, and who was not heard (R8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.parts.commitments_full import weak_ids
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
class ReactionsFull:
    """All sides, then silence with its denominator."""

    heading: str
    sides: tuple[Side, ...]
    silence_heading: str
    silence: tuple[Line, ...]


def reactions_full(lens: Lens) -> ReactionsFull:
    """Every statement on the date, by stance."""
    return ReactionsFull(
        heading=lens.say("full_reactions"),
        sides=tuple(_side(lens, code, rows) for code, rows in by_stance(lens)),
        silence_heading=lens.say("full_silence"),
        silence=_silence(lens),
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
        lines=(*_lines(lens, row), *dotted),
        quotes=tuple(quote for quote in quotes if quote is not None),
        weak=row.id in weak_ids(lens),
    )


def _lines(lens: Lens, row: Reaction) -> list[Line]:
    lines: list[Line] = []
    if row.result is not None:
        lines.append(lens.line("result", (row.id,), result=lens.text(row.result)))
    if row.grounds is not None:
        lines.append(lens.line("grounds", (row.id,), grounds=lens.text(row.grounds)))
    if row.disputed is not None:
        lines.append(lens.line("disputed", (row.id,), words=lens.text(row.disputed)))
    lines += [
        lens.line(
            "tie", (tie.id,), recipient=lens.name(tie.recipient), organisation=lens.name(tie.organisation),
            id=f"[{tie.id}]",
        )
        for tie in lens.findings.ties
        if tie.actor == row.actor and _speaks_of(lens, row, tie.organisation)
    ]  # fmt: skip
    return lines


def _speaks_of(lens: Lens, row: Reaction, organisation: str) -> bool:
    about = {lens.announcements[one].organisation for one in row.about if one in lens.announcements}
    return organisation in about or row.target == organisation


def _silence(lens: Lens) -> tuple[Line, ...]:
    lines: list[Line] = []
    for silence in lens.findings.silence:
        lines += _of_chain(lens, silence)
    if lines:
        return tuple(lines)
    followed = any(body.watch for body in lens.findings.record.organisations)
    return (lens.line("silence_all" if followed else "silence_lacking"),)


def _of_chain(lens: Lens, silence: Silence) -> list[Line]:
    chain = lens.chains[silence.chain]
    title = lens.say("commitment_title", organisation=lens.name(chain.organisation), kind=lens.kind(chain))
    followed = str(silence.followed)
    lines: list[Line] = []
    if silence.found_nothing:
        count = str(len(silence.found_nothing))
        names = lens.joined(_by_search(lens, silence))
        values = {"chain": title, "names": names, "count": count, "followed": followed}
        lines.append(lens.line("silence_none", (silence.chain,), **values))
    if silence.not_searched:
        names = lens.listed([lens.name(name) for name in silence.not_searched])
        values = {
            "chain": title,
            "names": names,
            "count": str(len(silence.not_searched)),
            "followed": followed,
        }
        lines.append(lens.line("silence_unsearched", (silence.chain,), **values))
    return lines


def _by_search(lens: Lens, silence: Silence) -> list[str]:
    """The names, those searched on the same day together: "A and B (searched 15 June 2020)"."""
    days: dict[Day, list[str]] = {}
    for name, day in silence.found_nothing:
        days.setdefault(day, []).append(lens.name(name))
    return [
        lens.say("silence_searched", name=lens.listed(names), date=lens.day(day))
        for day, names in days.items()
    ]
