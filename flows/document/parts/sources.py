"""Section 10: how can I check? What each row rests on, by id, then the publications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.lens import capital
from flows.record.order import by_id

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.facts import Citation, Source


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a row: an S-id to follow, an address, or words."""

    words: str
    id: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one row rests on: the row's id and name, its citations, how well it is established."""

    id: str
    who: str
    cited: tuple[Cited, ...]
    none: str | None
    verification: str | None
    original: tuple[str, str] | None  # the quote's original words and their language


@dataclass(frozen=True, slots=True)
class Publication:
    """One source: publisher, title, address, its days, a remark."""

    id: str
    publisher: str | None
    title: str
    language: str | None
    url: str | None
    archive: str | None
    facts: tuple[str, ...]
    remark: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Both lists, by id."""

    heading: str
    rows_heading: str
    rows: tuple[Grounds, ...]
    list_heading: str
    publications: tuple[Publication, ...]
    empty: str | None


def sources(lens: Lens) -> Sources:
    """The source sheet of this edition."""
    rows = tuple(_rows(lens))
    listed = tuple(_publication(lens, one) for one in lens.findings.sources)
    return Sources(
        heading=lens.say("sources"),
        rows_heading=lens.say("sources_rows"),
        rows=rows,
        list_heading=lens.say("sources_list"),
        publications=listed,
        empty=None if rows or listed else lens.say("no_sources"),
    )


def _rows(lens: Lens) -> list[Grounds]:
    found = lens.findings
    grounds = [_grounds(lens, row.id, row.organisation, row) for row in found.announcements]
    grounds += [_grounds(lens, row.id, row.actor, row) for row in found.reactions]
    grounds += [_grounds(lens, row.id, "", row) for row in found.context]
    grounds += [_of_question(lens, state.question) for state in found.questions]
    return sorted(grounds, key=lambda one: by_id(one.id))


def _grounds(lens: Lens, row_id: str, who: str, row: object) -> Grounds:
    citations: tuple[Citation, ...] = getattr(row, "sources", ())
    known = tuple(one for one in citations if not _later(lens, one))
    verification = getattr(row, "verification", None)
    quote = getattr(row, "quote", None)
    original = None
    if quote is not None and quote.words and row_id in lens.quotable and quote.language != lens.language:
        original = (quote.words, quote.language or lens.findings.record.language)
    return Grounds(
        id=row_id,
        who=capital(lens.name(who) if who else lens.word("sheet", "context")),
        cited=tuple(_cited(lens, one) for one in known),
        none=None if known else lens.say("source_later" if citations else "source_none"),
        verification=lens.word("verification", verification) if verification else None,
        original=original,
    )


def _later(lens: Lens, one: Citation) -> bool:
    """True for a source that the edition's date does not know yet: it is counted, never named."""
    return one.kind == "id" and one.value in lens.later


def _of_question(lens: Lens, question: object) -> Grounds:
    about = tuple(getattr(question, "about", ()))
    answered = getattr(question, "answered_on", None)
    known = answered is None or answered.first <= lens.findings.as_of
    citations = getattr(question, "answer_sources", ()) if known else ()
    cited = tuple(Cited(f"[{one}]", one, None) for one in about) + tuple(
        _cited(lens, one) for one in citations if not _later(lens, one)
    )
    return Grounds(getattr(question, "id", ""), lens.say("question_label"), cited, None, None, None)


def _cited(lens: Lens, one: Citation) -> Cited:
    if one.kind == "id":
        known = one.value in lens.sources
        words = f"[{one.value}]" if known else lens.say("absent_id", id=one.value)
        return Cited(words, one.value if known else None, None)
    if one.kind == "url":
        return Cited(one.value, None, one.value)
    mark = "°" if one.kind == "incomplete" else ""
    return Cited(one.value + mark, None, None)


def _publication(lens: Lens, one: Source) -> Publication:
    facts: list[str] = []
    if one.type is not None:
        facts.append(lens.word("source_type", one.type))
    if one.published_on is not None:
        facts.append(lens.say("source_published", on=lens.on(one.published_on)))
    if one.consulted_on is not None and one.consulted_on.first <= lens.findings.as_of:
        facts.append(lens.say("source_consulted", on=lens.on(one.consulted_on)))
    if one.archived_on is not None and one.archived_on.first <= lens.findings.as_of:
        facts.append(lens.say("source_archived", of=lens.on(one.archived_on, "of")))
    return Publication(
        id=one.id,
        publisher=one.publisher,
        title=one.title or lens.say("source_untitled"),
        language=one.language if one.title and one.language != lens.language else None,
        url=one.url,
        archive=one.archive_url,
        facts=tuple(facts),
        remark=lens.text(one.remark) if one.remark else (),
    )
