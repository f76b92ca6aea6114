"""The words of a workbook that must not leave the house, each with the cell it stands in; and those that may.

Cells only. Notes, threaded comments, names, properties, drawings, links to other workbooks and all else that
lies in the file beside its cells is never read (see `reading`), and so cannot be told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning import decisions
from flows.workbook.cleaning.extras import opened
from flows.workbook.problems import Cell
from flows.workbook.schema import LISTS
from flows.workbook.single import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.workbook.cleaning.extras import Opened
    from flows.workbook.read import Book

FOR_THE_TEAM = ("notes", "entered_by", "checked_by", "coded_by", "file")
"""Columns of words that are for the team alone, though they are in view."""

PLACE = ["sheet", "row", "column"]


@dataclass(frozen=True, slots=True)
class Unprinted:
    """What must not leave, and what else the same words may come from. Its `repr` gives no word of it."""

    secret: dict[str, str] = field(repr=False)  # words -> where they stand: "Recipients!B3"
    printed: tuple[str, ...] = field(repr=False)  # what stands in the cells in view, and our own choices


def unprinted(book: Book) -> Unprinted:
    """The words of cells hidden, struck through, of recipients, for the team, or unknown to the model.

    Numbers and dates are left out: those of a hidden column stand elsewhere too. So is what a decision
    repeats of other cells, which tell of themselves whether it may leave; its reason and who decided may not.
    A name that is an organisation's by decision stands among its other names.
    """
    parted = split(book)
    ruled = decisions.decisions(parted.book, parted.parts)
    read = opened(parted.book, ruled.layout, None)
    shown = _shown(read)
    words = parted.book.cells.filter(pl.col("kind") == "text")
    kept = words.join(pl.concat([shown.select(PLACE), ruled.shared]), on=PLACE, how="anti")
    headers = {*_headers(read)}
    called = decisions.checked(ruled, read).bodies.decided
    settings = (value for _, value in read.settings.pairs)
    printed = (*shown["text"], *called, *settings, *headers, *_choices())
    named = parted.tabs
    secret = {
        text: where for text, where in (*_told(kept, named), *_struck(words, named)) if text not in headers
    }
    return Unprinted(secret, printed)


def _shown(read: Opened) -> pl.DataFrame:
    """The cells that an edition may print, each with the words of it that are left standing."""
    cells = read.seen.cells.filter(~pl.col("name").is_in(FOR_THE_TEAM) & (pl.col("model") != "settings"))
    return cells.join(read.seen.unseen(), on=["sheet", "row"], how="anti").select(
        "sheet", "row", "column", "text"
    )


def _told(cells: pl.DataFrame, named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for sheet, address, text in cells.select("sheet", "address", "text").iter_rows():
        yield text, str(Cell(str(named.get(sheet, sheet)), address))


def _struck(cells: pl.DataFrame, named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The struck words of cells that are printed without them."""
    part = cells.filter(pl.col("struck") == "part")
    for sheet, address, text, live in part.select("sheet", "address", "text", "live").iter_rows():
        before = _alike(text, live)
        after = _alike(text[before:][::-1], live[before:][::-1])
        yield text[before : len(text) - after], str(Cell(str(named.get(sheet, sheet)), address))


def _alike(one: str, other: str) -> int:
    """How many letters the two begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _headers(read: Opened) -> Iterator[str]:
    """The headers of the model's columns, as typed; those of others may say what nobody should read."""
    apart = (read.layout.recipients, read.layout.decisions)
    for table in (*read.layout.tables, *filter(None, apart)):
        yield from (header for _, header in table.columns.values())


def _choices() -> Iterator[str]:
    """The values that may be chosen, in both languages: pages say them for the codes."""
    for choice in chain.from_iterable(LISTS.values()):
        yield from (choice.code, choice.fr, *choice.also)
