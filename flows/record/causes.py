"""Why a status or an outcome is not what it was: time alone, a change of the rules, or rows (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record import findings
from flows.record.editions import Change, Consequence
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flows.record.editions import Result, Snapshot, Vanished

FEEDING: Mapping[str, frozenset[str]] = {
    "status": frozenset({"status", "chain", "when"}),
    "outcome": frozenset({"status", "scope", "chain", "when", "answer", "who"}),
}
"""By what is computed, the reasons of the columns it is computed from (see `columns`) ..."""

FEEDING_TOO = frozenset({"kind", "source"})
"""... and two further columns."""

SHEETS = {"status": "announcements", "outcome": "reactions"}
"""The sheet of the rows each kind of result is told of."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids of the rows that changed at all, and, by what is computed, of those with a cell of it corrected."""

    rows: frozenset[str]
    at_root: Mapping[str, frozenset[str]]


def touched(rows: Iterable[Change], gone: Iterable[Vanished]) -> Touched:
    """What the changes of rows say of the results that rest on them."""
    changes = tuple(one for one in rows if one.substantive)
    ids = (*(one.id for one in changes), *(one.id for one in gone))
    return Touched(frozenset(ids), {what: _corrected(changes, reasons) for what, reasons in FEEDING.items()})


def _corrected(changes: Iterable[Change], reasons: frozenset[str]) -> frozenset[str]:
    return frozenset(
        one.id
        for one in changes
        if one.heading == "corrected"
        and any(cell.because in reasons or cell.column in FEEDING_TOO for cell in one.columns)
    )


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
    cause = _Cause(before, after, moving)
    changes: list[Change] = []
    consequences: list[Consequence] = []
    for key in sorted(differing, key=_place):
        was, now = before.results[key], after.results[key]
        by_rules = cause.by_rules(key)
        if by_rules != was:
            changes.append(_change("method", key, was, by_rules))
        if cause.is_time(key):
            changes.append(_change("by_time", key, by_rules, now))
        elif by_rules != now:
            consequences.append(Consequence(*key, by_rules, now, cause.rows(key)))
    return changes, tuple(consequences)


class _Cause:
    """Why results differ; the statuses are asked of first, for outcomes follow from them."""

    def __init__(self, before: Snapshot, after: Snapshot, moving: Touched) -> None:
        self.before, self.after, self.moving = before, after, moving
        self.then = findings.results(before.record, before.as_of)
        self.aged = findings.results(before.record, after.as_of)
        self.by_rows: set[str] = set()  # chains whose status rows moved

    def by_rules(self, key: Result) -> str:
        """What the rules of today would have found in the earlier edition's rows on its day."""
        was = self.before.results[key]
        return was if self.before.rules == self.after.rules else self.then.get(key, was)

    def is_time(self, key: Result) -> bool:
        """True when time alone leads to the later result, and no row is known to have moved it."""
        now, on = self.after.results[key], self._rests(key)
        alone = self.aged.get(key) == now != self.then.get(key)
        if alone and not on & self.moving.at_root[key[0]] and not on & self.by_rows:
            return True
        if key[0] == "status":
            self.by_rows.add(key[1])
        return False

    def rows(self, key: Result) -> tuple[str, ...]:
        """Which of the rows that changed the result rests on."""
        return tuple(sorted(self._rests(key) & self.moving.rows, key=by_id))

    def _rests(self, key: Result) -> set[str]:
        return {*self.before.rests.get(key, ()), *self.after.rests.get(key, ())}


def _place(key: Result) -> tuple[bool, object, str]:
    what, row_id, target = key
    return what != "status", by_id(row_id), target or ""


def _change(heading: str, key: Result, was: str, now: str) -> Change:
    what, row_id, target = key
    return Change(heading, SHEETS[what], row_id, what, before=was, after=now, target=target)
