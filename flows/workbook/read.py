"""A workbook's cells, read safely: each with its address, exactly as typed."""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.workbook.reading import columns, process
from flows.workbook.reading.begun import Begun, refusal_of, snapshot
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Begun", "Book", "Limits", "Reader", "SheetInfo", "Unreadable", "cells", "refusal_of", "snapshot",
]  # fmt: skip

COLUMNS: dict[str, type[pl.DataType]] = {
    "sheet": pl.String,
    "row": pl.Int32,
    "column": pl.Int32,
    "address": pl.String,
    "kind": pl.String,
    "text": pl.String,
    "number": pl.Float64,
    "date": pl.Date,
    "link": pl.String,
    "struck": pl.String,
    "live": pl.String,
    "hidden": pl.Boolean,
    "filtered": pl.Boolean,
}
SENT = {name: pl.Int32 if kind is pl.Date else kind for name, kind in COLUMNS.items() if name != "sheet"}


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One tab of the workbook."""

    name: str  # as typed on the tab
    hidden: bool  # hidden or very hidden
    beyond: str | None  # first value found past the blank rows or columns where reading stopped
    merged: tuple[str, ...] = ()  # the areas of merged cells that hold a value, "C3:C5", the first of many


@dataclass(frozen=True, slots=True)
class Reader:
    """How a workbook was read, and what could not be seen in it."""

    kind: str = "xlsx"  # or "xls", "xlsb", "ods", "csv"
    unseen: tuple[str, ...] = ()  # of hidden, struck, partly_struck, links, formulas, uncalculated
    ways: tuple[tuple[str, str, str], ...] = ()  # of CSV: each file, its letters and what parts its columns

    @classmethod
    def told(cls, kind: str, unseen: list[str], ways: list[list[str]]) -> Reader:
        """The same from what the child said."""
        return cls(kind, tuple(unseen), tuple((name, letters, mark) for name, letters, mark in ways))


XLSX = Reader()


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as it stood on disk when it was read."""

    name: str  # file name without its folder
    sha256: str
    sheets: tuple[SheetInfo, ...]  # in tab order
    cells: pl.DataFrame  # one row per cell that is not blank, by sheet, row, column
    from_1904: bool = False  # its days are numbered from 1 January 1904, as Excel for Mac once did
    folder: Path | None = None  # where it lay: a logo its settings name lies beside it
    reader: Reader = XLSX  # which door it came in by
    saved_on: date | None = None  # as the program noted that saved it last

    @property
    def unseen(self) -> tuple[str, ...]:
        """What such a file may hold and its reader cannot see; nothing for .xlsx and .ods."""
        return self.reader.unseen

    @property
    def is_excel(self) -> bool:
        """Whether it is an .xlsx or .xlsm, whose parts can be edited in place."""
        return self.reader.kind == "xlsx"

    @property
    def tabs(self) -> tuple[str, ...]:
        """The names of its tabs, as typed, in order."""
        return tuple(sheet.name for sheet in self.sheets)


def cells(workbook: str | Path | Begun, limits: Limits = Limits()) -> Book:  # noqa: B008 - a frozen value
    """The cells of a workbook, or of one whose reading has begun, with its name and its fingerprint.

    Columns of `Book.cells`, null only where said: `sheet`, `row` and `column` (from 1), `address` ("C7"),
    `kind` (text, number, date, time, boolean, error, or formula for one that has no value: never
    calculated, or another day each time),
    `text` (as typed; a number as Excel shows it plainly, a date in ISO), `number` (null unless kind is
    number), `date` (null unless kind is date), `link` (null without one), `struck` (no, part or all),
    `live` (null unless `struck` is part: the words left standing), `hidden` (its row or column is),
    `filtered` (its row is hidden by a filter). In order of sheet, row, column.

    Reading a sheet stops after so many blank rows or columns that no table goes on; `SheetInfo.beyond` names
    the first value past them. Of merged cells only the first has a value.

    Raises `Unreadable` when the file is not a workbook that can be read whole: its `sentence` says why.
    """
    if not isinstance(workbook, Begun):
        with Begun(workbook, limits) as begun:
            return cells(begun)
    path = workbook.path
    frames, said = _answers(workbook.said(), path.name)
    sheets = tuple(_sheet(*sheet) for sheet in said["sheets"])
    named = [frame.with_columns(pl.lit(sheets[index].name).alias("sheet")) for index, frame in frames]
    everything = pl.concat([pl.DataFrame(schema=COLUMNS), *(frame.select(COLUMNS.keys()) for frame in named)])
    return Book(
        path.name,
        hashlib.sha256(workbook.content).hexdigest(),
        sheets,
        everything,
        said["from_1904"],
        path.parent,
        Reader.told(*said["reader"]) if "reader" in said else XLSX,
        _day(said.get("saved_on")),
    )


def _answers(run: process.Run, file: str) -> tuple[list[tuple[int, pl.DataFrame]], dict[str, Any]]:
    """What the child said: cells, each lot with the place of its sheet; and the rest, each by its kind."""
    frames: list[tuple[int, pl.DataFrame]] = []
    said: dict[str, Any] = {}
    for kind, payload in map(json.loads, io.BytesIO(run.stdout)):
        if kind == "cells":
            frames.append((payload[0], _frame(payload[1])))
        elif kind == "columns":
            frames.append((payload[0], columns.frame(payload[1])))
        elif kind == "again":  # what was sent of that sheet counts for nothing
            frames = [frame for frame in frames if frame[0] != payload]
        elif kind == "cut":
            within = pl.col("column") <= payload[1]
            frames = [(at, frame.filter(within) if at == payload[0] else frame) for at, frame in frames]
        else:
            said[kind] = payload
    if "done" not in said:
        refused, detail = said.get("refused", ("crashed", None))
        raise Unreadable(refused, file, detail) from process.aside(run)
    return frames, said


def _day(iso: str | None) -> date | None:
    """The day; None of one that is in no calendar."""
    with suppress(ValueError):
        return date.fromisoformat(iso) if iso else None
    return None


def _sheet(name: str, hidden: bool, beyond: str | None, merged: list[str]) -> SheetInfo:  # noqa: FBT001 - as sent
    return SheetInfo(name, hidden, beyond, tuple(merged))


def _frame(rows: list[list[Any]]) -> pl.DataFrame:
    received = pl.DataFrame(rows, schema=SENT, orient="row")
    return received.with_columns(pl.col("date").cast(pl.Date))
