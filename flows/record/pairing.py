"""Which row of one edition is which of another (R9): by what it is known by, never by position."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from flows.record import order
from flows.record.columns import COLUMNS, cell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flows.record.facts import Record, Response

    Alike = Callable[[Response], object]

Rows = dict[str, Any]
"""The rows of one sheet by what they are known by."""


def paired(sheet: str, before: Record, after: Record) -> tuple[Rows, Rows]:
    """The rows of both editions; what is one row in both goes by one key."""
    if sheet == "responses":
        return _responses(order.responses(before.responses), order.responses(after.responses))
    return keyed(sheet, before), keyed(sheet, after)


def keyed(sheet: str, record: Record) -> Rows:
    """The rows of a sheet whose rows have an id, or the name of a body."""
    return {row.name if sheet == "organisations" else row.id: row for row in getattr(record, sheet)}


def _responses(olds: Sequence[Response], nows: Sequence[Response]) -> tuple[Rows, Rows]:
    """The responses of both editions, which have no id; each in order of time.

    One is the same that says the same; else the next of its demand, body and day; else one that differs in
    nothing but the day; else the only one left of its demand and body on either side.
    """
    same: dict[int, int] = {}  # by place among the later ones, place among the earlier
    for alike in (_said, _of_the_day, _but_for_the_day):
        same |= _matched(alike, olds, nows, same)
    body_left = Counter(_of_the_body(row) for at, row in enumerate(olds) if at not in same.values())
    body_come = Counter(_of_the_body(row) for at, row in enumerate(nows) if at not in same)
    alone = frozenset(body for body, count in body_left.items() if count == body_come[body] == 1)
    same |= _matched(lambda row: body if (body := _of_the_body(row)) in alone else None, olds, nows, same)
    again = {old: now for now, old in same.items()}
    return (
        {f"{again[at]}" if at in again else f"gone {at}": row for at, row in enumerate(olds)},
        {f"{at}": row for at, row in enumerate(nows)},
    )


def _matched(
    alike: Alike, olds: Sequence[Response], nows: Sequence[Response], same: dict[int, int]
) -> dict[int, int]:
    """Each later one not matched yet with the first earlier one that is alike; None is like no other."""
    taken = frozenset(same.values())
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    for at, row in reversed(list(enumerate(olds))):
        if at not in taken and (seen := alike(row)) is not None:
            waiting[seen].append(at)
    come = ((at, alike(row)) for at, row in enumerate(nows) if at not in same)
    return {at: waiting[seen].pop() for at, seen in come if waiting[seen]}


def _of_the_body(row: Response) -> tuple[object, ...]:
    return row.demand, row.organisation


def _of_the_day(row: Response) -> tuple[object, ...]:
    return *_of_the_body(row), row.on


def _said(row: Response) -> tuple[object, ...]:
    return *_of_the_body(row), *(cell(row, column.path) for column in COLUMNS["responses"])


def _but_for_the_day(row: Response) -> tuple[object, ...]:
    told = (cell(row, column.path) for column in COLUMNS["responses"] if column.path != "on")
    return *_of_the_body(row), *told
