"""Complaints parted: what is still to be said, and what the team has decided that it need not hear again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from flows.workbook.cleaning import choices
from flows.workbook.cleaning.contents import Contents
from flows.workbook.cleaning.idle import rows_of, unused
from flows.workbook.complaints import remedies
from flows.workbook.decisions import Decided, Decision, Unused
from flows.workbook.problems import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.decisions import Decisions
    from flows.workbook.cleaning.rulings import Ruling
    from flows.workbook.problems import Correction, Problem
    from flows.workbook.read import Book
    from flows.workbook.tables import Layout

ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
Matter = tuple[str, str, str]
"""A rule, what stands in the cell, and the row it is decided for; "" for any."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left to say, what is not said again, and the decisions that met nothing."""

    problems: tuple[Problem, ...]
    decided: tuple[Decided, ...] = ()
    unused: tuple[Unused, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The complaints as they are parted, one after the other."""

    layout: Layout
    by_matter: Mapping[Matter, Ruling]
    left: list[Problem] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    met: set[Matter] = field(default_factory=set)
    refused: dict[Matter, Problem] = field(default_factory=dict)

    def take(self, told: Problem, matter: Matter | None) -> None:
        """Put the complaint where it belongs; an error stays, whatever was decided."""
        if matter is None:
            self.left.append(told)
            return
        ruling = self.by_matter[matter]
        self.met.add(matter)
        why = _refusal(ruling, told, self.layout)
        if why is None:
            self.decided.append(Decided(told, ruling.decision))
        else:
            self.left.append(told)
            self.refused.setdefault(matter, why)


def settled(
    told: Sequence[Problem], ruled: Decisions, corrections: Iterable[Correction], book: Book
) -> Settled:
    """The complaints parted by the decisions.

    A decision is met by its rule, by what stands in the cell (spaces aside) and by its row, where it names
    one. What it cannot take away is told at its own cell.
    """
    if not ruled.rulings:
        return Settled((*told, *ruled.problems))
    by_matter = {_matter(one): one for one in reversed(ruled.rulings)}
    rules = {one.decision.rule for one in ruled.rulings}
    open_ = [one for one in told if one.rule in rules and one.cell.sheet not in ruled.layout.private]
    answered = [one for one in ruled.answered if one.rule in rules]
    typed = Contents(book, (*open_, *answered), days=any(map(_is_day, ruled.rulings)))
    found = {id(one): _found(one, by_matter, typed, rows_of(one, ruled)) for one in (*open_, *answered)}
    done = _Sorted(ruled.layout, by_matter)
    for one in (*told, *(each for each in answered if found[id(each)])):
        done.take(one, found.get(id(one)))
    here = (*ruled.problems, *done.refused.values(), *_of_no_cell(ruled, done.met))
    idle = [one for one in ruled.rulings if not one.on_error and _matter(one) not in done.met]
    return Settled(
        (*done.left, *here),
        tuple(_ordered(done.decided, book)),
        tuple(unused(idle, ruled, corrections, done.left)),
        tuple(one.decision for one in ruled.rulings if not one.on_error),
    )


def _is_day(ruling: Ruling) -> bool:
    return bool(ISO.fullmatch(ruling.decision.content))


def _ordered(decided: Sequence[Decided], book: Book) -> Iterator[Decided]:
    """In reading order of the complaints."""
    by_problem = {id(one.problem): one for one in decided}
    for told in in_reading_order([one.problem for one in decided], book.tabs):
        yield by_problem[id(told)]


def _matter(ruling: Ruling) -> Matter:
    return ruling.decision.rule, ruling.decision.content, ruling.row_key


def _found(
    told: Problem, by_matter: Mapping[Matter, Ruling], contents: Contents, rows: Sequence[str]
) -> Matter | None:
    """The decision that is about the complaint: of one for its row and one for any, the first."""
    matters = ((told.rule, content, row) for row, content in product(rows, contents.of(told)))
    return next((matter for matter in matters if matter in by_matter), None)


def _refusal(ruling: Ruling, told: Problem, layout: Layout) -> Problem | None:
    """Why the decision cannot take the complaint away; None where it does."""
    language = layout.language
    if told.severity == "error":
        instead = remedies.instead(str(told.cell), told.fix, language)
        return ruling.told("decision_on_error", "rule", instead=instead)
    listed = _list(told, layout) if ruling.reads == "value" else None
    typed = ruling.decision.read_as
    if listed and choices.code(listed, typed) is None:
        return ruling.unknown(choices.close(listed, typed, language), choices.allowed(listed, language))
    return None


def _list(told: Problem, layout: Layout) -> str | None:
    """The list of the column that the complaint is about."""
    for table in layout.tables:
        for name, (column, _) in table.columns.items():
            if (table.label, column) == (told.cell.sheet, told.cell.column):
                return next((one.choices for one in table.sheet.columns if one.name == name), None)
    return None


def _of_no_cell(ruled: Decisions, met: set[Matter]) -> Iterator[Problem]:
    """The complaints about decisions on errors that stand nowhere now."""
    for ruling in ruled.rulings:
        if ruling.on_error and _matter(ruling) not in met:
            instead = remedies.instead("", "", ruled.layout.language)
            yield ruling.told("decision_on_error", "rule", instead=instead)
