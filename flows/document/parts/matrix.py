"""Section 5, full extent: every demand by every organisation asked, real tables with their sums (R7, R17)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from flows.document import sections
from flows.document.lens import capital
from flows.document.parts.demands import Asking, Cell, MatrixRow, caption, lacking_demands
from flows.document.wording.words import GLYPHS
from flows.record.matrix import matrix

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.matrix import Matrix as Found
    from flows.record.matrix import Row, Total

MOST_COLUMNS = 6  # more do not fit the page: a second table then, a third (model, section 3)
WORDS_WIDTH = {1: 76, 2: 66, 3: 54, 4: 38, 5: 35, 6: 34}
"""Percent of the page for the demands' words, by how many organisations stand beside them."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One row of sums: what is counted, its mark, a figure for each organisation."""

    glyph: str
    word: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Some organisations with every demand made to one of them; sums below, and in the caption."""

    heading: str | None  # where there are several
    caption: str
    width: int
    headers: tuple[str, ...]
    statements: tuple[Asking, ...]
    sums_heading: str
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Demands in nobody's column, and how many of all they are."""

    heading: str
    caption: str
    demands: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, in as many parts as the page needs."""

    heading: str
    caption: str | None  # of all demands; None where one table says it
    reading: tuple[str, ...]
    tables: tuple[Table, ...]
    apart: tuple[Apart, ...]
    empty: str | None


def whole_matrix(lens: Lens) -> Matrix:
    """Every demand that rests on a usable source, once for each it is made to."""
    found = matrix(lens.findings.demands, lens.findings.unsourced)
    groups = (("matrix_sector", found.sector), ("matrix_nobody", found.nobody))
    tables = _tables(lens, found)
    apart = tuple(_apart(lens, found, name, rows) for name, rows in groups if rows)
    return Matrix(
        heading=sections.heading(lens, "matrix"),
        caption=caption(lens) if len(tables) + len(apart) > 1 else None,
        reading=_reading(lens, found),
        tables=tables,
        apart=apart,
        empty=None if found.demands else lacking_demands(lens),
    )


def _reading(lens: Lens, found: Found) -> tuple[str, ...]:
    """How to read it, and how many demands it leaves out (R10)."""
    said = [lens.say("matrix_reading")] if found.rows else []
    if bare := lens.findings.counts.unsourced_demands:
        said.append(lens.say("matrix_unsourced", demands=lens.count(bare, "demand")))
    return tuple(said)


def _tables(lens: Lens, found: Found) -> tuple[Table, ...]:
    """The organisations shared out evenly among as few tables as hold them."""
    tables = ceil(len(found.totals) / MOST_COLUMNS)
    size = ceil(len(found.totals) / tables) if tables else 0
    parts = [found.totals[start : start + size] for start in range(0, len(found.totals), size or 1)]
    return tuple(_table(lens, found, part, number, tables) for number, part in enumerate(parts, 1))


def _table(lens: Lens, found: Found, totals: tuple[Total, ...], number: int, tables: int) -> Table:
    names = tuple(one.organisation for one in totals)
    rows = [row for row in found.rows if any(cell.organisation in names for cell in row.cells)]
    heading = lens.say("matrix_table", number=str(number), tables=str(tables)) if tables > 1 else None
    return Table(
        heading=heading,
        caption=_caption(lens, found, totals),
        width=WORDS_WIDTH[len(names)],
        headers=(lens.say("col_demand"), *(capital(lens.name(name)) for name in names)),
        statements=_statements(lens, rows, names),
        sums_heading=lens.say("matrix_totals"),
        sums=_sums(lens, totals),
    )


def _caption(lens: Lens, found: Found, totals: tuple[Total, ...]) -> str:
    """How many of all demands stand here, to how many of all organisations, in which states."""
    states = {code: sum(dict(one.by_state).get(code, 0) for one in totals) for code in GLYPHS}
    return lens.say(
        "matrix_sums",
        demands=lens.count(sum(one.demands for one in totals), "demand"),
        all=str(found.demands),
        organisations=lens.count(len(totals), "organisation"),
        of=str(len(found.totals)),
        sums=lens.sums("outcome", states, GLYPHS),
    )


def _statements(lens: Lens, rows: list[Row], names: tuple[str, ...]) -> tuple[Asking, ...]:
    """The rows by the statement that makes them; its demands follow one another in the record."""
    groups = groupby(rows, key=lambda row: lens.reactions[row.id].base)
    return tuple(_asking(lens, list(group), names) for _, group in groups)


def _asking(lens: Lens, rows: list[Row], names: tuple[str, ...]) -> Asking:
    who = f"{capital(lens.name(rows[0].actor))}, {lens.day(lens.reactions[rows[0].id].reacted_on)}"
    return Asking(who, tuple(_row(lens, row, names) for row in rows))


def _row(lens: Lens, row: Row, names: tuple[str, ...]) -> MatrixRow:
    asked = lens.reactions[row.id].demand
    cells = tuple(_cell(lens, row, name) for name in names)
    return MatrixRow(lens.text(asked.words) if asked else (), row.id, None, cells)


def _cell(lens: Lens, row: Row, name: str) -> Cell:
    cell = row.cell(name)
    asked = cell in row.cells
    return Cell(GLYPHS[cell.state], lens.word("outcome_short", cell.state), cell.evidence, asked)


def _sums(lens: Lens, totals: tuple[Total, ...]) -> tuple[Sum, ...]:
    """How many demands each organisation has had, then how many of them are in each state."""
    made = Sum("", lens.say("matrix_made"), tuple(str(one.demands) for one in totals))
    found = {code for one in totals for code, _ in one.by_state}
    return (made, *(_state(lens, totals, code) for code in GLYPHS if code in found))


def _state(lens: Lens, totals: tuple[Total, ...], code: str) -> Sum:
    counts = ((str(dict(one.by_state).get(code, 0)), str(one.demands)) for one in totals)
    figures = tuple(lens.say("matrix_of", count=count, all=every) for count, every in counts)
    return Sum(GLYPHS[code], lens.word("outcome", code), figures)


def _apart(lens: Lens, found: Found, name: str, rows: tuple[Row, ...]) -> Apart:
    said = lens.say("matrix_apart", demands=lens.count(len(rows), "demand"), all=str(found.demands))
    return Apart(lens.say(name), said, tuple(_line(lens, row) for row in rows))


def _line(lens: Lens, row: Row) -> Line:
    asked = lens.reactions[row.id].demand
    return lens.line(
        "matrix_demand",
        (row.id,),
        actor=capital(lens.name(row.actor)),
        date=lens.day(lens.reactions[row.id].reacted_on),
        words=lens.text(asked.words) if asked else (),
    )
