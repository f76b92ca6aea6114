"""What keeps an edition a draft (model, section 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record import quotes
from flows.record.editions import WITH_IDS
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flows.record.facts import Record
    from flows.record.results import Answer
    from flows.record.sifting import Sifted

REQUIRED = ("announcements", "reactions")
"""The sheets no record does without (model 1.7): two suffice."""

STOPPING = frozenset({"quote_without_speaker", "quote_without_source"})
"""What a quote that would print may not lack in a final edition (model, section 4)."""


def vanished(record: Record, sifted: Sifted) -> frozenset[str]:
    """Ids the previous edition told of that no row bears any more, retired or not (R9)."""
    if sifted.previous is None:
        return frozenset()
    return frozenset(row_id for _, row_id in sifted.previous.told() - borne(record))


def borne(record: Record) -> frozenset[tuple[str, str]]:
    """The sheet and id of every row there is, whatever becomes of it."""
    names = {sheet.label: sheet.sheet for sheet in record.sheets}
    rows = {(sheet, row.id) for sheet in WITH_IDS for row in getattr(record, sheet)}
    lost = {
        (names.get(row.origin.sheet, row.origin.sheet), row.id)
        for row in record.unplaced
        if row.id is not None
    }
    return frozenset(rows | lost)


def held_back(
    record: Record, sifted: Sifted, answers: Iterable[Answer], unsourced: Collection[str]
) -> tuple[str, ...]:
    """What keeps the edition a draft, as "code:subject", by code, then subject.

    Of the list in section 4 of the model: an id borne twice, a demand coded met whose evidence does not
    carry it, a quote without its speaker or its source, an id that is gone (R9). (A quote that lacks only the
    role or the day is withheld and told among the limits.) And what that list does not name: a required sheet
    that is not there, since none of its rows is accounted for (R16).
    """
    doubled = {
        spot.id
        for spots in sifted.places.values()
        for spot in spots
        if spot.category == "to_resolve" and "duplicate_id" in spot.reasons
    }
    blocked = {one.reaction.id for one in answers if one.coded == "met" and one.outcome == "to_establish"}
    voiceless = {
        row.id
        for row in sifted.statements
        if quotes.printable(row.quote) and STOPPING & set(quotes.lacking(row, unsourced))
    }
    gone = {sheet for sheet in REQUIRED if sheet in record.absent}
    kinds = (
        ("blocked_outcome", blocked),
        ("duplicate_id", doubled),
        ("missing_sheet", gone),
        ("quote_without_speaker", voiceless),
        ("vanished_id", vanished(record, sifted)),
    )
    return tuple(
        f"{code}:{identifier}"
        for code, ids in kinds
        for identifier in sorted((one for one in ids if one is not None), key=by_id)
    )
