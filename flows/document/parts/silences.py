"""Section 6, full extent: of whom, among those followed, no reaction was found (R8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.lens import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.facts import Day
    from flows.record.findings import Silence

MOST_IN_SHORT = 2  # commitments on the core pages
MOST_NAMED = 5  # of those nobody searched, in a row; of more it gives the number, the foot the names


@dataclass(frozen=True, slots=True)
class Unheard:
    """For one commitment: of whom no reaction was found, and whom nobody searched."""

    title: str
    id: str
    silent: str
    unsearched: str


@dataclass(frozen=True, slots=True)
class Silences:
    """Silence with its denominator, or the sentence that says why there is none to tell."""

    heading: str
    headers: tuple[str, ...]
    rows: tuple[Unheard, ...]
    last_searches: str | None  # of those the rows only count
    empty: str | None


def silences(lens: Lens) -> Silences:
    """A row a commitment that somebody followed has not been heard on."""
    unheard = [one for one in lens.findings.silence if one.found_nothing or one.not_searched]
    return Silences(
        heading=lens.say("full_silence"),
        headers=tuple(lens.say(name) for name in ("col_commitment", "col_silent", "col_unsearched")),
        rows=tuple(_unheard(lens, one) for one in unheard),
        last_searches=_last_searches(lens, unheard),
        empty=None if unheard else lens.say(_why_none(lens)),
    )


def _why_none(lens: Lens) -> str:
    if lens.findings.silence:
        return "silence_all"
    return "silence_before" if lens.findings.followed else "silence_lacking"


def in_short(lens: Lens) -> tuple[Line, ...]:
    """The numbers for the commitments that a key point speaks of, else for the first (R8)."""
    told = [one for one in lens.findings.silence if one.found_nothing or one.not_searched]
    pressing = [one for one in told if one.chain in lens.pressing]
    return tuple(_in_short(lens, one) for one in (pressing or told)[:MOST_IN_SHORT])


def _in_short(lens: Lens, silence: Silence) -> Line:
    chain = lens.chains[silence.chain]
    return lens.line(
        "silence_in_short",
        (silence.chain,),
        organisation=capital(lens.name(chain.organisation)),
        kind=lens.kind(chain),
        silent=str(len(silence.found_nothing)),
        unsearched=str(len(silence.not_searched)),
        followed=str(silence.followed),
    )


def _unheard(lens: Lens, silence: Silence) -> Unheard:
    chain = lens.chains[silence.chain]
    few = len(silence.not_searched) <= MOST_NAMED
    unsearched = lens.listed([lens.name(name) for name in silence.not_searched]) if few else ""
    silent = lens.joined(_by_day(lens, silence.found_nothing, "silence_searched"))
    return Unheard(
        title=lens.say("commitment_title", organisation=lens.name(chain.organisation), kind=lens.kind(chain)),
        id=silence.chain,
        silent=_of_followed(lens, silence, len(silence.found_nothing), silent),
        unsearched=_of_followed(lens, silence, len(silence.not_searched), unsearched),
    )


def _of_followed(lens: Lens, silence: Silence, count: int, names: str) -> str:
    """How many of those followed, and who (R8): the denominator is always said."""
    if not count:
        return lens.say("silence_nobody")
    name = "silence_of_one" if silence.followed == 1 else "silence_of"
    said = lens.say(name, count=str(count), followed=str(silence.followed))
    return lens.say("silence_named", of=said, names=names) if names else said


def _last_searches(lens: Lens, unheard: Iterable[Silence]) -> str | None:
    """When each of those that a row only counts was last searched; from it the row's names follow."""
    counted = {name for one in unheard if len(one.not_searched) > MOST_NAMED for name in one.not_searched}
    names = [name for name in lens.findings.followed if name in counted]
    if not names:
        return None
    dated = [(name, lens.searched[name]) for name in names if name in lens.searched]
    dated.sort(key=lambda one: one[1].first)
    said = _by_day(lens, dated, "silence_last")
    never = [lens.name(name) for name in names if name not in lens.searched]
    if never:
        said.append(lens.say("silence_never", name=lens.listed(never)))
    return lens.say("silence_searches", names=lens.joined(said))


def _by_day(lens: Lens, searches: Iterable[tuple[str, Day]], pattern: str) -> list[str]:
    """The names, those searched on the same day together: "A and B (searched on 15 June 2020)"."""
    days: dict[Day, list[str]] = {}
    for name, day in searches:
        days.setdefault(day, []).append(lens.name(name))
    return [
        lens.say(pattern, name=lens.listed(names), on=lens.on(day), date=lens.day(day))
        for day, names in days.items()
    ]
