"""Lengths of time: a term that lasts longer, or less long, than the words of its row say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.record import periods
from flows.record.facts import Duration
from flows.workbook.complaints import problem, words
from flows.workbook.dates import COUNTS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

    Spoken = tuple[str, str, list[Duration]]  # the column, its words for the length, every length in it

_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})"
_UNIT = rf"(?P<unit>ann[ée]es?|{'|'.join(sorted(UNITS, key=len, reverse=True))})\b"
_LENGTH = rf"(?P<length>{_COUNT}[\s-]{_UNIT})"
_STOP = r"\b(?:moratori\w*|bans?|bars?|prohibit\w*|paus\w*|halt\w*|stop\w*|suspen\w*|freez\w*)\b"
_STOP_FR = r"\b(?:moratoire|interdi\w*|suspen\w*|cesse\w*|pause|gel|g[èe]le)\b"

ANY = re.compile(rf"\b{_LENGTH}", re.IGNORECASE)
"""Any length of time, whatever of."""

OF_THE_STOP = (
    re.compile(rf"\b{_LENGTH}(?:-long)?(?:\s[\w-]+){{0,2}}?\s{_STOP}", re.IGNORECASE),
    re.compile(rf"{_STOP}[^.;:]{{0,80}}?\sfor\s(?:at\sleast\s)?{_LENGTH}", re.IGNORECASE),
    re.compile(rf"{_STOP_FR}[^.;:]{{0,80}}?\s(?:d'|de\s|pendant\s|pour\s|durant\s)"
               rf"(?:une\s(?:dur[ée]e|p[ée]riode)\s(?:d'|de\s))?{_LENGTH}", re.IGNORECASE),
)  # fmt: skip
"""A stop and how long it lasts: "one-year moratorium", "pause d'un an"."""

DAYS = {"days": 1.0, "months": 30.44, "years": 365.25}
CLOSE = 1.15  # three months are ninety days
FAR = 330  # days between a term's last day and the one its words come to: another year was typed


def lengths(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about terms of one length in their own cells and of another in the row's words."""
    for row in rows:
        if row.table.sheet.name == "announcements":
            yield from _of_another_length(row, "summary", "duration")
            yield from _ends_another_year(row)
        elif row.table.sheet.name == "reactions":
            yield from _of_another_length(row, "demand", "demand_duration")


def _of_another_length(row: Row, words_in: str, name: str) -> Iterator[Problem]:
    """A complaint about a length that is none of those the words give."""
    typed = row.get(name)
    if typed and row.said(name):
        for column, said, every in _spoken(row, words_in):
            if not any(_alike(typed, one) for one in every):
                yield _against(row, name, column, said)
                return


def _ends_another_year(row: Row) -> Iterator[Problem]:
    """A complaint about a last day a year or more from the one the words come to; a chain counts its own."""
    ends, starts = row.get("ends_on"), row.get("starts_on") or row.get("announced_on")
    if not ends or not starts or row.get("previous_id") or row.get("duration"):
        return
    for column, said, every in _spoken(row, "summary"):
        days = [periods.end_day(starts, one) for one in every]
        if all(day is None or abs((day.first - ends.first).days) > FAR for day in days):
            yield _against(row, "ends_on", column, said)
            return


def _against(row: Row, name: str, column: str, said: str) -> Problem:
    return problem(
        "length_against_words", row.cell(name), row.table.language, row.said(name),
        column=row.table.header(column), other=words.clip(said), place=str(row.cell(column)),
    )  # fmt: skip


def _spoken(row: Row, name: str) -> Iterator[Spoken]:
    """Of the column and its twins, each that speaks of a stop of some length."""
    for column in row.versions(name):
        text = row.said(column).replace("’", "'")
        found = next(filter(None, (shape.search(text) for shape in OF_THE_STOP)), None)
        if found:
            yield column, found["length"], [_length(one) for one in ANY.finditer(text)]


def _length(found: re.Match[str]) -> Duration:
    count, unit = found["count"].lower(), found["unit"].lower().replace("é", "e")
    number = int(count) if count.isdecimal() else COUNTS[count]
    weeks = unit.startswith(("week", "semaine"))
    return Duration(number * 7 if weeks else number, UNITS[unit])


def _alike(one: Duration, other: Duration) -> bool:
    if "days" not in {one.unit, other.unit}:
        return _months(one) == _months(other)
    days, others = (max(1.0, each.count * DAYS[each.unit]) for each in (one, other))
    return max(days, others) / min(days, others) <= CLOSE


def _months(length: Duration) -> int:
    return length.count * (12 if length.unit == "years" else 1)
