"""Every sentence an editor reads, in English and French: one rule, one severity, two sentences."""

from __future__ import annotations

from flows.workbook.complaints import (
    addresses,
    cells,
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
from flows.workbook.problems import Cell, Problem, Severity

RULES: dict[str, Complaint] = (
    sheets.RULES
    | rows.RULES
    | cells.RULES
    | sources.RULES
    | addresses.RULES
    | days.RULES
    | texts.RULES
    | tables.RULES
    | neighbours.RULES
    | outcomes.RULES
    | settings.RULES
    | recipients.RULES
    | decisions.RULES
    | readers.RULES
)

__all__ = ["RULES", "Complaint", "problem"]


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
    return Problem(
        cell, severity or complaint.severity, rule, found, message.format(**filled), fix.format(**filled)
    )
