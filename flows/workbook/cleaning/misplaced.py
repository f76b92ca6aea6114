"""Decisions that name what the workbook does not bear out: no organisation, another's name, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning import names
from flows.workbook.cleaning.numbering import ID
from flows.workbook.complaints import words
from flows.workbook.nearest import nearest_name
from flows.workbook.reading.places import position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.cleaning.names import Known
    from flows.workbook.cleaning.rulings import Ruling
    from flows.workbook.problems import Problem


def misplaced(
    rulings: Sequence[Ruling], bodies: Known, rows: Mapping[tuple[str, int], str]
) -> Iterator[tuple[Ruling, Problem]]:
    """The rows that cannot be used beside these organisations and rows, each with the complaint about it."""
    yield from _nameless(rulings, bodies)
    yield from _taken(rulings, bodies)
    yield from _moving(rulings, rows)


def _nameless(rulings: Sequence[Ruling], bodies: Known) -> Iterator[tuple[Ruling, Problem]]:
    """The rows whose reading names no organisation, each with the complaint about it."""
    reading = [one for one in rulings if one.reads == "organisation"]
    typed = [one.decision.read_as for one in reading]
    for one, fold in zip(reading, names.folds(typed), strict=True):
        if fold not in bodies.spellings:
            close = nearest_name(fold, bodies.spellings)
            yield one, one.unknown(bodies.spellings[close] if close else None)


def _taken(rulings: Sequence[Ruling], bodies: Known) -> Iterator[tuple[Ruling, Problem]]:
    """The rows that would give to one organisation a name that the sheet has for another, likewise."""
    reading = [one for one in rulings if one.reads == "organisation"]
    called = names.folds([one.decision.content for one in reading])
    meant = names.folds([one.decision.read_as for one in reading])
    for one, fold, other in zip(reading, called, meant, strict=True):
        has, means = bodies.spellings.get(fold), bodies.spellings.get(other)
        if has and means and has != means:
            yield one, one.told("decision_on_taken_name", "content", other=words.clip(has))


def _moving(
    rulings: Sequence[Ruling], rows: Mapping[tuple[str, int], str]
) -> Iterator[tuple[Ruling, Problem]]:
    """The rows that name a cell, whose content is another once rows are moved, likewise."""
    for one in rulings:
        sheet, _, where = one.decision.row.rpartition("!")
        place = position(where.replace("$", "").upper())
        if sheet and place:
            called = rows.get((sheet.strip("'").replace("''", "'"), place[0]), "")
            example = called if ID.fullmatch(called) else "A003"
            yield one, one.told("decision_on_address", "row", example=example)
