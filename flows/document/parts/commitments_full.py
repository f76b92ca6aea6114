"""Section 4, full extent: each commitment with its terms, reason, quote, later rows and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import statuses, terms
from flows.document.parts.commitments import URGENT, flags, ordered
from flows.document.quotations import Quotation, quotation
from flows.document.values import Line, Run
from flows.document.wording import dates
from flows.record.facts import DIMENSIONS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.facts import Announcement
    from flows.record.findings import Commitment, Drift


@dataclass(frozen=True, slots=True)
class Term:
    """One dimension of a commitment: its name, its words, and "carried over" where so."""

    name: str
    words: tuple[Run, ...]
    carried: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """Everything printed of one chain."""

    title: str
    id: str
    when: str
    status: Line
    flags: tuple[str, ...]
    summary: tuple[Run, ...]
    terms: tuple[tuple[Term, ...], ...]  # two to a line
    quotes: tuple[Quotation, ...]
    lines: tuple[Line, ...]  # reason, amount, recipients, later rows, drift, disputes
    refs: tuple[str, ...]
    weak: bool  # no usable source: marked °


@dataclass(frozen=True, slots=True)
class CommitmentsFull:
    """The commitments, then the one-off acts."""

    heading: str
    blocks: tuple[Block, ...]
    one_off_heading: str
    one_off: tuple[Block, ...]
    empty: str | None


def commitments_full(lens: Lens) -> CommitmentsFull:
    """Every chain on the date."""
    one_off = [chain for chain in lens.findings.commitments if chain.status == "one_off"]
    blocks = tuple(_block(lens, chain) for chain in ordered(lens))
    return CommitmentsFull(
        heading=lens.say("full_commitments"),
        blocks=blocks,
        one_off_heading=lens.say("full_one_off"),
        one_off=tuple(_block(lens, chain) for chain in sorted(one_off, key=_when)),
        empty=None if blocks else lens.say("no_commitments"),
    )


def _when(chain: Commitment) -> tuple[str, str]:
    day = chain.rows[0].announced_on
    return day.first.isoformat() if day else "", chain.chain


def _block(lens: Lens, chain: Commitment) -> Block:
    first = chain.rows[0]
    quotes = [quotation(lens, row) for row in chain.rows]
    title = lens.say("commitment_title", organisation=lens.name(chain.organisation), kind=lens.kind(chain))
    return Block(
        title=title,
        id=chain.chain,
        when=_announced(lens, first),
        status=statuses.sentence(lens, chain),
        flags=flags(lens, chain, (*URGENT, "dormant")),
        summary=lens.text(first.summary),
        terms=_terms(lens, chain) if chain.status != "one_off" else (),
        quotes=tuple(quote for quote in quotes if quote is not None),
        lines=tuple(_lines(lens, chain)),
        refs=tuple(row.id for row in chain.rows),
        weak=chain.chain in weak_ids(lens),
    )


def weak_ids(lens: Lens) -> set[str]:
    """Ids of rows without a usable source (R10): marked ° wherever they stand."""
    kinds = {"no_source", "incomplete_source"}
    return {weak.id for weak in lens.findings.weaknesses if weak.kind in kinds}


def _announced(lens: Lens, row: Announcement) -> str:
    words = lens.say("announced", date=lens.day(row.announced_on))
    if row.date_basis not in {None, "stated"}:
        words += f", {lens.word('date_basis', row.date_basis or '')}"
    if row.starts_on is not None:
        words = lens.joined([words, lens.say("starts", date=lens.day(row.starts_on))])
    return words


def _terms(lens: Lens, chain: Commitment) -> tuple[tuple[Term, ...], ...]:
    """All six dimensions, two to a line: a blank one says that nobody coded it."""
    rows: list[Term] = []
    for name in DIMENSIONS:
        words = terms.dimension(lens, chain.terms, name)
        carried = lens.say("carried_over") if name in chain.carried_over and words else None
        label = lens.word("dimension", name)
        rows.append(Term(label, words or (Run(lens.say("not_coded")),), carried))
    return tuple(tuple(rows[place : place + 2]) for place in range(0, len(rows), 2))


def _lines(lens: Lens, chain: Commitment) -> list[Line]:
    lines: list[Line] = []
    for row in chain.rows:
        lines += _about_row(lens, row, later=row is not chain.rows[0])
    lines += [_drift(lens, drift) for drift in chain.drift]
    for accuser in chain.contested_by:
        reaction = lens.reactions[accuser]
        who, when = lens.name(reaction.actor), lens.day(reaction.reacted_on)
        lines.append(lens.line("contested_by", (accuser,), actor=who, date=when))
    return lines


def _about_row(lens: Lens, row: Announcement, *, later: bool) -> list[Line]:
    lines: list[Line] = []
    if later:
        relation = lens.word("relation", row.relation) if row.relation else "–"
        values = {"date": lens.day(row.announced_on), "relation": relation}
        lines.append(lens.line("history_row", (row.id,), summary=lens.text(row.summary), **values))
    if row.reason is not None:
        lines.append(lens.line("reason", (row.id,), reason=lens.text(row.reason)))
    if row.amount is not None:
        amount = " ".join(part for part in (dates.figure(row.amount, lens.language), row.currency) if part)
        lines.append(lens.line("amount", (row.id,), amount=amount.replace(" ", "\u00a0")))
    if row.recipients:
        names = lens.listed([lens.name(one) for one in row.recipients])
        lines.append(lens.line("recipients", (row.id,), names=names))
    if row.responds_to:
        lines.append(lens.line("answers", (row.id,), ids=lens.listed(row.responds_to)))
    if row.disputed is not None:
        lines.append(lens.line("disputed", (row.id,), words=lens.text(row.disputed)))
    return lines


def _drift(lens: Lens, drift: Drift) -> Line:
    return lens.line(
        "drift",
        (drift.was_id, drift.id),
        dimension=lens.word("dimension", drift.dimension),
        was=_drifted(lens, drift.dimension, drift.was),
        was_on=lens.day(drift.was_on),
        now=_drifted(lens, drift.dimension, drift.now),
        now_on=lens.day(drift.now_on),
    )


def _drifted(lens: Lens, name: str, value: str) -> str:
    """The word for a code; exceptions are words already; several activities come with ; between."""
    if name == "exceptions" and value not in {"none", "unspecified"}:
        return value
    return lens.listed([lens.word(name, code.strip()) for code in value.split(";")])
