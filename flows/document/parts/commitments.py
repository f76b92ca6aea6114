"""Section 4: who stands where? The bars and the table of the core pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flows.document import figures, left_out, statuses, terms
from flows.document.lens import capital
from flows.document.parts.lacking import cause
from flows.document.values import Line
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.findings import Commitment
    from flows.record.order import Key

ORDER = (
    "expired_no_news",
    "in_force_until",
    "condition_met_no_news",
    "in_force_conditional",
    "in_force_revocable",
    "in_force_end_not_stated",
    "in_force_permanent",
    "not_yet",
    "withdrawn",
    "ended",
    "undetermined",
)
"""Printing order of the statuses: what asks for attention first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One commitment on one line: who and what, its status, its flags."""

    id: str
    organisation: str
    kind: str
    status: Line
    scope: tuple[Run, ...]  # who and what it reaches; empty where nothing of it is coded
    flags: tuple[str, ...]
    evolved: bool  # later rows stand below its bar


@dataclass(frozen=True, slots=True)
class Commitments:
    """The sums by status, the figure, its table, and how many more there are."""

    heading: str
    caption: str | None
    figure: figures.Figure | None
    headers: tuple[str, ...]
    rows: tuple[Standing, ...]
    empty: str | None
    more: str | None


def commitments(lens: Lens, most: int, more_under: str | None, *, bars: bool = True) -> Commitments:
    """At most `most` commitments in printing order, as bars and as a table: those of the key points first.

    Where the page has no room for `bars`, as a table alone. Without the column "term" there is no status to
    tell: the rows say what was announced, and no bars.
    """
    chains = ordered(lens)
    shown = sorted(sorted(chains, key=_pressing(lens))[:most], key=_place)
    timed = has_terms(lens)
    return Commitments(
        heading=lens.say("commitments"),
        caption=_caption(lens, chains) if chains else None,
        figure=figures.bars(lens, shown) if bars and timed and _worth_drawing(shown, chains) else None,
        headers=(lens.say("col_commitment"), lens.say("col_news" if timed else "col_said")),
        rows=tuple(_standing(lens, chain) for chain in shown),
        empty=None if shown else lens.say("no_commitments"),
        more=left_out.sentence(lens, len(chains) - len(shown), more_under),
    )


def _worth_drawing(shown: list[Commitment], chains: list[Commitment]) -> bool:
    """One bar of many says nothing that its row does not."""
    return len(shown) > 1 or 0 < len(shown) == len(chains)


def has_terms(lens: Lens) -> bool:
    """Whether the workbook has the column that every status but a withdrawal rests on (model 1.7)."""
    return "announcements.term" not in lens.findings.record.absent


def _pressing(lens: Lens) -> Callable[[Commitment], int]:
    """How soon a commitment has its place: those a key point speaks of, then the flagged, then the others."""

    def place(chain: Commitment) -> int:
        if chain.chain in lens.pressing:
            return 0
        return 1 if any(flag in chain.flags for flag in URGENT) else 2

    return place


def _caption(lens: Lens, chains: list[Commitment]) -> str:
    """How many commitments, and how many of each status, or why that cannot be told."""
    every = lens.count(len(chains), "commitment")
    if not has_terms(lens):
        return lens.say("commitments_untimed", all=every, lacking=cause(lens, "announcements.term"))
    sums = lens.sums("status", dict(lens.findings.counts.by_status), ORDER)
    return lens.say("commitments_caption", all=every, sums=sums)


def ordered(lens: Lens) -> list[Commitment]:
    """Every commitment but the one-off acts, by status, then end date, then id."""
    chains = [chain for chain in lens.findings.commitments if chain.status != "one_off"]
    return sorted(chains, key=_place)


def _place(chain: Commitment) -> tuple[int, date, Key]:
    end = chain.ends_on.first if chain.ends_on else date.max
    return ORDER.index(chain.status), end, by_id(chain.chain)


def _standing(lens: Lens, chain: Commitment) -> Standing:
    return Standing(
        id=chain.chain,
        organisation=lens.name(chain.organisation),
        kind=lens.kind(chain),
        status=statuses.sentence(lens, chain, brief=True) if has_terms(lens) else _announced(lens, chain),
        scope=terms.said(lens, chain.terms, (*terms.SCOPE, "exceptions"), brief=True),
        flags=flags(lens, chain),
        evolved=bool(figures.later(chain)),
    )


def _announced(lens: Lens, chain: Commitment) -> Line:
    """What was announced last, in the team's words."""
    return Line(lens.text(chain.head.summary), (chain.head.id,))


URGENT = ("ends_before_next_edition", "ends_soon", "contested", "drift")
"""Flags of the core pages; the full extent adds "dormant"."""


def flags(lens: Lens, chain: Commitment, printed: tuple[str, ...] = URGENT) -> tuple[str, ...]:
    """The flags a reader needs beside the status, as words with a capital."""
    shown = [flag for flag in printed if flag in chain.flags]
    if "ends_before_next_edition" in shown and "ends_soon" in shown:
        shown.remove("ends_soon")
    days = lens.count(lens.findings.limits.dormant_days, "day")  # of use to one of them only
    return tuple(capital(lens.say(f"flag_{flag}", days=days)) for flag in shown)
