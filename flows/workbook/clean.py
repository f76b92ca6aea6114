"""Cells to facts: the record a workbook holds, with every complaint and every silent correction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flows.record.facts import OUT_OF_SIGHT, Record
from flows.workbook import unseen
from flows.workbook.cleaning import cellwise, compared, decisions, inheritance, making, placing, ticked
from flows.workbook.cleaning.extras import opened
from flows.workbook.cleaning.foreign import seen_to_be_a_record
from flows.workbook.cleaning.missing import lacking, missing
from flows.workbook.cleaning.outcomes import differing, unprinted
from flows.workbook.cleaning.recipients import recipients
from flows.workbook.cleaning.references import references
from flows.workbook.cleaning.settling import settled
from flows.workbook.cleaning.visible import in_sight, in_view
from flows.workbook.grids import grids
from flows.workbook.problems import in_reading_order
from flows.workbook.single import joined, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import polars as pl

    from flows.record.facts import Grid
    from flows.workbook.cleaning.decisions import Decisions
    from flows.workbook.cleaning.harvest import Harvest, Place
    from flows.workbook.cleaning.looks import Draws
    from flows.workbook.cleaning.rows import Row
    from flows.workbook.decisions import Decided, Decision, Unused
    from flows.workbook.logos.found import Logo
    from flows.workbook.people import Recipient
    from flows.workbook.problems import Cell, Correction, Problem, Severity
    from flows.workbook.read import Book
    from flows.workbook.single import Split
    from flows.workbook.tables import Layout

FOUND_ANEW = ("two_successors", "outcome_twice", "demand_not_printed", "sector_demand", "answers_differ")
"""What the record finds again among the rows known on an edition's day: no doubt to hand on to every day."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A workbook's record and all there is to say about how it was read."""

    record: Record
    problems: tuple[Problem, ...]  # in reading order: sheet, row, column
    corrections: tuple[Correction, ...]  # same order
    unknown_columns: tuple[Cell, ...]  # header cells in view of columns the model does not know; never read
    addresses: Mapping[Place, str] = field(hash=False)  # (tab, row, column's model name) -> "C7"
    grids: tuple[Grid, ...]  # where the cells of each sheet stand
    logo: Logo | None = None  # the team's, from the file its settings name
    recipients: tuple[Recipient, ...] = ()  # who is written to: no part of the record, in no edition
    private: frozenset[str] = frozenset()  # the tabs of recipients and of decisions
    decided: tuple[Decided, ...] = ()  # what the team need not hear again, with why; in reading order
    unused: tuple[Unused, ...] = ()  # decisions about what no longer stands so; no fault, and not told
    decisions: tuple[Decision, ...] = ()  # all that count, those by which something is read too

    @property
    def counted(self) -> int:
        """How many problems an edition counts: those of private tabs are nobody's but the editor's."""
        return sum(problem.cell.sheet not in self.private for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows to become facts, those set apart, and everything said of either."""

    rows: tuple[Row, ...]
    outside: placing.Placed
    problems: tuple[Problem, ...]
    doubts: Mapping[tuple[str, int], tuple[str, ...]] = field(hash=False)


def record(book: Book, draws: Draws | None = None) -> Cleaned:
    """The record of a workbook's cells.

    Every row with content becomes one fact or one `Unplaced`. An error on a row is a doubt on its fact,
    by the rule's name, and nothing else is: a row with doubts is one "to resolve" (R16). Errors that depend
    on what is known on a day (`FOUND_ANEW`) are left to the record, which sets the same rows aside. `draws`
    tells of a logo whether a page can show it.

    Raises:
        Unreadable: neither announcements nor reactions have a sheet, nor one that looks like theirs.
    """
    parted = split(book)
    ruled = decisions.decisions(parted.book, parted.parts)
    seen_to_be_a_record(book, ruled.layout)
    return joined(_cleaned(parted, ruled, draws), parted)


def _cleaned(parted: Split, ruled: Decisions, draws: Draws | None) -> Cleaned:
    book = parted.book
    open_book = opened(book, ruled.layout, draws)
    layout, seen, chosen = open_book.layout, open_book.seen, open_book.settings
    ruled = decisions.checked(ruled, open_book)
    harvest = cellwise.held(seen, ruled, book)
    rows = placing.rows(seen.rows, _values(harvest, layout), seen.typed, layout)
    judged = _judged(rows, tuple(cellwise.told(parted, layout, harvest)), layout)
    found = _record(judged, layout, chosen.pairs)
    sent = recipients(book, layout, found)
    said = (*unseen.problems(book, layout.language), *in_view(seen, judged.problems, chosen.problems))
    told = settled(said, ruled, harvest.corrections, book)
    return Cleaned(
        found,
        in_reading_order((*told.problems, *sent.problems), book.tabs),
        in_reading_order(in_view(seen, harvest.corrections), book.tabs),
        tuple(in_sight(layout.unknown_columns, book)),
        _addresses(seen.cells),
        (*grids(seen, layout), *ruled.grids),
        chosen.logo,
        sent.people,
        layout.private,
        told.decided,
        told.unused,
        told.decisions,
    )


def _judged(rows: Sequence[Row], so_far: tuple[Problem, ...], layout: Layout) -> Judged:
    placed = placing.placed(rows, layout)
    so_far = placing.spared(so_far, placed)
    completed = inheritance.inherited(placed.rows)
    told = _settled(so_far, layout)
    every = (
        *so_far,
        *placed.problems,
        *completed.problems,
        *missing(completed.rows, told),
        # No warning: a decision about a row names it by its id.
        *(one for one in missing(placed.misnamed, told) if one.severity == "error"),
        *references(completed.rows, rows),
        *compared.compared(completed.rows),
    )
    reasons = {row.place: row.cell("retired") for row in completed.rows if ticked.withdrawn(row)}
    kept = [problem for problem in every if _matters(problem, reasons.get(_place(problem)))]
    shaken = inheritance.shaken(completed, set(_doubts(_lasting(kept))))
    aside = (*kept, *shaken)
    doubtful = _doubts(aside)
    problems = (*aside, *unprinted(completed.rows, doubtful), *differing(completed.rows, doubtful))
    # A retired row kept from view stays so, though nobody complains of it.
    unseen = (problem for problem in every if problem.rule in OUT_OF_SIGHT)
    return Judged(completed.rows, placed, problems, _doubts(_lasting((*problems, *unseen))))


def _lasting(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Those that hold on every day, so that the record need not find them."""
    return (problem for problem in problems if problem.rule not in FOUND_ANEW)


def _place(problem: Problem) -> tuple[str, int]:
    return problem.cell.sheet, problem.cell.row or 0


def _matters(problem: Problem, reason: Cell | None) -> bool:
    """Whether it is worth saying: of a retired row, only its reason is printed."""
    return reason is None or problem.cell == reason


def _told(problems: Iterable[Problem], layout: Layout) -> dict[Place, set[Severity]]:
    """The places that have a complaint, with how severe it is."""
    by_column = {
        (table.label, column): name for table in layout.tables for name, (column, _) in table.columns.items()
    }
    told: dict[Place, set[Severity]] = {}
    for problem in problems:
        name = by_column.get((problem.cell.sheet, problem.cell.column or 0), "")
        told.setdefault((*_place(problem), name), set()).add(problem.severity)
    return told


def _settled(problems: Iterable[Problem], layout: Layout) -> set[Place]:
    """The places of which nothing more is to be said where they are blank: the row is set aside already.

    A source is said to be wanting only once: no row is set aside for it (R10).
    """
    told = _told(problems, layout)
    return {place for place, severities in told.items() if "error" in severities or place[2] == "source"}


def _values(harvest: Harvest, layout: Layout) -> dict[Place, Any]:
    """What the cells hold. Beside an outcome that cannot be read the day of its check does not count.

    Else the record would take it for a search that found nothing (R7).
    """
    values = dict(harvest.values)
    unread = {place[:2] for place in _told(harvest.problems, layout) if place[2] == "outcome"}
    of_nothing = {(*row, "outcome_checked_on") for row in unread if (*row, "outcome") not in values}
    return {place: value for place, value in values.items() if place not in of_nothing}


def _doubts(problems: Iterable[Problem]) -> dict[tuple[str, int], tuple[str, ...]]:
    """The rules of the errors on each row, each once, in order."""
    found: dict[tuple[str, int], dict[str, None]] = {}
    for problem in problems:
        if problem.severity == "error":
            found.setdefault(_place(problem), {})[problem.rule] = None
    return {place: tuple(rules) for place, rules in found.items()}


def _record(judged: Judged, layout: Layout, chosen: tuple[tuple[str, str], ...]) -> Record:
    facts: dict[str, list[Any]] = {name: [] for name in making.MAKERS}
    lacks = {table.label: lacking(table) for table in layout.tables}
    for row in judged.rows:
        doubts = (*judged.doubts.get(row.place, ()), *lacks[row.table.label])
        facts[row.table.sheet.name].append(making.MAKERS[row.table.sheet.name](row, doubts))
    return Record(
        layout.language,
        **{name: tuple(made) for name, made in facts.items()},
        unplaced=judged.outside.unplaced,
        sheets=judged.outside.sheets,
        absent=layout.absent,
        unread=layout.unread,
        settings=chosen,
    )


def _addresses(cells: pl.DataFrame) -> dict[Place, str]:
    rows = cells.select("sheet", "row", "name", "address").iter_rows()
    return {(sheet, row, name): address for sheet, row, name, address in rows}
