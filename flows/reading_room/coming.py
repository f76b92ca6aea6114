"""The next dates that matter, in words: what ends, starts or goes stale in a workbook by time alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from flows.document.wording.words import word
from flows.reading_room.wording import said
from flows.record import dues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.dues import Due
    from flows.record.findings import Findings

AHEAD = timedelta(days=90)
OF_CHAINS = frozenset({"starts", "last_day", "expired", "condition_stale"})
MOST_IDS = 12  # of one line; with more of them the count says enough


@dataclass(frozen=True, slots=True)
class Coming:
    """One line of the list: a day, what it brings, the ids it is about, and in which workbook."""

    on: date
    words: str
    ids: tuple[str, ...]
    more: bool  # ids are left out
    workbook: str


def lines(workbook: str, findings: Findings, language: str) -> Iterator[Coming]:
    """What falls due in the workbook within the time ahead, by day; a line for each commitment.

    Demands, questions and rows that fall due on one day share a line.
    """
    ahead = dues.coming(findings, after=findings.as_of, until=findings.as_of + AHEAD)
    for (on, kind), group in groupby(sorted(ahead, key=_together), key=_together):
        each = list(group)
        if kind in OF_CHAINS:
            yield from (_of_chain(workbook, findings, one, language) for one in each)
        else:
            number = "one" if len(each) == 1 else "some"
            words = said(f"due_{kind}_{number}", language, count=len(each))
            ids = tuple(one.id for one in each)
            yield Coming(on, words, ids[:MOST_IDS], len(ids) > MOST_IDS, workbook)


def _together(due: Due) -> tuple[date, str]:
    return due.on, due.kind


def _of_chain(workbook: str, findings: Findings, due: Due, language: str) -> Coming:
    commitment = next(one for one in findings.commitments if one.chain == due.id)
    what = word("kind", commitment.kind, language)
    words = said(f"due_{due.kind}", language, who=commitment.organisation, what=what)
    return Coming(due.on, words, (due.id,), more=False, workbook=workbook)
