"""What a record claims of its rows, held against what follows from them: a status made up is found.

The rows are those of the `record.json` within. Who changes a row, all that follows from it and every page
in accord has made another document, which nothing but a signature tells from an issued one.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from flows.edition import snapshot
from flows.edition.verification.verdict import Place
from flows.record import findings
from flows.record.defaults import Limits
from flows.record.plain import from_iso, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.record.editions import Result, Snapshot
    from flows.record.findings import Findings

UNDETERMINED = "undetermined"
TERM = ("starts_on", "ends_on", "end_basis", "days_left", "days_since_end")
"""What is told of a commitment's term beside its status."""


@dataclass(frozen=True, slots=True)
class Told:
    """A `record.json`: as it stands, its rows as facts, and what follows from these alone on its day."""

    plain: Mapping[str, Any]
    snapshot: Snapshot
    findings: Findings

    @property
    def follows(self) -> dict[Result, str]:
        """The status of each chain and the outcome of each demand to which the rows lead."""
        found = self.findings
        statuses: dict[Result, str] = {("status", one.chain, None): one.status for one in found.commitments}
        return statuses | {("outcome", one.reaction.id, one.target): one.outcome for one in found.demands}

    @property
    def differing(self) -> tuple[Result, ...]:
        """What the record says otherwise, in a fixed order."""
        said, follows = self.snapshot.results, self.follows
        return tuple(sorted((key for key in {*said, *follows} if said.get(key) != follows.get(key)), key=str))

    @property
    def unsettled(self) -> frozenset[Result]:
        """What of it nobody can judge, for it may rest on a row set aside to be mended and not printed."""
        waiting = {one.sheet for one in self.snapshot.aside if one.category == "to_resolve"}
        return frozenset(key for key in self.differing if self._may_rest(key, waiting))

    @property
    def ids(self) -> frozenset[str]:
        """Of every row it tells of, printed or set aside."""
        sheets = ("announcements", "reactions", "questions", "context", "sources")
        rows = {row.id for sheet in sheets for row in getattr(self.snapshot.record, sheet)}
        return frozenset(rows | {one.id for one in self.snapshot.aside if one.id})

    def _may_rest(self, key: Result, waiting: set[str]) -> bool:
        if key[0] == "outcome":
            return bool(waiting)
        return "announcements" in waiting and self.snapshot.results.get(key) in {None, UNDETERMINED}


def read(record: bytes) -> Told:
    """What a `record.json` tells, and what follows from its rows.

    Raises one of `snapshot.UNREADABLE`, or `NotReconciled`, where it is none of ours.
    """
    kept = snapshot.of_text(record.decode())
    told = json.loads(record)
    after = from_iso(told["next"]).first if told["next"] else None
    found = findings.compute(kept.record, as_of=kept.as_of, next_on=after, limits=Limits(**kept.limits))
    # Which rows lack a usable source, or a quote that may be printed, rests on cells that are not kept.
    unsourced, quotable = tuple(told["unsourced"]), tuple(told["quotable"])
    return Told(told, kept, replace(found, unsourced=unsourced, quotable=quotable))


def of_record(told: Told) -> Iterator[Place]:
    """What the record claims and does not follow from its own rows."""
    yield from _results(told)
    yield from _counts(told)


def _results(told: Told) -> Iterator[Place]:
    """The statuses and outcomes of the record that its rows do not lead to, and the days of its terms."""
    follows, unsettled = told.follows, told.unsettled
    for key in told.differing:
        kind, row, target = key
        if key not in unsettled:
            found = {"found": told.snapshot.results.get(key, ""), "follows": follows.get(key, "")}
            yield Place(f"{kind}_claimed", {"id": row, "target": target or "", **found})
    chains = {one.chain: one for one in told.findings.commitments}
    for one in told.plain["commitments"]:
        chain = chains.get(one["chain"])
        for name in TERM if chain and ("status", chain.chain, None) not in unsettled else ():
            if one[name] != plain(getattr(chain, name)):
                said = {"id": one["chain"], "name": name, "found": one[name]}
                yield Place("term_claimed", said | {"follows": plain(getattr(chain, name))})


def _counts(told: Told) -> Iterator[Place]:
    """The record's figures that its own statuses and outcomes do not add up to."""
    whole, unsourced = told.plain, set(told.plain["unsourced"])
    statuses = Counter(one["status"] for one in whole["commitments"] if one["status"] != "one_off")
    outcomes = Counter(one["outcome"] for one in whole["demands"] if one["id"] not in unsourced)
    adds_up = {
        "by_status": dict(statuses),
        "commitments": statuses.total(),
        "by_outcome": dict(outcomes),
        "demands": outcomes.total(),
        "questions": len(whole["questions"]),
        "open_questions": sum(one["status"] == "open" for one in whole["questions"]),
    }
    for name, figure in adds_up.items():
        if whole["counts"][name] != figure:
            told_of = {"name": name, "found": whole["counts"][name], "follows": figure}
            yield Place("count_claimed", told_of)
