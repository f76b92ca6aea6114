"""Two editions held against one another: the form, and what changed from the earlier one to the later."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flows import earlier
from flows.document import listing
from flows.document.wording import dates
from flows.edition.refusals import CannotKeep
from flows.reading_room import pages, shelf
from flows.reading_room.wording import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from flows.reading_room.asked import Asked
    from flows.reading_room.shelf import Edition, Stock


@dataclass(frozen=True, slots=True)
class Choice:
    """An edition in one of the form's lists."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking: lines of what changed, or why nothing could be told."""

    intro: str | None = None
    lines: tuple[str, ...] = ()
    refused: str | None = None
    status: int = 200


def show(asked: Asked) -> Response:
    """The page: the form alone, or with what it was asked."""
    stock = shelf.stock(asked.room.outputs)
    query = asked.request.query_params
    one, other = query.get("one"), query.get("other")
    outcome = Outcome()
    if one is not None and other is not None:
        outcome = _compared(stock, one, other, asked.language)
    elif stock.editions:  # what most people come for stands chosen: the newest, and the one before it
        other = stock.editions[0].key
        before = stock.before(stock.editions[0])
        one = before.key if before else other
    return pages.page(
        "compare",
        asked.to,
        outcome.status,
        workbooks=_choices(stock.editions, asked.language),
        enough=len(stock.editions) > 1,
        one=one,
        other=other,
        outcome=outcome,
    )


def _choices(editions: Sequence[Edition], language: str) -> list[tuple[str, list[Choice]]]:
    """The editions by workbook, the newest first."""
    by_workbook = sorted(editions, key=lambda one: one.stem.casefold())
    return [
        (stem, [Choice(one.key, _named(one, language)) for one in group])
        for stem, group in groupby(by_workbook, key=lambda one: one.stem)
    ]


def _named(edition: Edition, language: str) -> str:
    release = said("final" if edition.final else "draft", language, number=edition.kept.number)
    return f"{dates.day(edition.as_of, language)} · {release} · {edition.name}"


def _compared(stock: Stock, one: str, other: str, language: str) -> Outcome:
    """What changed; only within one workbook, since an id is of one workbook and means nothing beyond it."""
    first, second = stock.find(one), stock.find(other)
    if first is None or second is None:
        return Outcome(refused=said("compare_gone", language), status=404)
    if first.key == second.key:
        return Outcome(refused=said("compare_same", language))
    if first.stem != second.stem:
        return Outcome(refused=said("compare_apart", language))
    try:
        found = earlier.between(first.kept.folder, second.kept.folder)
    except CannotKeep as error:
        return Outcome(refused=error.sentence(language))
    intro, *lines = listing.lines(found, language)
    return Outcome(intro, tuple(lines))
