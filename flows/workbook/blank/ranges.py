"""The cells a drop-down draws from: lists that grow with their sheet, or plain ranges where portable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.blank.plan import HEADER_ROW

if TYPE_CHECKING:
    from flows.workbook.blank.plan import Plan, Slot


@dataclass(frozen=True, slots=True)
class Source:
    """What a drop-down draws from: a name defined in the workbook, and the plain range it stands for."""

    name: str
    formula: str  # what the name means; grows with its sheet where that can be
    plain: str  # the same without any function

    def shown(self, *, portable: bool) -> str:
        """What a drop-down's rule says."""
        return self.plain if portable else self.name


def growing(name: str, plan: Plan, slot: Slot) -> Source:
    """The filled cells of a column, from below its header down to the last that is not blank.

    It hangs on the header, which stays where it is when a row is put in at the top; and blank rows between
    two filled ones do not cut it short, as counting the filled ones would.
    """
    tab = quoted(plan.tab)
    header = f"{tab}!${slot.letter}${HEADER_ROW}"
    column = f"{header}:${slot.letter}${slot.until}"
    rows = f'SUMPRODUCT(MAX(({column}<>"")*ROW({column})))-ROW({header})'
    return Source(name, f"OFFSET({header},1,0,MAX(1,{rows}),1)", f"{tab}!{slot.whole}")


def fixed(name: str, tab: str, letter: str, first: int, values: int) -> Source:
    """So many cells of one column of the sheet of lists, from its row `first` down."""
    cells = f"{quoted(tab)}!${letter}${first}:${letter}${first + values - 1}"
    return Source(name, cells, cells)


def quoted(tab: str) -> str:
    """The tab's name as a formula takes it."""
    return "'" + tab.replace("'", "''") + "'" if not tab.isidentifier() or not tab.isascii() else tab
