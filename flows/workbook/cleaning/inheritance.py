"""Dotted rows of reactions take what they leave blank from their base row; nothing else is inherited."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from flows.record.facts import Day
    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

INHERITED = ("actor", "reacted_on", "about", "source")
STANDS_FOR_SUMMARY = {"summary": "demand", "summary_fr": "demand_fr", "summary_en": "demand_en"}


@dataclass(frozen=True, slots=True)
class Inherited:
    """All rows, dotted ones completed; `bases` gives the base row of each that has one.

    `borrowers` are the places of the dotted rows that left something to their base.
    """

    rows: tuple[Row, ...]
    bases: Mapping[tuple[str, int], Row] = field(hash=False)
    borrowers: frozenset[tuple[str, int]]
    problems: tuple[Problem, ...]


def inherited(rows: Sequence[Row]) -> Inherited:
    """The rows with dotted ones completed from their base (model 1.1)."""
    by_id = statements(rows)
    bases = {row.place: by_id[base] for row in rows if dotted(row) and (base := base_of(row)) in by_id}
    completed = (_completed(row, bases.get(row.place)) if dotted(row) else row for row in rows)
    orphans = [row for row in rows if dotted(row) and row.place not in bases]
    ids = [row.key or "" for row in rows]
    problems = (
        problem(
            "no_base_row", row.cell("id"), row.table.language, row.said("id"),
            id=row.key or "", base=base_of(row), next=_next_of(_above(row, by_id), ids),
        )
        for row in orphans
    )  # fmt: skip
    borrowers = {row.place for row in rows if any(name not in row.values for name in INHERITED)}
    return Inherited(tuple(completed), bases, frozenset(borrowers), tuple(problems))


def shaken(found: Inherited, doubtful: Collection[tuple[str, int]]) -> Iterator[Problem]:
    """A complaint about each dotted row whose base is retired or set aside, itself being neither."""
    for row in found.rows:
        base = found.bases.get(row.place)
        if base is None or row.get("retired") or row.place in doubtful:
            continue
        if base.get("retired") or (base.place in doubtful and row.place in found.borrowers):
            yield problem(
                "base_set_aside", row.cell("id"), row.table.language, row.said("id"),
                id=row.key or "", base=base.key or "", withdraw=row.withdraw(),
            )  # fmt: skip


def dotted(row: Row) -> bool:
    """Whether the row belongs to another: R001.2 to R001."""
    return row.table.sheet.name == "reactions" and "." in (row.key or "")


def _said_on(row: Row) -> date:
    """The row's day, one without at the end: of two with one id the earlier is the base, in any order."""
    on: Day | None = row.get("reacted_on")
    return on.first if on else date.max


def base_of(row: Row) -> str:
    """The id of the statement that a dotted row is a part of; its own of any other row."""
    return (row.key or "").partition(".")[0]


def statements(rows: Iterable[Row]) -> dict[str, Row]:
    """The reactions that are whole statements, by their ids; of two of one id the one said first."""
    whole = (row for row in rows if row.table.sheet.name == "reactions" and not dotted(row))
    return by_key(sorted(whole, key=_said_on))


def _above(row: Row, by_id: Mapping[str, Row]) -> str:
    """The last whole row above the one, or else the first there is: dotted rows are typed below theirs."""
    there = sorted(by_id.values(), key=lambda one: one.number)
    above = [one for one in there if one.number < row.number]
    return next((one.key or "" for one in (*above[::-1], *there)), "R001")


def _next_of(base: str, ids: Collection[str]) -> str:
    """The next dotted id of that base."""
    dots = [each.partition(".")[2] for each in ids if each.startswith(f"{base}.")]
    return f"{base}.{max((int(each) for each in dots if each.isdecimal()), default=0) + 1}"


def _completed(row: Row, base: Row | None) -> Row:
    """The row with its blanks filled: from its base, and its summary from its demand."""
    from_base = {name: base.values[name] for name in INHERITED if base and name in base.values}
    demanded = {name: row.values[other] for name, other in STANDS_FOR_SUMMARY.items() if other in row.values}
    return replace(row, values=from_base | ({} if row.holds("summary") else demanded) | dict(row.values))
