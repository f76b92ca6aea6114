"""What a row is called by, in a form that any way of typing it comes to: the id, the name, the demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.text import identifier, keyed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.cleaning.visible import Visible


def row_keys(seen: Visible) -> dict[tuple[str, int], str]:
    """What each row of every sheet is called by; one without a name, by the first words in it."""
    named = seen.cells.filter(pl.col("key")).with_columns(called=_called(pl.col("text")))
    known = named.filter(pl.col("called") != "").select("sheet", "row", "called")
    nameless = seen.rows.join(known, on=["sheet", "row"], how="anti")
    first = nameless.select("sheet", "row", called=_called(pl.col("first")))
    return {(sheet, row): called for sheet, row, called in pl.concat([known, first]).iter_rows()}


def of_texts(texts: Sequence[str]) -> list[str]:
    """The same form for names typed elsewhere; "" for a blank one."""
    typed = pl.DataFrame({"text": list(texts)}, schema={"text": pl.String})
    return typed.select(_called(pl.col("text"))).to_series().to_list()


def _called(text: pl.Expr) -> pl.Expr:
    return pl.coalesce(identifier(text), keyed(text))
