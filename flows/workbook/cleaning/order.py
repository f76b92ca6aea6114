"""Days that cannot follow one another as they are typed, in one row or between rows that name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.periods import last_on
from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.record.facts import Day
    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

PAIRS = {
    "announcements": (("announced_on", "condition_checked_on"),),
    "reactions": (("reacted_on", "resolved_on"),),
    "responses": (("on", "checked_on"),),
    "questions": (("asked_on", "last_checked_on"), ("asked_on", "answered_on")),
    "organisations": (("watch_from", "last_searched_on"),),
    "sources": (("published_on", "consulted_on"), ("published_on", "archived_on")),
}  # fmt: skip
"""Of each sheet the columns whose days follow one another: the second is never before the first.

Those the team keeps to itself, such as when a row was entered, are held in `noted`: nothing may quote them.
"""

OWN = {"announcements": "announced_on", "reactions": "reacted_on"}
"""The day of a row that others may name."""


def order(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each day that comes too early, or too late, for another one."""
    known = by_key(row for row in rows if row.table.sheet.name in OWN and not row.apart)
    answered = {row.key for row in rows if row.table.sheet.name == "responses"}
    for row in rows:
        sheet = row.table.sheet.name
        for first, second in PAIRS.get(sheet, ()):
            yield from _within(row, first, second)
        if sheet == "announcements":
            yield from _decided(row)
            yield from _named(row, "previous_id", "follows_a_later_row", known)
            yield from _answers(row, known)
        elif sheet == "reactions":
            yield from _about(row, known)
            yield from () if row.key in answered else _searched(row, row, "outcome_checked_on")
        elif sheet == "responses" and (demand := known.get(row.key or "")):
            yield from _response(row, demand)
            yield from _searched(row, demand, "checked_on")


def before(one: Day | None, other: Day | None) -> bool:
    """Whether the one day surely comes before the other; not where either is unknown."""
    return one is not None and other is not None and last_on(one) < other.first


def _within(row: Row, first: str, second: str) -> Iterator[Problem]:
    if before(row.get(second), row.get(first)) and row.said(second):
        yield _told("days_out_of_order", row, second, row, first)


def _decided(row: Row) -> Iterator[Problem]:
    """The complaint about a decision after its announcement; a bill is made public before it is passed."""
    if row.get("kind") != "legal" and before(row.get("announced_on"), row.get("decided_on")):
        yield _told("decided_after_announced", row, "decided_on", row, "announced_on")


def _told(rule: str, row: Row, name: str, other: Row, at: str) -> Problem:
    """That complaint about a row's day, beside another day of it."""
    language = row.table.language
    return problem(
        rule, row.cell(name), language, row.said(name), day=_shown(row.get(name), language),
        column=other.table.header(at), other=_shown(other.get(at), language), place=str(other.cell(at)),
    )  # fmt: skip


def _named(row: Row, name: str, rule: str, known: Mapping[str, Row]) -> Iterator[Problem]:
    """The complaint about a row that names a later one by that column."""
    other = known.get(row.get(name) or "")
    if other and other.key != row.key and _is_before(row, other):
        yield _dated(rule, row, other, row.table.header(name))


def _about(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    """The complaint about a reaction that is older than all it is about."""
    own = [known[each] for each in row.get("about") or () if each in known] if row.said("about") else []
    if own and all(_is_before(row, other) for other in own) and row.said("reacted_on"):
        yield _dated("reaction_before_act", row, own[0], row.table.header("about"))


def _answers(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    for each in row.get("responds_to") or ():
        other, language = known.get(each), row.table.language
        if other and _is_before(row, other):
            yield problem(
                "answers_a_later_row", row.cell("responds_to"), language, row.said("responds_to"),
                id=each, day=_own(row), other=_own(other),
            )  # fmt: skip


def _response(row: Row, demand: Row) -> Iterator[Problem]:
    if before(row.get("on"), demand.get("reacted_on")):
        language = row.table.language
        yield problem(
            "response_before_demand", row.cell("on"), language, row.said("on"), id=demand.key or "",
            day=_shown(row.get("on"), language), other=_own(demand), column=row.table.header("demand"),
        )  # fmt: skip


def _searched(row: Row, demand: Row, name: str) -> Iterator[Problem]:
    """The complaint about an outcome that nobody looked for since the demand: it is not printed (R7)."""
    outcome, checked, asked = row.get("outcome"), row.get(name), demand.get("reacted_on")
    language = row.table.language
    if outcome in (None, "not_checked") or not asked or not demand.holds("demand"):
        return
    details: dict[str, str | int] = {"outcome": words.clip(row.said("outcome"))}
    if row is demand and checked is None and not row.said(name):  # a response has a day of its own
        yield problem("search_without_day", row.cell(name), language, "", None, **details)
    elif checked and checked.first < asked.first:
        yield problem(
            "checked_before_demand", row.cell(name), language, row.said(name), None, **details,
            day=_shown(checked, language), other=_own(demand),
        )  # fmt: skip


def _dated(rule: str, row: Row, other: Row, column: str) -> Problem:
    """That complaint about the day of a row that is older than another one."""
    name = OWN[row.table.sheet.name]
    return problem(
        rule, row.cell(name), row.table.language, row.said(name), day=_own(row), id=other.key or "",
        other=_own(other), column=column, target=_target(row),
    )  # fmt: skip


def _target(row: Row) -> str:
    return row.table.header("target") if row.table.sheet.name == "reactions" else ""


def _is_before(row: Row, other: Row) -> bool:
    return before(row.get(OWN[row.table.sheet.name]), other.get(OWN[other.table.sheet.name]))


def _own(row: Row) -> str:
    return _shown(row.get(OWN[row.table.sheet.name]), row.table.language)


def _shown(day: Day, language: str) -> str:
    return words.period(day.first, day.precision, language)
