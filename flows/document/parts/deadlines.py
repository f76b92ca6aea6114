"""Section 3: what runs out, when? The next 90 days, what has run out, conditions not re-checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import left_out
from flows.document.lens import capital
from flows.document.parts.lacking import cause
from flows.document.statuses import ago, left

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.findings import Commitment

MOST_UNCHECKED = 5  # conditions named; the doubts of the full extent have them all


@dataclass(frozen=True, slots=True)
class Deadline:
    """One row: when, what, how long, what we know; the ids."""

    when: str
    commitment: str
    time_left: str
    news: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The table, or the sentence that says there is nothing in it; then conditions nobody has checked."""

    heading: str
    headers: tuple[str, ...]
    rows: tuple[Deadline, ...]
    empty: str | None
    more: str | None
    unchecked: Line | None


def deadlines(lens: Lens, most: int, more_under: str | None) -> Deadlines:
    """The first `most` rows; what is left out is counted."""
    listed = [lens.chains[chain] for chain in lens.findings.deadlines]
    chains = [chain for chain in listed if chain.ends_on is not None]
    shown = chains[:most]
    rows = tuple(_row(lens, chain) for chain in shown)
    return Deadlines(
        heading=lens.say("deadlines"),
        headers=tuple(lens.say(name) for name in ("col_end", "col_commitment", "col_left", "col_news")),
        rows=rows,
        empty=None if rows else _empty(lens),
        more=left_out.sentence(lens, len(chains) - len(shown), more_under),
        unchecked=_unchecked(lens, [chain for chain in listed if chain.ends_on is None]),
    )


def _unchecked(lens: Lens, chains: list[Commitment]) -> Line | None:
    """The commitments whose condition was last checked too long ago, or never, in one sentence."""
    if not chains:
        return None
    names = [
        f"{capital(lens.name(chain.organisation))} [{chain.head.id}], {_checked(lens, chain)}"
        for chain in chains
    ]
    days = lens.count(lens.findings.limits.review_days, "day")
    return lens.line("unchecked", names=left_out.joined(lens, names, MOST_UNCHECKED), days=days)


def _checked(lens: Lens, chain: Commitment) -> str:
    day = chain.condition_checked_on
    return lens.say("condition_unchecked", on=lens.on(day)) if day else lens.say("condition_never")


def _empty(lens: Lens) -> str:
    if "announcements.term" in lens.findings.record.absent:
        return lens.say("not_computable", lacking=cause(lens, "announcements.term"))
    return lens.say("no_deadlines", days=lens.count(lens.findings.limits.deadline_window, "day"))


def _row(lens: Lens, chain: Commitment) -> Deadline:
    what = lens.say("commitment_title", organisation=lens.name(chain.organisation), kind=lens.kind(chain))
    refs = (chain.head.id,)
    if chain.status == "expired_no_news":
        known = lens.word("status", chain.status)
        return Deadline(lens.day(chain.ends_on), what, ago(lens, chain), known, refs)
    news = lens.say("no_extension") if chain.status == "in_force_until" else lens.word("status", chain.status)
    return Deadline(lens.day(chain.ends_on), what, left(lens, chain), news, refs)
