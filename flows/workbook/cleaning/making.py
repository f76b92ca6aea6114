"""Rows to facts: one function a sheet, each in the order of its class's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.record.facts import (
    Announcement,
    Context,
    Demand,
    Organisation,
    Question,
    Reaction,
    Response,
    Source,
    Text,
)
from flows.workbook.cleaning.pieces import OTHER, extras, needed, origin, quote, terms, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.workbook.cleaning.rows import Row

Doubts = tuple[str, ...]


def announcement(row: Row, doubts: Doubts) -> Announcement:
    """The public act the row tells of."""
    return Announcement(
        origin=origin(row),
        id=row.key or "",
        organisation=row.get("organisation") or "",
        announced_on=row.get("announced_on"),
        kind=row.get("kind") or "",
        summary=needed(row, "summary"),
        sources=row.get("source") or (),
        terms=terms(row, ""),
        quote=quote(row),
        reason=text(row, "reason"),
        recipients=row.get("recipients") or (),
        extras=extras(row),
        responds_to=row.get("responds_to") or (),
        disputed=text(row, "disputed"),
        doubts=doubts,
        **_same(row, "starts_on", "decided_on", "date_basis", "condition_met", "condition_checked_on"),
        **_same(row, "previous_id", "relation", "verification", "archive", "amount", "currency"),
        **_same(row, "entered_by", "checked_by", "checked_on", "retired"),
    )


def reaction(row: Row, doubts: Doubts) -> Reaction:
    """The statement, or the dotted part of one, the row tells of."""
    return Reaction(
        origin=origin(row),
        id=row.key or "",
        actor=row.get("actor") or "",
        reacted_on=row.get("reacted_on"),
        about=row.get("about") or (),
        summary=needed(row, "summary"),
        sources=row.get("source") or (),
        demand=demand(row),
        grounds=text(row, "grounds"),
        result=text(row, "result"),
        extras=extras(row),
        quote=quote(row),
        disputed=text(row, "disputed"),
        doubts=doubts,
        **_same(row, "target", "stance", "kind", "date_basis", "verification", "archive", "resolved_on"),
        **_same(row, "entered_by", "checked_by", "checked_on", "retired"),
    )


def demand(row: Row) -> Demand | None:
    """What the row asks for, when it asks for anything."""
    words = text(row, "demand")
    if words is None:
        return None
    return Demand(
        words=words,
        target=row.get("target"),
        terms=terms(row, "demand_"),
        test=text(row, "demand_test"),
        outcome=row.get("outcome"),
        evidence=row.get("outcome_evidence") or (),
        checked_on=row.get("outcome_checked_on"),
        aimed_at=row.get("aimed_at") or (),
        same_as=row.get("same_demand_as"),
    )


def response(row: Row, doubts: Doubts) -> Response:
    """What came of a demand, as the row says."""
    return Response(
        origin=origin(row),
        demand=row.key or "",
        organisation=row.get("organisation") or "",
        evidence=row.get("evidence") or (),
        doubts=doubts,
        **_same(row, "on", "outcome", "checked_on", "coded_by", "retired"),
    )


def question(row: Row, doubts: Doubts) -> Question:
    """What the row says is still unknown."""
    return Question(
        origin=origin(row),
        id=row.key or "",
        question=needed(row, "question"),
        extras=extras(row),
        about=row.get("about") or (),
        answer=text(row, "answer"),
        answer_sources=row.get("answer_source") or (),
        doubts=doubts,
        **_same(row, "asked_by", "asked_on", "status", "dropped_because", "last_checked_on"),
        **_same(row, "answered_on", "review_days", "owner", "retired"),
    )


def source(row: Row, doubts: Doubts) -> Source:
    """The publication the row describes."""
    return Source(
        origin=origin(row),
        id=row.key or "",
        language=row.get("lang"),
        remark=text(row, "remark"),
        doubts=doubts,
        **_same(row, "publisher", "title", "url", "published_on", "type", "consulted_on"),
        **_same(row, "archive_url", "archived_on", "file", "retired"),
    )


def organisation(row: Row, doubts: Doubts) -> Organisation:
    """The body the row describes."""
    other = OTHER[row.table.language]
    twin = row.get(f"name_{other}")
    return Organisation(
        origin=origin(row),
        name=row.key or "",
        name_twin=Text(twin, other) if twin else None,
        aliases=row.get("aliases") or (),
        related_to=row.get("related_to") or (),
        watch=row.get("watch") is True,
        doubts=doubts,
        **_same(row, "category", "country", "watch_from", "last_searched_on", "retired"),
    )


def context(row: Row, doubts: Doubts) -> Context:
    """The background the row gives."""
    return Context(
        origin=origin(row),
        id=row.key or "",
        happened_on=row.get("date"),
        summary=needed(row, "summary"),
        sources=row.get("source") or (),
        retired=row.get("retired"),
        doubts=doubts,
    )


MAKERS: dict[str, Callable[[Row, Doubts], Any]] = {
    "announcements": announcement,
    "reactions": reaction,
    "responses": response,
    "questions": question,
    "sources": source,
    "organisations": organisation,
    "context": context,
}


def _same(row: Row, *names: str) -> dict[str, Any]:
    """The cells whose columns are called as the fact's own fields."""
    return {name: row.get(name) for name in names}
