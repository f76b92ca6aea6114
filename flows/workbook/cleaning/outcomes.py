"""Outcomes that no page can print as they are coded (R7, model 1.6)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from flows.record.facts import SECTOR
from flows.record.periods import same_time
from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem, words
from flows.workbook.nearest import nearest_name
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem


def of_nobody(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each outcome beside a demand to the sector: no organisation can have answered it."""
    for row in rows:
        demanded = row.table.sheet.name == "reactions" and row.holds("demand")
        if demanded and row.get("target") == SECTOR and row.get("outcome") not in (None, "not_checked"):
            yield problem(
                "outcome_of_nobody", row.cell("outcome"), row.table.language, row.said("outcome"),
                column=row.table.header("target"),
            )  # fmt: skip


def nobody_asked(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each response of a body that its demand has nothing to do with.

    A demand with several targets has them on the sheet of responses (model 1.6). A name much like the
    target's has its own complaint.
    """
    demands = {row.key: row for row in rows if row.table.sheet.name == "reactions" and row.holds("demand")}
    acts = by_key(row for row in rows if row.table.sheet.name == "announcements")
    bodies = by_key(row for row in rows if row.table.sheet.name == "organisations")
    for row in rows:
        demand, named = demands.get(row.key), row.get("organisation")
        if row.table.sheet.name != "responses" or demand is None or not named or demand.get("retired"):
            continue
        target = demand.get("target")
        if target in (None, SECTOR) or named in _concerned(demand, acts, bodies):
            continue
        if target not in _related(named, bodies) and not nearest_name(key(named), [key(target)]):
            yield problem(
                "nobody_asked", row.cell("organisation"), row.table.language, named, id=row.key or "",
                target=words.clip(target), column=row.table.header("demand"),
            )  # fmt: skip


def _concerned(demand: Row, acts: Mapping[str, Row], bodies: Mapping[str, Row]) -> set[str]:
    """The target and those it is tied to, those it is to move, and those whose acts the demand is about."""
    target = demand.get("target")
    about = (acts[each].get("organisation") for each in demand.get("about") or () if each in acts)
    return {target, *(demand.get("aimed_at") or ()), *about, *_related(target, bodies)}


def _related(name: str, bodies: Mapping[str, Row]) -> Collection[str]:
    """The bodies that the named one's own row ties it to."""
    return (bodies[name].get("related_to") or ()) if name in bodies else ()


def unprinted(rows: Sequence[Row], doubtful: Collection[tuple[str, int]]) -> Iterator[Problem]:
    """A complaint about each response whose demand is printed nowhere, or is one to nobody in particular."""
    demands = by_key(row for row in rows if row.table.sheet.name == "reactions")
    for row in rows:
        demand = demands.get(row.key or "")
        if row.table.sheet.name != "responses" or demand is None:
            continue
        if row.get("retired") or row.place in doubtful:
            continue
        gone = demand.get("retired") or demand.place in doubtful
        if gone or demand.get("target") == SECTOR:
            yield problem(
                "demand_not_printed" if gone else "sector_demand", row.cell("demand"), row.table.language,
                row.said("demand"), id=row.key or "", withdraw=row.withdraw(),
            )  # fmt: skip


def differing(rows: Sequence[Row], doubtful: Collection[tuple[str, int]]) -> Iterator[Problem]:
    """A complaint about each answer beside one that differs, where no day tells which is the later."""
    alike: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        in_use = row.get("on") and not row.get("retired") and row.place not in doubtful
        if row.table.sheet.name == "responses" and in_use:
            alike[row.key, row.get("organisation"), row.get("on")].append(row)
    for group in alike.values():
        for row in group:
            other = _at_odds(row, group)
            if other is not None:
                yield _differs(row, other)


def _at_odds(row: Row, others: Iterable[Row]) -> Row | None:
    """The first of these that gives another outcome at no other time."""
    outcome, checked = row.get("outcome"), row.get("checked_on")
    told_apart = (one for one in others if one.get("outcome") != outcome)
    return next((one for one in told_apart if same_time(one.get("checked_on"), checked)), None)


def _differs(row: Row, other: Row) -> Problem:
    language, on = row.table.language, row.get("on")
    return problem(
        "answers_differ", row.cell("outcome"), language, row.said("outcome"),
        id=row.key or "", organisation=row.get("organisation"),
        day=words.period(on.first, on.precision, language), place=str(other.cell("outcome")),
        other=words.clip(other.said("outcome")), column=row.table.header("checked_on"),
    )  # fmt: skip
