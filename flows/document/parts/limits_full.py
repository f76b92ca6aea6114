"""Section 8, full extent: every row set aside with its reason, every doubt about a printed row."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import holds, sections
from flows.document.parts.balance import Balance, balance_told
from flows.document.parts.demands_full import evidence_gone
from flows.document.values import Line, Run
from flows.document.wording.sentences import COLON
from flows.document.wording.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.document.lens import Lens
    from flows.record.findings import SetAside


@dataclass(frozen=True, slots=True)
class Aside:
    """One row set aside: its id, where it stands, why."""

    id: str
    place: str
    reasons: tuple[Run, ...]
    row: str  # "announcements-7": the model's name of its sheet, and its line


@dataclass(frozen=True, slots=True)
class LimitsFull:
    """Set-aside rows by category, then doubts."""

    heading: str
    holds: Line | None  # every reason of a draft, where the masthead has no room for all
    resolve_heading: str
    resolve: tuple[Aside, ...]
    resolve_empty: str
    retired_heading: str
    retired: tuple[Aside, ...]
    future_heading: str
    future: str | None
    doubts_heading: str
    doubts: tuple[Line, ...]  # one kind with the rows it concerns
    disputes_heading: str
    disputes: tuple[Line, ...]  # each in its row's own words
    balance: Balance


def limits_full(lens: Lens) -> LimitsFull:
    """Every limit of this edition."""
    aside = lens.findings.set_aside
    return LimitsFull(
        heading=sections.heading(lens, "limits"),
        holds=holds.because(lens, None) if len(lens.findings.holds) > holds.MOST else None,
        resolve_heading=lens.say("aside_resolve"),
        resolve=tuple(_aside(lens, one) for one in aside if one.category == "to_resolve"),
        resolve_empty=lens.say("aside_resolve_none"),
        retired_heading=lens.say("aside_retired"),
        retired=tuple(_aside(lens, one) for one in aside if one.category == "retired"),
        future_heading=lens.say("aside_future", date=lens.day(lens.findings.as_of)),
        future=_future(lens),
        doubts_heading=lens.say("doubts"),
        doubts=(*_evidence_gone(lens), *_doubts(lens)),
        disputes_heading=lens.say("disputes"),
        disputes=_disputes(lens),
        balance=balance_told(lens),
    )


def _aside(lens: Lens, one: SetAside) -> Aside:
    place = lens.say("aside_row", sheet=one.origin.sheet, row=str(one.origin.row))
    typed = one.category == "retired" and not one.out_of_sight
    said = [lens.typed(reason) if typed else (Run(_why(lens, reason)),) for reason in one.reasons]
    row = f"{one.sheet}-{one.origin.row}"
    return Aside(one.id or NO_ID, place, lens.run_in(dict.fromkeys(said)), row)


def _why(lens: Lens, rule: str) -> str:
    """The rule in words; rules of lesser weight share one sentence."""
    return lens.word("aside", rule if rule in WORDS["aside"] else "otherwise")


def _future(lens: Lens) -> str | None:
    """Rows after the date: by id or place only, so that nothing of them is given away."""
    future = [one for one in lens.findings.set_aside if one.category == "future"]
    if not future:
        return None
    sheets: dict[str, list[str]] = defaultdict(list)
    for one in future:
        sheets[one.sheet].append(str(one.origin.row) if one.sheet in BY_ROW or not one.id else one.id)
    return lens.joined([_left_out(lens, sheet, ids) for sheet, ids in sheets.items()])


NO_ID = "–"
"""What stands for the id of a row that has none."""

BY_ROW = ("organisations", "responses")
"""Sheets whose rows have no id of their own: a name, or which demand is answered, would give them away."""


def _left_out(lens: Lens, sheet: str, ids: list[str]) -> str:
    name = lens.word("sheet", sheet)
    name = (
        lens.say("aside_future_rows", sheet=name) if sheet in BY_ROW else name + COLON[lens.language].rstrip()
    )
    return f"{name} {_named(ids)}"


def _named(ids: list[str]) -> str:
    """The ids, each once; how many rows bear it where it is more than one."""
    return ", ".join(one if count == 1 else f"{one}\u00a0({count})" for one, count in Counter(ids).items())


def _doubts(lens: Lens) -> list[Line]:
    """Each kind of doubt once, with all its ids."""
    grouped: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for weak in lens.findings.weaknesses:
        if weak.note is None and weak.id not in grouped[weak.kind, weak.detail]:
            grouped[weak.kind, weak.detail].append(weak.id)
    return [_grouped(lens, kind, detail, ids) for (kind, detail), ids in grouped.items() if ids]


def _disputes(lens: Lens) -> tuple[Line, ...]:
    """What is disputed, in the words of the rows that say so."""
    noted = [(weak.id, weak.note) for weak in lens.findings.weaknesses if weak.note is not None]
    return tuple(Line(lens.text(note), (row,)) for row, note in noted)


def _evidence_gone(lens: Lens) -> Iterator[Line]:
    """Each demand that would pass for unanswered because what a person coded has lost its evidence."""
    for answer in lens.findings.demands:
        if answer.coded is not None and (gone := evidence_gone(lens, answer)):
            coded, printed = (lens.word("outcome", code) for code in (answer.coded, answer.outcome))
            refs = (answer.reaction.id, *gone)
            yield lens.line("weak_evidence_gone", refs, coded=coded, printed=printed)


def _grouped(lens: Lens, kind: str, detail: str | None, ids: list[str]) -> Line:
    """One kind of doubt, with what its sentence names, and all its rows."""
    name, rows = f"weak_{kind}", tuple(ids)
    limits = lens.findings.limits
    longest = {
        "stale_outcome": limits.review_days,
        "stale_condition": limits.review_days,
        "dormant": limits.dormant_days,
        "not_archived": limits.archive_days,
    }
    match kind:
        case "absent_reference":
            return lens.line(name, rows, id=detail or "?")
        case "date_basis":
            return lens.line(name, rows, basis=lens.word("date_basis", detail or "reported"))
        case "quote_variant":
            return lens.line(name, rows, detail=detail or "")
        case _ if kind in longest:
            return lens.line(name, rows, days=lens.count(longest[kind], "day"))
        case _:
            return lens.line(name, rows)
