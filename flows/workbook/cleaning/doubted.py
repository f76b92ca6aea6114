"""Everything that shows in a cell by itself and leaves its value as it is: damaged words, dead addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning.astray import not_words
from flows.workbook.cleaning.garbled import garbled
from flows.workbook.cleaning.web import web

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from flows.workbook.problems import Problem

RULES = (web, garbled, not_words)


def doubted(cells: pl.DataFrame, language: str) -> Iterator[Problem]:
    """Every complaint of these, in no order of places."""
    for each in RULES:
        yield from each(cells, language)
