"""Everything that shows only when cells of a row, or rows, are held against one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning.archives import archives
from flows.workbook.cleaning.bodies import bodies
from flows.workbook.cleaning.checks import checks
from flows.workbook.cleaning.claims import claims
from flows.workbook.cleaning.companions import companions
from flows.workbook.cleaning.dragged import dragged
from flows.workbook.cleaning.evidence import evidence
from flows.workbook.cleaning.lengths import lengths
from flows.workbook.cleaning.mentions import mentions
from flows.workbook.cleaning.misspelt import misspelt
from flows.workbook.cleaning.noted import noted
from flows.workbook.cleaning.order import order
from flows.workbook.cleaning.outcomes import nobody_asked, of_nobody
from flows.workbook.cleaning.sayings import sayings
from flows.workbook.cleaning.sources import unusable
from flows.workbook.cleaning.sums import sums
from flows.workbook.cleaning.ticked import ticked
from flows.workbook.cleaning.twice import twice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

RULES = (
    *(checks, companions, claims, sums, lengths, bodies, order, noted, sayings, twice, dragged),
    *(evidence, unusable, of_nobody, nobody_asked, archives, ticked, misspelt, mentions),
)


def compared(rows: Sequence[Row]) -> Iterator[Problem]:
    """Every complaint of these, in no order of places."""
    for each in RULES:
        yield from each(rows)
