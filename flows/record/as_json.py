"""The printed record and everything computed from it, as the canonical JSON of `record.json`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flows.record import citations, quotes
from flows.record.balance import balance
from flows.record.defaults import RULES_VERSION
from flows.record.matrix import matrix
from flows.record.plain import iso, json_text, plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from flows.record.balance import Balance
    from flows.record.facts import Announcement, Reaction
    from flows.record.matrix import Matrix, Row
    from flows.record.results import Answer, Commitment, Findings, QuestionState, SetAside, Silence, Tally


def canonical(findings: Findings, *, problems: int = 0) -> str:
    """The JSON: sorted keys, nothing escaped that UTF-8 can carry, ISO dates, a line feed at the end."""
    return json_text(as_dict(findings, problems=problems))


def as_dict(findings: Findings, *, problems: int = 0) -> dict[str, Any]:
    """The findings under the promised names. `problems` is how many complaints the workbook earned."""
    return {
        **_edition(findings),
        **_computed(findings),
        **{name: plain(getattr(findings, name)) for name in AS_THEY_ARE},
        "problems": problems,
        "withheld": withheld(findings),
        "record": printed(findings),
    }


AS_THEY_ARE = (
    "deadlines", "ties", "key_points", "weaknesses", "quotable", "unsourced", "organisations", "followed",
)  # fmt: skip
"""Findings printed under their own names, field by field."""


def _edition(findings: Findings) -> dict[str, Any]:
    return {
        "as_of": plain(findings.as_of),
        "next": plain(findings.next_on),
        "previous": findings.previous,
        "release": findings.release,
        "holds": list(findings.holds),
        "rules": RULES_VERSION,
        "reconciliation": {tally.sheet: _tally(tally) for tally in findings.reconciliation},
        "set_aside": [_set_aside(row) for row in findings.set_aside],
        "unread": [{"sheet": place.sheet, "row": place.row} for place in findings.record.unread],
    }


def _computed(findings: Findings) -> dict[str, Any]:
    counts = findings.counts
    by_code = {"by_status": dict(counts.by_status), "by_outcome": dict(counts.by_outcome)}
    return {
        "commitments": [_commitment(one) for one in findings.commitments],
        "demands": [_demand(one) for one in findings.demands],
        "questions": [_question(one) for one in findings.questions],
        "silence": [_silence(one) for one in findings.silence],
        "matrix": _matrix(matrix(findings.demands, findings.unsourced)),
        "balance": _balance(balance(findings)),
        "counts": plain(counts) | by_code,
        "limits": plain(findings.limits),
    }


def printed(findings: Findings) -> dict[str, Any]:
    """The printed rows as typed facts; only quotes that may be printed, never a machine's words (R14)."""
    quotable = frozenset(findings.quotable)
    return {
        "language": findings.record.language,
        "announcements": [plain(_outward(_quoting(row, quotable))) for row in findings.announcements],
        "reactions": [plain(_outward(_quoting(row, quotable))) for row in findings.reactions],
        "responses": plain(findings.responses),
        "questions": [plain(one.question) for one in findings.questions],
        "context": plain(findings.context),
        "sources": plain(findings.sources),
        "organisations": plain(findings.profiles),
    }


def withheld(findings: Findings) -> dict[str, Any]:
    """Of each printed row with quote cells that are not printed (R14), why not, and their fingerprints.

    By these a later edition finds out which of them changed (R9); what they say cannot be had from them.
    """
    quotable = frozenset(findings.quotable)
    rows: list[Announcement | Reaction] = [*findings.announcements, *findings.reactions]
    return {
        row.id: {"because": list(_why_withheld(row, findings.unsourced)), "cells": quotes.fingerprints(row)}
        for row in rows
        if _quoting(row, quotable) is not row
    }


def _why_withheld(row: Announcement | Reaction, unsourced: Collection[str]) -> tuple[str, ...]:
    """What it lacks, words first; or that a machine's words are there; or that another wording prints."""
    if row.quote is not None and row.quote.wordless:
        return ("quote_without_words",)
    machine = row.quote is not None and row.quote.translation is not None and not quotes.human(row.quote)
    return quotes.lacking(row, unsourced) or (("quote_by_machine",) if machine else ("quote_variant",))


def _quoting(row: Announcement | Reaction, quotable: Collection[str]) -> Announcement | Reaction:
    if row.quote is None:
        return row
    if row.id not in quotable:
        return replace(row, quote=None)
    if row.quote.translation is not None and not quotes.human(row.quote):
        return replace(row, quote=replace(row.quote, translation=None, translated_by=None))
    return row


def _outward(row: Announcement | Reaction) -> Announcement | Reaction:
    """The row without the day of its second reading, and where a snapshot lies only if that is on the web."""
    archive = row.archive if citations.on_the_web(row.archive or "") else None
    return replace(row, archive=archive, checked_on=None)


def _tally(one: Tally) -> dict[str, int]:
    names = ("read", "printed", "retired", "future", "to_resolve", "empty")
    return {name: getattr(one, name) for name in names}


def _set_aside(row: SetAside) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.origin.row,
        "id": row.id,
        "category": row.category,
        "reasons": list(row.reasons),
    }


def _commitment(one: Commitment) -> dict[str, Any]:
    drift = [plain(each) for each in one.drift]
    for each in drift:
        each["is"] = each.pop("now")
    computed = {name: plain(getattr(one, name)) for name in (
        "chain", "organisation", "kind", "status", "days_left", "days_since_end", "ends_on", "end_basis",
        "other_end", "starts_on", "start_assumed", "carried_over", "flags", "contested_by", "accusations",
        "condition_checked_on", "terms",
    )}  # fmt: skip
    return computed | {"head": one.head.id, "rows": [row.id for row in one.rows], "drift": drift}


def _demand(one: Answer) -> dict[str, Any]:
    computed = {name: plain(getattr(one, name)) for name in (
        "target", "outcome", "proposed", "coded", "against", "evidence", "checked_on", "lapsed_on", "moved",
        "blocked", "according_to",
    )}  # fmt: skip
    return computed | {"id": one.reaction.id, "actor": one.reaction.actor, "gaps": dict(one.gaps)}


def _question(one: QuestionState) -> dict[str, Any]:
    """A question: who follows it, when somebody last looked, and its fate; what was settled has its day."""
    asked, settled = one.question, one.status != "open"
    return {
        "id": asked.id,
        "status": one.status,
        "age_days": one.age_days,
        "stale": one.stale,
        "owner": asked.owner,
        "asked_on": plain(asked.asked_on),
        "last_checked_on": plain(one.checked_on),
        "fate": one.status,
        "settled_on": plain(asked.answered_on) if settled else None,
        "reason": asked.dropped_because if one.status == "dropped" else None,
    }


def _silence(one: Silence) -> dict[str, Any]:
    return {
        "chain": one.chain,
        "followed": one.followed,
        "found_nothing": [name for name, _ in one.found_nothing],
        "searched_on": {name: iso(day) for name, day in one.found_nothing},
        "not_searched": list(one.not_searched),
    }


def _matrix(one: Matrix) -> dict[str, Any]:
    """The answer-gap matrix. A row has a cell for each organisation asked: one without is not_addressed."""
    by_name = {
        each.organisation: {"demands": each.demands, "by_state": dict(each.by_state)} for each in one.totals
    }
    return {
        "organisations": list(one.organisations),
        "rows": [_row(row) | {"cells": _cells(row)} for row in one.rows],
        "sector": [_row(row) for row in one.sector],
        "nobody": [_row(row) for row in one.nobody],
        "totals": {
            "demands": one.demands,
            "sector": len(one.sector),
            "nobody": len(one.nobody),
            "by_state": dict(one.by_state),
            "organisations": by_name,
        },
    }


def _balance(one: Balance) -> dict[str, Any]:
    """How many rows and printable quotes each side has; how many were not heard, apart."""
    sides = [{"side": each.side, "rows": len(each.rows), "quotes": len(each.quotes)} for each in one.sides]
    return {"sides": sides, "silence": plain(one.unheard)}


def _row(row: Row) -> dict[str, Any]:
    return {"id": row.id, "actor": row.actor}


def _cells(row: Row) -> dict[str, Any]:
    return {one.organisation: {"state": one.state, "evidence": list(one.evidence)} for one in row.cells}
