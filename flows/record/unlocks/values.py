"""What a blank cell would unlock, as frozen values; and the findings as the rules look at them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from flows.record.facts import SECTOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flows.record.facts import Announcement, Origin, Reaction
    from flows.record.results import Answer, Commitment, Findings

    Row = Announcement | Reaction

Thing = TypeVar("Thing")


class Candidate(NamedTuple):
    """One column of one row that nothing may stand in, and one thing that this holds back."""

    sheet: str  # the model's name
    origin: Origin
    column: str  # the model's name
    id: str | None  # the row's
    kind: str  # a key of `table.KINDS`
    ids: tuple[str, ...]  # what is held back: chains, demands, key points ... one each


@dataclass(frozen=True, slots=True)
class Gain:
    """Things of one kind that a cell would unlock, by their ids."""

    kind: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unlock:
    """A blank cell, whose row it is, and what it would unlock; the most valuable gain first."""

    sheet: str
    label: str  # the tab's name as typed
    row: int
    address: str
    column: str
    id: str | None
    entered_by: str | None  # as noted in the row; None where nobody noted it
    gains: tuple[Gain, ...]

    @property
    def value(self) -> int:
        """How many things it would unlock."""
        return worth(self.gains)


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A column the workbook does not have, and what it would unlock over all rows of its sheet."""

    sheet: str
    label: str
    column: str
    gains: tuple[Gain, ...]

    @property
    def value(self) -> int:
        """How many things it would unlock."""
        return worth(self.gains)


@dataclass(frozen=True, slots=True)
class Seen:
    """The findings of a date, indexed for the rules."""

    findings: Findings
    rows: dict[str, Row] = field(init=False)  # printed announcements and reactions by id
    chains: dict[str, Commitment] = field(init=False)  # with a status, and computed: nothing in doubt
    unsourced: frozenset[str] = field(init=False)
    asked: tuple[Answer, ...] = field(init=False)  # made to somebody by name, and sourced (R10)
    against: dict[str, list[Answer]] = field(init=False)  # `asked` by the chain each is held against
    dotted: dict[str, list[Row]] = field(init=False)  # dotted rows by the id of their base

    def __post_init__(self) -> None:
        """Index them once."""
        found, unsourced = self.findings, frozenset(self.findings.unsourced)
        named = (one for one in found.demands if one.target not in {None, SECTOR})
        asked = tuple(one for one in named if one.reaction.id not in unsourced)
        rows: dict[str, Row] = {row.id: row for row in found.announcements}
        rows |= {row.id: row for row in found.reactions}
        self._set("rows", rows)
        self._set("chains", {one.chain: one for one in found.commitments if computed(one)})
        self._set("unsourced", unsourced)
        self._set("asked", asked)
        self._set("against", _by(asked, lambda one: one.against or ""))
        dotted = (row for row in found.reactions if row.id != row.base)
        self._set("dotted", _by(dotted, lambda row: row.base))

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)  # frozen, but made once


def _by(things: Iterable[Thing], key: Callable[[Thing], str]) -> dict[str, list[Thing]]:
    groups: dict[str, list[Thing]] = {}
    for one in things:
        groups.setdefault(key(one), []).append(one)
    return groups


def computed(commitment: Commitment) -> bool:
    """Whether the chain has a status that follows from its cells: one in doubt is left without a start."""
    return commitment.status != "one_off" and commitment.starts_on is not None


def worth(gains: tuple[Gain, ...]) -> int:
    """How many things that is."""
    return sum(len(gain.ids) for gain in gains)
