"""What a reader should know about printed rows (R10, R11, R14): no source, a dispute, a check long ago ..."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record import citations, quotes, staleness
from flows.record.order import by_id, said_on
from flows.record.results import Weakness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from flows.record.commitments import Asked, Held
    from flows.record.defaults import Limits
    from flows.record.facts import Announcement, Citation, Reaction, Record
    from flows.record.results import Answer
    from flows.record.sifting import Sifted

    Row = Announcement | Reaction

FLAGGED = {"condition_unchecked": "stale_condition", "dormant": "dormant", "start_assumed": "start_assumed"}
"""Flags of a chain that are also a weakness of its head."""


def weaknesses(
    record: Record, sifted: Sifted, to: Asked, pairs: Iterable[tuple[Row, Row]], more: Iterable[Weakness]
) -> tuple[Weakness, ...]:
    """Every weakness once, by id, then kind; `pairs` are variants of quotes, `more` those overdue."""
    found = [*_of_rows(record, sifted, to), *_references(record, sifted), *_of_variants(pairs), *more]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (by_id(one.id), one.kind, one.detail or "")))


def _of_rows(record: Record, sifted: Sifted, to: Asked) -> Iterator[Weakness]:
    """What each row lacks by itself (R10, R14)."""
    known, present = citations.citable(record.sources), _present(record)
    for row in sifted.statements:
        yield from _of_sources(row.id, row.sources, known, present)
        yield from _of_row(row, to.as_of, to.limits)
        yield from _of_quote(row, to.unsourced)
    for event in sifted.context:
        yield from _of_sources(event.id, event.sources, known, present)


def overdue(sifted: Sifted, held: Iterable[Held], answers: Iterable[Answer], to: Asked) -> Iterator[Weakness]:
    """not_archived, stale_outcome, and the flags of a chain that are a weakness of its head (R11)."""
    for source in sifted.sources:
        if staleness.source_unarchived(source, to.as_of, to.limits):
            yield Weakness(source.id, "not_archived")
    for answer in answers:
        if staleness.outcome(answer, to.as_of, to.limits):
            yield Weakness(answer.reaction.id, "stale_outcome")
    for one in held:
        for flag, kind in FLAGGED.items():
            if flag in one.commitment.flags:
                yield Weakness(one.commitment.head.id, kind)


def _of_sources(
    identifier: str, cited: tuple[Citation, ...], known: Collection[str], present: Collection[str]
) -> Iterator[Weakness]:
    for kind, entry in citations.lack(cited, known, present):
        yield Weakness(identifier, kind, detail=entry)


def _of_row(row: Row, as_of: date, limits: Limits) -> Iterator[Weakness]:
    """Disputed with its words, date_basis with its code, not_archived."""
    if row.disputed is not None:
        yield Weakness(row.id, "disputed", note=row.disputed)
    if row.date_basis not in {None, "stated"}:
        yield Weakness(row.id, "date_basis", detail=row.date_basis)
    if staleness.row_unarchived(row, said_on(row), as_of, limits):
        yield Weakness(row.id, "not_archived")


def _of_quote(row: Row, unsourced: Collection[str]) -> Iterator[Weakness]:
    """quote_withheld where R14 forbids it, machine_translation where one is on record."""
    if row.quote is None:
        return
    if quotes.printable(row.quote) and quotes.lacking(row, unsourced):
        yield Weakness(row.id, "quote_withheld")
    if row.quote.translation and quotes.translator_kind(row.quote.translated_by) == "machine":
        yield Weakness(row.id, "machine_translation")


def _of_variants(pairs: Iterable[tuple[Row, Row]]) -> Iterator[Weakness]:
    """quote_variant on both rows, each naming the other (R14)."""
    for one, other in pairs:
        yield Weakness(one.id, "quote_variant", detail=other.id)
        yield Weakness(other.id, "quote_variant", detail=one.id)


def _references(record: Record, sifted: Sifted) -> Iterator[Weakness]:
    """absent_reference for every id named by a printed row and borne by none (model 1.3)."""
    present = _present(record)
    for row in sifted.announcements:
        named = (row.previous_id, *row.responds_to)
        yield from _absent(row.id, (one for one in named if one is not None), present)
    for statement in sifted.reactions:
        demand = statement.demand
        cited = (*demand.evidence, *([demand.same_as] if demand.same_as else [])) if demand else ()
        yield from _absent(statement.id, (*statement.about, *cited), present)
    for response in sifted.responses:
        yield from _absent(response.demand, response.evidence, present)
    for question in sifted.questions:
        yield from _absent(question.id, question.about, present)


def _present(record: Record) -> set[str]:
    """The ids on record, also of rows set aside: those are told elsewhere."""
    rows = (record.announcements, record.reactions, record.sources, record.questions, record.context)
    lost = {row.id for row in record.unplaced if row.id is not None}
    return {row.id for sheet in rows for row in sheet} | lost


def _absent(identifier: str, named: Iterable[str], present: Collection[str]) -> Iterator[Weakness]:
    for one in named:
        if one not in present and "://" not in one:
            yield Weakness(identifier, "absent_reference", detail=one)
