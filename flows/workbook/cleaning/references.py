"""Ids that name other rows: is the row there, and does the way back end somewhere? (1.3, 1.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.record.facts import Citation
from flows.workbook import meant
from flows.workbook.cleaning.circles import circling, predecessors
from flows.workbook.cleaning.numbering import ID, id_meant
from flows.workbook.complaints import problem, remedies, words
from flows.workbook.nearest import nearest_ids
from flows.workbook.tables import OUTCOMES
from flows.workbook.text import key, run_in, span_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem, Severity

NAMING = {
    "announcements": {"previous_id": "A", "responds_to": "R", "source": "S"},
    "reactions": {"about": "A", "outcome_evidence": "ARS", "same_demand_as": "R", "source": "S"},
    "responses": {"demand": "R", "evidence": "ARS"},
    "questions": {"about": "AR", "asked_by": "R", "answer_source": "S"},
    "context": {"source": "S"},
}
"""The columns that name other rows, by sheet, with the letters of the rows they may name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to name: the ids of rows, and those of each organisation's announcements."""

    ids: Collection[str]
    shown: Sequence[str]  # those of rows in view
    misshapen: Mapping[str, str] = field(hash=False)  # what may be an id typed wrong: the cell it stands in
    by_name: Mapping[str, tuple[str, ...]] = field(hash=False)


def references(rows: Sequence[Row], every: Iterable[Row]) -> Iterator[Problem]:
    """What is wrong with the ids rows name: absent ones, a row before itself, an outcome given twice.

    `every` are all rows, those too that are set aside.
    """
    named = [row for row in every if row.key and row.table.sheet.prefix]
    ids = frozenset(row.key or "" for row in named)
    shown = [row for row in rows if not row.apart]  # what is kept from view is offered to nobody
    wrong = {each: str(row.cell("id")) for row in named if not row.apart and (each := id_meant(row))}
    there = sorted({row.key for row in shown if row.key and ID.fullmatch(row.key)})
    known = Known(ids, there, wrong, _by_name(shown))
    for row in rows:
        for name, letters in NAMING.get(row.table.sheet.name, {}).items():
            for each in _named(row, name):
                if row.said(name):
                    yield from _misnamed(row, name, each, letters, known)
    announcements = [row for row in rows if row.table.sheet.name == "announcements"]
    yield from circling(announcements)
    yield from _successors(announcements)
    yield from _same_as_themselves(rows)
    yield from _outcomes_twice(rows)
    yield from _without_demand(rows)


def _misnamed(row: Row, name: str, named: str, letters: str, known: Known) -> Iterator[Problem]:
    """A complaint when there is no such row, or none that this column may name."""
    where, language = row.cell(name), row.table.language
    severity: Severity = "error" if name == row.key_name else "warning"  # a response is of nothing then
    ids = tuple(dict.fromkeys(run_in(named))) if named not in known.ids else ()
    if ids and row.table.sheet.column(name).kind == "id":
        one = words.either(ids, language)
        yield problem("one_id_only", where, language, named, severity, entries=one)
    elif ids:
        yield problem("ids_run_together", where, language, named, severity, entries="; ".join(ids))
    elif named not in known.ids and (span := span_of(named)):
        yield problem("ids_as_range", where, language, named, severity, entries="; ".join(span))
    elif named not in known.ids:
        guess = _guess(named, letters, known, language)
        yield problem("unknown_reference", where, language, named, severity, id=named, guess=guess)
    elif named[0] not in letters:
        allowed = words.either(letters, language)
        yield problem("reference_elsewhere", where, language, named, severity, id=named, letters=allowed)


def _by_name(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """The ids of the announcements of each organisation: its name is typed for one of them."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.table.sheet.name == "announcements" and row.key and row.get("organisation"):
            name = key(row.get("organisation"))
            found[name] = (*found.get(name, ()), row.key)
    return found


def _guess(named: str, letters: str, known: Known, language: str) -> str:
    """The rows that are there and may have been meant, as a question."""
    if named in known.misshapen:
        return remedies.that_cell(known.misshapen[named], language)
    there = [id_ for id_ in known.shown if id_[0] in letters]
    read = meant.identifier(named)
    of_letter = [id_ for id_ in there if (read or named).startswith(id_[0])]
    of_body = known.by_name.get(key(named), ()) if "A" in letters else ()
    alike = (
        [read] if read in there else [*of_body[: words.MOST_NAMED]] or nearest_ids(read or named, of_letter)
    )
    others = [each for each in alike if each != named]
    return words.guess(words.either(others, language) if others else None, language)


def _named(row: Row, name: str) -> Iterator[str]:
    value = row.get(name)
    if name == "asked_by":  # ids, or words such as "team"
        yield from [value] if value and (ID.fullmatch(value) or run_in(value)) else []
    elif isinstance(value, str):
        yield value
    elif value:
        yield from (each for each in map(_id, value) if each)


def _id(value: str | Citation) -> str | None:
    if isinstance(value, Citation):
        return value.value if value.kind == "id" else None
    return value


def _successors(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each row in use that follows the same one as another, past retired rows (1.4)."""
    followers: dict[str, list[Row]] = {}
    before = predecessors(rows)
    in_use = {row.key for row in rows if not row.get("retired")}
    for row in rows:
        followed = _followed(row, before, in_use)
        if followed:
            followers.setdefault(followed, []).append(row)
    for followed, following in followers.items():
        for row in following:
            others = [str(each.cell("previous_id")) for each in following if each.key != row.key]
            if others:
                where, language = row.cell("previous_id"), row.table.language
                named = words.several(others, language)
                yield problem(
                    "two_successors", where, language, row.said("previous_id"), id=followed, others=named
                )


def _followed(row: Row, before: Mapping[str, str], in_use: Collection[str | None]) -> str | None:
    """The row in use that this one comes after, retired ones stepped over; None where there is none."""
    passed: set[str] = set()
    at = row.get("previous_id") if row.key in in_use and not row.get("retired") else None
    while at is not None and at not in in_use and at not in passed:
        passed.add(at)
        at = before.get(at)
    return at if at in in_use else None


def _same_as_themselves(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each demand that is said to be the same as itself."""
    for row in rows:
        named = row.get("same_demand_as")
        if named and named == row.key:
            where, language = row.cell("same_demand_as"), row.table.language
            yield problem("names_itself", where, language, row.said("same_demand_as"), "warning", id=named)


def _outcomes_twice(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each outcome cell of a demand that a response answers too."""
    answered: dict[str, Row] = {}
    for row in rows:
        if row.table.sheet.name == "responses" and row.key and not row.get("retired"):
            answered.setdefault(row.key, row)
    for row in rows:
        if row.table.sheet.name == "reactions" and row.key in answered and row.holds("demand"):
            place = str(answered[row.key].cell("outcome"))
            for name in OUTCOMES:
                if row.get(name):
                    cell, found = row.cell(name), row.said(name)
                    yield problem(
                        "outcome_twice", cell, row.table.language, found,
                        place=place, withdraw=answered[row.key].withdraw(),
                    )  # fmt: skip


def _without_demand(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each response to a row that asks for nothing."""
    asking_nothing = {
        row.key: row
        for row in rows
        if row.table.sheet.name == "reactions" and not row.holds("demand") and not row.get("retired")
    }
    for row in rows:
        if row.table.sheet.name == "responses" and (named := asking_nothing.get(row.key)):
            yield problem(
                "response_without_demand", row.cell("demand"), row.table.language, row.said("demand"),
                id=row.key or "", column=named.table.header("demand"), place=str(named.cell("demand")),
            )  # fmt: skip
