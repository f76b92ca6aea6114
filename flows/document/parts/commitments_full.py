"""Section 4, full extent: each commitment with its terms, reason, quote, later rows and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import sections, statuses, terms, wordings
from flows.document.extras import extras
from flows.document.lens import capital
from flows.document.parts.commitments import URGENT, flags, has_terms, ordered
from flows.document.quotations import Quotation, quotation
from flows.document.values import Line, Run
from flows.document.wording import dates
from flows.document.wording.sentences import MARKS
from flows.record.facts import DIMENSIONS
from flows.record.periods import maybe_later

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Filling
    from flows.record.facts import Announcement
    from flows.record.findings import Accusation, Commitment, Drift


@dataclass(frozen=True, slots=True)
class Block:
    """Everything printed of one chain."""

    title: str
    id: str
    when: str
    status: Line | None  # None where the workbook has no column for terms
    flags: tuple[str, ...]
    summary: tuple[Run, ...]
    terms: tuple[Line, ...]  # scope, exceptions, what the source does not give, what is carried over
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


TERM_TOLD = (*statuses.IN_FORCE, "expired_no_news", "condition_met_no_news")
"""Statuses whose sentence says how long already."""
SCOPE_AND_TERM = (*terms.SCOPE, "term")


def commitments_full(lens: Lens) -> CommitmentsFull:
    """Every chain on the date."""
    one_off = [chain for chain in lens.findings.commitments if chain.status == "one_off"]
    blocks = tuple(_block(lens, chain) for chain in ordered(lens))
    return CommitmentsFull(
        heading=sections.heading(lens, "commitments"),
        blocks=blocks,
        one_off_heading=lens.say("full_one_off"),
        one_off=tuple(_block(lens, chain) for chain in one_off),
        empty=None if blocks else lens.say("no_commitments"),
    )


def _block(lens: Lens, chain: Commitment) -> Block:
    first = chain.rows[0]
    quotes = [quotation(lens, row) for row in chain.rows]
    lasting = chain.status != "one_off"
    return Block(
        title=_title(lens, chain),
        id=chain.chain,
        when=_announced(lens, first),
        status=statuses.sentence(lens, chain) if lasting and has_terms(lens) else None,
        flags=flags(lens, chain, (*URGENT, "dormant")),
        summary=lens.text(first.summary),
        terms=_terms(lens, chain) if lasting else (),
        quotes=tuple(quote for quote in quotes if quote is not None),
        lines=tuple(_lines(lens, chain)),
        refs=tuple(row.id for row in chain.rows),
        weak=chain.chain in lens.weak,
    )


def _title(lens: Lens, chain: Commitment) -> str:
    """Whose, and the kind it was announced as; the present kind too where a later row changed it."""
    organisation = capital(lens.name(chain.organisation))
    first = chain.rows[0].kind
    if first == chain.kind:
        return lens.say("commitment_title", organisation=organisation, kind=lens.kind(chain))
    kind = lens.word("kind", first)
    return lens.say("commitment_title_now", organisation=organisation, kind=kind, now=lens.kind(chain))


def _announced(lens: Lens, row: Announcement) -> str:
    day = row.announced_on
    words = [lens.say("announced", of=lens.on(day, "of"))]
    if row.date_basis not in {None, "stated"}:
        words.append(lens.word("date_basis", row.date_basis or ""))
    if maybe_later(day, lens.findings.as_of):
        words.append(lens.say("perhaps_later"))
    said = ", ".join(words)
    if row.starts_on is not None:
        said = lens.joined([said, lens.say("starts", date=lens.day(row.starts_on))])
    return said


def _terms(lens: Lens, chain: Commitment) -> tuple[Line, ...]:
    """All six dimensions in sentences; blank ones are told apart from those the source does not give."""
    carried = [lens.word("dimension", name) for name in DIMENSIONS if name in chain.carried_over]
    told: tuple[tuple[str, Filling], ...] = (
        (
            "scope",
            terms.said(lens, chain.terms, terms.SCOPE if chain.status in TERM_TOLD else SCOPE_AND_TERM),
        ),
        ("exceptions_are", terms.exceptions(lens, chain.terms)),
        ("not_specified", terms.unsaid(lens, chain.terms)),
        ("not_coded", terms.uncoded(lens, chain.terms)),
        ("carried_over", lens.listed(carried)),
    )
    absent = lens.findings.record.absent
    kept = told if any(f"announcements.{name}" not in absent for name in DIMENSIONS) else ()
    return tuple(lens.line(name, words=words) for name, words in kept if words)


def _lines(lens: Lens, chain: Commitment) -> list[Line]:
    lines: list[Line] = []
    for row in chain.rows:
        lines += _about_row(lens, row, later=row is not chain.rows[0])
    lines += [_drift(lens, drift) for drift in chain.drift] + wordings.compared(lens, chain)
    return lines + [_contested(lens, accusation) for accusation in chain.accusations]


def _contested(lens: Lens, accusation: Accusation) -> Line:
    """Who alleges what, and the reply, or that none was found (R13)."""
    said = lens.reactions[accusation.id]
    replies = lens.listed([f"[{one}]" for one in accusation.replies])
    return lens.line(
        "contested_by",
        (accusation.id,),
        actor=lens.name(said.actor),
        date=lens.day(said.reacted_on),
        reply=lens.say("reply_found", ids=replies) if replies else lens.say("reply_none"),
    )


def _about_row(lens: Lens, row: Announcement, *, later: bool) -> list[Line]:
    lines = [_later(lens, row)] if later else []
    lines += lens.told("reason", row.id, row.reason)
    if row.amount is not None:
        amount = " ".join(part for part in (dates.figure(row.amount, lens.language), row.currency) if part)
        lines.append(lens.line("amount", (row.id,), amount=amount.replace(" ", "\u00a0")))
    if row.recipients:
        names = lens.listed([lens.name(one) for one in row.recipients])
        lines.append(lens.line("recipients", (row.id,), names=names))
    if row.responds_to:
        lines.append(
            lens.line("answers", (row.id,), ids=lens.listed([f"[{one}]" for one in row.responds_to]))
        )
    return [*lines, *lens.told("disputed", row.id, row.disputed), *extras(lens, row)]


def _later(lens: Lens, row: Announcement) -> Line:
    """A later row of the chain: when, what it did to the measure, in which words."""
    values: dict[str, Filling] = {
        "date": capital(lens.day(row.announced_on)),
        "summary": lens.text(row.summary),
    }
    if row.relation is None:
        return lens.line("history_plain", (row.id,), **values)
    return lens.line("history_row", (row.id,), relation=lens.word("relation", row.relation), **values)


def _drift(lens: Lens, drift: Drift) -> Line:
    return lens.line(
        "drift",
        (drift.was_id, drift.id),
        dimension=lens.word("dimension", drift.dimension),
        was=_drifted(lens, drift, drift.was, drift.was_id),
        was_on=lens.on(drift.was_on),
        now=_drifted(lens, drift, drift.now, drift.id),
        now_on=lens.on(drift.now_on),
    )


def _drifted(lens: Lens, drift: Drift, value: str, row: str) -> tuple[Run, ...]:
    """The word for a code, several activities as a list; exceptions are the cell's own words."""
    if drift.dimension == "exceptions" and value not in {"none", "unspecified"}:
        opening, closing = MARKS[lens.language]
        words, *mark = terms.exceptions(lens, lens.announcements[row].terms)
        return (Run(opening), words, Run(closing), *mark)
    return (Run(lens.listed([lens.word(drift.dimension, code.strip()) for code in value.split(";")])),)
