"""Prose, words, quotes, lengths of time, languages and counts, as they may be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.record.facts import Duration
from flows.workbook import dates, meant
from flows.workbook.cleaning.citations import unwrapped
from flows.workbook.cleaning.harvest import Harvest, corrected, each, together, values
from flows.workbook.complaints import problem, words
from flows.workbook.nearest import nearest
from flows.workbook.text import had_controls, had_invisible, key, keyed, prose, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Problem

MOST_WORDS = 25
MOST_CHARACTERS = 4_000
SHORT = ("summary", "demand")
LANGUAGES = {
    "english": "en", "anglais": "en", "french": "fr", "francais": "fr", "german": "de",
    "allemand": "de", "spanish": "es", "espagnol": "es", "italian": "it", "italien": "it",
    "portuguese": "pt", "portugais": "pt", "dutch": "nl", "neerlandais": "nl", "arabic": "ar",
    "arabe": "ar", "chinese": "zh", "chinois": "zh", "japanese": "ja", "japonais": "ja",
    "russian": "ru", "russe": "ru", "hebrew": "he", "hebreu": "he",
}  # fmt: skip


def texts(cells: pl.DataFrame, language: str) -> Harvest:
    """The values of every column that holds words, a language, a count or a length of time."""
    return together(
        (
            _prose(cells.filter(pl.col("sort").is_in(["prose", "words", "exceptions"])), language),
            _addresses(cells.filter(pl.col("sort") == "address")),
            _languages(cells.filter(pl.col("sort") == "language"), language),
            _counts(cells.filter(pl.col("sort") == "count"), language),
            _durations(cells.filter(pl.col("sort") == "duration"), language),
        )
    )


def _prose(cells: pl.DataFrame, language: str) -> Harvest:
    cleaned = cells.with_columns(value=prose(pl.col("text")))
    touched = had_invisible(pl.col("text")) | had_controls(pl.col("text"))
    corrections = corrected(cleaned.filter(touched), "text", "value", "unprintable_characters")
    return Harvest(values(cleaned, "value"), tuple(_too_long(cleaned, language)), corrections)


def _too_long(cleaned: pl.DataFrame, language: str) -> Iterator[Problem]:
    short = pl.col("name").str.replace("_(en|fr)$", "").is_in(SHORT) & (pl.col("model") != "context")
    counted = cleaned.with_columns(
        words=pl.col("value").str.count_matches(r"\S*[\p{L}\p{N}]\S*"),
        characters=pl.col("value").str.len_chars(),
    )
    very_long = (pl.col("characters") > MOST_CHARACTERS) & (pl.col("name") != "notes")
    for where, found in each(counted.filter(short & (pl.col("words") > MOST_WORDS))):
        yield problem("too_long", where, language, found["text"], count=found["words"])
    for where, found in each(counted.filter(very_long)):
        yield problem("very_long", where, language, found["text"], count=found["characters"])


def _addresses(cells: pl.DataFrame) -> Harvest:
    """The address typed, without the marks around it, or the one behind the words typed."""
    web = "(?i)^https?://"
    read = cells.with_columns(typed=tidied(pl.col("text"))).with_columns(bare=unwrapped(pl.col("typed")))
    link = pl.col("link").str.contains("(?i)^ *https?://") & ~pl.col("bare").str.contains(web)
    behind = read.filter(link).with_columns(value=pl.col("link"))
    own = read.filter(~link.fill_null(value=False)).with_columns(value=pl.col("bare"))
    corrections = (
        *corrected(behind, "typed", "value", "link_behind"),
        *corrected(own, "typed", "value", "marks_around"),
    )
    return Harvest((*values(behind, "value"), *values(own, "value")), (), corrections)


def _languages(cells: pl.DataFrame, language: str) -> Harvest:
    spelt = keyed(pl.col("text"))
    code = pl.col("text").str.to_lowercase().str.extract("^ *([a-z]{2})(?:[-_][a-z0-9]+)? *$")
    read = cells.with_columns(value=pl.coalesce(code, spelt.replace_strict(LANGUAGES, default=None)))
    unread = read.filter(pl.col("value").is_null())
    problems = (
        problem("unknown_language", where, language, found["text"], guess=_language(found["text"], language))
        for where, found in each(unread)
    )
    return Harvest(values(read, "value"), tuple(problems))


def _language(typed: str, language: str) -> str:
    """The language that may have been meant, by its two letters, as a question."""
    close = nearest(key(typed), LANGUAGES)
    return words.guess(LANGUAGES[close] if close else None, language)


def _counts(cells: pl.DataFrame, language: str) -> Harvest:
    whole = tidied(pl.col("text")).str.extract("^([0-9]{1,6})(?:[.,]0+)?$")
    read = cells.with_columns(value=whole.cast(pl.Int64, strict=False))
    unread = read.filter(pl.col("value").is_null())
    problems = (
        problem(
            "not_a_number", where, language, found["text"],
            guess=words.guess(meant.count(found["text"]), language),
        )
        for where, found in each(unread)
    )  # fmt: skip
    return Harvest(values(read, "value"), tuple(problems))


def _durations(cells: pl.DataFrame, language: str) -> Harvest:
    read = cells.with_columns(value=dates.durations(pl.col("text")))
    unread = read.filter(pl.col("value").is_null())
    problems = (
        problem(
            "not_a_duration", where, language, found["text"],
            guess=words.guess(meant.length(found["text"], language), language),
        )
        for where, found in each(unread)
    )  # fmt: skip
    periods = ((place, Duration(found["count"], found["unit"])) for place, found in values(read, "value"))
    return Harvest(tuple(periods), tuple(problems))
