"""Corrections of words in one language, and the page of the other, which does not print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.columns import COLUMNS, prose

if TYPE_CHECKING:
    from flows.record.editions import Change

TWIN = "_twin"
BY_NAME = {(sheet, one.name): one for sheet, every in COLUMNS.items() for one in every}


def elsewhere(change: Change, name: str, row: object, language: str, own: str) -> bool:
    """True where words were corrected only in the language that is not the page's, which has its own.

    `own` is the workbook's language.
    """
    column, base = BY_NAME.get((change.sheet, name)), name.removesuffix(TWIN)
    both = {base, base + TWIN} <= {cell.column for cell in change.columns}
    if column is None or not column.paired or both:
        return False
    if name.endswith(TWIN):
        return language == own
    return language != own and prose(row, BY_NAME[change.sheet, base + TWIN], own) is not None


def heard(change: Change, row: object, language: str, own: str) -> bool:
    """True where something was corrected that the page of this language prints."""
    weighty = [cell.column for cell in change.columns if cell.substantive]
    return not change.columns or any(not elsewhere(change, one, row, language, own) for one in weighty)
