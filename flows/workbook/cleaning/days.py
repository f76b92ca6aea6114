"""Dates (R1): read at the precision typed; what is not sure is told, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.record.facts import Day
from flows.workbook import dates, meant
from flows.workbook.cleaning.ahead import ahead
from flows.workbook.cleaning.harvest import Harvest, corrected, each
from flows.workbook.cleaning.unlikely import unlikely
from flows.workbook.complaints import problem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from flows.workbook.problems import Cell, Problem, Severity

OWN_DATES = ("announced_on", "reacted_on", "on", "date")
"""Columns without which a row cannot be placed in time: an unreadable one sets the row aside."""

RULES = {
    "ambiguous": "ambiguous_date",
    "impossible": "impossible_date",
    "serial": "serial_date",
    "not_a_date": "not_a_date",
}
NOUGHT = ("0", "00:00", "00:00:00")
"""What is read of a cell that holds 0 and is shown as a day."""

SCOPES = {"column": ["sheet", "name"], "sheet": ["sheet"], "workbook": ["all"]}
"""Whose dates may settle the order of day and month, the nearest first."""


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the texts that cannot be read may have meant."""

    days: Mapping[str, tuple[date, str]] = field(hash=False)
    full: Mapping[str, tuple[tuple[date, str], ...]] = field(hash=False)
    weekdays: Mapping[str, date] = field(hash=False)


def days(
    cells: pl.DataFrame, language: str, *, from_1904: bool = False, saved_on: date | None = None
) -> Harvest:
    """The days of every date column; unreadable ones count as blank and are told.

    `saved_on` is the day on which the workbook was saved.
    """
    read = dates.readings(cells.filter(pl.col("sort") == "day"), from_1904=from_1904)
    known = read.filter(pl.col("reading") == "ok")
    sure = known.select("sheet", "row", "name", "first", "precision")
    found = (((sheet, row, name), Day(first, how)) for sheet, row, name, first, how in sure.iter_rows())
    timed = known.filter(pl.col("kind") == "date").with_columns(day=pl.col("first").cast(pl.String))
    return Harvest(
        tuple(found),
        (*_problems(read, language), *unlikely(known, language), *ahead(known, language, saved_on)),
        corrected(timed, "text", "day", "time_left_out"),
    )


def _problems(read: pl.DataFrame, language: str) -> Iterator[Problem]:
    doubtful = read.filter(pl.col("reading").is_in(list(RULES)))
    if doubtful.is_empty():
        return
    guesses = _guesses(doubtful)
    habits = _habits(read)
    for where, found in each(doubtful):
        yield _told(where, found, guesses, habits, language)


def _guesses(doubtful: pl.DataFrame) -> Guesses:
    unread = doubtful.filter(pl.col("reading") == "not_a_date")["text"]
    impossible = doubtful.filter(pl.col("reading") == "impossible")["text"]
    return Guesses(meant.days(unread), meant.years_in_full(unread), meant.without_weekday(impossible))


def _habits(read: pl.DataFrame) -> dict[tuple[str, ...], str]:
    """What is put first where it is sure, by column, by sheet and in the whole workbook: day or month."""
    found: dict[tuple[str, ...], str] = {}
    wider = read.with_columns(all=pl.lit(""))
    for within in SCOPES.values():
        habits = wider.group_by(within).agg(habit=_habit()).filter(pl.col("habit").is_not_null())
        found |= {tuple(key): habit for *key, habit in habits.iter_rows()}
    return found


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


def _told(
    where: Cell, found: dict[str, Any], guesses: Guesses, habits: Mapping[tuple[str, ...], str], language: str
) -> Problem:
    text, rule, severity = found["text"], RULES[found["reading"]], _severity(found)
    if text in guesses.full:
        offered = words.either((_shown(day, language) for day in guesses.full[text]), language)
        return problem("two_digit_year", where, language, text, severity, offered=offered)
    if rule == "impossible_date" and text in guesses.weekdays:
        return _misnamed(where, text, guesses.weekdays[text], severity, language)
    if rule == "ambiguous_date":
        return problem(rule, where, language, text, severity, **_both(found, habits, language))
    if rule == "serial_date":
        first = found["first"]
        offered = words.day(first, language)
        return problem(rule, where, language, text, severity, offered=offered, iso=first.isoformat())
    guess = _shown(guesses.days[text], language) if text in guesses.days else None
    asked = words.nought(language) if text in NOUGHT else words.guess(guess, language)
    return problem(rule, where, language, text, severity, guess=asked)


def _misnamed(where: Cell, text: str, day: date, severity: Severity, language: str) -> Problem:
    return problem(
        "wrong_weekday", where, language, text, severity,
        day=words.day(day, language), weekday=words.weekday(day, language), iso=day.isoformat(),
    )  # fmt: skip


def _severity(found: dict[str, Any]) -> Severity:
    return "error" if found["name"] in OWN_DATES else "warning"


def _both(
    found: dict[str, Any], habits: Mapping[tuple[str, ...], str], language: str
) -> dict[str, str | int]:
    """The two days a date may be; first the one that the other dates speak for."""
    either, or_else = found["either"], found["or_else"]
    scope, first = _settled(found, habits)
    likely = or_else if first == "month" else either
    return {
        "either": words.day_and_month(either, language),
        "or_else": words.day_and_month(or_else, language),
        "iso": likely.isoformat(),
        "in_words": words.day(likely, language),
        "hint": words.hint(first, scope, language),
    }


def _settled(found: dict[str, Any], habits: Mapping[tuple[str, ...], str]) -> tuple[str, str | None]:
    """Whose dates tell what comes first, and what they tell; nothing where none do."""
    places = {**found, "all": ""}
    for scope, within in SCOPES.items():
        habit = habits.get(tuple(places[name] for name in within))
        if habit:
            return scope, habit
    return "column", None


def _shown(day: tuple[date, str], language: str) -> str:
    return words.period(*day, language)
