"""Lists that hold one thing twice: the second is dropped, and may have been meant to be another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem


def repeated(by_cell: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each cell whose list `value` holds something more than once."""
    values = pl.col("value").list
    for where, found in each(by_cell.filter(values.len() > values.n_unique())):
        once = dict.fromkeys(found["value"])
        name = next(value for value in once if found["value"].count(value) > 1)
        yield problem(
            "named_twice", where, language, found["text"], name=words.clip(name), entries="; ".join(once)
        )
