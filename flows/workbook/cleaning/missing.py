"""Cells that a row cannot do without, and sources that it should have (model 1.1, R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning import choices
from flows.workbook.cleaning.inheritance import INHERITED, dotted
from flows.workbook.cleaning.numbering import ID, id_meant
from flows.workbook.complaints import problem
from flows.workbook.tables import missing_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem
    from flows.workbook.tables import Table

RULES = {
    "organisation": "missing_organisation",
    "actor": "missing_actor",
    "announced_on": "missing_date",
    "reacted_on": "missing_date",
    "on": "missing_date",
    "kind": "missing_kind",
    "outcome": "missing_outcome",
    "summary": "missing_summary",
    "about": "missing_about",
    "question": "missing_question",
    "source": "no_source",
}


def missing(rows: Sequence[Row], told: Collection[Place]) -> Iterator[Problem]:
    """A complaint about each required cell left blank, unless what stands there was complained of already."""
    required = {row.table.label: _required(row.table) for row in rows}
    for row in rows:
        for name in required[row.table.label]:
            if not _filled(row, name) and not _elsewhere(row, name) and (*row.place, name) not in told:
                yield _complaint(RULES[name], row, name)
        if row.table.sheet.name == "reactions" and _filled(row, "demand") and not row.get("target"):
            yield _complaint("missing_target", row, "target")


def lacking(table: Table) -> tuple[str, ...]:
    """The doubt on every row of a sheet that lacks a required column; none for a source (R10)."""
    columns = [name for name in missing_columns(table) if name != "source"]
    return ("missing_column",) if columns else ()


def _required(table: Table) -> list[str]:
    """The required columns that are there, without the one that names the rows."""
    key = table.sheet.key or table.sheet.columns[0].name
    names = (column.name for column in table.sheet.columns if column.need == "required")
    return [name for name in names if name != key and table.has(name)]


def _elsewhere(row: Row, name: str) -> bool:
    """Whether the blank is told elsewhere: on the base row it is inherited from, or is once it has an id."""
    misshapen = row.table.sheet.name == "reactions" and not ID.fullmatch(row.key or "")
    may_be_dotted = misshapen and "." in (id_meant(row) or ".")
    return (dotted(row) and name in INHERITED) or (may_be_dotted and name in (*INHERITED, "summary"))


def _filled(row: Row, name: str) -> bool:
    """Whether the cell, its twin, or what may stand for it is there."""
    return row.holds(name) or (name == "about" and row.holds("target"))


def _complaint(rule: str, row: Row, name: str) -> Problem:
    language = row.table.language
    found = row.said(name)
    listed = row.table.sheet.column(name).choices
    allowed = choices.allowed(listed, language) if listed else ""
    return problem(rule, row.cell(name), language, found, allowed=allowed, column=row.table.header("target"))
