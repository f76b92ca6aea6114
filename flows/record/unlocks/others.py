"""What blank cells of the other sheets hold back; and texts that one edition prints in the original."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.record.facts import Text
from flows.record.unlocks.values import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.record.facts import Source
    from flows.record.unlocks.values import Seen

TEXTS = {
    "announcements": {
        "summary": "summary",
        "condition": "terms.condition",
        "exceptions": "terms.exceptions.words",
        "reason": "reason",
        "disputed": "disputed",
    },
    "reactions": {
        "summary": "summary",
        "demand": "demand.words",
        "demand_test": "demand.test",
        "grounds": "grounds",
        "result": "result",
        "disputed": "disputed",
        "speaker_role": "quote.role",
    },
    "questions": {"question": "question", "answer": "answer"},
    "sources": {"remark": "remark"},
    "context": {"summary": "summary"},
}
"""Columns with a twin whose words are printed, and where they are in the row's fact."""

OTHER = {"en": "fr", "fr": "en"}


def candidates(seen: Seen) -> Iterator[Candidate]:
    """Everything a blank cell of the other sheets holds back, then the texts without a twin."""
    yield from _silences(seen)
    yield from _questions(seen)
    yield from _sources(seen)
    for event in seen.findings.context:
        if event.happened_on is None:
            yield Candidate("context", event.origin, "date", event.id, "dated", (event.id,))
        if not event.sources:
            yield Candidate("context", event.origin, "source", event.id, "findings", (event.id,))
    yield from _twins(seen)


def _silences(seen: Seen) -> Iterator[Candidate]:
    """Of an organisation followed for which nobody noted a search: each commitment it may be silent on."""
    for body in seen.findings.profiles:
        chains = [one.chain for one in seen.findings.silence if body.name in one.not_searched]
        if body.last_searched_on is None and chains:
            yield Candidate(
                "organisations", body.origin, "last_searched_on", body.name, "silence", tuple(chains)
            )


def _questions(seen: Seen) -> Iterator[Candidate]:
    for state in seen.findings.questions:
        row = state.question
        if state.status == "open" and row.asked_on is None:
            yield Candidate("questions", row.origin, "asked_on", row.id, "age", (row.id,))
        if state.stale and row.last_checked_on is None:
            yield Candidate("questions", row.origin, "last_checked_on", row.id, "fresh", (row.id,))


def _sources(seen: Seen) -> Iterator[Candidate]:
    """Of a publication nobody can find: the rows that rest on it; of any other, what its entry lacks."""
    unarchived = {one.id for one in seen.findings.weaknesses if one.kind == "not_archived"}
    for one in seen.findings.sources:
        if not (one.url or one.title or one.file):
            resting = tuple(_resting(one, seen))
            if resting:
                yield Candidate("sources", one.origin, "url", one.id, "findings", resting)
        for column in ("publisher", "title", "url", "published_on", "consulted_on"):
            if getattr(one, column) is None:
                yield Candidate("sources", one.origin, column, one.id, "reference", (one.id,))
        if one.id in unarchived:
            yield Candidate("sources", one.origin, "archive_url", one.id, "archive", (one.id,))


def _resting(source: Source, seen: Seen) -> Iterator[str]:
    rows: Iterable[Any] = (*seen.rows.values(), *seen.findings.context)
    for row in rows:
        if row.id in seen.unsourced and any(cited.value == source.id for cited in row.sources):
            yield row.id


def _twins(seen: Seen) -> Iterator[Candidate]:
    found = seen.findings
    sheets: dict[str, Iterable[Any]] = {
        "announcements": found.announcements,
        "reactions": found.reactions,
        "questions": [state.question for state in found.questions],
        "sources": found.sources,
        "context": found.context,
    }
    for sheet, rows in sheets.items():
        for row in rows:
            for column, path in TEXTS[sheet].items():
                text = _at(row, path)
                if text is not None and text.twin is None and text.language in OTHER:
                    twin = f"{column}_{OTHER[text.language]}"
                    yield Candidate(sheet, row.origin, twin, row.id, "twin", (row.id,))


def _at(row: object, path: str) -> Text | None:
    """The text there; None where the cell, or what it belongs to, is blank."""
    found: object = row
    for name in path.split("."):
        found = getattr(found, name, None)
    return found if isinstance(found, Text) else None
