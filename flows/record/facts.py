"""The facts a workbook holds, typed and frozen: one class a sheet, one object a row.

Nothing here is computed: a fact is what somebody typed, cleaned. What follows from the facts on a
given date is in `findings`. Codes (kind, term, stance ...) are those of the model's lists 1.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

Precision = Literal["day", "month", "quarter", "year"]
Unit = Literal["days", "months", "years"]

COMMITMENT_KINDS = ("moratorium", "ban", "withdrawal", "policy", "pledge")
"""Kinds that have a status (R4); every other kind is a one-off act."""

DIMENSIONS = ("term", "users", "activity", "technology", "territory", "exceptions")
"""The six dimensions on which commitments and demands are both coded (R6), in printing order."""

SECTOR = "SECTOR"
"""The target of a demand made to "others": in nobody's cell."""

OUT_OF_SIGHT = ("hidden_row", "filtered_row", "struck_row")
"""Doubts of a row the team keeps from view: it stays in the house, and only its line is told."""


class Tab(str):  # noqa: SLOT000 - a str with room for one more name
    """A tab's name as typed, of the rows of one sheet of the model on it: where one tab holds several kinds.

    It reads like its name; two of one name for two sheets are not the same.
    """

    sheet: str  # the model's name

    def __new__(cls, name: str, sheet: str) -> Self:
        """The tab of that name, for the rows of that sheet."""
        tab = super().__new__(cls, name)
        tab.sheet = sheet
        return tab

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """What it is made from again in another process."""
        return str(self), self.sheet

    def __eq__(self, other: object) -> bool:
        """Whether both name the same rows."""
        return isinstance(other, Tab) and str.__eq__(self, other) and self.sheet == other.sheet

    def __ne__(self, other: object) -> bool:
        """Whether they do not."""
        return not self == other

    def __hash__(self) -> int:
        """The same for equal ones."""
        return hash((str.__hash__(self), self.sheet))

    def __str__(self) -> str:
        """The name alone, as any text."""
        return str.__str__(self[:])


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact stands: the sheet's name as typed and Excel's row number."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Text:
    """A prose cell and its twin in the other language; `twin` is None where nobody typed one."""

    words: str
    language: str  # ISO 639-1: the workbook's own language
    twin: str | None = None
    twin_language: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A date at the precision it was typed (R1); it sorts at `first`, its first day."""

    first: date
    precision: Precision = "day"


@dataclass(frozen=True, slots=True)
class Duration:
    """A period as typed: a count of days, months or years (R1)."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a speaker in three cells (model 1.5), and who spoke them.

    Who spoke may be noted where nobody wrote down the words: then words and translation are both None.
    """

    words: str | None  # verbatim: we never straighten a quote
    language: str | None  # ISO 639-1
    translation: str | None
    translated_by: str | None  # "team: LM", "publisher: ...", "official", "machine": see `quotes`
    speaker: str | None  # name, or name and role on that day
    role: Text | None
    speaker_twin: Text | None = None  # the speaker as written in the other language
    speaker_from_twin: bool = False  # its own cell is blank

    @property
    def wordless(self) -> bool:
        """True where only who spoke is noted, or the language, or who translated: no words of theirs."""
        return not self.words and not self.translation

    @property
    def own_speaker(self) -> str | None:
        """What stands in the speaker's own cell."""
        return None if self.speaker_from_twin else self.speaker


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Who or what is left out: none at all, unspecified by the source, or a list in words."""

    extent: Literal["none", "unspecified", "list"]
    words: Text | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The six dimensions and what the term needs; None = blank, nobody looked (not "unspecified")."""

    term: str | None = None
    ends_on: Day | None = None
    duration: Duration | None = None
    condition: Text | None = None
    users: str | None = None
    activity: tuple[str, ...] | None = None  # in the order of the model's list
    technology: str | None = None
    territory: str | None = None
    exceptions: Exceptions | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One entry of a source cell: the id of a source row, a web address, or words."""

    kind: Literal["id", "url", "title", "incomplete"]
    value: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """One public act of one organisation."""

    origin: Origin
    id: str
    organisation: str
    announced_on: Day | None  # None: missing or ambiguous, never a guess
    kind: str
    summary: Text
    sources: tuple[Citation, ...]  # empty: missing (R10)
    terms: Terms
    starts_on: Day | None = None
    decided_on: Day | None = None
    date_basis: str | None = None
    condition_met: bool | None = None
    condition_checked_on: Day | None = None
    previous_id: str | None = None
    relation: str | None = None
    quote: Quote | None = None
    verification: str | None = None
    archive: str | None = None
    reason: Text | None = None
    amount: str | None = None  # as typed: a figure in words is printed in words
    currency: str | None = None
    recipients: tuple[str, ...] = ()
    responds_to: tuple[str, ...] = ()
    disputed: Text | None = None
    entered_by: str | None = None
    checked_by: str | None = None
    checked_on: Day | None = None
    retired: str | None = None  # the reason, when the row is withdrawn
    doubts: tuple[str, ...] = ()  # rules broken so that the row is set aside "to resolve"
    extras: tuple[tuple[str, str], ...] = ()  # of the team's own: header and words, where asked for


@dataclass(frozen=True, slots=True)
class Demand:
    """One ask: one verb, one target."""

    words: Text
    target: str | None  # an organisation, or SECTOR
    terms: Terms
    test: Text | None = None
    outcome: str | None = None
    evidence: tuple[str, ...] = ()
    checked_on: Day | None = None
    aimed_at: tuple[str, ...] = ()
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """One statement by one actor, or one of its dotted rows (a demand, a further quote)."""

    origin: Origin
    id: str
    actor: str
    reacted_on: Day | None
    about: tuple[str, ...]
    summary: Text
    sources: tuple[Citation, ...]
    target: str | None = None
    stance: str | None = None
    kind: str | None = None  # statement, question, study, allegation, legal
    demand: Demand | None = None
    grounds: Text | None = None
    result: Text | None = None
    quote: Quote | None = None
    date_basis: str | None = None
    verification: str | None = None
    archive: str | None = None
    resolved_on: Day | None = None
    disputed: Text | None = None
    entered_by: str | None = None
    checked_by: str | None = None
    checked_on: Day | None = None
    retired: str | None = None
    doubts: tuple[str, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()  # of the team's own: header and words, where asked for

    @property
    def base(self) -> str:
        """The id of the statement it belongs to: R001 for R001 and for R001.2."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Response:
    """What the coder found of one demand, for one organisation, on one day (optional sheet)."""

    origin: Origin
    demand: str
    organisation: str
    on: Day | None
    outcome: str | None
    evidence: tuple[str, ...] = ()
    checked_on: Day | None = None
    coded_by: str | None = None
    retired: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something still unknown, with its age and its fate."""

    origin: Origin
    id: str
    question: Text
    about: tuple[str, ...]
    asked_by: str | None
    asked_on: Day | None
    status: str | None  # open, answered, dropped
    dropped_because: str | None = None
    last_checked_on: Day | None = None
    answer: Text | None = None
    answered_on: Day | None = None
    answer_sources: tuple[Citation, ...] = ()
    review_days: int | None = None
    owner: str | None = None
    retired: str | None = None
    doubts: tuple[str, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()  # of the team's own: header and words, where asked for

    @property
    def standing(self) -> str | None:
        """The status as one cell holds it: the reason stands behind "dropped"."""
        return f"{self.status}: {self.dropped_because}" if self.dropped_because else self.status


@dataclass(frozen=True, slots=True)
class Source:
    """A publication the rows cite by its id."""

    origin: Origin
    id: str
    publisher: str | None
    title: str | None
    url: str | None
    published_on: Day | None = None
    type: str | None = None
    language: str | None = None
    consulted_on: Day | None = None
    archive_url: str | None = None
    archived_on: Day | None = None
    file: str | None = None
    remark: Text | None = None
    retired: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body the record names; `aliases` are true synonyms only."""

    origin: Origin
    name: str
    name_twin: Text | None = None
    aliases: tuple[str, ...] = ()
    category: str | None = None
    country: str | None = None
    related_to: tuple[str, ...] = ()
    watch: bool = False
    watch_from: Day | None = None
    last_searched_on: Day | None = None
    retired: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """Background a reader needs: what set the announcements off."""

    origin: Origin
    id: str
    happened_on: Day | None
    summary: Text
    sources: tuple[Citation, ...]
    retired: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row with content that could not become a fact, and the rule it broke first."""

    origin: Origin
    id: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class SheetRows:
    """How many rows a sheet has below its header, up to its last row with content."""

    sheet: str  # the model's name: "announcements"
    label: str  # the tab's name as typed
    read: int
    empty: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a sheet stand: its tab, its rows with content, the letters of its columns.

    Columns go by the model's names ("summary", "summary_fr"), those that are hidden left out. What is
    `filled` is told by row and column, of rows in view; the content of no cell is.
    """

    sheet: str  # the model's name
    label: str  # the tab's name as typed
    header: int
    rows: tuple[int, ...]
    columns: tuple[tuple[str, str], ...]
    filled: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the workbook says, sheet by sheet in the order typed.

    `language` is the workbook's own; `absent` names the model's columns ("announcements.term") and
    sheets ("questions") that the workbook does not have, so that the page can say what it lacks.
    """

    language: str
    announcements: tuple[Announcement, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    responses: tuple[Response, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: tuple[Source, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    context: tuple[Context, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    sheets: tuple[SheetRows, ...] = ()
    absent: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    unread: tuple[Origin, ...] = ()  # where something stands below the rows that were read
