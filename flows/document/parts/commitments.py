"""Section 4: who stands where? The bars and the table of the core pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import figures, statuses
from flows.document.lens import capital
from flows.document.parts.deadlines import more

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.findings import Commitment

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
    flags: tuple[str, ...]


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


def commitments(lens: Lens, most: int, more_under: str | None) -> Commitments:
    """The first `most` commitments in printing order, as bars and as a table."""
    chains = ordered(lens)
    shown = chains[:most]
    return Commitments(
        heading=lens.say("commitments"),
        caption=_caption(lens, chains) if chains else None,
        figure=figures.bars(lens, shown) if shown else None,
        headers=(lens.say("col_commitment"), lens.say("col_news")),
        rows=tuple(_standing(lens, chain) for chain in shown),
        empty=None if shown else lens.say("no_commitments"),
        more=more(lens, len(chains) - len(shown), more_under),
    )


def _caption(lens: Lens, chains: list[Commitment]) -> str:
    """How many commitments, and how many of each status."""
    counts = Counter(chain.status for chain in chains)
    sums = [lens.sum_of(lens.word("status", code), counts[code]) for code in ORDER if counts[code]]
    return lens.say("commitments_caption", all=lens.count(len(chains), "commitment"), sums=lens.joined(sums))


def ordered(lens: Lens) -> list[Commitment]:
    """Every commitment but the one-off acts, by status, then end date, then id."""
    chains = [chain for chain in lens.findings.commitments if chain.status != "one_off"]
    return sorted(chains, key=_place)


def _place(chain: Commitment) -> tuple[int, str, str]:
    end = chain.ends_on.first.isoformat() if chain.ends_on else "9999"
    return ORDER.index(chain.status), end, chain.chain


def _standing(lens: Lens, chain: Commitment) -> Standing:
    return Standing(
        id=chain.chain,
        organisation=lens.name(chain.organisation),
        kind=lens.kind(chain),
        status=statuses.sentence(lens, chain, brief=True),
        flags=flags(lens, chain),
    )


URGENT = ("ends_before_next_edition", "ends_soon", "contested", "drift")
"""Flags of the core pages; the full extent adds "dormant"."""


def flags(lens: Lens, chain: Commitment, printed: tuple[str, ...] = URGENT) -> tuple[str, ...]:
    """The flags a reader needs beside the status, as words with a capital."""
    shown = [flag for flag in printed if flag in chain.flags]
    if "ends_before_next_edition" in shown and "ends_soon" in shown:
        shown.remove("ends_soon")
    return tuple(capital(lens.say(f"flag_{flag}")) for flag in shown)
