"""Where everything stands in an empty workbook: each sheet's tab, and its columns from left to right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flows.workbook.blank import titles
from flows.workbook.reading.places import letters
from flows.workbook.schema import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.schema import Column, Sheet

BAND_ROW, HEADER_ROW = 2, 3
FIRST_ROW = 4
LAST_ROW = 2_003
"""As far as drop-downs, prompts and colours reach: 2,000 rows, more than most teams keep."""

BEYOND = 1_000  # rows they reach beyond those carried over, where these are many


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of one sheet. `name` is the model's, `summary_fr` of a twin; "" of the team's own."""

    number: int  # from 1
    name: str
    title: str
    column: Column | None  # None: the team's own
    twin: bool = False
    until: int = LAST_ROW  # how far down its rules reach

    @property
    def letter(self) -> str:
        """What Excel calls the column: "C"."""
        return letters(self.number)

    @property
    def required(self) -> bool:
        """Whether no row can do without it."""
        return self.column is not None and self.column.need == "required" and not self.twin

    @property
    def cells(self) -> str:
        """Its cells below the header, as Excel writes a range."""
        return f"{self.letter}{FIRST_ROW}:{self.letter}{self.until}"

    @property
    def first(self) -> str:
        """Its first cell, in any row that follows: $C4."""
        return f"${self.letter}{FIRST_ROW}"

    @property
    def whole(self) -> str:
        """`cells` as a formula names them wherever it stands: $C$4:$C$2003."""
        return f"${self.letter}${FIRST_ROW}:${self.letter}${self.until}"


@dataclass(frozen=True, slots=True)
class Plan:
    """One sheet of the model as the workbook has it."""

    sheet: Sheet
    tab: str
    language: str
    slots: tuple[Slot, ...]

    @property
    def key(self) -> Slot:
        """The column that names a row: its id or its name, else the first one."""
        return self.slot(self.sheet.key or "") or self.slots[0]

    def slot(self, name: str) -> Slot | None:
        """The column of that name in the model, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)

    @property
    def last(self) -> Slot:
        """The column furthest to the right."""
        return self.slots[-1]


def plans(language: str) -> tuple[Plan, ...]:
    """Every sheet of the schema in its order, each with all its columns and their twins."""
    return tuple(
        Plan(sheet, titles.tab(sheet, language), language, tuple(_slots(sheet, language))) for sheet in SHEETS
    )


def widened(plan: Plan, own: Sequence[str], rows: int) -> Plan:
    """The plan with the team's own columns to the right, reaching well beyond so many rows."""
    first = len(plan.slots) + 1
    added = (Slot(number, "", title, None) for number, title in enumerate(own, start=first))
    until = max(LAST_ROW, FIRST_ROW + rows + BEYOND)
    slots = tuple(replace(slot, until=until) for slot in (*plan.slots, *added))
    return Plan(plan.sheet, plan.tab, plan.language, slots)


def _slots(sheet: Sheet, language: str) -> Iterator[Slot]:
    number = 0
    twin = titles.other(language)
    for column in sheet.columns:
        number += 1
        yield Slot(number, column.name, titles.header(column, language), column)
        if column.twin:
            number += 1
            yield Slot(
                number, f"{column.name}_{twin}", titles.header(column, language, twin), column, twin=True
            )
