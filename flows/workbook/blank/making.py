"""A whole workbook made: every sheet of the schema, Read me before them, the lists behind."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty

from flows.workbook.blank import drawing, entries, listing, package, titles, welcome
from flows.workbook.blank.plan import plans as planned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flows.workbook.blank.plan import Plan

NO_DAY = datetime(2020, 1, 1)  # noqa: DTZ001 - of no moment: what is written today and tomorrow is the same file
MAKER = "On Record"


def empty(language: str, *, portable: bool = False) -> bytes:
    """The workbook without a row, in that language; portable: no names or functions in its drop-downs."""
    return package.content(made(planned(language), portable=portable))


def made(plans: Sequence[Plan], *, portable: bool, rows: Mapping[str, int] | None = None) -> Workbook:
    """The same before it is a file; `rows` says of a sheet how many its table is to have room for."""
    book = Workbook()
    book.remove(book.active)
    offered = entries.offered(plans, portable=portable)
    for plan in plans:
        drawing.draw(book, plan, offered, (rows or {}).get(plan.sheet.name, 0))
    listing.draw(book, plans, portable=portable)
    welcome.draw(book, plans)
    book.active = 0
    for sheet in book.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    _signed(book, plans[0].language)
    return book


def _signed(book: Workbook, language: str) -> None:
    """What the file says of itself: whose layout it is, which one, and no moment."""
    book.properties.creator = book.properties.lastModifiedBy = MAKER
    book.properties.created = book.properties.modified = NO_DAY
    book.properties.language = language
    book.custom_doc_props.append(IntProperty(name="on_record.schema_version", value=titles.VERSION))
    book.custom_doc_props.append(StringProperty(name="on_record.schema", value=titles.fingerprint()))
