"""The shipped workbook as a briefing, made once for each date, language and extent a test asks for.

Those who ask are one group of pytest-xdist's, `shipped`, so that one process draws a document for them all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows import printing, steps
from flows.document import render
from flows.order import Order
from flows.record import findings
from tests.document import making

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.document import Extent
    from flows.record.facts import Record
    from flows.record.findings import Findings

WORKBOOK = Path(__file__).parents[2] / "inputs" / "facial-recognition.xlsx"


ORDER = Order(making.FOUNDING)


@cache
def examined(workbook: Path = WORKBOOK) -> steps.Examined:
    """The workbook, or another, as an edition of the founding day examines it."""
    book = steps.read(workbook)
    cleaned = steps.clean(book)
    return steps.examined(book, cleaned, steps.find(cleaned, ORDER), ORDER)


def record() -> Record:
    """The record of the shipped workbook."""
    return examined().cleaned.record


@cache
def edition(workbook: Path = WORKBOOK) -> dict[str, render.Rendered]:
    """The documents of that workbook's edition of the founding day, drawn in this process."""

    def begun(language: str, slack: float) -> Callable[[], render.Rendered]:
        return partial(render.rendered, steps.work(examined(workbook), ORDER, language).composed, slack)

    return printing.alike(ORDER.languages, begun)


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
    if (day, extent, kept_until) == (ORDER.as_of, ORDER.extent, None):
        return edition()[language]
    return _made(day, language, extent, kept_until)


AFTERWARDS, UNTOUCHED_SINCE = date(2021, 6, 11), date(2021, 5, 17)
"""The day after Amazon's year, and the last day before it was extended."""


def found_after_the_term() -> Findings:
    """What stands the day after Amazon's year, had nobody touched the file since before it was extended."""
    return found(AFTERWARDS, kept_until=UNTOUCHED_SINCE)


def after_the_term(language: str, extent: Extent) -> render.Rendered:
    """The document of that day."""
    return made(AFTERWARDS, language, extent, kept_until=UNTOUCHED_SINCE)
