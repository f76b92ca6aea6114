"""What the rules find, as frozen values: the contract between the rules and the page.

Codes and facts only, no sentence. `findings.compute` fills them; each rule has its own file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from flows.record.defaults import Limits
    from flows.record.facts import (
        Announcement,
        Context,
        Day,
        Organisation,
        Origin,
        Question,
        Reaction,
        Record,
        Response,
        Source,
        Terms,
        Text,
    )


@dataclass(frozen=True, slots=True)
class Drift:
    """A dimension that differs from the row before though the relation does not say so (R12)."""

    id: str
    dimension: str
    was: str  # the code, or for exceptions the words in the workbook's language
    now: str
    was_id: str
    was_on: Day | None
    now_on: Day | None
    narrower: bool


@dataclass(frozen=True, slots=True)
class Accusation:
    """An unresolved allegation that a commitment is not kept (R13), and what its maker replied."""

    id: str
    replies: tuple[str, ...]  # sourced announcements of the accused that respond to it; none: none found


@dataclass(frozen=True, slots=True)
class Commitment:
    """A chain of announcements as it stands on the date: its head, its status, its term (R3 to R5).

    `status` is a code of R4, or "one_off". `terms` holds the head's terms with what it carries over, whose
    dimensions `carried_over` names. One of `days_left` and `days_since_end` is set where the end is known
    to the day and still counts (R5).
    """

    chain: str
    organisation: str
    kind: str
    rows: tuple[Announcement, ...]  # dated on or before the date, in order; the last is the head
    terms: Terms
    status: str
    ends_on: Day | None = None
    end_basis: str | None = None  # "stated" or "computed"
    other_end: Day | None = None  # the computed end, where it contradicts the stated one (R1)
    days_left: int | None = None
    days_since_end: int | None = None
    starts_on: Day | None = None
    start_assumed: bool = False
    carried_over: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()  # ends_soon, ends_before_next_edition, contested, drift, ...
    drift: tuple[Drift, ...] = ()
    accusations: tuple[Accusation, ...] = ()  # unresolved (R13)
    condition_checked_on: Day | None = None  # the last look at the condition in effect (R11)

    @property
    def head(self) -> Announcement:
        """The last row of the chain on the date."""
        return self.rows[-1]

    @property
    def contested_by(self) -> tuple[str, ...]:
        """Ids of the unresolved allegations (R13)."""
        return tuple(one.id for one in self.accusations)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one demand for its target (R6, R7): never more than the record carries.

    `gaps` maps each dimension, in order, to covers, narrower, different, unclear, not_coded or
    not_asked. `outcome` is what the page prints; `proposed` the machine's proposal; `coded` the
    cell as known on the date. `blocked` names why a coded outcome may not stand.
    """

    reaction: Reaction
    target: str | None
    outcome: str
    proposed: str
    coded: str | None
    gaps: tuple[tuple[str, str], ...]
    against: str | None = None  # the chain the gaps were taken from
    evidence: tuple[str, ...] = ()
    checked_on: Day | None = None
    lapsed_on: Day | None = None
    moved: tuple[str, ...] = ()  # dimensions on which the head is nearer to the demand (R7 step 9)
    blocked: tuple[str, ...] = ()
    according_to: str | None = None  # the demander whose own word makes it met (R7 step 5)


@dataclass(frozen=True, slots=True)
class QuestionState:
    """A question on the date: open, answered or dropped; its age in days; stale or not (R11)."""

    question: Question
    status: str
    age_days: int | None
    stale: bool
    checked_on: Day | None = None  # the last look, or the day an answer was found if that is later


@dataclass(frozen=True, slots=True)
class Silence:
    """Who, of those followed, has no reaction on record to a chain (R8); nobody: all of them have reacted."""

    chain: str
    followed: int
    found_nothing: tuple[tuple[str, Day], ...]  # name, day of the last search
    not_searched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """An actor among the recipients of a gift or contract of the body it speaks about (R18)."""

    actor: str
    recipient: str
    organisation: str
    id: str


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing the reader must know; `kind` says which (in the model's order), R15 how sure."""

    kind: str
    ids: tuple[str, ...]
    confidence: str  # high, medium, low
    chain: str | None = None
    target: str | None = None  # of a demand met or refused: by whom (R7 is per demand and target)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that was read and not printed among the findings, and why (R16)."""

    sheet: str  # the model's name
    origin: Origin
    id: str | None
    category: str  # retired, future, to_resolve
    reasons: tuple[str, ...]  # rules broken; for retired rows the typed reason, unless out of sight
    out_of_sight: bool = False  # nothing of its cells is told: no name, no typed reason


@dataclass(frozen=True, slots=True)
class Tally:
    """One sheet's reconciliation (R16): read is the sum of the others, or no document is made."""

    sheet: str
    read: int
    printed: int
    retired: int
    future: int
    to_resolve: int
    empty: int

    @property
    def adds_up(self) -> bool:
        """True when every row read is accounted for once."""
        return self.read == self.printed + self.retired + self.future + self.to_resolve + self.empty


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are (R17): every figure with its whole, no ranking.

    `demands` counts demand × target, of those that rest on a usable source: the cells of the matrix, and
    the whole of `by_outcome`, where `to_sector` of the not_addressed are asked of the sector at large.
    `distinct_demands` takes those said to be the same as one; no cell holds `unsourced_demands` (R10).
    """

    commitments: int  # chains with a status; one-off acts are not among them
    by_status: tuple[tuple[str, int], ...]
    demands: int
    distinct_demands: int
    unsourced_demands: int
    to_sector: int
    by_outcome: tuple[tuple[str, int], ...]
    questions: int
    open_questions: int


@dataclass(frozen=True, slots=True)
class Weakness:
    """Something in a printed row the reader should know: no source, a bare name, a dispute ..."""

    id: str
    kind: str  # no_source, incomplete_source, disputed, date_basis, not_archived, stale_outcome, ...
    note: Text | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is computed for one date; ids point into `record`."""

    as_of: date
    next_on: date | None
    previous: str | None
    record: Record
    release: str  # "final" or "draft"
    holds: tuple[str, ...]  # codes with a subject: "duplicate_id:A004"
    reconciliation: tuple[Tally, ...]
    set_aside: tuple[SetAside, ...]
    announcements: tuple[Announcement, ...]  # printed: usable, not retired, dated on or before as_of
    reactions: tuple[Reaction, ...]
    context: tuple[Context, ...]
    sources: tuple[Source, ...]
    commitments: tuple[Commitment, ...]
    deadlines: tuple[str, ...]  # chains, by end date: expired, in the window, conditions unchecked
    demands: tuple[Answer, ...]
    questions: tuple[QuestionState, ...]
    silence: tuple[Silence, ...]
    ties: tuple[Tie, ...]
    key_points: tuple[KeyPoint, ...]
    weaknesses: tuple[Weakness, ...]
    quotable: tuple[str, ...]  # ids whose quote may be printed (R14)
    organisations: tuple[str, ...]  # names printed
    counts: Counts
    limits: Limits  # the thresholds in force, the workbook's own settings applied
    followed: tuple[str, ...]  # who is followed by then, for any commitment (R8); none: no silence is told
    responses: tuple[Response, ...] = ()
    profiles: tuple[Organisation, ...] = ()  # printed rows of the organisations sheet
    unsourced: tuple[str, ...] = ()  # ids of printed rows without a usable source (R10): in no finding
