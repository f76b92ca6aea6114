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
    from collections.abc import Iterable, Iterator

    from flows.record.dues import Due
    from flows.record.findings import Findings

AHEAD = timedelta(days=90)
OF_CHAINS = frozenset({"starts", "last_day", "expired", "condition_stale"})
MOST_IDS = 12  # of one line; with more of them the count says enough


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something that falls due, and of a commitment whose it is and of what kind."""

    due: Due
    who: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """One line of the list: a day, what it brings, the ids it is about, and in which workbook."""

    on: date
    words: str
    ids: tuple[str, ...]
    more: bool  # ids are left out
    workbook: str


def ahead(findings: Findings) -> tuple[Ahead, ...]:
    """What falls due within the time ahead of the findings' own day, by day and kind."""
    chains = {one.chain: one for one in findings.commitments}
    found = []
    for due in dues.coming(findings, after=findings.as_of, until=findings.as_of + AHEAD):
        of = chains[due.id] if due.kind in OF_CHAINS else None
        found.append(Ahead(due, of.organisation, of.kind) if of else Ahead(due))
    return tuple(sorted(found, key=_together))


def lines(workbook: str, found: Iterable[Ahead], language: str) -> Iterator[Coming]:
    """The same in words: a line for each commitment.

    Demands, questions and rows that fall due on one day share a line.
    """
    for (on, _, kind), group in groupby(found, key=_together):
        each = list(group)
        if kind in OF_CHAINS:
            yield from (_of_chain(workbook, one, language) for one in each)
        else:
            number = "one" if len(each) == 1 else "some"
            words = said(f"due_{kind}_{number}", language, count=len(each))
            ids = tuple(one.due.id for one in each)
            yield Coming(on, words, ids[:MOST_IDS], len(ids) > MOST_IDS, workbook)


def _together(one: Ahead) -> tuple[date, int, str]:
    """By day, then as the kinds are told on one day."""
    return one.due.on, dues.KINDS.index(one.due.kind), one.due.kind


def _of_chain(workbook: str, one: Ahead, language: str) -> Coming:
    what = word("kind", one.kind, language)
    words = said(f"due_{one.due.kind}", language, who=one.who, what=what)
    return Coming(one.due.on, words, (one.due.id,), more=False, workbook=workbook)
