"""Cells that are to say what, or why, and hold a tick instead: yes, no, a mark, a bare day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.complaints import problem
from flows.workbook.complaints.contradictions import UNSAID
from flows.workbook.complaints.words import MONTHS
from flows.workbook.reading.reasons import spaced
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

YES = ("yes", "oui", "y", "o", "x", "true", "vrai", "1", "ok", "✓", "✔", "☑")
NO = ("no", "non", "n", "false", "faux", "0", "none", "aucun", "aucune", "✗", "✘", "☐")
RETIRED = ("retired", "retire", "retiree")
"""What is typed in place of words."""

OF_A_DAY = frozenset((*(key(month) for months in MONTHS.values() for month in months), "er", "le", "on"))
"""The words of a day: no reason has these alone."""

WORD = re.compile(r"[^\W\d_]+")


def ticked(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each cell that leaves out what it is for."""
    for row in rows:
        yield from _withdrawn(row)
        for name, (what, remedy) in UNSAID.items():
            for version in row.versions(name):
                if _is_one_of(row.get(version), (*YES, *NO)) and row.said(version):
                    language = row.table.language
                    yield problem(
                        "only_yes", row.cell(version), language, row.said(version),
                        what=what[language], remedy=spaced(remedy[language]),
                    )  # fmt: skip


def withdrawn(row: Row) -> bool:
    """Whether the row is retired for a reason; a bare day may as well have come from another column."""
    reason = row.get("retired")
    return bool(reason) and not _is_a_day(reason)


def _withdrawn(row: Row) -> Iterator[Problem]:
    """A complaint where no reason is given for a row that is retired, or was to be."""
    reason, said, cell = row.get("retired"), row.said("retired"), row.cell("retired")
    if said and not reason:
        yield problem("retired_without_reason", cell, row.table.language, said)
    if reason and (_is_one_of(reason, (*YES, *RETIRED)) or _is_a_day(reason)):
        yield problem("retired_unexplained", cell, row.table.language, said)


def _is_one_of(typed: str, ticks: Sequence[str]) -> bool:
    return (key(typed) or typed.strip()) in ticks


def _is_a_day(reason: str) -> bool:
    """Whether there are only figures, or figures and a month: a row moved one cell ends so."""
    return all(key(word) in OF_A_DAY for word in WORD.findall(reason)) and any(map(str.isdigit, reason))
