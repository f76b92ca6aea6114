"""What a document claims of its rows, held against what follows from them: a status made up is found.

The rows are those of the `record.json` within. Who changes a row, all that follows from it and every page
in accord has made another document, which nothing but a signature tells from an issued one.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from flows.document.lens import Lens
from flows.document.parts.commitments import commitments
from flows.document.parts.commitments_full import commitments_full
from flows.document.proof import complete
from flows.edition import snapshot
from flows.edition.verification.verdict import Place
from flows.record import findings
from flows.record.defaults import Limits
from flows.record.facts import SECTOR
from flows.record.plain import from_iso

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.document.rebuild import Printed
    from flows.document.render import Rendered
    from flows.document.values import Line
    from flows.record.editions import Result, Snapshot
    from flows.record.findings import Findings

UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Told:
    """A `record.json`: as it stands, its rows as facts, and what follows from these alone on its day."""

    plain: Mapping[str, Any]
    snapshot: Snapshot
    findings: Findings

    @property
    def waiting(self) -> bool:
        """Whether an announcement is set aside to be mended, which leaves a chain undetermined."""
        aside = self.snapshot.aside
        return any(one.sheet == "announcements" and one.category == "to_resolve" for one in aside)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Chains said to be undetermined for a row that is not printed: nothing else may be said of them."""
        chains = (key[1] for key, code in self.snapshot.results.items() if code == UNDETERMINED)
        return tuple(chains) if self.waiting else ()


def read(record: bytes) -> Told:
    """What a `record.json` tells, and what follows from its rows.

    Raises one of `snapshot.UNREADABLE`, or `NotReconciled`, where it is none of ours.
    """
    kept = snapshot.of_text(record.decode())
    plain = json.loads(record)
    after = from_iso(plain["next"]).first if plain["next"] else None
    found = findings.compute(kept.record, as_of=kept.as_of, next_on=after, limits=Limits(**kept.limits))
    # Which rows lack a usable source, or a quote that may be printed, rests on cells that are not kept.
    unsourced, quotable = tuple(plain["unsourced"]), tuple(plain["quotable"])
    return Told(plain, kept, replace(found, unsourced=unsourced, quotable=quotable))


def of_record(told: Told) -> Iterator[Place]:
    """What the record claims and does not follow from its own rows."""
    yield from _results(told)
    yield from _counts(told)


def of_pages(told: Told, printed: Printed, drawn: Rendered) -> Iterator[Place]:
    """What the pages claim and the record does not, and what of the record they lack."""
    lens = Lens(told.findings, printed.furniture.language)
    yield from _statuses(told, printed, lens)
    yield from _outcomes(told, printed, lens)
    yield from _figures(told, printed, lens)
    yield from _cells(told, printed, drawn)


def _results(told: Told) -> Iterator[Place]:
    """The statuses and outcomes of the record that its rows do not lead to."""
    found = told.findings
    follows: dict[Result, str] = {("status", one.chain, None): one.status for one in found.commitments}
    follows |= {("outcome", one.reaction.id, one.target): one.outcome for one in found.demands}
    for key in sorted(told.snapshot.results.keys() | follows.keys(), key=str):
        said, code = told.snapshot.results.get(key), follows.get(key)
        if said != code and not (key[0] == "status" and told.waiting and UNDETERMINED in {said, code}):
            kind, row, target = key
            yield Place(
                f"{kind}_claimed", {"id": row, "target": target or "", "found": said, "follows": code}
            )


def _counts(told: Told) -> Iterator[Place]:
    """The record's figures that its own statuses and outcomes do not add up to."""
    plain, unsourced = told.plain, set(told.plain["unsourced"])
    statuses = Counter(one["status"] for one in plain["commitments"] if one["status"] != "one_off")
    outcomes = Counter(one["outcome"] for one in plain["demands"] if one["id"] not in unsourced)
    adds_up = {
        "by_status": dict(statuses),
        "commitments": statuses.total(),
        "by_outcome": dict(outcomes),
        "demands": outcomes.total(),
        "questions": len(plain["questions"]),
        "open_questions": sum(one["status"] == "open" for one in plain["questions"]),
    }
    for name, figure in adds_up.items():
        if plain["counts"][name] != figure:
            told_of = {"name": name, "found": plain["counts"][name], "follows": figure}
            yield Place("count_claimed", told_of)


def _statuses(told: Told, printed: Printed, lens: Lens) -> Iterator[Place]:
    """The sentences on commitments that do not say what follows; without a column of terms there are none."""
    if not any(row.terms.term for row in told.findings.announcements):
        return
    brief: dict[str, Line | None] = {
        one.id: one.status for one in commitments(lens, len(lens.chains), None, bars=False).rows
    }
    full = {one.id: one.status for one in commitments_full(lens).blocks}
    says: list[tuple[str, Line | None, dict[str, Line | None]]] = [
        (one.id, one.status, brief) for one in printed.core.commitments.rows
    ]
    if printed.full and printed.full.commitments:
        says += [(one.id, one.status, full) for one in printed.full.commitments.blocks]
    for chain, said, follows in says:
        if said != follows.get(chain) and chain not in told.unsettled:
            yield Place(
                "status_printed", {"id": chain, "found": _words(said), "follows": _words(follows.get(chain))}
            )


def _words(said: Line | None) -> str:
    return said.words if said else ""


def _outcomes(told: Told, printed: Printed, lens: Lens) -> Iterator[Place]:
    """The outcomes printed of demands that are not the record's."""
    follows: dict[str, set[str]] = {}
    for one in told.findings.demands:
        words = lens.say("asked_sector") if one.target == SECTOR else lens.word("outcome", one.outcome)
        follows.setdefault(one.reaction.id, set()).add(words)
    for asked in printed.full.demands.demands if printed.full and printed.full.demands else ():
        expected = follows.get(asked.id, set())
        if asked.outcome not in expected:
            said = {"id": asked.id, "found": asked.outcome, "follows": ", ".join(sorted(expected))}
            yield Place("outcome_printed", said)


def _figures(told: Told, printed: Printed, lens: Lens) -> Iterator[Place]:
    """The figures under the title that are not the record's; one that the workbook has no place for may lack."""
    counts = told.plain["counts"]
    nouns = {"commitment": "commitments", "demand": "demands", "question": "open_questions"}
    follows = [lens.count(counts[name], noun) for noun, name in nouns.items()]
    if not set(filter(None, printed.masthead.counts.split(", "))) <= set(follows):
        yield Place("figures_printed", {"found": printed.masthead.counts, "follows": ", ".join(follows)})


def _cells(told: Told, printed: Printed, drawn: Rendered) -> Iterator[Place]:
    """The cells of the record that stand nowhere on the pages."""
    language, order = printed.furniture.language, printed.full.order if printed.full else None
    for one in complete.unsaid(drawn, told.findings, language, order):
        yield Place("cell_unprinted", {"id": one.id, "column": one.column, "word": one.word})
