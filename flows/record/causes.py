"""Why a status or an outcome is not what it was: time alone, a change of the rules, or rows (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record import findings
from flows.record.editions import Change, Consequence
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flows.record.editions import Result, Snapshot

SHEETS = {"status": "announcements", "outcome": "reactions"}
"""The sheet of the rows each kind of result is told of."""


def of_results(
    before: Snapshot, after: Snapshot, touched: Collection[tuple[str, str]]
) -> tuple[list[Change], tuple[Consequence, ...]]:
    """Results of both editions that differ: by time or by method, and those that rows moved (R9).

    `touched` are the rows that changed. The earlier edition's rows are computed anew by today's rules: on
    their own day, to see what the rules alone do, and on the later day, to see what time alone does.
    """
    moved = {
        key for key in before.results.keys() & after.results if before.results[key] != after.results[key]
    }
    if not moved:
        return [], ()
    same = before.rules == after.rules
    then = findings.results(before.record, before.as_of)
    aged = findings.results(before.record, after.as_of)
    changes: list[Change] = []
    consequences: list[Consequence] = []
    for key in sorted(moved, key=_place):
        was, now = before.results[key], after.results[key]
        by_rules = was if same else then.get(key, was)
        if by_rules != was:
            changes.append(_change("method", key, was, by_rules))
        if by_rules == now:
            continue
        if aged.get(key) == now != then.get(key):
            changes.append(_change("by_time", key, by_rules, now))
        else:
            consequences.append(_consequence(key, by_rules, now, _rows(key, before, after, touched)))
    return changes, tuple(consequences)


def _place(key: Result) -> tuple[str, object, str]:
    what, row_id, target = key
    return what, by_id(row_id), target or ""


def _change(heading: str, key: Result, was: str, now: str) -> Change:
    what, row_id, target = key
    return Change(heading, SHEETS[what], row_id, what, before=was, after=now, target=target)


def _consequence(key: Result, was: str, now: str, rows: tuple[str, ...]) -> Consequence:
    what, row_id, target = key
    return Consequence(what, row_id, target, was, now, rows)


def _rows(
    key: Result, before: Snapshot, after: Snapshot, touched: Collection[tuple[str, str]]
) -> tuple[str, ...]:
    """Which of the rows that changed the result rests on, in either edition."""
    on: set[str] = {*_rests(before.rests, key), *_rests(after.rests, key)}
    return tuple(sorted({row_id for _, row_id in touched if row_id in on}, key=by_id))


def _rests(rests: Mapping[Result, tuple[str, ...]], key: Result) -> tuple[str, ...]:
    return rests.get(key, ())
