"""Ids that words speak of, as the page does: [A001]."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning.garbled import OWN_WORDS
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

MENTIONED = re.compile(r"\[([ARSQC]\d{3,}(?:\.\d+)?)\]")


def mentions(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each id in the team's own words that no row has."""
    there = {row.key for row in rows}
    for row in rows:
        for name in (each for column in OWN_WORDS for each in row.versions(column)):
            found = MENTIONED.findall(row.said(name))
            lost = next((one for one in found if one not in there), None)
            if lost:
                yield problem(
                    "unknown_id_in_words", row.cell(name), row.table.language, row.said(name), id=lost
                )
