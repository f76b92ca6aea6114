"""Outcomes that their evidence cannot carry (R7): the page would print "to be established" in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record import periods
from flows.record.facts import DIMENSIONS, SECTOR
from flows.workbook.cleaning.order import OWN, before
from flows.workbook.cleaning.rows import WHOSE, by_key
from flows.workbook.cleaning.sources import sourced
from flows.workbook.complaints import problem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.record.facts import Day
    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

    Known = Mapping[str, Row]

NEEDY = ("met", "partly_met", "refused")
AWARDED = NEEDY[:2]
JUDGED = (*NEEDY, "answered", "none_found")
"""The outcomes that evidence may contradict; only the first need any."""

OF_THE_EVIDENCE = ("evidence_not_after", "evidence_of_another")
"""The complaints that stand at the evidence; the others stand at the outcome."""

DAYS = OWN | {"sources": "published_on"}


@dataclass(frozen=True, slots=True)
class Coded:
    """One outcome as coded: where it stands, of which demand, for which organisation."""

    row: Row
    evidence: str  # the column that names the evidence
    demand: Row
    target: str | None

    @property
    def asked_on(self) -> Day:
        """The demand's day; one without is set aside for it."""
        on: Day = self.demand.get("reacted_on")
        return on


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry of an evidence cell that leads somewhere: a row in use with a source, or an address."""

    id: str
    row: Row | None  # None: an address
    on: Day | None
    by: str | None  # None: a source, which is nobody's
    after: bool


def evidence(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each outcome that its evidence is not enough for, or speaks against."""
    known: Known = by_key(row for row in rows if row.table.sheet.name in DAYS)
    for coded in _coded(rows):
        entries = coded.row.get(coded.evidence) or ()
        if not any(_set_aside(known.get(entry)) for entry in entries):
            yield from _judged(coded, [one for entry in entries if (one := _shown(entry, coded, known))])


def _coded(rows: Sequence[Row]) -> Iterator[Coded]:
    demands = {row.key: row for row in rows if row.table.sheet.name == "reactions" and _asks(row)}
    for row in rows:
        demand = demands.get(row.key)
        if demand is None or row.apart or row.get("outcome") not in JUDGED:
            continue
        if row is demand and row.get("target"):
            yield Coded(row, "outcome_evidence", row, row.get("target"))
        elif row.table.sheet.name == "responses":
            yield Coded(row, "evidence", demand, row.get("organisation") or demand.get("target"))


def _asks(row: Row) -> bool:
    """Whether it is a demand that may have an outcome: in use, dated, and made to somebody."""
    dated = row.get("reacted_on") is not None and not row.get("retired")
    return dated and row.holds("demand") and row.get("target") != SECTOR


def _set_aside(row: Row | None) -> bool:
    """Whether the row cannot be used until it has the date that is told to be missing."""
    if row is None or row.get("retired"):
        return False
    return row.table.sheet.name in WHOSE and _on(row) is None


def _shown(entry: str, coded: Coded, known: Known) -> Shown | None:
    row = known.get(entry)
    if row is None:
        return Shown(entry, None, None, None, after=False) if "://" in entry else None
    if row.get("retired") or not sourced(row, known):
        return None
    on, whose = _on(row), WHOSE.get(row.table.sheet.name)
    return Shown(entry, row, on, row.get(whose) if whose else None, _after(on, row, coded))


def _on(row: Row) -> Day | None:
    on: Day | None = row.get(DAYS[row.table.sheet.name])
    return on


def _after(on: Day | None, row: Row, coded: Coded) -> bool:
    """Whether it surely came after the demand; on the same day only if it says that it responds (R7)."""
    named, id_ = row.get("responds_to") or (), coded.demand.key or ""
    answers = id_ in named or id_.partition(".")[0] in named
    return on is not None and periods.surely_after(on, coded.asked_on, answers=answers)


def _judged(coded: Coded, shown: Sequence[Shown]) -> Iterator[Problem]:
    if coded.row.get("outcome") == "none_found":
        yield from _found_all_the_same(coded, shown)
        return
    actor, needy = coded.demand.get("actor"), coded.row.get("outcome") in NEEDY
    said_met = coded.row.get("outcome") == "met" and actor != coded.target
    if said_met and any(one.after and one.by == actor for one in shown):
        return
    if coded.row.get("outcome") in AWARDED and _is_vague(coded.demand):
        yield _lacking("vague_demand", coded, shown)
    if any(one.after and one.by in (None, coded.target) for one in shown):
        return
    theirs = [one for one in shown if one.by in (None, coded.target, actor)]
    if not shown:
        yield from [_lacking("outcome_without_evidence", coded, shown)] if needy else []
    elif not theirs or any(one.after for one in shown):
        others = [one for one in shown if one.by not in (None, coded.target)]
        yield _lacking("evidence_of_another", coded, others)
    elif any(one.on for one in theirs) and (needy or all(_surely_before(one, coded) for one in theirs)):
        yield _lacking("evidence_not_after", coded, [one for one in theirs if one.on])
    elif needy:
        yield _lacking("evidence_undated", coded, theirs)


def _surely_before(one: Shown, coded: Coded) -> bool:
    """Whether an entry is older than the demand, and not only of no day that says otherwise."""
    return before(one.on, coded.asked_on)


def _found_all_the_same(coded: Coded, shown: Sequence[Shown]) -> Iterator[Problem]:
    """Nothing found, and beside it a later act of the very body that was asked (R7 step 3)."""
    later = [one for one in shown if one.after and one.by == coded.target]
    if later:
        yield _lacking("found_all_the_same", coded, later)


def _is_vague(demand: Row) -> bool:
    """Whether nothing says what would satisfy it: no dimension coded, no test (R7 step 6)."""
    return not any(demand.holds(f"demand_{name}") for name in ("test", *DIMENSIONS))


def _lacking(rule: str, coded: Coded, shown: Sequence[Shown]) -> Problem:
    row, language = coded.row, coded.row.table.language
    typed = row.said(coded.evidence)
    empty = words.unusable(typed, language) if row.get(coded.evidence) else words.blank(typed, language)
    at, other = ("outcome", coded.evidence) if rule not in OF_THE_EVIDENCE else (coded.evidence, "outcome")
    return problem(
        rule, row.cell(at), language, row.said(at),
        column=row.table.header(other), empty=empty, outcome=words.clip(row.said("outcome")),
        demanded=words.period(coded.asked_on.first, coded.asked_on.precision, language),
        entries=words.several([_named(one, rule, language) for one in shown] or [""], language),
        target=words.clip(coded.target or ""), hint=_hint(coded, shown, language),
        test=words.clip(coded.demand.table.header("demand_test")),
        effect=words.to_establish(row.get("outcome"), language),
    )  # fmt: skip


def _named(one: Shown, rule: str, language: str) -> str:
    """The entry with what tells against it: its day, or whose it is."""
    if rule == "evidence_not_after" and one.on:
        return f"{one.id} ({words.period(one.on.first, one.on.precision, language)})"
    return f"{one.id} ({words.clip(one.by)})" if rule == "evidence_of_another" and one.by else one.id


def _hint(coded: Coded, shown: Sequence[Shown], language: str) -> str:
    """How an announcement of the demand's own day may count; nothing where there is none (R7)."""
    for one in shown:
        announced = one.row if one.row and one.row.table.sheet.name == "announcements" else None
        if announced and one.on and periods.overlap(one.on, coded.asked_on):
            where = announced.table.header("responds_to")
            return words.same_day(one.id, coded.demand.key or "", where, language)
    return ""
