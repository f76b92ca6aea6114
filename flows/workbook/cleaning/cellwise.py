"""What the cells hold, each looked at by itself, and all there is to say before any row is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning import doubted, names
from flows.workbook.cleaning.built import built
from flows.workbook.cleaning.choices import choices
from flows.workbook.cleaning.citations import citations
from flows.workbook.cleaning.days import days
from flows.workbook.cleaning.harvest import Harvest, together
from flows.workbook.cleaning.letters import letters
from flows.workbook.cleaning.once import once
from flows.workbook.cleaning.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.cleaning.decisions import Decisions
    from flows.workbook.cleaning.visible import Visible
    from flows.workbook.problems import Problem
    from flows.workbook.read import Book
    from flows.workbook.single import Split
    from flows.workbook.tables import Layout


def held(seen: Visible, ruled: Decisions, book: Book) -> Harvest:
    """The values of the cells in view, with every complaint and correction about one of them."""
    cells, language = seen.cells, ruled.layout.language
    return together(
        (
            seen.harvest,
            days(cells, language, from_1904=book.from_1904, saved_on=book.saved_on),
            choices(cells, language, ruled.readings, ruled.rows),
            texts(cells, language),
            letters(cells, language),
            citations(cells, language),
            Harvest(problems=tuple(doubted.doubted(cells, language))),
            names.names(cells, ruled.layout, ruled.bodies),
        )
    )


def told(parted: Split, layout: Layout, harvest: Harvest) -> Iterator[Problem]:
    """The complaints about tabs, headers and single cells, each cell's once."""
    yield from layout.problems
    yield from built(parted.book, layout)
    yield from once(harvest.problems)
    yield from parted.problems(layout.language)
