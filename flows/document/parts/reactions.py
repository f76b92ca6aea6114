"""Section 6, core: how was it received, from which sides? Every stance, even when empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.quotations import Quotation, quotation
from flows.document.wording.words import WORDS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.facts import Reaction


@dataclass(frozen=True, slots=True)
class Stance:
    """One side: its word, how many statements, who, one short quote."""

    name: str
    count: str
    actors: tuple[tuple[str, str], ...]  # name, id
    more: str | None
    quote: Quotation | None
    quote_id: str | None


@dataclass(frozen=True, slots=True)
class Reactions:
    """Statements grouped by stance, all stances in the model's order."""

    heading: str
    headers: tuple[str, ...]
    stances: tuple[Stance, ...]
    empty: str | None
    nobody: str | None  # the stances nobody takes, named all the same


def reactions(lens: Lens, most_actors: int, quotes: int) -> Reactions:
    """All stances; at most `most_actors` names and `quotes` quotes in all."""
    groups = by_stance(lens)
    stances: list[Stance] = []
    for code, rows in groups:
        if not rows:
            continue
        stance = _stance(lens, code, rows, most_actors, with_quote=quotes > 0)
        quotes -= stance.quote is not None
        stances.append(stance)
    return Reactions(
        heading=lens.say("reactions"),
        headers=tuple(lens.say(name) for name in ("col_stance", "col_who")),
        stances=tuple(stances),
        empty=_empty(lens, any(rows for _, rows in groups)),
        nobody=_nobody(lens, [code for code, rows in groups if not rows]),
    )


def _nobody(lens: Lens, codes: list[str]) -> str | None:
    if not codes:
        return None
    return lens.say("nobody_takes", stances=lens.joined([lens.word("stance", code) for code in codes]))


def statements(lens: Lens) -> list[Reaction]:
    """Base rows only: the dotted rows add demands and quotes to them."""
    return [row for row in lens.findings.reactions if "." not in row.id]


def by_stance(lens: Lens) -> list[tuple[str, list[Reaction]]]:
    """Every stance of the model with its statements in date order; uncoded ones last, if any."""
    rows = sorted(statements(lens), key=_when)
    groups = [(code, [row for row in rows if (row.stance or "uncoded") == code]) for code in WORDS["stance"]]
    return [(code, group) for code, group in groups if group or code != "uncoded"]


def _when(row: Reaction) -> tuple[str, str]:
    return row.reacted_on.first.isoformat() if row.reacted_on else "", row.id


def _stance(lens: Lens, code: str, rows: list[Reaction], most: int, *, with_quote: bool) -> Stance:
    quote, source = _short_quote(lens, rows) if with_quote else (None, None)
    left_out = len(rows) - most
    return Stance(
        name=lens.word("stance", code),
        count=str(len(rows)),
        actors=tuple((lens.name(row.actor), row.id) for row in rows[:most]),
        more=f"+\u00a0{left_out}" if left_out > 0 else None,
        quote=quote,
        quote_id=source,
    )


def _short_quote(lens: Lens, rows: list[Reaction]) -> tuple[Quotation | None, str | None]:
    """The shortest printable quote of these statements or their dotted rows."""
    bases = {row.id for row in rows}
    candidates = [row for row in lens.findings.reactions if row.base in bases and row.quote]
    quotes = [(quotation(lens, row), row.id) for row in candidates]
    printable = [(quote, row_id) for quote, row_id in quotes if quote is not None]
    return min(printable, key=lambda pair: (len(pair[0].words), pair[1]), default=(None, None))


def _empty(lens: Lens, any_row: bool) -> str | None:  # noqa: FBT001 - the one caller names it
    if not any_row:
        return lens.say("no_reactions")
    if "reactions.stance" in lens.findings.record.absent:
        return lens.say("stances_lacking")
    return None
