"""A batch of cells as it arrives from the reading process, made a frame again."""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.workbook.reading.batches import KINDS, RARE, USUAL
from flows.workbook.reading.places import letters

TYPES: dict[str, type[pl.DataType]] = {
    "number": pl.Float64,
    "date": pl.Int32,
    "link": pl.String,
    "struck": pl.String,
    "live": pl.String,
    "hidden": pl.Boolean,
    "filtered": pl.Boolean,
}
SHORT = {short: kind for kind, short in KINDS.items()}


def frame(told: dict[str, Any]) -> pl.DataFrame:
    """The cells of the batch, with the columns of `Book.cells` but the sheet."""
    size = len(told["row"])
    each = pl.DataFrame(
        {
            "row": pl.Series(told["row"], dtype=pl.Int32),
            "column": pl.Series(told["column"], dtype=pl.Int32),
            "kind": pl.Series(list(told["kind"]), dtype=pl.String).replace_strict(
                SHORT, return_dtype=pl.String
            ),
            "text": pl.Series(told["text"], dtype=pl.String),
        }
    )
    rare = [_rare(name, told["rare"].get(name), size) for name in RARE]
    named = {column: letters(column) for column in each["column"].unique()}
    called = pl.col("column").replace_strict(named, return_dtype=pl.String) + pl.col("row").cast(pl.String)
    return each.with_columns(rare).with_columns(pl.col("date").cast(pl.Date), address=called)


def _rare(name: str, some: tuple[list[int], list[Any]] | None, size: int) -> pl.Series:
    column = pl.repeat(USUAL[name], size, dtype=TYPES[name], eager=True).alias(name)
    if some is None:
        return column
    return column.scatter(some[0], pl.Series(some[1], dtype=TYPES[name]))
