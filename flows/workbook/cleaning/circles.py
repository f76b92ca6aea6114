"""Announcements that come after themselves, straight away or by way of others (1.4)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

LONGEST_SHOWN = 8  # ids of a circle named in a sentence


def circling(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each row that comes after itself, straight away or by way of others."""
    before = predecessors(rows)
    places = circles(before)
    for row in rows:
        if row.key not in places:
            continue
        where, language, previous = row.cell("previous_id"), row.table.language, row.said("previous_id")
        circle, place = places[row.key]
        if len(circle) == 1:
            yield problem("names_itself", where, language, previous, id=row.key)
        else:
            yield problem("circle", where, language, previous, chain=" → ".join(_round(circle, place)))


def predecessors(rows: Sequence[Row]) -> dict[str, str]:
    """The id that each announcement follows; of two rows in use the record, too, takes the lower id named."""
    named = sorted(rows, key=lambda row: row.get("previous_id") or "~")
    return {id_: row.get("previous_id") for id_, row in by_key(named).items() if row.get("previous_id")}


def circles(before: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], int]]:
    """Each id that comes back to itself, with its circle and where in it the id stands.

    `before` gives the id that each names as its predecessor. Every id is passed once: a way that meets one
    passed on an earlier way ends there, one that meets its own has closed a circle.
    """
    passed: set[str] = set()
    found: dict[str, tuple[tuple[str, ...], int]] = {}
    for start in before:
        way: dict[str, int] = {}
        current: str | None = start
        while current is not None and current not in passed:
            passed.add(current)
            way[current] = len(way)
            current = before.get(current)
        if current is not None and current in way:
            circle = tuple(way)[way[current] :]
            found |= {each: (circle, place) for place, each in enumerate(circle)}
    return found


def _round(circle: tuple[str, ...], place: int) -> Iterator[str]:
    """The ids from one of them round to itself; of a long circle the beginning and the end."""
    around = (circle[(place + step) % len(circle)] for step in range(len(circle) + 1))
    if len(circle) <= LONGEST_SHOWN:
        yield from around
        return
    yield from islice(around, LONGEST_SHOWN - 2)
    yield from ("…", circle[place - 1], circle[place])
