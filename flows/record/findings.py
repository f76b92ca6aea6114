"""Everything computed from a record for one date, as one frozen `Findings`, and its reconciliation.

`compute` is the one door; each rule has its own file (status, gaps, outcomes, silence, quotes ...).
The classes it fills are in `results` and can be had from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.record import (
    cases,
    citations,
    commitments,
    counts,
    keypoints,
    known,
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
from flows.record.holds import held_back
from flows.record.mentions import of_announcement, of_reaction
from flows.record.order import by_id
from flows.record.periods import last_on
from flows.record.reconciliation import NotReconciled
from flows.record.results import (
    Accusation,
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

    from flows.record.commitments import Asked, Held
    from flows.record.editions import Result, Snapshot
    from flows.record.facts import Record
    from flows.record.sifting import Sifted

__all__ = [
    "Accusation",
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

Fields = dict[str, Any]
"""Some fields of `Findings` by name."""


def compute(
    record: Record,
    *,
    as_of: date,
    next_on: date | None = None,
    previous: Snapshot | None = None,
    limits: Limits = USUAL,
) -> Findings:
    """Everything that follows from the record on the day; the same for any order of its rows.

    `next_on` is the day of the next edition (R5), `previous` the edition before: no id it told of may vanish,
    and what came since is new (R9). Limits the workbook sets go before `limits`.

    Raises:
        NotReconciled: a row read would be neither printed nor accounted for, or twice (R16).
    """
    limits = with_settings(limits, record.settings)
    then = known.record(record, as_of)
    sifted = sift(then, record, as_of, previous)
    return Findings(
        as_of=as_of,
        next_on=next_on,
        previous=previous.name if previous else None,
        record=then,
        **_accounted(then, sifted),
        **_printed(sifted),
        **_found(then, sifted, as_of, next_on, limits),
    )


def results(record: Record, as_of: date) -> dict[Result, str]:
    """Only the status of each chain (R4) and the outcome of each demand (R7) on the day."""
    then = known.record(record, as_of)
    *_, held, answers = _judged(then, sift(then, record, as_of), as_of, None, USUAL)
    found: dict[Result, str] = {("status", one.commitment.chain, None): one.commitment.status for one in held}
    return found | {("outcome", one.reaction.id, one.target): one.outcome for one in answers}


def _accounted(record: Record, sifted: Sifted) -> Fields:
    """Every row's place, and the proof that none is lost (R16)."""
    return {
        "reconciliation": reconciliation.tallied(record, sifted.places),
        "set_aside": reconciliation.set_aside(record, sifted.places),
    }


def _printed(sifted: Sifted) -> Fields:
    """The rows that are printed, in order (R2)."""
    return {
        "announcements": sifted.announcements,
        "reactions": sifted.reactions,
        "responses": sifted.responses,
        "context": sifted.context,
        "sources": sifted.sources,
        "profiles": sifted.organisations,
        "organisations": named(sifted),
    }


def _found(record: Record, sifted: Sifted, as_of: date, next_on: date | None, limits: Limits) -> Fields:
    """What the rules say of those rows: of commitments first, then of demands, then of the rest."""
    to, held, answers = _judged(record, sifted, as_of, next_on, limits)
    return {
        **_of_chains(record, sifted, held, to),
        **_of_statements(record, sifted, held, answers, to),
        **_summed(record, sifted, held, answers, to),
        "unsourced": tuple(sorted(to.unsourced, key=by_id)),
    }


def _judged(
    record: Record, sifted: Sifted, as_of: date, next_on: date | None, limits: Limits
) -> tuple[Asked, tuple[Held, ...], tuple[Answer, ...]]:
    """The chains as they stand, then what came of each demand, with what both were computed for."""
    unsourced = without_source(record, sifted)
    to = commitments.asked(sifted, as_of, next_on, limits, unsourced)
    held = commitments.held(sifted.chains, to)
    drawn = cases.docket(sifted, held, unsourced)
    return to, held, tuple(outcomes.answer(case) for case in cases.cases(sifted, drawn))


def _of_chains(record: Record, sifted: Sifted, held: tuple[Held, ...], to: Asked) -> Fields:
    chains = tuple(one.commitment for one in held)
    roots = sifted.linked.roots
    return {
        "commitments": chains,
        "deadlines": deadlines(chains, to.as_of, to.limits),
        "silence": silence.silences(chains, sifted.organisations, record.reactions, roots, to.as_of),
        "followed": silence.followed(sifted.organisations),
    }


def _of_statements(
    record: Record, sifted: Sifted, held: tuple[Held, ...], answers: tuple[Answer, ...], to: Asked
) -> Fields:
    pairs = quotes.variants(sifted.statements, to.unsourced)
    overdue = weaknesses.overdue(sifted, held, answers, to)
    return {
        "demands": answers,
        "ties": ties.ties(sifted.reactions, sifted.announcements, sifted.organisations, to.unsourced),
        "quotable": quotes.quotable(sifted.statements, pairs, to.unsourced),
        "weaknesses": weaknesses.weaknesses(record, sifted, to, pairs, overdue),
    }


def _summed(
    record: Record, sifted: Sifted, held: tuple[Held, ...], answers: tuple[Answer, ...], to: Asked
) -> Fields:
    """What the edition says of itself: its questions, its figures, its key points, what holds it back."""
    questions = tuple(staleness.question(row, to.as_of, to.limits) for row in sifted.questions)
    holds = held_back(record, sifted, answers, to.unsourced)
    return {
        "questions": questions,
        "counts": counts.counted((one.commitment for one in held), answers, questions, to.unsourced),
        "key_points": keypoints.key_points(keypoints.scene(sifted, held, answers, to)),
        "limits": to.limits,
        "holds": holds,
        "release": "draft" if holds else "final",
    }


def without_source(record: Record, sifted: Sifted) -> frozenset[str]:
    """Ids of printed announcements, reactions and context rows without a usable source (R10)."""
    known = citations.citable(record.sources)
    cited = [(row.id, row.sources) for row in sifted.statements]
    cited += [(row.id, row.sources) for row in sifted.context]
    return frozenset(identifier for identifier, sources in cited if not citations.usable(sources, known))


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
