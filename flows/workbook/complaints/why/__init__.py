"""Why each rule is there: what would go wrong on the page without it, in English and French."""

from __future__ import annotations

from flows.workbook.complaints.why import (
    cells,
    contradictions,
    decisions,
    links,
    rows,
    settings,
    tables,
    texts,
)

WHY: dict[str, tuple[str, str]] = (
    tables.WHY
    | rows.WHY
    | cells.WHY
    | contradictions.WHY
    | texts.WHY
    | links.WHY
    | settings.WHY
    | decisions.WHY
)

__all__ = ["WHY"]
