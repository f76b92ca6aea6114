"""Every column that is compared from edition to edition (R9), and whether a change in it is substantive.

Data, and how a cell of it is read from a fact. What stands in no row of the table below is ignored: notes,
who entered or checked a row and when, where a file lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.record.facts import Citation, Exceptions, Text

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the model and why a change in it counts as it does.

    `because` is a code of the reasons below; `path` leads from the row's fact to the cell.
    """

    name: str
    path: str
    because: str
    prose: bool = False  # words, where typographic marks alone may differ
    verbatim: bool = False  # words in which nothing but spaces may differ (R14)
    told_on: str | None = None  # path to the day on which the cell came to be known
    look: bool = False  # itself the day of a look

    @property
    def paired(self) -> bool:
        """True for a column of prose, or its twin, that one fact holds together with the other."""
        own = self.path.endswith(".words") and not self.name.endswith("_twin")
        return self.prose and (own or self.path.endswith(".twin"))


SUBSTANTIVE = ("claim", "who", "when", "status", "scope", "chain", "words", "evidence", "answer", "followed")
"""Reasons for which a change alters what a reader is told: the claim, who made it, when, what follows."""

EDITORIAL = ("snapshot", "typography", "looked_again", "owner", "own_column")
"""Reasons for which it does not: a copy of the source, typographic marks, a later look, who follows it, a
column of the team's own, of which no rule knows what it means."""


def _of(because: str, *names: str, at: str = "", **more: Any) -> tuple[Column, ...]:  # noqa: ANN401 - the fields of a column
    """Columns that go by the name of their field."""
    return tuple(Column(name, f"{at}{name}", because, **more) for name in names)


def _prose(because: str, name: str, path: str | None = None) -> tuple[Column, ...]:
    """A column of prose and its twin in the other language."""
    at = path or name
    return (
        Column(name, f"{at}.words", because, prose=True),
        Column(f"{name}_twin", f"{at}.twin", because, prose=True),
    )


def _terms(at: str, prefix: str = "") -> tuple[Column, ...]:
    """The six dimensions and what the term needs."""
    status = (*((name, "status") for name in ("term", "ends_on", "duration")),)
    scope = (*((name, "scope") for name in ("users", "activity", "technology", "territory")),)
    plain = tuple(Column(prefix + name, f"{at}.{name}", because) for name, because in (*status, *scope))
    return (
        *plain,
        *_prose("status", f"{prefix}condition", f"{at}.condition"),
        Column(f"{prefix}exceptions", f"{at}.exceptions", "scope", prose=True),
        Column(f"{prefix}exceptions_twin", f"{at}.exceptions.words.twin", "scope", prose=True),
    )


QUOTE = (
    Column("quote", "quote.words", "words", verbatim=True),
    Column("quote_lang", "quote.language", "words"),
    Column("translation", "quote.translation", "words", verbatim=True),
    Column("translation_by", "quote.translated_by", "words"),
    Column("speaker", "quote.own_speaker", "words", prose=True),
    Column("speaker_twin", "quote.speaker_twin.words", "words", prose=True),
    *_prose("words", "speaker_role", "quote.role"),
)

STATED = (
    *_prose("claim", "summary"),
    Column("source", "sources", "evidence"),
    *QUOTE,
    *_of("evidence", "verification", "date_basis"),
    *_of("snapshot", "archive"),
    *_prose("evidence", "disputed"),
)

ANNOUNCEMENT = (
    *_of("who", "organisation"),
    *_of("when", "announced_on"),
    *_of("claim", "kind"),
    *STATED,
    *_terms("terms"),
    *_of("status", "starts_on"),
    *_of("when", "decided_on", told_on="decided_on"),
    *_of("chain", "previous_id", "relation", "responds_to"),
    *_of("status", "condition_met", told_on="condition_checked_on"),
    *_of("status", "condition_checked_on", told_on="condition_checked_on", look=True),
    *_prose("claim", "reason"),
    *_of("claim", "amount", "currency", "recipients"),
    *_of("own_column", "extras"),
)

REACTION = (
    *_of("who", "actor"),
    *_of("when", "reacted_on"),
    *_of("chain", "about"),
    *STATED,
    *_of("claim", "stance", "kind"),
    *_prose("claim", "demand", "demand.words"),
    Column("target", "target", "who"),
    *_terms("demand.terms", "demand_"),
    *_prose("answer", "demand_test", "demand.test"),
    Column("outcome", "demand.outcome", "answer", told_on="demand.checked_on"),
    Column("outcome_evidence", "demand.evidence", "answer", told_on="demand.checked_on"),
    Column("outcome_checked_on", "demand.checked_on", "answer", told_on="demand.checked_on", look=True),
    *_prose("claim", "grounds"),
    Column("aimed_at", "demand.aimed_at", "who"),
    *_prose("claim", "result"),
    Column("same_demand_as", "demand.same_as", "chain"),
    *_of("status", "resolved_on", told_on="resolved_on"),
    *_of("own_column", "extras"),
)

RESPONSE = (
    *_of("when", "on"),
    *_of("answer", "outcome", "evidence"),
    *_of("answer", "checked_on", told_on="checked_on", look=True),
)

QUESTION = (
    *_prose("claim", "question"),
    *_of("chain", "about", "asked_by"),
    *_of("when", "asked_on"),
    Column("status", "standing", "answer", told_on="answered_on"),
    *_of("answer", "last_checked_on", told_on="last_checked_on", look=True),
    Column("answer", "answer.words", "answer", prose=True, told_on="answered_on"),
    Column("answer_twin", "answer.twin", "answer", prose=True, told_on="answered_on"),
    *_of("answer", "answered_on", told_on="answered_on"),
    Column("answer_source", "answer_sources", "evidence", told_on="answered_on"),
    *_of("answer", "review_days"),
    *_of("owner", "owner"),
    *_of("own_column", "extras"),
)

SOURCE = (
    *_of("evidence", "publisher", "title", prose=True),
    *_of("evidence", "url", "type"),
    *_of("when", "published_on"),
    Column("lang", "language", "evidence"),
    *_of("snapshot", "consulted_on", told_on="consulted_on"),
    *_of("snapshot", "archive_url"),
    *_of("snapshot", "archived_on", told_on="archived_on"),
    *_prose("evidence", "remark"),
)

ORGANISATION = (
    Column("name_twin", "name_twin.words", "who", prose=True),
    *_of("who", "aliases", "category", "country", "related_to"),
    *_of("followed", "watch", told_on="watch_from"),
    *_of("followed", "watch_from", told_on="watch_from"),
    *_of("followed", "last_searched_on", told_on="last_searched_on", look=True),
)

CONTEXT = (
    Column("date", "happened_on", "when"),
    *_prose("claim", "summary"),
    Column("source", "sources", "evidence"),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "announcements": ANNOUNCEMENT,
    "reactions": REACTION,
    "responses": RESPONSE,
    "questions": QUESTION,
    "sources": SOURCE,
    "organisations": ORGANISATION,
    "context": CONTEXT,
}
"""By the model's name of the sheet, in the order its columns are told."""

NAMED = frozenset({"organisation", "actor", "target", "recipients", "aimed_at", "related_to"})
"""Columns that hold the names of bodies: two names of one body are no change."""


def cell(row: object, path: str) -> Any:  # noqa: ANN401 - whatever a cell may hold
    """What stands at the path; None where a step of it is blank. A text's words, a list's items."""
    return _plain(at(row, path))


def at(row: object, path: str) -> Any:  # noqa: ANN401 - whatever a fact may hold
    """The fact at the path; None where a step of it is blank."""
    value: Any = row
    for step in path.split("."):
        if value is None:
            return None
        value = getattr(value, step)
    return value


def prose(row: object, column: Column, language: str) -> str | None:
    """What the cell of a column of prose holds, or of its twin, in a workbook of that language.

    Where only the twin is filled its words are the fact's own, in the other language.
    """
    text, twin = at(row, column.path.rpartition(".")[0]), column.path.endswith(".twin")
    if not isinstance(text, Text):
        return None
    if (text.language == language) is not twin:
        return text.words
    return text.twin


def _plain(value: object) -> object:
    """A cell's content as it is compared and told: words, codes, days, or tuples of words."""
    if isinstance(value, Exceptions):
        return value.words.words if value.words is not None else value.extent
    if isinstance(value, Text):
        return value.words
    if isinstance(value, tuple):
        return _listed(value) or None
    return value


def _listed(items: Iterable[object]) -> tuple[object, ...]:
    return tuple(item.value if isinstance(item, Citation) else item for item in items)
