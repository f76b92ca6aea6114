"""Each chain as it stands on the day: status, end, drift, disputes and flags (R3-R5, R11-R13)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from flows.record import doubts, staleness, status
from flows.record.drift import drifts
from flows.record.evidence import replies, responding
from flows.record.facts import COMMITMENT_KINDS
from flows.record.order import by_id
from flows.record.periods import last_on
from flows.record.results import Accusation, Commitment
from flows.record.terms import history

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from flows.record.chains import Chain
    from flows.record.defaults import Limits
    from flows.record.evidence import Replies
    from flows.record.facts import Announcement, Day, Reaction
    from flows.record.sifting import Sifted
    from flows.record.terms import Standing


@dataclass(frozen=True, slots=True)
class Held:
    """A commitment with the standing after each of its usable rows; none where a row of it is in doubt."""

    commitment: Commitment
    standings: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """Printed reactions by the chain, and by the row, that they are about."""

    of: Mapping[str, tuple[Reaction, ...]]

    def about(self, key: str) -> tuple[Reaction, ...]:
        """The reactions, in order."""
        return self.of.get(key, ())

    def days(self, key: str) -> tuple[date, ...]:
        """The last day each reaction may mean."""
        return tuple(last_on(row.reacted_on) for row in self.about(key) if row.reacted_on)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an edition is made for, and what every chain needs to know of the rest of the record."""

    as_of: date
    next_on: date | None
    limits: Limits
    unsourced: Collection[str]
    by_chain: About
    by_row: About
    replies: Replies

    def accusations(self, about: Iterable[Reaction], accused: str) -> tuple[Accusation, ...]:
        """The sourced allegations not resolved, each with the sourced replies of the accused (R13)."""
        return tuple(
            Accusation(row.id, self._sourced(replies(row, accused, self.replies)))
            for row in about
            if row.kind == "allegation" and row.id not in self.unsourced and row.resolved_on is None
        )

    def _sourced(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in ids if one not in self.unsourced)


def asked(
    sifted: Sifted, as_of: date, next_on: date | None, limits: Limits, unsourced: Collection[str]
) -> Asked:
    """The reactions gathered by what they are about, with the parameters of the edition."""
    chains: defaultdict[str, dict[str, Reaction]] = defaultdict(dict)
    rows: defaultdict[str, dict[str, Reaction]] = defaultdict(dict)
    for reaction in sifted.reactions:
        for target in reaction.about:
            rows[target][reaction.id] = reaction
            chains[sifted.linked.roots.get(target, target)][reaction.id] = reaction
    by_chain, by_row = (
        About({key: tuple(found.values()) for key, found in index.items()}) for index in (chains, rows)
    )
    return Asked(as_of, next_on, limits, unsourced, by_chain, by_row, responding(sifted.announcements))


def held(chains: Iterable[Chain], to: Asked) -> tuple[Held, ...]:
    """Every chain with a commitment in it, and every other act by itself as one-off (R4), by id."""
    found = [one for chain in chains for one in _held(chain, to)]
    return tuple(sorted(found, key=lambda one: by_id(one.commitment.chain)))


def _held(chain: Chain, to: Asked) -> Iterator[Held]:
    told = tuple(row for row in chain.broken if doubts.undetermines(row))
    kind = _kind(chain.rows) or _kind(told)
    if kind is None:
        for row in chain.rows:
            yield Held(_one_off(row, to))
    elif chain.broken:
        yield Held(_undetermined(chain, chain.rows or told, kind, to))
    else:
        standings = tuple(history(chain.rows))
        yield Held(_standing(chain, kind, standings, to), standings)


def _kind(rows: Iterable[Announcement]) -> str | None:
    """The kind of the latest row that is a commitment; None where no row is."""
    dated = sorted(rows, key=lambda row: row.announced_on.first if row.announced_on else date.max)
    return next((row.kind for row in reversed(dated) if row.kind in COMMITMENT_KINDS), None)


def _one_off(row: Announcement, to: Asked) -> Commitment:
    accused = to.accusations(to.by_row.about(row.id), row.organisation)
    flags = (*(["contested"] if accused else []), *(["unsourced"] if row.id in to.unsourced else []))
    return Commitment(
        row.id, row.organisation, row.kind, (row,), row.terms, "one_off", flags=flags, accusations=accused
    )


def _undetermined(chain: Chain, rows: tuple[Announcement, ...], kind: str, to: Asked) -> Commitment:
    """A chain some row of which is in doubt (R4 test 0): listed, its usable rows shown, nothing computed."""
    terms = tuple(history(chain.rows))[-1].terms if chain.rows else status.NOTHING
    maker = rows[0].organisation
    accused = to.accusations(to.by_chain.about(chain.id), maker)
    flags = ("contested",) if accused else ()
    return Commitment(chain.id, maker, kind, rows, terms, "undetermined", flags=flags, accusations=accused)


def _standing(chain: Chain, kind: str, standings: tuple[Standing, ...], to: Asked) -> Commitment:
    last = standings[-1]
    code = _status(last, to)
    accused = to.accusations(to.by_chain.about(chain.id), chain.rows[0].organisation)
    found = tuple(drifts(standings))
    flags = [*_term_flags(last, code, to), *_flags(chain, last, code, to)]
    flags += [name for name, holds in (("contested", accused), ("drift", found)) if holds]
    return Commitment(
        chain=chain.id,
        organisation=chain.rows[0].organisation,
        kind=kind,
        rows=chain.rows,
        terms=last.terms,
        status=code,
        carried_over=last.carried_over,
        flags=tuple(flags),
        drift=found,
        accusations=accused,
        condition_checked_on=staleness.condition_checked_on(chain.rows, last),
        **_term(last, code, to.as_of),
    )


def _term(standing: Standing, code: str, as_of: date) -> dict[str, Any]:
    """The fields about the start and the end (R1, R5)."""
    end, basis, other = status.ends(standing)
    left, since = status.days(code, end, as_of)
    return {
        "ends_on": end,
        "end_basis": basis,
        "other_end": other,
        "days_left": left,
        "days_since_end": since,
        "starts_on": standing.starts_on or _announced_on(standing),
        "start_assumed": status.assumed(standing),
    }


def _term_flags(standing: Standing, code: str, to: Asked) -> list[str]:
    end, _, _ = status.ends(standing)
    return status.deadline_flags(code, end, to.as_of, to.next_on, to.limits.ends_soon)


def _announced_on(standing: Standing) -> Day | None:
    """The day the terms in effect were announced, where no start is stated."""
    return standing.stated.get("term", standing.row).announced_on


def _status(standing: Standing, to: Asked) -> str:
    met = status.met(standing, to.unsourced)
    sourced = standing.row.id not in to.unsourced
    return status.status(standing, to.as_of, sourced=sourced, condition_met=met)


def _flags(chain: Chain, standing: Standing, code: str, to: Asked) -> Iterator[str]:
    """start_assumed, condition_unchecked, dormant, unsourced."""
    if status.assumed(standing):
        yield "start_assumed"
    if code in staleness.CONDITIONAL and staleness.condition(chain.rows, standing, to.as_of, to.limits):
        yield "condition_unchecked"
    days = [last_on(row.announced_on) for row in chain.rows if row.announced_on]
    latest = max([*days, *to.by_chain.days(chain.id)])
    if code in staleness.AWAKE and staleness.dormant(latest, to.as_of, to.limits):
        yield "dormant"
    if standing.row.id in to.unsourced:
        yield "unsourced"
