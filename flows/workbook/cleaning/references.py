"""Ids that name other rows: is the row there, and does the way back end somewhere? (1.3, 1.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.facts import Citation
from flows.workbook.complaints import problem
from flows.workbook.tables import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

NAMING = {
    "announcements": ("previous_id", "responds_to", "source"),
    "reactions": ("about", "outcome_evidence", "same_demand_as", "source"),
    "responses": ("demand", "evidence"),
    "questions": ("about", "asked_by", "answer_source"),
    "context": ("source",),
}


def references(rows: Sequence[Row], ids: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the ids rows name: absent ones, a row before itself, an outcome given twice."""
    known = frozenset(ids)
    for row in rows:
        for name in NAMING.get(row.table.sheet.name, ()):
            for each in _named(row, name):
                if each not in known and row.said(name):
                    yield problem("unknown_reference", row.cell(name), row.table.language, each, id=each)
    yield from _circles([row for row in rows if row.table.sheet.name == "announcements"])
    yield from _outcomes_twice(rows)
    yield from _without_demand(rows)


def _named(row: Row, name: str) -> Iterator[str]:
    value = row.get(name)
    if name == "asked_by":
        is_id = isinstance(value, str) and value[:1] in "Rr" and any(each.isdecimal() for each in value)
        yield from [value] if value and is_id else []
    elif isinstance(value, str):
        yield value
    elif value:
        yield from (each for each in map(_id, value) if each)


def _id(value: str | Citation) -> str | None:
    if isinstance(value, Citation):
        return value.value if value.kind == "id" else None
    return value


def _circles(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each row that comes after itself, straight away or by way of others."""
    before = {row.key: row.get("previous_id") for row in rows if row.key and row.get("previous_id")}
    for row in rows:
        way = _way_back(row.key or "", before)
        if way is None:
            continue
        where, language, previous = row.cell("previous_id"), row.table.language, row.said("previous_id")
        if len(way) == 1:
            yield problem("names_itself", where, language, previous, id=row.key or "")
        else:
            yield problem("circle", where, language, previous, chain=" → ".join((*way, way[0])))


def _way_back(start: str, before: Mapping[str, str]) -> tuple[str, ...] | None:
    """The ids from a row back to itself, or None when the way ends elsewhere."""
    way = [start]
    while (earlier := before.get(way[-1])) is not None:
        if earlier == start:
            return tuple(way)
        if earlier in way:
            return None
        way.append(earlier)
    return None


def _outcomes_twice(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each outcome cell of a demand that a response answers too."""
    answered: dict[str, Row] = {}
    for row in rows:
        if row.table.sheet.name == "responses" and row.key and not row.get("retired"):
            answered.setdefault(row.key, row)
    for row in rows:
        if row.table.sheet.name == "reactions" and row.key in answered and asks(row):
            place = str(answered[row.key].cell("outcome"))
            for name in OUTCOMES:
                if row.get(name):
                    cell, found = row.cell(name), row.said(name)
                    yield problem("outcome_twice", cell, row.table.language, found, place=place)


def _without_demand(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each response to a row that asks for nothing."""
    asking_nothing = {
        row.key: row
        for row in rows
        if row.table.sheet.name == "reactions" and not asks(row) and not row.get("retired")
    }
    for row in rows:
        if row.table.sheet.name == "responses" and (named := asking_nothing.get(row.key)):
            yield problem(
                "response_without_demand", row.cell("demand"), row.table.language, row.said("demand"),
                id=row.key or "", column=named.table.header("demand"), place=str(named.cell("demand")),
            )  # fmt: skip


def asks(row: Row) -> bool:
    """Whether the row of reactions holds a demand, in either language."""
    return any(row.get(name) for name in ("demand", "demand_fr", "demand_en"))
