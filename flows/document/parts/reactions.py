"""Section 6, core: how was it received, from which sides? Every stance, even when empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import ties
from flows.document.lens import capital
from flows.document.parts import silences
from flows.document.quotations import Quotation, quotation
from flows.document.wording.words import WORDS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.facts import Reaction


MOST_QUOTES = 2  # on the core pages
FEWEST_WORDS = 5  # of a quote that stands alone; a fragment needs the sentence around it


@dataclass(frozen=True, slots=True)
class Stance:
    """One side: its word, how many statements, who, one short quote."""

    name: str
    count: str
    actors: tuple[tuple[str, tuple[str, ...]], ...]  # each name once, with the ids of its statements
    more: str | None
    quote: Quotation | None
    quote_id: str | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The statements behind the line: those of the names, and that of the quote."""
        named = [one for _, found in self.actors for one in found]
        return tuple(dict.fromkeys([*named, self.quote_id] if self.quote_id else named))


@dataclass(frozen=True, slots=True)
class Reactions:
    """Statements grouped by stance, all stances in the model's order."""

    heading: str
    headers: tuple[str, ...]
    stances: tuple[Stance, ...]
    empty: str | None
    nobody: str | None  # the stances nobody takes, named all the same
    silence_heading: str
    silence: tuple[Line, ...]  # how many of those followed were not heard (R8)
    ties_heading: str
    ties: tuple[Line, ...]  # gifts and contracts between those who speak and those they speak of (R18)

    @property
    def unheard(self) -> tuple[str, ...]:
        """The commitments whose silence is told."""
        return tuple(ref for one in self.silence for ref in one.refs)


def reactions(lens: Lens, most_actors: int) -> Reactions:
    """All stances, each with at most `most_actors` names; the first of them have a quote beside."""
    groups = by_stance(lens)
    stances: list[Stance] = []
    quotes = 0
    for code, rows in groups:
        if not rows:
            continue
        stance = _stance(lens, code, rows, most_actors, with_quote=quotes < MOST_QUOTES)
        quotes += stance.quote is not None
        stances.append(stance)
    return Reactions(
        heading=lens.say("reactions"),
        headers=(
            lens.say("col_stance"),
            lens.say("col_who" if any(one.quote for one in stances) else "col_whom"),
        ),
        stances=tuple(stances),
        empty=_empty(lens, any(rows for _, rows in groups)),
        nobody=_nobody(lens, [code for code, rows in groups if not rows]),
        silence_heading=lens.say("full_silence"),
        silence=silences.in_short(lens),
        ties_heading=lens.say("ties"),
        ties=ties.of_everybody(lens),
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
    rows = statements(lens)
    if "reactions.stance" in lens.findings.record.absent:
        return [("uncoded", rows)] if rows else []
    groups = [(code, [row for row in rows if (row.stance or "uncoded") == code]) for code in WORDS["stance"]]
    return [(code, group) for code, group in groups if group or code != "uncoded"]


def _stance(lens: Lens, code: str, rows: list[Reaction], most: int, *, with_quote: bool) -> Stance:
    quote, source = _short_quote(lens, rows) if with_quote else (None, None)
    actors = _actors(lens, rows)
    left_out = len(actors) - most
    return Stance(
        name=lens.word("stance", code),
        count=str(len(rows)),
        actors=actors[:most],
        more=lens.say("more_names", count=lens.count(left_out, "more_name")) if left_out > 0 else None,
        quote=quote,
        quote_id=source,
    )


def _actors(lens: Lens, rows: list[Reaction]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who spoke, each once, in order of the first statement."""
    ids: dict[str, list[str]] = {}
    for row in rows:
        ids.setdefault(capital(lens.name(row.actor)), []).append(row.id)
    return tuple((name, tuple(found)) for name, found in ids.items())


def _short_quote(lens: Lens, rows: list[Reaction]) -> tuple[Quotation | None, str | None]:
    """The shortest printable quote of these statements that says something without its context."""
    bases = {row.id for row in rows}
    candidates = [row for row in lens.findings.reactions if row.base in bases and row.quote]
    quotes = [(quotation(lens, row), row.id) for row in candidates]
    printable = [
        (quote, row_id)
        for quote, row_id in quotes
        if quote is not None and len(quote.words.split()) >= FEWEST_WORDS
    ]
    return min(printable, key=lambda pair: (len(pair[0].words), pair[1]), default=(None, None))


def _empty(lens: Lens, any_row: bool) -> str | None:  # noqa: FBT001 - the one caller names it
    if not any_row:
        return lens.say("no_reactions")
    if "reactions.stance" in lens.findings.record.absent:
        return lens.say("stances_lacking")
    return None
