"""What a blank cell holds back of a row that is set aside for want of it: the row, and what goes with it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from flows.record.citations import citable, usable
from flows.record.facts import COMMITMENT_KINDS, SECTOR
from flows.record.terms import CLOSING
from flows.record.unlocks.values import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.record.facts import Announcement, Origin, Reaction
    from flows.record.results import Findings

WAITS = ("base_set_aside",)
"""All that is wrong with a dotted row whose base is set aside."""


def candidates(findings: Findings, lacking: Mapping[Origin, str]) -> Iterator[Candidate]:
    """Of each row set aside for one blank cell and nothing else, by the column of that cell."""
    chains = dict(_statuses(findings))
    reacted = {row.origin: row for row in findings.record.reactions}
    waiting = _waiting(findings)
    known = citable(findings.record.sources)
    for one in findings.set_aside:
        alone = one.category == "to_resolve" and len(one.reasons) == 1 and not one.out_of_sight
        if not alone or one.origin not in lacking:
            continue
        column = lacking[one.origin]
        own = _with(reacted.get(one.origin), waiting)
        ids = (one.id or str(one.origin.row), *(row.id for row in own[1:]))
        yield Candidate(one.sheet, one.origin, column, one.id, "row", ids)
        asked = tuple(row.id for row in own if _asks(row) and usable(row.sources, known))
        if asked:
            yield Candidate(one.sheet, one.origin, column, one.id, "cell", asked)
        if one.sheet == "announcements" and one.origin in chains:
            yield Candidate(one.sheet, one.origin, column, one.id, "status", (chains[one.origin],))


def _waiting(findings: Findings) -> Mapping[str, list[Reaction]]:
    """Dotted rows with nothing wrong but their base, by the id of that."""
    waiting: defaultdict[str, list[Reaction]] = defaultdict(list)
    for row in findings.record.reactions:
        if row.doubts == WAITS and row.id != row.base:
            waiting[row.base].append(row)
    return waiting


def _with(row: Reaction | None, waiting: Mapping[str, list[Reaction]]) -> tuple[Reaction, ...]:
    """The row, and those that wait for it."""
    return () if row is None else (row, *waiting.get(row.id, ()))


def _asks(row: Reaction) -> bool:
    return row.demand is not None and row.demand.target not in {None, SECTOR}


def _statuses(findings: Findings) -> Iterator[tuple[Origin, str]]:
    """Each announcement set aside without which a commitment has no status, with the chain of that.

    Not where another row of the chain is set aside too.
    """
    rows = {row.id: row for row in findings.record.announcements}
    broken = {one.origin for one in findings.set_aside if one.category == "to_resolve"}
    chains: defaultdict[str, list[Announcement]] = defaultdict(list)
    for row in findings.record.announcements:
        if row.origin in broken:
            chains[_root(row, rows)].append(row)
    undetermined = {one.chain for one in findings.commitments if one.status == "undetermined"}
    for chain, (row, *others) in chains.items():
        makes = row.kind in COMMITMENT_KINDS and row.relation not in CLOSING
        if not others and (makes or chain in undetermined):
            yield row.origin, chain


def _root(row: Announcement, rows: Mapping[str, Announcement]) -> str:
    """The id of the chain's first row; of rows that run in a circle, of one of them."""
    seen = {row.id}
    while (before := row.previous_id) is not None and before in rows and before not in seen:
        row = rows[before]
        seen.add(row.id)
    return row.id
