"""The shipped workbook as a briefing, made once for each date, language and extent a test asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flows.record import findings
from flows.workbook import clean, read
from tests.document import making

if TYPE_CHECKING:
    from flows.document import Extent, render
    from flows.record.facts import Record
    from flows.record.findings import Findings

WORKBOOK = Path(__file__).parents[2] / "inputs" / "facial-recognition.xlsx"


@cache
def record() -> Record:
    """The record of the shipped workbook."""
    return clean.record(read.cells(WORKBOOK)).record


@cache
def known_on(day: date) -> Record:
    """The record as it would be had nobody touched the file since `day`: no row dated later."""
    whole = record()
    return replace(
        whole,
        announcements=tuple(
            row for row in whole.announcements if row.announced_on and row.announced_on.first <= day
        ),
        reactions=tuple(row for row in whole.reactions if row.reacted_on and row.reacted_on.first <= day),
        responses=tuple(row for row in whole.responses if row.on and row.on.first <= day),
    )


def found(day: date, *, kept_until: date | None = None) -> Findings:
    """What stands on the day; with `kept_until` the file ends there."""
    if kept_until is None:
        return findings.compute(record(), as_of=day)
    kept = known_on(kept_until)
    counts = {sheet: len(getattr(kept, sheet)) for sheet in ("announcements", "reactions", "responses")}
    sheets = tuple(replace(one, read=counts.get(one.sheet, one.read)) for one in kept.sheets)
    return findings.compute(replace(kept, sheets=sheets), as_of=day)


@cache
def _made(day: date, language: str, extent: Extent, kept_until: date | None) -> render.Rendered:
    return making.drawn(found(day, kept_until=kept_until), language, extent)


def made(
    day: date, language: str, extent: Extent = "full", kept_until: date | None = None
) -> render.Rendered:
    """The finished document, drawn once however it is asked for."""
    return _made(day, language, extent, kept_until)


AFTERWARDS, UNTOUCHED_SINCE = date(2021, 6, 11), date(2021, 5, 17)
"""The day after Amazon's year, and the last day before it was extended."""


def found_after_the_term() -> Findings:
    """What stands the day after Amazon's year, had nobody touched the file since before it was extended."""
    return found(AFTERWARDS, kept_until=UNTOUCHED_SINCE)


def after_the_term(language: str, extent: Extent) -> render.Rendered:
    """The document of that day."""
    return made(AFTERWARDS, language, extent, kept_until=UNTOUCHED_SINCE)
