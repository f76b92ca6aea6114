"""Each demand laid out for the decision tree (R7): its target, its coding, what it is held against."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.citations import citable
from flows.record.evidence import Evidence, Known, named, of_announcement, replies, responding
from flows.record.facts import DIMENSIONS, SECTOR
from flows.record.gaps import gaps, unheld
from flows.record.nearness import NOTHING, State
from flows.record.order import by_id
from flows.record.periods import last_on
from flows.record.status import ends

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from flows.record.commitments import Held
    from flows.record.facts import Announcement, Day, Demand, Reaction, Response
    from flows.record.gaps import Gaps
    from flows.record.sifting import Sifted
    from flows.record.terms import Standing


@dataclass(frozen=True, slots=True)
class Coding:
    """What a person coded, as known on the day: from the demand's own cells or the latest response."""

    outcome: str | None = None
    evidence: tuple[str, ...] = ()
    checked_on: Day | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One demand and one target with everything the tree asks about (R7)."""

    reaction: Reaction
    demand: Demand
    target: str | None
    coding: Coding
    entries: tuple[Evidence, ...]  # what the coder held out as evidence
    found: tuple[Evidence, ...]  # the target's acts on the subject, found by the rules
    held: Held | None
    gaps: Gaps
    state_then: State
    state_now: State
    chain_moved: bool  # some sourced row of the commitment came after the demand

    @property
    def considered(self) -> tuple[Evidence, ...]:
        """The target's acts and words after the demand, sourced (R7 step 3)."""
        theirs = (item for item in self.entries if item.by in {None, self.target})
        return tuple(item for item in (*theirs, *self.found) if item.sourced and item.after)

    @property
    def borne_out(self) -> bool:
        """True when some evidence the coder named is the target's, sourced, and after the demand."""
        return any(item.sourced and item.after and item.by in {None, self.target} for item in self.entries)

    @property
    def unsure(self) -> bool:
        """True when the coder named something that may have come after: "none found" cannot be said then."""
        theirs = (item for item in self.entries if item.by in {None, self.target})
        return any(item.sourced and item.unsure for item in theirs)


@dataclass(frozen=True, slots=True)
class Docket:
    """What every case is drawn from: the printed rows by id, the commitments by row, the responses."""

    known: Known
    held: Mapping[str, Held]  # by the id of every row of its chain
    responses: Mapping[str, Mapping[str, Response]]  # by demand, then organisation: the latest


def is_vague(demand: Demand) -> bool:
    """True when the demand has no coded dimension (R7 step 6)."""
    return not any(getattr(demand.terms, name) for name in DIMENSIONS)


def docket(sifted: Sifted, held: Iterable[Held], unsourced: frozenset[str]) -> Docket:
    """The rows of the day, gathered once for all demands."""
    complete = citable(sifted.sources)
    known = Known(
        announcements={row.id: row for row in sifted.announcements},
        reactions={row.id: row for row in sifted.reactions},
        sources={row.id: row for row in sifted.sources if row.id in complete},
        unsourced=unsourced,
        responding=responding(sifted.announcements),
    )
    chains = {row.id: one for one in held if one.standings for row in one.commitment.rows}
    return Docket(known, chains, _latest(sifted.responses))


def cases(sifted: Sifted, drawn: Docket) -> Iterator[Case]:
    """Every printed demand with each of its targets, in order of the statements (R7, R17).

    The target is the one named; a demand with several has them on the responses sheet.
    """
    for row in sifted.reactions:
        if row.demand is not None:
            others = [name for name in drawn.responses.get(row.id, ()) if name != row.demand.target]
            named_first = [row.demand.target] if row.demand.target is not None or not others else []
            for target in (*named_first, *others):
                yield _case(row, row.demand, target, drawn)


def _case(row: Reaction, demand: Demand, target: str | None, drawn: Docket) -> Case:
    coding = _coding(row, demand, target, drawn)
    entries = tuple(named(entry, row, drawn.known) for entry in coding.evidence)
    held = _against(row, target, entries, drawn)
    after = _rows_after(held, row, demand, drawn.known.unsourced)
    now = _state(held.standings[-1]) if held else NOTHING
    return Case(
        reaction=row,
        demand=demand,
        target=target,
        coding=coding,
        entries=entries,
        found=(*_replies(row, target, drawn), *after),
        held=held,
        gaps=gaps(now.terms, now.end, demand.terms) if held else unheld(demand.terms),
        state_then=_state_then(held, row),
        state_now=now,
        chain_moved=bool(after),
    )


def _coding(row: Reaction, demand: Demand, target: str | None, drawn: Docket) -> Coding:
    """The latest response, else the demand's own cells (model 1.6)."""
    responses = drawn.responses.get(row.id, {})
    response = responses.get(target) if target is not None else None
    if response is not None:
        return Coding(response.outcome, response.evidence, response.checked_on or response.on)
    if responses:
        return Coding()
    return Coding(demand.outcome, demand.evidence, demand.checked_on)


def _latest(responses: Iterable[Response]) -> dict[str, dict[str, Response]]:
    """The last response for each demand and organisation; the rows come in order of time."""
    latest: dict[str, dict[str, Response]] = {}
    for row in responses:
        latest.setdefault(row.demand, {})[row.organisation] = row
    return latest


def _against(row: Reaction, target: str | None, entries: Iterable[Evidence], drawn: Docket) -> Held | None:
    """The commitment a demand is held against (R6): the target's, among those the demand is about.

    One that the coder's evidence names, after the demand, counts too: a new commitment answers a demand
    about an old one. Of several, the one with the latest head.
    """
    if target in {None, SECTOR}:
        return None
    base = drawn.known.reactions.get(row.base)
    about = row.about or (base.about if base is not None else ())
    shown = tuple(item.id for item in entries if item.after and item.sourced)
    found = (drawn.held.get(identifier) for identifier in (*about, *shown))
    theirs = [one for one in found if one is not None and one.commitment.organisation == target]
    return max(theirs, key=_head_key, default=None)


def _head_key(held: Held) -> tuple[date, tuple[tuple[int, int, str], ...]]:
    return _day(held.commitment.head), by_id(held.commitment.head.id)


def _day(row: Announcement) -> date:
    assert row.announced_on is not None  # noqa: S101 - only dated rows stand in a chain
    return row.announced_on.first


def _rows_after(
    held: Held | None, row: Reaction, demand: Demand, unsourced: Collection[str]
) -> tuple[Evidence, ...]:
    """The latest sourced act and the latest sourced words of the chain after the demand (R7 step 3).

    Only for a demand with a coded dimension: of a vague one nobody can tell that the chain is its subject.
    """
    if held is None or is_vague(demand):
        return ()
    kinds: dict[bool, Evidence] = {}
    for newest in reversed(held.commitment.rows):
        item = of_announcement(newest, row, unsourced)
        if not item.after or True in kinds:
            break
        if item.sourced:
            kinds.setdefault(item.act, item)
    return tuple(kinds.values())


def _replies(row: Reaction, target: str | None, drawn: Docket) -> tuple[Evidence, ...]:
    """The target's announcements that name the demand, or its statement, as what they respond to."""
    if target is None:
        return ()
    return tuple(named(reply, row, drawn.known) for reply in replies(row, target, drawn.known.responding))


def _state_then(held: Held | None, demand: Reaction) -> State:
    """The commitment as it stood when the demand was made (R7 step 9)."""
    if held is None or demand.reacted_on is None:
        return NOTHING
    rows = held.commitment.rows
    at = bisect_right(rows, last_on(demand.reacted_on), key=_day)
    while at and of_announcement(rows[at - 1], demand, ()).after:
        at -= 1
    return _state(held.standings[at - 1]) if at else NOTHING


def _state(standing: Standing) -> State:
    return State(standing.terms, ends(standing)[0], existed=True)
