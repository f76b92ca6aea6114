"""Every sentence an editor reads, in English and French: one rule, one severity, two sentences."""

from __future__ import annotations

from dataclasses import replace

from flows.workbook.complaints import (
    addresses,
    cells,
    contradictions,
    days,
    decisions,
    neighbours,
    outcomes,
    readers,
    recipients,
    rows,
    settings,
    sheets,
    sources,
    tables,
    texts,
    words,
)
from flows.workbook.complaints.patterns import Complaint
from flows.workbook.complaints.why import WHY
from flows.workbook.problems import Cell, Problem, Severity
from flows.workbook.reading.reasons import spaced

GROUPS: dict[str, dict[str, Complaint]] = {
    "sheets": sheets.RULES | tables.RULES | readers.RULES,
    "rows": rows.RULES,
    "cells": cells.RULES | neighbours.RULES | contradictions.RULES,
    "days": days.RULES,
    "texts": texts.RULES,
    "sources": sources.RULES | addresses.RULES,
    "outcomes": outcomes.RULES,
    "settings": settings.RULES,
    "recipients": recipients.RULES,
    "decisions": decisions.RULES,
}
"""The rules by what they are about, in the order of their pages."""


def _reasons(rule: str) -> tuple[str, str]:
    english, french = WHY.get(rule, ("", ""))
    return english, spaced(french)


RULES: dict[str, Complaint] = {
    rule: replace(complaint, why=_reasons(rule))
    for group in GROUPS.values()
    for rule, complaint in group.items()
}
"""Every rule by its name, which is stable: scripts and the pages of docs/rules go by it."""

__all__ = ["GROUPS", "RULES", "Complaint", "problem"]


def problem(
    rule: str,
    cell: Cell,
    language: str,
    found: str = "",
    severity: Severity | None = None,
    **details: str | int,
) -> Problem:
    """The complaint of that rule about that cell, in the workbook's language.

    `details` fill what else the rule's patterns name. `severity` replaces the rule's own where the same
    fault weighs less in a column the row can do without.
    """
    complaint = RULES[rule]
    message, fix = complaint.patterns(language)
    known = {
        "header": words.clip(cell.header or ""),
        "row": cell.row or 0,
        "found": words.clip(found),
        "blank": words.blank(found, language),
    }
    filled = known | details
    to_do = fix.format(**filled) + _column_first(cell, language)
    said = words.with_article(message.format(**filled), language)
    return Problem(cell, severity or complaint.severity, rule, found, said, to_do)


def _column_first(cell: Cell, language: str) -> str:
    """What is to be done before anything can be typed in a column that is not there."""
    there = cell.address or not (cell.row and cell.header)
    return "" if there else words.add_column(cell.header or "", language)
