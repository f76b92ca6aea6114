"""Rows that are none of the record: totals, headers said once more, notes beside the table (R16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook import headers
from flows.workbook.cleaning.numbering import ID
from flows.workbook.text import key

if TYPE_CHECKING:
    from flows.workbook.cleaning.rows import Row

TOTALS = ("total", "somme", "sum", "soustotal", "subtotal")
ASTRAY = ("stray_row", "total_row", "header_row")
"""The rules of rows that are none of the record: of their cells nothing else is to be said."""

ENOUGH_HEADERS = 3  # cells that say what stands above them, in a row that repeats the headers
HINTS = frozenset(
    map(
        key,
        (
            *("required", "optional", "mandatory", "yyyy-mm-dd", "dd/mm/yyyy", "mm/dd/yyyy", "text", "url"),
            *("date", "number", "list", "choose", "obligatoire", "facultatif", "aaaa-mm-jj", "jj/mm/aaaa"),
            *("texte", "nombre", "liste", "choisir", "see list", "voir liste", "free text", "texte libre"),
        ),
    )
)
"""What a second line of headers says of how the cells below are filled."""


def rule(row: Row) -> str | None:
    """The rule of a row that is no entry, one of `ASTRAY`; None of any other."""
    if _repeats_headers(row):
        return "header_row"
    if row.key and (not row.table.sheet.prefix or ID.fullmatch(row.key)):
        return None
    if key(row.first).startswith(TOTALS) and (row.numbers or _bare_total(row)):
        return "total_row"
    return "stray_row" if row.filled == 1 or not row.values else None


def _bare_total(row: Row) -> bool:
    """Whether the row says that it is a total, and next to nothing of what a row of its sheet has to say."""
    required = [one.name for one in row.table.sheet.columns if one.need == "required"]
    return key(row.first) in TOTALS and not any(row.holds(one) for one in required if one != row.key_name)


def _repeats_headers(row: Row) -> bool:
    """Whether the row says once more what stands above it: its cells are headers of their own columns.

    So does one that says how each is to be filled: "required", "yyyy-mm-dd".
    """
    if row.key and ID.fullmatch(row.key):
        return False
    if sum(key(typed) in HINTS for typed in row.typed.values()) >= ENOUGH_HEADERS:
        return True
    known = headers.names(row.table.sheet)
    said = [name for name, typed in row.typed.items() if name in _meant(known.get(key(typed)))]
    return len(said) >= min(ENOUGH_HEADERS, len(row.table.columns))


def _meant(header: tuple[str, str | None] | None) -> tuple[str, ...]:
    """The columns of the model that a header may be above."""
    return (header[0], f"{header[0]}_{header[1]}") if header else ()
