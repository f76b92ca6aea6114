"""Why a row is set aside "to resolve": what its cells already said, and what only the other rows show."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from flows.record.facts import OUT_OF_SIGHT, SECTOR
from flows.record.order import said_on
from flows.record.periods import later, same_time

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from flows.record.chains import Links
    from flows.record.facts import (
        Announcement,
        Day,
        Demand,
        Origin,
        Reaction,
        Record,
        Response,
    )
    from flows.record.order import Identified

Doubts = dict["Origin", tuple[str, ...]]

OF_THE_CHAIN = frozenset({"duplicate_id", "circle", "names_itself"})
"""Doubts of R4 test 0, beside a missing date, that a row carries from the workbook."""


def undetermines(row: Announcement) -> bool:
    """True when a row set aside may still name a commitment, as an undetermined one (R4 test 0).

    Its date is missing, its id is borne twice, or its chain has no order. A row set aside for a cell
    it cannot do without is told among the rows to resolve, and nowhere else.
    """
    typed = frozenset(row.doubts)
    if not typed.isdisjoint(OUT_OF_SIGHT):
        return False
    return not typed or row.announced_on is None or bool(typed & OF_THE_CHAIN)


def announcements(record: Record, linked: Links, as_of: date) -> Doubts:
    """Doubts by row: the typed ones, duplicate_id, missing_date, circle, two_successors (R2, R3)."""
    rows = record.announcements
    found = _gathered(
        rows, _in_use(rows, as_of), _dateless((row.origin, row.announced_on, row.doubts) for row in rows)
    )
    return {
        origin: tuple(dict.fromkeys((*found.get(origin, ()), *linked.doubts.get(origin, ()))))
        for origin in found.keys() | linked.doubts.keys()
    }


def reactions(record: Record, as_of: date) -> Doubts:
    """Doubts by row: the typed ones, duplicate_id, missing_date, outcome_twice (model 1.6)."""
    rows = record.reactions
    answered = {row.demand for row in record.responses if row.retired is None and not later(row.on, as_of)}
    twice = {
        row.origin: "outcome_twice"
        for row in rows
        if row.demand is not None and row.id in answered and _has_outcome(row.demand)
    }
    dateless = _dateless((row.origin, row.reacted_on, row.doubts) for row in rows)
    return _gathered(rows, _in_use(rows, as_of), dateless, twice)


def identified(rows: Iterable[Identified], as_of: date) -> Doubts:
    """Doubts by row: the typed ones, duplicate_id. None of them needs a date: background may be undated."""
    listed = tuple(rows)
    return _gathered(listed, _in_use(listed, as_of))


def at_odds(rows: Iterable[Response], as_of: date) -> frozenset[Origin]:
    """Responses of one demand, body and day that differ in the outcome, where no check tells which is later.

    They are as two rows with one id (model 1.3): none of them feeds anything.
    """
    alike: dict[tuple[object, ...], list[Response]] = defaultdict(list)
    for row in rows:
        if row.on and row.retired is None and not row.doubts and not later(row.on, as_of):
            alike[row.demand, row.organisation, row.on].append(row)
    return frozenset(
        row.origin
        for group in alike.values()
        for row in group
        if any(one.outcome != row.outcome and same_time(one.checked_on, row.checked_on) for one in group)
    )


def response(
    row: Response, demand: Reaction | None, printed: Mapping[Origin, str], odd: Collection[Origin]
) -> tuple[str, ...]:
    """Doubts of a response: the typed ones, missing_date, demand_not_printed, sector_demand (model 1.1).

    And answers_differ, where it is one of those that are `at_odds`.
    """
    found = list(row.doubts)
    if row.origin in odd:
        found.append("answers_differ")
    if row.on is None and not found:
        found.append("missing_date")
    if demand is None or demand.demand is None or printed[demand.origin] in {"retired", "to_resolve"}:
        found.append("demand_not_printed")
    elif demand.demand.target == SECTOR:
        found.append("sector_demand")
    return tuple(found)


def _in_use(rows: Iterable[Identified], as_of: date) -> Counter[str]:
    """How many living rows known by the day bear each id.

    One used again later is no matter of this edition; of a row typed twice, one is retired, never deleted.
    """
    return Counter(row.id for row in rows if row.retired is None and not later(said_on(row), as_of))


def _gathered(rows: Iterable[Identified], times: Counter[str], *others: Mapping[Origin, str]) -> Doubts:
    """The typed doubts, the ids borne twice and the others given, by row; rows without any are left out."""
    gathered: dict[Origin, dict[str, None]] = defaultdict(dict)
    for row in rows:
        gathered[row.origin] = dict.fromkeys(rule for rule in row.doubts if rule != "duplicate_id")
        if times[row.id] > 1:
            gathered[row.origin]["duplicate_id"] = None
    for other in others:
        for origin, rule in other.items():
            gathered[origin][rule] = None
    return {origin: tuple(rules) for origin, rules in gathered.items() if rules}


def _dateless(rows: Iterator[tuple[Origin, Day | None, tuple[str, ...]]]) -> dict[Origin, str]:
    """Rows without a day, unless another cell says already why they cannot be used."""
    return {
        origin: "missing_date"
        for origin, day, typed in rows
        if day is None and set(typed) <= {"duplicate_id"}
    }


def _has_outcome(demand: Demand) -> bool:
    return demand.outcome is not None or bool(demand.evidence) or demand.checked_on is not None
