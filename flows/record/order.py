"""Order of rows (R2): same date, parent before child, then id; ids in the way people count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from flows.record.facts import (
        Announcement,
        Context,
        Day,
        Organisation,
        Question,
        Reaction,
        Response,
        Source,
    )

    Timed = Announcement | Reaction | Context
    Identified = Timed | Question | Source

Key = tuple[tuple[int, int, str], ...]
Place = tuple[bool, int, Key, int, int]
_PARTS = re.compile(r"\d+|\D+")

Row = TypeVar("Row", bound="Timed")

DAYS = ("announced_on", "reacted_on", "happened_on", "asked_on", "published_on")
"""The own day of a row, by its sheet."""


@lru_cache(maxsize=65536)
def by_id(identifier: str) -> Key:
    """A sorting key that puts A2 before A10 and R001 before R001.1."""
    parts: list[str] = _PARTS.findall(identifier)
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)


def in_time(rows: Iterable[Timed], parents: Mapping[str, str] | None = None) -> Callable[[Timed], Place]:
    """A sorting key for these rows, of one sheet or of several (R2): date, parent before child, then id.

    A row's parent is the one it follows, if it is among them, or what `parents` says. Rows without a date
    come last, by id.
    """
    listed = tuple(rows)
    days = {row.id: day.first for row in listed if (day := said_on(row))}
    followed = _followed(listed) if parents is None else parents
    keys: dict[str, tuple[Key, int]] = {}
    for row_id in days:
        _place(row_id, days, followed, keys)

    def place(row: Timed) -> Place:
        day = said_on(row)
        greatest, depth = keys.get(row.id, (by_id(row.id), 0))
        return day is None, day.first.toordinal() if day else 0, greatest, depth, row.origin.row

    return place


def chronology(rows: Iterable[Row], parents: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    """The dated rows in order (R2)."""
    dated = [row for row in rows if said_on(row)]
    return tuple(sorted(dated, key=in_time(dated, parents)))


def said_on(row: Identified) -> Day | None:
    """The row's own day: announced, reacted, happened, asked or published."""
    day: Day | None = next(getattr(row, name) for name in DAYS if hasattr(row, name))
    return day


def own_day(row: object) -> Day | None:
    """The day of a row of any sheet; None where it has none, as a body has not."""
    names = (name for name in (*DAYS, "on") if hasattr(row, name))
    return getattr(row, next(names, ""), None)


def responses(rows: Iterable[Response]) -> tuple[Response, ...]:
    """The responses in order of time, whatever the order typed: of one day the one checked last counts.

    By date, the demand's id, who was asked, the day of the check; then by what they say, so that the order is
    one. Two that differ in the outcome and that no day tells apart are set aside before (see `doubts`).
    """
    return tuple(sorted(rows, key=_in_turn))


def _in_turn(row: Response) -> tuple[object, ...]:
    evidence = tuple(by_id(one) for one in row.evidence)
    of = (by_id(row.demand), row.organisation)
    return *_day(row.on), *of, *_day(row.checked_on), evidence, row.outcome or ""


def _day(day: Day | None) -> tuple[int, str]:
    """A sorting key for a day that may be blank: such a one comes first."""
    return (day.first.toordinal(), day.precision) if day else (0, "")


def names(rows: Iterable[Organisation]) -> tuple[Organisation, ...]:
    """The organisations by name."""
    return tuple(sorted(rows, key=lambda row: (row.name, row.origin.row)))


def _followed(rows: Iterable[Timed]) -> dict[str, str]:
    """Each announcement's parent, where it has one."""
    named = ((row.id, getattr(row, "previous_id", None)) for row in rows)
    return {identifier: parent for identifier, parent in named if parent is not None}


def _place(
    row_id: str, days: Mapping[str, date], parents: Mapping[str, str], keys: dict[str, tuple[Key, int]]
) -> None:
    """Give the row its place within its day: after its parents of that day, else by id."""
    path: list[str] = []
    at: str | None = row_id
    while at is not None and at not in keys:
        path.append(at)
        parent = parents.get(at)
        at = parent if parent is not None and days.get(parent) == days[row_id] else None
        if len(path) > len(days):  # a circle of rows on one day
            break
    greatest, depth = keys[at] if at is not None and at in keys else ((), -1)
    for step in reversed(path):
        greatest, depth = max(greatest, by_id(step)), depth + 1
        keys[step] = (greatest, depth)
