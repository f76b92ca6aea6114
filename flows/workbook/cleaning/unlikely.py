"""Days that can be read and are hardly meant: long ago, or years after all others of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem, words
from flows.workbook.schema import KEPT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem

OBSERVED = (
    "announced_on", "reacted_on", "on", "date", "asked_on", "answered_on", "decided_on", "published_on",
    "consulted_on", "archived_on", "last_checked_on", "last_searched_on",
    "outcome_checked_on", "condition_checked_on", "resolved_on",
)  # fmt: skip
"""Columns whose days have passed when they are typed: they lie close to one another."""

KEPT = ("entered_on", "checked_on")
"""Columns the team keeps to itself: what they say is told nowhere."""

EARLIEST = 1990  # a year before it is more often a slip than a fact of this record
LATEST_END = 2100  # of a term; a later one is a slip
YEARS_APART = 8  # a day so many years after all others is
ENOUGH = 5  # days to tell what the others are


def unlikely(known: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each day that is long ago, or far from all the others."""
    year = pl.col("first").dt.year()
    known = known.filter(~pl.col("name").is_in(KEPT) & ~pl.col("model").is_in(KEPT_IN))
    observed = known.filter(pl.col("name").is_in(OBSERVED)).select(year).to_series().sort()
    latest = _latest(observed.to_list())
    late = pl.col("name").is_in(OBSERVED) & (year > latest)
    early = (year < EARLIEST) & (pl.col("model") != "context")  # what a record begins with may be old
    far = known.filter(early | late | (year >= LATEST_END))
    for where, found in each(far):
        day, typed = found["first"], found["text"]
        shown = words.period(day, found["precision"], language)
        how = words.long_ago(EARLIEST, language) if day.year < EARLIEST else words.far_ahead(language)
        yield problem("unlikely_date", where, language, typed, day=shown, far=how)


def _latest(years: list[int]) -> int:
    """The last year before a gap that no record has: later ones stand alone."""
    if len(years) < ENOUGH:
        return LATEST_END
    middle = len(years) // 2
    for one, after in zip(years[middle:], years[middle + 1 :], strict=False):
        if after - one > YEARS_APART:
            return one
    return LATEST_END
