"""Cells for a name or a sentence that hold something else: a date, a number, an address, an id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from flows.workbook import dates
from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem
from flows.workbook.complaints.texts import WHAT
from flows.workbook.text import identifier, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem, Severity

NAMES = ("organisation", "organisations", "name", "names")
SENTENCES = ("summary", "demand", "question", "answer", "result", "grounds", "reason")
SPELT = ("address", "mail")  # what somebody may be called, for want of a better name
DECISIVE = ("organisation", "actor", "name")
ADDRESS = r"(?i)^(?:https?://|www[.])\S+$"
MAIL = r"(?i)^(?:mailto:)?[\w.+-]+@[\w-]+(?:[.][\w-]+)+$"


def astray(cells: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each name that is none, by what it is."""
    held = cells.filter(pl.col("sort").is_in(NAMES) & (pl.col("model") != "recipients"))
    yield from _told(held, "not_a_name", language)


def not_words(cells: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each sentence that is none, by what it is."""
    column = pl.col("name").str.replace("_(en|fr)$", "")
    held = cells.filter(column.is_in(SENTENCES) & (pl.col("sort") == "prose"))
    yield from _told(held, "not_words", language)


def _told(cells: pl.DataFrame, rule: str, language: str) -> Iterator[Problem]:
    few = _candidates(cells)
    if few.is_empty():
        return
    read = dates.readings(few)
    for where, found in each(read.with_columns(what=_what()).filter(pl.col("what").is_not_null())):
        wrong = rule == "not_a_name" and _is_decisive(found) and found["what"] not in SPELT
        severity: Severity = "error" if wrong else "warning"
        yield problem(rule, where, language, found["text"], severity, what=WHAT[found["what"]][language])


def _candidates(cells: pl.DataFrame) -> pl.DataFrame:
    """The few cells that may be something else: whatever is no text, and texts with a figure or an @."""
    text = pl.col("kind") == "text"
    marked = pl.col("text").str.contains("[0-9@]|(?i)^https?:|^www[.]")
    return cells.filter(~text | (marked & (pl.col("text").str.len_chars() < 300)))  # noqa: PLR2004 - no date is longer


def _is_decisive(found: dict[str, Any]) -> bool:
    return bool(found["required"]) and found["name"] in DECISIVE and found["sort"] != "organisations"


def _what() -> pl.Expr:
    plain = tidied(pl.col("text"))
    figure = plain.str.contains(r"^[-+]?[0-9][0-9\s.,]*%?$")
    return (
        pl.when(pl.col("kind") == "date").then(pl.lit("day"))
        .when(pl.col("kind") == "boolean").then(pl.lit("switch"))
        .when((pl.col("kind") == "number") | figure).then(pl.lit("number"))
        .when(pl.col("kind") == "time").then(pl.lit("number"))
        .when(plain.str.contains(MAIL)).then(pl.lit("mail"))
        .when(plain.str.contains(ADDRESS)).then(pl.lit("address"))
        .when(identifier(plain).is_not_null() & plain.str.contains("^[A-Z]-?[0-9]{3}")).then(pl.lit("id"))
        .when(pl.col("reading").is_in(["ok", "ambiguous"]) & plain.str.contains("[0-9]")).then(pl.lit("day"))
    )  # fmt: skip
