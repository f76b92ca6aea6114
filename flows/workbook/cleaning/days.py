"""Dates (R1): read at the precision typed; what is not sure is told, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from flows.record.facts import Day
from flows.workbook import dates
from flows.workbook.cleaning.harvest import Harvest, corrected, each
from flows.workbook.complaints import problem, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem, Severity

OWN_DATES = ("announced_on", "reacted_on", "on", "date")
"""Columns without which a row cannot be placed in time: an unreadable one sets the row aside."""

RULES = {
    "ambiguous": "ambiguous_date",
    "impossible": "impossible_date",
    "serial": "serial_date",
    "not_a_date": "not_a_date",
}


def days(cells: pl.DataFrame, language: str, *, from_1904: bool = False) -> Harvest:
    """The days of every date column; unreadable ones count as blank and are told."""
    read = dates.readings(cells.filter(pl.col("sort") == "day"), from_1904=from_1904)
    known = read.filter(pl.col("reading") == "ok")
    sure = known.select("sheet", "row", "name", "first", "precision")
    found = (((sheet, row, name), Day(first, how)) for sheet, row, name, first, how in sure.iter_rows())
    timed = known.filter(pl.col("kind") == "date").with_columns(day=pl.col("first").cast(pl.String))
    return Harvest(
        tuple(found), tuple(_problems(read, language)), corrected(timed, "text", "day", "time_left_out")
    )


def _problems(read: pl.DataFrame, language: str) -> Iterator[Problem]:
    habits = read.group_by("sheet", "name").agg(habit=_habit())
    doubtful = read.filter(pl.col("reading").is_in(list(RULES)))
    for where, found in each(doubtful.join(habits, on=["sheet", "name"], how="left")):
        rule = RULES[found["reading"]]
        details = _details(found, language)
        yield problem(rule, where, language, found["text"], _severity(found), **details)


def _habit() -> pl.Expr:
    """What the sure dates of a column written with three numbers put first: day, month, or null."""
    pair = pl.col("text").str.extract_groups(r"^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}\s*$")
    left, right = (pair.struct.field(str(at)).cast(pl.Int64, strict=False) for at in (1, 2))
    sure = pl.col("reading") == "ok"
    day_first, month_first = (sure & (left > 12)).any(), (sure & (right > 12)).any()  # noqa: PLR2004 - months
    return (
        pl.when(day_first & ~month_first).then(pl.lit("day"))
        .when(month_first & ~day_first).then(pl.lit("month"))
    )  # fmt: skip


def _severity(found: dict[str, Any]) -> Severity:
    return "error" if found["name"] in OWN_DATES else "warning"


def _details(found: dict[str, Any], language: str) -> dict[str, str]:
    if found["reading"] == "ambiguous":
        either = found["either"]
        return {
            "either": words.day_and_month(either, language),
            "or_else": words.day_and_month(found["or_else"], language),
            "iso": either.isoformat(),
            "in_words": words.day(either, language),
            "hint": words.hint(found["habit"], language),
        }
    if found["reading"] == "serial":
        return {"offered": words.day(found["first"], language), "iso": found["first"].isoformat()}
    return {}
