"""How much each side has in an edition: never only one side's words (model, section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.record.facts import Announcement, Reaction
    from flows.record.results import Findings

ANNOUNCING = "announcing"
"""The side of those who announce; every other side is a stance."""

STANCES = (
    "welcomes", "welcomes_insufficient", "insufficient", "excessive", "opposes", "questions", "neutral",
    "uncoded",
)  # fmt: skip
"""The sides of those who react, in the model's order (1.2d); uncoded where nobody coded a stance."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side's printed rows in order; those of them whose quote may be printed (R14)."""

    side: str
    rows: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unheard:
    """Pairs of an organisation and a commitment it is followed for (R8): the last three sum to `pairs`."""

    followed: int  # organisations
    pairs: int
    heard: int
    found_nothing: int  # somebody searched: no refusal
    not_searched: int  # nobody did: no silence either


@dataclass(frozen=True, slots=True)
class Balance:
    """Every side with what it has, the empty ones too; silence is nobody's side."""

    sides: tuple[Side, ...]
    unheard: Unheard


def balance(findings: Findings) -> Balance:
    """The rows and quotes of those who announce and of each stance, and how many were not heard."""
    stances = {row.id: row.stance for row in findings.reactions}
    quotable = frozenset(findings.quotable)
    groups: dict[str, list[Announcement | Reaction]] = {ANNOUNCING: [*findings.announcements]}
    groups |= {stance: [] for stance in STANCES}
    for row in findings.reactions:
        groups[stances.get(row.base) or row.stance or "uncoded"].append(row)
    sides = tuple(_side(name, rows, quotable) for name, rows in groups.items() if rows or name != "uncoded")
    return Balance(sides, unheard(findings))


def unheard(findings: Findings) -> Unheard:
    """How many of the reactions one might expect were found, not found, or never searched for (R8)."""
    pairs = sum(one.followed for one in findings.silence)
    nothing = sum(len(one.found_nothing) for one in findings.silence)
    unsearched = sum(len(one.not_searched) for one in findings.silence)
    return Unheard(len(findings.followed), pairs, pairs - nothing - unsearched, nothing, unsearched)


def _side(name: str, rows: Iterable[Announcement | Reaction], quotable: frozenset[str]) -> Side:
    ids = tuple(row.id for row in rows)
    return Side(name, ids, tuple(one for one in ids if one in quotable))
