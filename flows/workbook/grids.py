"""Where the cells of each sheet stand, as plain values: what leads from a printed word back to its cell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from flows.record.facts import Grid
from flows.workbook.reading.places import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.cleaning.visible import Visible
    from flows.workbook.tables import Layout, Table


def grids(seen: Visible, layout: Layout) -> tuple[Grid, ...]:
    """One a sheet that is read, in tab order; hidden columns are left out of each."""
    rows = _by_tab(seen.rows.select("sheet", "row").iter_rows())
    unseen = set(seen.unseen().iter_rows())
    filled = _by_tab((tab, (row, name)) for tab, row, name in seen.typed if (tab, row) not in unseen)
    return tuple(
        Grid(
            sheet=table.sheet.name,
            label=table.label,
            header=table.header_row,
            rows=tuple(sorted(rows[table.label])),
            columns=_columns(table, seen),
            filled=frozenset(filled[table.label]),
        )
        for table in layout.tables
    )


def _columns(table: Table, seen: Visible) -> tuple[tuple[str, str], ...]:
    """The columns in view from left to right, by the model's names, each with its letters."""
    shown = ((number, name) for name, (number, _) in table.columns.items())
    return tuple(
        (name, letters(number))
        for number, name in sorted(shown)
        if (table.label, name) not in seen.hidden_columns
    )


def _by_tab(pairs: Iterable[tuple[str, Any]]) -> defaultdict[str, set[Any]]:
    found: defaultdict[str, set[Any]] = defaultdict(set)
    for tab, value in pairs:
        found[tab].add(value)
    return found
