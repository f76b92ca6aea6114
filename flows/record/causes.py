"""Why a status or an outcome is not what it was: time alone, a change of the rules, or rows (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record import findings
from flows.record.editions import Change, Consequence
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.record.editions import Result, Snapshot, Vanished

FEEDING = ("status", "scope", "chain", "when", "answer", "evidence", "who")
"""Reasons of the columns that results are computed from (see `columns`)."""

SHEETS = {"status": "announcements", "outcome": "reactions"}
"""The sheet of the rows each kind of result is told of."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids of the rows that changed at all, and of those where a cell that feeds a result was corrected."""

    rows: frozenset[str]
    at_root: frozenset[str]


def touched(rows: Iterable[Change], gone: Iterable[Vanished]) -> Touched:
    """What the changes of rows say of the results that rest on them."""
    changes = tuple(rows)
    feeding = (
        one.id
        for one in changes
        if one.heading == "corrected"
        and any(cell.because in FEEDING or cell.column == "kind" for cell in one.columns)
    )
    ids = (*(one.id for one in changes), *(one.id for one in gone))
    return Touched(frozenset(ids), frozenset(feeding))


def of_results(
    before: Snapshot, after: Snapshot, moving: Touched
) -> tuple[list[Change], tuple[Consequence, ...]]:
    """Results of both editions that differ: by time or by method, and those that rows moved (R9).

    The earlier edition's rows are computed anew by today's rules: on their own day, to see what the rules
    alone do, and on the later day, to see what time alone does. Where a cell that the result is computed
    from was corrected, that is the cause, whatever time would have done.
    """
    differing = [
        key for key in before.results.keys() & after.results if before.results[key] != after.results[key]
    ]
    if not differing:
        return [], ()
    then = findings.results(before.record, before.as_of)
    aged = findings.results(before.record, after.as_of)
    changes: list[Change] = []
    consequences: list[Consequence] = []
    for key in sorted(differing, key=_place):
        was, now = before.results[key], after.results[key]
        by_rules = was if before.rules == after.rules else then.get(key, was)
        on = {*before.rests.get(key, ()), *after.rests.get(key, ())}
        if by_rules != was:
            changes.append(_change("method", key, was, by_rules))
        if aged.get(key) == now != then.get(key) and not on & moving.at_root:
            changes.append(_change("by_time", key, by_rules, now))
        elif by_rules != now:
            rows = tuple(sorted(on & moving.rows, key=by_id))
            consequences.append(Consequence(key[0], key[1], key[2], by_rules, now, rows))
    return changes, tuple(consequences)


def _place(key: Result) -> tuple[str, object, str]:
    what, row_id, target = key
    return what, by_id(row_id), target or ""


def _change(heading: str, key: Result, was: str, now: str) -> Change:
    what, row_id, target = key
    return Change(heading, SHEETS[what], row_id, what, before=was, after=now, target=target)
