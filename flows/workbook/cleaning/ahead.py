"""Days on which somebody is said to have looked something up, and which had not come yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem
from flows.workbook.schema import KEPT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flows.workbook.problems import Problem

DONE = (
    "last_searched_on", "condition_checked_on", "outcome_checked_on", "checked_on", "last_checked_on",
    "consulted_on", "archived_on", "entered_on",
)  # fmt: skip
"""What somebody of the team did before they typed the day of it; some of these may be quoted nowhere."""

HAPPENED = ("announced_on", "reacted_on", "on", "date", "published_on", "asked_on", "answered_on")
FEW = 3
"""So many slips there may be: of more, it is the workbook's own day that is wrong."""

ONE_DAY = timedelta(days=1)  # it may be tomorrow already where the team is


def ahead(known: pl.DataFrame, language: str, saved_on: date | None) -> Iterator[Problem]:
    """A complaint about each such day that comes after the one on which the workbook was saved.

    None where the workbook does not say when that was, or where events come later too: some programs leave
    that day as it was.
    """
    if saved_on is None:
        return
    shown = known.filter(~pl.col("model").is_in(KEPT_IN))
    to_come = shown.filter(pl.col("first") > saved_on + ONE_DAY)
    done = to_come.filter(pl.col("name").is_in(DONE))
    if done.height <= FEW and to_come.filter(pl.col("name").is_in(HAPPENED)).is_empty():
        for where, _ in each(done):
            yield problem("still_to_come", where, language)
