"""Scope drift (R12): a dimension that differs from the row before though nobody said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.facts import DIMENSIONS, Exceptions, Terms
from flows.record.gaps import LADDERS, TERM_ORDER, folded
from flows.record.results import Drift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.record.terms import Standing

ANNOUNCED = ("narrows", "widens", "replaces", "reverses")
"""Relations that announce a change of scope."""

ABOUT_TERM = ("extends", "shortens", "ends")
"""Relations that announce a change of term, and of nothing else."""


def drifts(standings: Iterable[Standing]) -> Iterator[Drift]:
    """Every unannounced change along a chain, in order of rows, then of dimensions (R12).

    Only values both of which somebody coded are compared: what was blank or unspecified did not change.
    """
    before: Standing | None = None
    for standing in standings:
        if before is not None and standing.row.relation not in ANNOUNCED:
            yield from _between(before, standing)
        before = standing


def _between(before: Standing, standing: Standing) -> Iterator[Drift]:
    for name in DIMENSIONS:
        was, now = said(before.terms, name), said(standing.row.terms, name)
        if was is None or now is None or folded(was) == folded(now):
            continue
        if name == "term" and standing.row.relation in ABOUT_TERM:
            continue
        stater = before.stated[name]
        yield Drift(
            id=standing.row.id,
            dimension=name,
            was=was,
            now=now,
            was_id=stater.id,
            was_on=stater.announced_on,
            now_on=standing.row.announced_on,
            narrower=narrower(name, before.terms, standing.row.terms),
        )


def said(terms: Terms, name: str) -> str | None:
    """The dimension's code, the exceptions' words; None where it is blank or unspecified."""
    value = getattr(terms, name)
    if isinstance(value, Exceptions):
        value = value.words.words if value.words is not None and value.extent == "list" else value.extent
    if isinstance(value, tuple):
        value = ";".join(sorted(value))
    return None if value in {None, "", "unspecified"} else str(value)


def narrower(name: str, was: Terms, now: Terms) -> bool:
    """True when the later value reaches less far on its ladder (R12); two lists of exceptions do not tell."""
    if name == "activity":
        return set(now.activity or ()) < set(was.activity or ())
    if name == "exceptions":
        return _extent(was) == "none" and _extent(now) == "list"
    ladder = TERM_ORDER if name == "term" else LADDERS[name]
    before, after = getattr(was, name), getattr(now, name)
    return before in ladder and after in ladder and ladder.index(after) < ladder.index(before)


def _extent(terms: Terms) -> str | None:
    return terms.exceptions.extent if terms.exceptions is not None else None
