"""The lists of the page, as frozen values: complaints by sheet, corrections by kind, what to fill in next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.wording import dates
from flows.document.wording.sentences import capital
from flows.mending import shown, unlocked
from flows.mending.wording import SENTENCES, say
from flows.workbook.problems import Cell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from flows.mending.next_rows import NextRow
    from flows.mending.trend import Settled
    from flows.record.unlocks.values import NewColumn
    from flows.workbook.problems import Correction, Problem

MOST = 2000  # complaints on one page; more make it slow, and nobody mends so many in one sitting
FIRST = 5  # corrections of one kind that show before the rest is opened
MOST_OF_A_KIND = 1000
GLYPHS = {"error": "✕", "warning": "◇"}


@dataclass(frozen=True, slots=True)
class Line:
    """A place, and up to two things said of it."""

    place: str
    words: str
    more: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A complaint: where, how severe, whether it is new, what stands there, what is wrong, what to do."""

    place: str
    header: str | None
    severe: bool
    glyph: str
    weight: str
    new: bool
    found: str | None  # None where nothing stands there
    message: str
    fix: str
    rule: str


@dataclass(frozen=True, slots=True)
class Group:
    """The complaints of one sheet, in reading order."""

    anchor: str
    name: str
    counts: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell read otherwise than typed."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Kind:
    """The corrections of one kind: the first of them, and all where that is more."""

    name: str
    count: str
    first: tuple[Change, ...]
    every: tuple[Change, ...]  # empty where the first are all
    beyond: str | None


@dataclass(frozen=True, slots=True)
class Rest:
    """Something blank: where, of what row, what to type, what it unlocks, who entered the row."""

    place: str
    header: str
    id: str | None
    help: str
    unlocks: str
    entered_by: str


def groups(problems: Sequence[Problem], new: Collection[int], language: str) -> tuple[Group, ...]:
    """The complaints by sheet, in the order they come in."""
    by_sheet: defaultdict[str, list[tuple[int, Problem]]] = defaultdict(list)
    for place, one in enumerate(problems[:MOST]):
        by_sheet[one.cell.sheet].append((place, one))
    return tuple(
        Group(
            anchor=f"sheet-{number}",
            name=shown.words(sheet),
            counts=counts([one for one in problems if one.cell.sheet == sheet], language),
            remarks=tuple(_remark(one, language, new=place in new) for place, one in told),
        )
        for number, (sheet, told) in enumerate(by_sheet.items(), 1)
    )


def counts(problems: Sequence[Problem], language: str) -> str:
    """How many are to be put right and to be looked at."""
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    none = say("none", language)
    return say("counts", language, errors=errors or none, warnings=warnings or none)


def _remark(one: Problem, language: str, *, new: bool) -> Remark:
    return Remark(
        place=place(one.cell.address, one.cell.row, language),
        header=shown.content(one.cell.header or ""),
        severe=one.severity == "error",
        glyph=GLYPHS[one.severity],
        weight=say(one.severity, language),
        new=new,
        found=shown.content(one.found),
        message=shown.words(one.message),
        fix=shown.words(one.fix),
        rule=one.rule,
    )


def place(address: str | None, row: int | None, language: str) -> str:
    """The cell, else the row, else the whole sheet."""
    if address:
        return address
    return say("row", language, row=str(row)) if row else say("whole_sheet", language)


def settled(told: Iterable[Settled], language: str) -> tuple[Line, ...]:
    """What the edition before complained of, and this one does not."""
    return tuple(
        Line(
            shown.words(str(Cell(one.sheet, one.cell, one.row))),
            shown.words(one.message) if one.message else say("settled_unseen", language),
        )
        for one in told
    )


def kinds(corrections: Sequence[Correction], language: str) -> tuple[Kind, ...]:
    """The corrections by kind, each kind where its first one comes."""
    by_rule: defaultdict[str, list[Change]] = defaultdict(list)
    for one in corrections:
        known = one.rule if f"kind_{one.rule}" in SENTENCES else "other"
        change = Change(
            shown.words(str(one.cell)), shown.content(one.before) or "", shown.content(one.after) or ""
        )
        by_rule[known].append(change)
    return tuple(_kind(rule, changes, language) for rule, changes in by_rule.items())


def _kind(rule: str, changes: list[Change], language: str) -> Kind:
    beyond = len(changes) - MOST_OF_A_KIND
    return Kind(
        name=say(f"kind_{rule}", language),
        count=dates.number(len(changes), language),
        first=tuple(changes[:FIRST]),
        every=tuple(changes[:MOST_OF_A_KIND]) if len(changes) > FIRST else (),
        beyond=f"… + {dates.number(beyond, language)}" if beyond > 0 else None,
    )


def rests(rows: Iterable[NextRow], language: str) -> tuple[Rest, ...]:
    """The blank cells to fill in next."""
    return tuple(
        Rest(
            place=shown.words(str(Cell(one.unlock.label, one.unlock.address))),
            header=shown.words(one.header),
            id=shown.words(one.unlock.id) if one.unlock.id else None,
            help=unlocked.to_type(one.unlock.sheet, one.unlock.column, language),
            unlocks=capital(unlocked.unlocked(one.unlock.gains, language)),
            entered_by=shown.content(one.unlock.entered_by or "") or say("nobody", language),
        )
        for one in rows
    )


def columns(added: Iterable[NewColumn], language: str) -> tuple[Rest, ...]:
    """The columns worth adding."""
    return tuple(
        Rest(
            place=shown.words(one.label),
            header=unlocked.header_of(one.sheet, one.column, language),
            id=None,
            help=unlocked.to_type(one.sheet, one.column, language),
            unlocks=capital(unlocked.unlocked(one.gains, language)),
            entered_by="",
        )
        for one in added
    )
