"""The sheet of decisions: which of its rows count, and what they have the rest of the workbook read as."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook import tables
from flows.workbook.cleaning import names, rowkeys, rulings
from flows.workbook.cleaning.days import days
from flows.workbook.cleaning.entries import entries
from flows.workbook.cleaning.misplaced import misplaced
from flows.workbook.cleaning.names import Known
from flows.workbook.cleaning.rulings import Ruling
from flows.workbook.cleaning.visible import in_view, visible
from flows.workbook.complaints import problem
from flows.workbook.decisions import Decision
from flows.workbook.grids import grids
from flows.workbook.readings import NOTHING, Readings
from flows.workbook.schema.decisions import EVERYWHERE, READS
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.record.facts import Day, Grid
    from flows.workbook.cleaning.entries import Entry
    from flows.workbook.cleaning.extras import Opened
    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.cleaning.visible import Visible
    from flows.workbook.problems import Problem
    from flows.workbook.read import Book
    from flows.workbook.schema import Sheet
    from flows.workbook.tables import Layout, Table

FOR_THE_TEAM = ("reason", "decided_by")
"""Its columns of words that stand in no other cell."""

OF_PLACES = ("misspelt_sheet", "unknown_sheet", "misspelt_header")
"""Rules that a reading answers before any cell is read."""


PLACES = {"sheet": pl.String, "row": pl.Int32, "column": pl.Int32}
NOBODY = Known({}, (), {})


@dataclass(frozen=True, slots=True)
class Decisions:
    """The rows that count, in the sheet's order, and what they bear on."""

    layout: Layout  # by what they decide
    rulings: tuple[Ruling, ...] = ()  # those about errors too: they are told of once their cell is known
    problems: tuple[Problem, ...] = ()
    readings: Readings = NOTHING
    answered: tuple[Problem, ...] = ()  # what there was to say of tabs and headers without these readings
    grids: tuple[Grid, ...] = ()  # where its cells stand
    shared: pl.DataFrame = field(  # cells whose words stand elsewhere too: sheet, row, column
        default_factory=lambda: pl.DataFrame(schema=PLACES), hash=False
    )
    bodies: Known = NOBODY  # the organisations, once they are read; with names by decision
    rows: Mapping[tuple[str, int], str] = field(default_factory=dict, hash=False)  # what each is called by


def decisions(book: Book, parts: Mapping[str, Sheet] = MappingProxyType({})) -> Decisions:
    """What the sheet decides; of a workbook without one, its layout as it stands.

    `parts` are those of a tab that holds several kinds of rows.
    """
    plain = tables.layout(book, parts=parts)
    if plain.decisions is None:
        return Decisions(plain)
    found = _read(book, plain, plain.decisions)
    if not found.readings.of_places:
        return found
    moved = tables.layout(book, found.readings, parts)
    again = _read(book, moved, moved.decisions or plain.decisions)
    gone = (told for told in plain.problems if told.rule in OF_PLACES and told not in moved.problems)
    return replace(again, answered=tuple(gone))


def checked(ruled: Decisions, read: Opened) -> Decisions:
    """The same beside the rows it is about, without what would read a name as no organisation's."""
    bodies = names.known(read.seen.cells, read.layout.language)
    rows = rowkeys.row_keys(read.seen) if ruled.rulings else {}
    lost = tuple(misplaced(ruled.rulings, bodies, rows))
    gone = {id(ruling) for ruling, _ in lost}
    kept = tuple(one for one in ruled.rulings if id(one) not in gone)
    readings = _readings(kept) if lost else ruled.readings
    return replace(
        ruled,
        layout=read.layout,
        rulings=kept,
        problems=(*ruled.problems, *(told for _, told in lost)),
        readings=readings,
        bodies=bodies.with_decided(readings.names),
        rows=rows,
    )


def _read(book: Book, layout: Layout, table: Table) -> Decisions:
    own = replace(layout, tables=(table,))
    seen = visible(book, own)
    dated = days(seen.cells, layout.language, from_1904=book.from_1904)
    rows = entries(seen, _in_sight(table, seen))
    errors = {told.cell.row: told.found for told in seen.harvest.problems if _repeats(told, table)}
    shown = _rulings([entry for entry in rows if entry.apart is None], dict(dated.values), errors)
    faults = [(ruling, tuple(rulings.faults(ruling, layout))) for ruling in shown]
    sound = [ruling for ruling, told in faults if not told and _whole(ruling)]
    quarrels = {id(ruling): told for ruling, told in _disagreeing(sound)}
    problems = (
        *_of_marks(seen, table),
        *(problem("decision_set_aside", one.cell("rule"), layout.language) for one in rows if one.apart),
        *(told for _, every in faults for told in every),
        *quarrels.values(),
        *_in_rows(dated.problems, shown),
    )
    kept = tuple(ruling for ruling in sound if id(ruling) not in quarrels)
    return Decisions(layout, kept, problems, _readings(kept), grids=grids(seen, own), shared=_shared(seen))


def _of_marks(seen: Visible, table: Table) -> Iterator[Problem]:
    """What is hidden, struck or broken; of reasons and initials, without their words.

    But not an error that repeats the one it is about: Excel makes one of what is typed so.
    """
    private = [table.columns[name][0] for name in FOR_THE_TEAM if table.has(name)]
    for told in in_view(seen, seen.harvest.problems):
        if told.cell.column in private:
            yield problem(told.rule, told.cell, table.language, "", told.severity, left="…")
        elif not _repeats(told, table):
            yield told


def _in_sight(table: Table, seen: Visible) -> Table:
    """The table without its hidden columns, of which it is told once that they count as blank."""
    shown = {
        name: where for name, where in table.columns.items() if (table.label, name) not in seen.hidden_columns
    }
    return replace(table, columns=shown)


def _repeats(told: Problem, table: Table) -> bool:
    return told.rule == "error_cell" and told.cell.column == table.cell(1, "content").column


def _rulings(
    shown: Sequence[Entry], dated: Mapping[Place, Day], errors: Mapping[int | None, str]
) -> list[Ruling]:
    called = rowkeys.of_texts([entry.text("row") for entry in shown])
    return [
        Ruling(entry, _decision(entry, entry.said("content") or errors.get(entry.number, ""), dated), row)
        for entry, row in zip(shown, called, strict=True)
    ]


def _decision(entry: Entry, content: str, dated: Mapping[Place, Day]) -> Decision:
    return Decision(
        cell=entry.cell("content" if content else "rule"),
        rule=rulings.rule(entry.text("rule")) if entry.text("rule") else "",
        content=tidy(content),
        row=tidy(entry.text("row")),
        read_as=tidy(entry.text("read_as")),
        reason=entry.text("reason"),
        by=tidy(entry.text("decided_by")),
        on=dated.get((entry.table.label, entry.number, "decided_on")),
    )


def _whole(ruling: Ruling) -> bool:
    """Whether it says what and why: where it does not, its columns may be told of instead of each row."""
    return bool(ruling.decision.rule) and (bool(ruling.decision.reason) or ruling.on_error)


def _in_rows(told: Sequence[Problem], shown: Sequence[Ruling]) -> Iterator[Problem]:
    """The complaints about days, of rows in view only."""
    rows = {ruling.entry.number for ruling in shown}
    yield from (one for one in told if one.cell.row in rows)


def _disagreeing(sound: Sequence[Ruling]) -> Iterator[tuple[Ruling, Problem]]:
    """The rows that decide the same thing in two ways, each with the complaint about it."""
    first: dict[tuple[str, str, str], list[Ruling]] = {}
    for ruling in sound:
        first.setdefault(_matter(ruling), []).append(ruling)
    for same in first.values():
        for ruling in same:
            means = key(ruling.decision.read_as)
            other = next((one for one in same if key(one.decision.read_as) != means), None)
            if other:
                yield ruling, _told(ruling, other)


def _matter(ruling: Ruling) -> tuple[str, str, str]:
    """What is decided: of a name or a tab, whatever its capitals and marks, and in whichever row."""
    decision = ruling.decision
    if READS.get(decision.rule, "") in EVERYWHERE:
        return decision.rule, key(decision.content), ""
    return decision.rule, decision.content, ruling.row_key


def _told(ruling: Ruling, other: Ruling) -> Problem:
    column = "read_as" if ruling.decision.read_as else "content"
    return ruling.told("decisions_disagree", column, others=str(other.decision.cell))


def _readings(kept: Sequence[Ruling]) -> Readings:
    reading = {
        kind: [one for one in kept if one.reads == kind]
        for kind in ("sheet", "column", "organisation", "value")
    }
    by_tab: dict[str, dict[str, str]] = {}
    for one in reading["column"]:
        by_tab.setdefault(one.row_key, {})[key(one.decision.content)] = key(one.decision.read_as)
    return Readings(
        tabs={key(one.decision.content): key(one.decision.read_as) for one in reading["sheet"]},
        by_tab=by_tab,
        names=tuple((one.decision.content, one.decision.read_as) for one in reading["organisation"]),
        values={(one.decision.content, one.row_key): one.decision.read_as for one in reading["value"]},
    )


def _shared(seen: Visible) -> pl.DataFrame:
    shown = seen.cells.join(seen.unseen(), on=["sheet", "row"], how="anti")
    return shown.filter(~pl.col("name").is_in(FOR_THE_TEAM)).select(PLACES.keys())
