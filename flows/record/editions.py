"""What is kept of an edition to compare it with another (R9), and what such a comparison finds.

Codes and facts only, no sentence. `changes.compare` fills `Changes` from two `Snapshot`s.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from flows.record.facts import Day, Record

HEADINGS = ("new", "found_late", "by_time", "corrected", "withdrawn", "method")
"""What a change is (R9), in the order it is told."""

Result = tuple[str, str, str | None]
"""What a computed result is of: "status" of a chain, or "outcome" of a demand for its target."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that an edition read and did not print: its id or name, and why (R16)."""

    sheet: str
    id: str | None  # None where it is not told
    category: str  # retired, future, to_resolve
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One edition as its `record.json` tells it: the printed rows, those set aside, what was computed."""

    name: str | None  # its folder's; None while it is being made
    as_of: date
    rules: str
    record: Record  # the printed rows, as known on the day
    aside: tuple[Aside, ...]
    results: Mapping[Result, str]  # codes of R4 and R7
    rests: Mapping[Result, tuple[str, ...]]  # ids of the rows each was computed from
    limits: Mapping[str, int]
    withheld: Mapping[str, Mapping[str, str]] | None = None
    """Fingerprints of quote cells not printed (see `quotes`) by row; None where the edition kept none."""
    number: int | None = None
    complaints: tuple[Mapping[str, Any], ...] | None = None
    """What the check found then, as the edition's files tell it; None where they do not."""

    def told(self) -> frozenset[tuple[str, str]]:
        """The sheet and id of every row it told of, the retired left out: none of them may vanish (R9)."""
        aside = {
            (row.sheet, row.id)
            for row in self.aside
            if row.id is not None and row.sheet in WITH_IDS and row.category != "retired"
        }
        rows = {(sheet, row.id) for sheet in WITH_IDS for row in getattr(self.record, sheet)}
        return frozenset(aside | rows)


WITH_IDS = ("announcements", "reactions", "questions", "sources", "context")
"""The sheets whose rows bear an id; the others' are known by what they are about."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell before and after, and why that matters: a code of `columns`."""

    column: str
    before: object
    after: object
    because: str
    substantive: bool
    withheld: tuple[bool, bool] = (False, False)  # before, after: filled, and not printed (R14)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was: a row, some cells of it, or what is computed from it (R9)."""

    heading: str
    sheet: str
    id: str
    what: str  # row, cells, set_aside, restored, status, outcome, setting, rules
    columns: tuple[Difference, ...] = ()
    before: object = None
    after: object = None
    target: str | None = None  # of an outcome
    on: Day | None = None  # the day of an answer, which has no id of its own
    substantive: bool = True


@dataclass(frozen=True, slots=True)
class Consequence:
    """A computed result that differs because rows do."""

    what: str  # status, outcome
    id: str
    target: str | None
    before: str
    after: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vanished:
    """An id an earlier edition told of and no row bears now; `perhaps` asks whether it was renumbered."""

    sheet: str
    id: str
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """This edition against an earlier one (R9); all empty where nothing moved."""

    before: Snapshot
    after: Snapshot
    changes: tuple[Change, ...] = ()  # by heading, then sheet, then id
    consequences: tuple[Consequence, ...] = ()
    vanished: tuple[Vanished, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many changes stand under each heading; none is left out."""
        counted = Counter(one.heading for one in self.changes)
        return {heading: counted[heading] for heading in HEADINGS}

    @property
    def counts_editorial(self) -> dict[str, int]:
        """How many of them leave what a reader is told as it was: our bookkeeping, no news."""
        counted = Counter(one.heading for one in self.changes if not one.substantive)
        return {heading: counted[heading] for heading in HEADINGS}

    @property
    def any(self) -> bool:
        """True when something changed, or an id is gone."""
        return bool(self.changes or self.consequences or self.vanished)
