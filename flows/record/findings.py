"""Everything computed from a record for one date, as one frozen `Findings`, and its reconciliation.

`compute` is the one door; each rule has its own file (status, gaps, outcomes, silence, quotes ...).
The classes it fills are in `results` and can be had from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record import (
    cases,
    citations,
    commitments,
    counts,
    keypoints,
    outcomes,
    quotes,
    reconciliation,
    silence,
    staleness,
    ties,
    weaknesses,
)
from flows.record.defaults import Limits, with_settings
from flows.record.facts import SECTOR
from flows.record.mentions import of_announcement, of_reaction
from flows.record.order import by_id
from flows.record.periods import last_on
from flows.record.reconciliation import NotReconciled
from flows.record.results import (
    Answer,
    Commitment,
    Counts,
    Drift,
    Findings,
    KeyPoint,
    QuestionState,
    SetAside,
    Silence,
    Tally,
    Tie,
    Weakness,
)
from flows.record.sifting import sift

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from flows.record.facts import Record
    from flows.record.sifting import Sifted

__all__ = [
    "Answer",
    "Commitment",
    "Counts",
    "Drift",
    "Findings",
    "KeyPoint",
    "NotReconciled",
    "QuestionState",
    "SetAside",
    "Silence",
    "Tally",
    "Tie",
    "Weakness",
    "compute",
]

USUAL = Limits()


def compute(
    record: Record,
    *,
    as_of: date,
    next_on: date | None = None,
    previous: str | None = None,
    limits: Limits = USUAL,
) -> Findings:
    """Everything that follows from the record on the day; the same for any order of its rows.

    `next_on` is the day of the next edition (R5), `previous` the name of the one before. Limits the
    workbook sets go before `limits`.

    Raises:
        NotReconciled: a row read would be neither printed nor accounted for, or twice (R16).
    """
    limits = with_settings(limits, record.settings)
    sifted = sift(record, as_of)
    tallies = reconciliation.tallied(record, sifted.places)
    unsourced = without_source(record, sifted)
    to = commitments.asked(sifted, as_of, next_on, limits, unsourced)
    held = commitments.held(sifted.chains, to)
    drawn = cases.docket(sifted, held, unsourced, as_of)
    answers = tuple(outcomes.answer(case) for case in cases.cases(sifted, drawn))
    chains = tuple(one.commitment for one in held)
    questions = tuple(staleness.question(row, as_of, limits) for row in sifted.questions)
    pairs = quotes.variants(sifted.statements, unsourced)
    holds = held_back(sifted, answers, unsourced)
    overdue = weaknesses.overdue(sifted, held, answers, to)
    return Findings(
        as_of=as_of,
        next_on=next_on,
        previous=previous,
        record=record,
        release="draft" if holds else "final",
        holds=holds,
        reconciliation=tallies,
        set_aside=reconciliation.set_aside(record, sifted.places),
        announcements=sifted.announcements,
        reactions=sifted.reactions,
        context=sifted.context,
        sources=sifted.sources,
        commitments=chains,
        deadlines=deadlines(chains, as_of, limits),
        demands=answers,
        questions=questions,
        silence=silence.silences(chains, sifted.organisations, record.reactions, sifted.linked.roots, as_of),
        ties=ties.ties(sifted.reactions, sifted.announcements, sifted.organisations, unsourced),
        key_points=keypoints.key_points(keypoints.scene(sifted, held, answers, to)),
        weaknesses=weaknesses.weaknesses(record, sifted, to, pairs, overdue),
        quotable=quotes.quotable(sifted.statements, pairs, unsourced),
        organisations=named(sifted),
        counts=counts.counted(chains, answers, questions),
        responses=sifted.responses,
        profiles=sifted.organisations,
        unsourced=tuple(sorted(unsourced, key=by_id)),
    )


def without_source(record: Record, sifted: Sifted) -> frozenset[str]:
    """Ids of printed announcements, reactions and context rows without a usable source (R10)."""
    known = citations.citable(record.sources)
    cited = [(row.id, row.sources) for row in sifted.statements]
    cited += [(row.id, row.sources) for row in sifted.context]
    return frozenset(identifier for identifier, sources in cited if not citations.usable(sources, known))


STOPPING = frozenset({"quote_without_speaker", "quote_without_source"})
"""What a quote that would print may not lack in a final edition (model, section 4)."""


def held_back(sifted: Sifted, answers: Iterable[Answer], unsourced: frozenset[str]) -> tuple[str, ...]:
    """What keeps the edition a draft (model, section 4), as "code:id", by code, then id.

    An id borne twice, a demand coded met whose evidence does not carry it, a quote without its speaker or
    its source. One that lacks only the role or the day is withheld and told among the limits.
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
    kinds = (("blocked_outcome", blocked), ("duplicate_id", doubled), ("quote_without_speaker", voiceless))
    return tuple(
        f"{code}:{identifier}"
        for code, ids in kinds
        for identifier in sorted((one for one in ids if one is not None), key=by_id)
    )


def deadlines(chains: Iterable[Commitment], as_of: date, limits: Limits) -> tuple[str, ...]:
    """Chains to watch, by end date: run out, ending within the window, conditions unchecked (R5, R11)."""
    found: list[tuple[int, Commitment]] = []
    for one in chains:
        days = (last_on(one.ends_on) - as_of).days if one.ends_on else limits.deadline_window + 1
        counted = one.status == "expired_no_news" or (
            one.status in {"in_force_until", "not_yet"} and days <= limits.deadline_window
        )
        if counted:
            found.append((days, one))
        elif "condition_unchecked" in one.flags:
            found.append((limits.deadline_window + 1, one))
    return tuple(one.chain for _, one in sorted(found, key=lambda pair: (pair[0], by_id(pair[1].chain))))


def named(sifted: Sifted) -> tuple[str, ...]:
    """Every organisation printed: those of the sheet, then others the rows name, in order (R16)."""
    names = [one.name for one in sifted.organisations]
    for row in sifted.announcements:
        names += of_announcement(row)
    for statement in sifted.reactions:
        names += of_reaction(statement)
    return tuple(dict.fromkeys(name for name in names if name != SECTOR))
