"""Who, of those followed, has not been found to react to a commitment (R8)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from flows.record.order import names
from flows.record.periods import later
from flows.record.results import Silence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from flows.record.facts import Day, Organisation, Reaction
    from flows.record.results import Commitment


def silences(
    commitments: Iterable[Commitment],
    organisations: Iterable[Organisation],
    reactions: Iterable[Reaction],
    roots: Mapping[str, str],
    as_of: date,
) -> tuple[Silence, ...]:
    """One for each commitment that some organisation is followed for, in order of chains (R8)."""
    watched = names(one for one in organisations if one.watch)
    heard = voices(reactions, roots, as_of)
    found = (_silence(one, watched, heard.get(one.chain, set())) for one in commitments)
    return tuple(one for one in found if one is not None and one.followed)


def followed(organisations: Iterable[Organisation]) -> tuple[str, ...]:
    """Names of those followed, in order; what they are followed for depends on since when (R8)."""
    return tuple(one.name for one in names(organisations) if one.watch)


def voices(reactions: Iterable[Reaction], roots: Mapping[str, str], as_of: date) -> dict[str, set[str]]:
    """Who has a reaction that is not retired about each chain (R8).

    Also a row set aside to resolve counts, and one without a usable date: somebody was heard.
    """
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for row in reactions:
        if row.retired is None and not later(row.reacted_on, as_of):
            for target in row.about:
                heard[roots.get(target, target)].add(row.actor)
    return heard


def _silence(commitment: Commitment, watched: Iterable[Organisation], heard: set[str]) -> Silence | None:
    """The silence about one chain; None for one-off acts and chains without a dated row.

    The organisation that made the commitment is not expected to react to itself.
    """
    first, latest = commitment.rows[0].announced_on, commitment.head.announced_on
    if commitment.status == "one_off" or first is None or latest is None:
        return None
    following = [one for one in watched if one.name != commitment.organisation and _from(one, first)]
    silent = [(one.name, _searched(one, latest)) for one in following if one.name not in heard]
    return Silence(
        chain=commitment.chain,
        followed=len(following),
        found_nothing=tuple((name, day) for name, day in silent if day is not None),
        not_searched=tuple(name for name, day in silent if day is None),
    )


def _from(one: Organisation, first: Day) -> bool:
    return one.watch_from is None or one.watch_from.first <= first.first


def _searched(one: Organisation, latest: Day) -> Day | None:
    """The day of a search that could have found a reaction to the latest row; None without one."""
    day = one.last_searched_on
    return day if day is not None and day.first >= latest.first else None
