"""Lists that hold one thing twice: the second is dropped, and may have been meant to be another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem


def repeated(by_cell: pl.DataFrame, language: str, counted: str = "value") -> Iterator[Problem]:
    """A complaint about each cell whose list `value` holds more than once what its list `counted` does."""
    values = pl.col(counted).list
    for where, found in each(by_cell.filter(values.len() > values.n_unique())):
        name = next(value for value in found[counted] if found[counted].count(value) > 1)
        once = "; ".join(dict.fromkeys(found["value"]))
        yield problem("named_twice", where, language, found["text"], name=words.clip(name), entries=once)
