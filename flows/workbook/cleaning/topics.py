"""What a recipient follows: organisations as the record spells them, or all."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import polars as pl

from flows.record.facts import OUT_OF_SIGHT, SECTOR
from flows.workbook.cleaning.names import folded
from flows.workbook.nearest import nearest_name
from flows.workbook.text import key, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.record.facts import Announcement, Organisation, Reaction, Record, Response

    Row = TypeVar("Row", Announcement, Reaction, Response, Organisation)

ALL = ("all", "tous", "toutes", "tout", "all organisations", "toutes les organisations")

_ALL = frozenset(map(key, ALL))


def known(record: Record) -> dict[str, str]:
    """Each way a body of the record may be written, folded, with its name; another name of two is none's."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    bodies = [*_in_view(record.organisations)]
    pairs = [(alias, body.name) for body in bodies for alias in _aliases(body)]
    for fold, (_, name) in zip(_folds(alias for alias, _ in pairs), pairs, strict=True):
        claims[fold].add(name)
    named = [*(body.name for body in bodies), *_named(record)]
    own = dict(zip(reversed(_folds(named)), reversed(named), strict=True))
    return {fold: min(names) for fold, names in claims.items() if len(names) == 1} | own


def followed(typed: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The organisations of a cell, each once; () for all. One the record does not name stays as typed."""
    entries = _entries(typed)
    if any(key(entry) in _ALL for entry in entries):
        return ()
    return tuple(dict.fromkeys(names.get(_fold(entry), entry) for entry in entries))


def unknown(typed: str, names: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The entries the record does not name, each with the organisation that may be meant."""
    for entry in _entries(typed):
        if key(entry) not in _ALL and _fold(entry) not in names:
            close = nearest_name(_fold(entry), names)
            yield entry, names[close] if close else None


def _entries(typed: str) -> tuple[str, ...]:
    return tuple(entry for entry in pieces(typed) if key(entry))


def _aliases(body: Organisation) -> tuple[str, ...]:
    return (*body.aliases, body.name_twin.words) if body.name_twin else body.aliases


def _named(record: Record) -> Iterator[str]:
    """Every body that a row in view names, as the record spells it."""
    announcements, reactions = [*_in_view(record.announcements)], [*_in_view(record.reactions)]
    demands = [row.demand for row in reactions if row.demand]
    every = chain(
        chain.from_iterable((row.organisation, *row.recipients) for row in announcements),
        chain.from_iterable((row.actor, row.target) for row in reactions),
        chain.from_iterable((demand.target, *demand.aimed_at) for demand in demands),
        (row.organisation for row in _in_view(record.responses)),
        chain.from_iterable(row.related_to for row in _in_view(record.organisations)),
    )
    yield from (name for name in every if name and name != SECTOR)


def _in_view(rows: Iterable[Row]) -> Iterator[Row]:
    """Those of the rows that nobody keeps from view: a complaint's guess would tell of the others."""
    return (row for row in rows if frozenset(OUT_OF_SIGHT).isdisjoint(row.doubts))


@lru_cache(maxsize=8192)  # many follow the same few
def _fold(name: str) -> str:
    return _folds([name])[0]


def _folds(names: Iterable[str]) -> list[str]:
    typed = pl.DataFrame({"name": list(names)}, schema={"name": pl.String})
    return typed.select(folded(pl.col("name"))).to_series().to_list()
