"""Cells that a sheet has counted up by itself, because somebody dragged one down over others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning.inheritance import base_of
from flows.workbook.complaints import problem
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

LAST_NUMBER = re.compile(r"^(.*?)(\d{1,9})(\D*)$", re.DOTALL)
AT_LEAST = 3  # cells in a row that count up before it looks dragged


def dragged(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about acts that dotted rows count up, and addresses of one title, or of many bodies."""
    reactions = sorted(
        (row for row in rows if row.table.sheet.name == "reactions" and len(row.get("about") or ()) == 1),
        key=lambda row: row.number,
    )
    for run in _runs([(row, row.said("about")) for row in reactions], base_of):
        for row in run[1:]:
            yield problem(
                "about_counted_up", row.cell("about"), row.table.language, row.said("about"),
                first=run[0].said("about"), base=base_of(row),
            )  # fmt: skip
    sources = [row for row in rows if row.table.sheet.name == "sources" and row.get("title")]
    addresses = [(row, row.said("url")) for row in sources]
    of_many = (run for run in _runs(addresses, lambda _: None) if len({*map(_publisher, run)}) == len(run))
    for run in (*_runs(addresses, _title), *of_many):
        for row in run[1:]:
            where, language = row.cell("url"), row.table.language
            yield problem(
                "address_counted_up", where, language, row.said("url"), place=str(run[0].cell("url"))
            )


def _publisher(row: Row) -> str:
    return key(row.get("publisher") or "")


def _title(row: Row) -> tuple[object, ...]:
    """By what two rows are one publication, but for the address."""
    day = row.get("published_on")
    return _publisher(row), key(row.get("title") or ""), day.first if day else None


def _runs(typed: Sequence[tuple[Row, str]], same: Callable[[Row], object]) -> Iterator[list[Row]]:
    """The rows one below the other, of one thing, whose last number grows by one each time."""
    run: list[Row] = []
    last = ""
    for row, said in typed:
        goes_on = run and row.number == run[-1].number + 1 and _follows(last, said)
        if goes_on and same(row) == same(run[0]):
            run.append(row)
        else:
            yield from [run] if len(run) >= AT_LEAST else []
            run = [row]
        last = said
    yield from [run] if len(run) >= AT_LEAST else []


def _follows(one: str, other: str) -> bool:
    ours, theirs = LAST_NUMBER.match(one), LAST_NUMBER.match(other)
    if not ours or not theirs:
        return False
    return (ours[1], ours[3]) == (theirs[1], theirs[3]) and int(theirs[2]) == int(ours[2]) + 1
