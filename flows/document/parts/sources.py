"""Section 10: how can I check? What each row rests on, by id, then the publications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import sections
from flows.document.lens import capital
from flows.record.order import by_id

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Run
    from flows.record.facts import Announcement, Citation, Context, Question, Reaction, Source


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a row: an S-id to follow, an address, or words."""

    words: str
    id: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Original:
    """A quote's words as they were said, and their language."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one row rests on: the row's id and name, its citations, how well it is established."""

    id: str
    who: str
    cited: tuple[Cited, ...]
    none: str | None = None  # why nothing is cited
    verification: str | None = None
    original: Original | None = None  # where the page quotes a translation


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
        heading=sections.heading(lens, "sources"),
        rows_heading=lens.say("sources_rows"),
        rows=rows,
        list_heading=lens.say("sources_list"),
        publications=listed,
        empty=None if rows or listed else lens.say("no_sources"),
    )


def _rows(lens: Lens) -> list[Grounds]:
    found = lens.findings
    grounds = [_of_statement(lens, row, row.organisation) for row in found.announcements]
    grounds += [_of_statement(lens, row, row.actor) for row in found.reactions]
    grounds += [_of_event(lens, row) for row in found.context]
    grounds += [_of_question(lens, state.question) for state in found.questions]
    return sorted(grounds, key=lambda one: by_id(one.id))


def _of_statement(lens: Lens, row: Announcement | Reaction, who: str) -> Grounds:
    return Grounds(
        id=row.id,
        who=capital(lens.name(who)),
        cited=_known(lens, row.sources),
        none=_none(lens, row.sources),
        verification=lens.word("verification", row.verification) if row.verification else None,
        original=_original(lens, row),
    )


def _original(lens: Lens, row: Announcement | Reaction) -> Original | None:
    quote = row.quote
    if quote is None or not quote.words or quote.language == lens.language or row.id not in lens.quotable:
        return None
    return Original(quote.words, quote.language or lens.findings.record.language)


def _of_event(lens: Lens, row: Context) -> Grounds:
    return Grounds(
        row.id, capital(lens.word("sheet", "context")), _known(lens, row.sources), _none(lens, row.sources)
    )


def _of_question(lens: Lens, question: Question) -> Grounds:
    """The rows it is about, and what its answer rests on once that is dated on or before the edition."""
    answered = question.answered_on
    known = answered is None or answered.first <= lens.findings.as_of
    about = tuple(Cited(f"[{one}]", one, None) for one in question.about)
    cited = about + (_known(lens, question.answer_sources) if known else ())
    return Grounds(question.id, lens.say("question_label"), cited)


def _known(lens: Lens, citations: tuple[Citation, ...]) -> tuple[Cited, ...]:
    return tuple(_cited(lens, one) for one in citations if not _later(lens, one))


def _none(lens: Lens, citations: tuple[Citation, ...]) -> str | None:
    """Why a row cites nothing: nothing usable is typed, or only what came later."""
    if not citations:
        return lens.say("source_none")
    return lens.say("source_later") if all(_later(lens, one) for one in citations) else None


def _later(lens: Lens, one: Citation) -> bool:
    """True for a source that the edition's date does not know yet: it is counted, never named."""
    return one.kind == "id" and one.value in lens.later


def _cited(lens: Lens, one: Citation) -> Cited:
    if one.kind == "id":
        if one.value in lens.sources:
            return Cited(f"[{one.value}]", one.value, None)
        return Cited(lens.say(_why_not_there(lens, one.value), id=one.value), None, None)
    if one.kind == "url":
        return Cited(one.value, None, one.value)
    mark = "°" if one.kind == "incomplete" else ""
    return Cited(one.value + mark, None, None)


def _why_not_there(lens: Lens, source: str) -> str:
    """Of a source that is not printed: its row is retired, set aside, or there is none."""
    aside = {one.category for one in lens.findings.set_aside if one.sheet == "sources" and one.id == source}
    return "retired_id" if "retired" in aside else "aside_id" if aside else "absent_id"


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
