"""Order of rows (R2): same date, parent before child, then id; ids in the way people count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from flows.record.facts import Announcement, Reaction

Key = tuple[tuple[int, int, str], ...]
_PARTS = re.compile(r"\d+|\D+")


@lru_cache(maxsize=65536)
def by_id(identifier: str) -> Key:
    """A sorting key that puts A2 before A10 and R001 before R001.1."""
    parts: list[str] = _PARTS.findall(identifier)
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)


def chronology(rows: Iterable[Announcement], parents: Mapping[str, str]) -> tuple[Announcement, ...]:
    """The dated rows in order (R2): date, parent before child, then id."""
    days = {row.id: row.announced_on.first for row in rows if row.announced_on}
    keys: dict[str, tuple[Key, int]] = {}
    for row_id in days:
        _place(row_id, days, parents, keys)
    dated = (row for row in rows if row.id in days)
    return tuple(sorted(dated, key=lambda row: (days[row.id], *keys[row.id], row.origin.row)))


def statements(rows: Iterable[Reaction]) -> tuple[Reaction, ...]:
    """The dated reactions by date, then id, so that a dotted row follows its base."""
    keyed = [(row.reacted_on.first, by_id(row.id), row.origin.row, row) for row in rows if row.reacted_on]
    return tuple(row for *_, row in sorted(keyed, key=lambda item: item[:3]))


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
