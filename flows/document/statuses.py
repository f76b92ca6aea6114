"""A commitment's status as a sentence (model 2.2): always "as stated", never more than is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.values import Line, Run

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Filling
    from flows.record.findings import Commitment

IN_FORCE = ("in_force_until", "in_force_conditional", "in_force_revocable", "in_force_permanent",
            "in_force_end_not_stated")  # fmt: skip
BRIEFER = ("in_force_until", "until_coarse", "expired_no_news")
"""Sentences with a shorter form for the core pages."""


def sentence(lens: Lens, chain: Commitment, *, brief: bool = False) -> Line:
    """The status of the chain in words, with its ids; `brief` leaves out what stands elsewhere."""
    name, values = _pattern(lens, chain)
    if brief and name in BRIEFER:
        name += "_brief"
    return lens.line(f"st_{name}", (chain.head.id,), **values)


def left(lens: Lens, chain: Commitment) -> str:
    """The days left in words; "last day" on the day itself. Empty without a day count."""
    if chain.days_left is None:
        return ""
    return lens.say("last_day") if chain.days_left == 0 else lens.count(chain.days_left, "day_left")


def short(lens: Lens, chain: Commitment) -> str:
    """The status in a few words for a figure or a table cell."""
    if chain.status == "in_force_until":
        return left(lens, chain) or lens.on(chain.ends_on, "until", short=True)
    words = lens.word("status_short", chain.status)
    if chain.status == "expired_no_news" and chain.days_since_end is not None:
        return f"{words} · {lens.count(chain.days_since_end, 'day')}"
    return words


def _pattern(lens: Lens, chain: Commitment) -> tuple[str, dict[str, Filling]]:  # noqa: PLR0911 - one a status
    """The pattern's name without its prefix, and what it needs."""
    as_of = lens.day(lens.findings.as_of)
    ends = lens.day(chain.ends_on) if chain.ends_on else ""
    match chain.status:
        case "in_force_until" if chain.days_left is None:
            until = lens.on(chain.ends_on, "until")
            return "until_coarse", {"until": until, "basis": basis(lens, chain), "as_of": as_of}
        case "in_force_until":
            values: dict[str, Filling] = {"left": left(lens, chain), "date": ends, "as_of": as_of}
            return "in_force_until", values | {"basis": basis(lens, chain)}
        case "expired_no_news":
            since = ago(lens, chain)
            known = {"searched": searched(lens, chain), "basis": basis(lens, chain)}
            return chain.status, {"on": lens.on(chain.ends_on), "ago": since and f", {since}", **known}
        case "in_force_conditional" if chain.kind == "pledge":
            return "pledged", {"condition": condition(lens, chain)}
        case "in_force_conditional" | "condition_met_no_news":
            return chain.status, {"condition": condition(lens, chain)}
        case "not_yet":
            return "not_yet", {"on": lens.on(chain.starts_on)}
        case "withdrawn" | "ended":
            return chain.status, {"date": lens.day(chain.head.announced_on)}
        case "undetermined" if chain.other_end is not None:
            return "two_ends", {"stated": ends, "computed": lens.day(chain.other_end)}
        case status:
            return status, {}


def basis(lens: Lens, chain: Commitment) -> str:
    """How the end was worked out, when the source does not state it."""
    if chain.end_basis != "computed" or chain.terms.duration is None:
        return ""
    computed = lens.say("basis_computed", duration=duration(lens, chain))
    return computed + (lens.say("basis_assumed") if chain.start_assumed else "")


def searched(lens: Lens, chain: Commitment) -> str:
    """When somebody last searched for news of the organisation, where the record says so."""
    day = lens.searched.get(chain.organisation)
    return lens.say("searched", on=lens.on(day)) if day else ""


def duration(lens: Lens, chain: Commitment) -> str:
    """The period in words: "1 year", "18 mois"."""
    period = chain.terms.duration
    return lens.count(period.count, period.unit.removesuffix("s")) if period else ""


def condition(lens: Lens, chain: Commitment) -> tuple[Run, ...]:
    """What the commitment waits for, in the source's words."""
    words = chain.terms.condition
    return lens.text(words) if words else (Run(lens.say("no_condition")),)


def ago(lens: Lens, chain: Commitment) -> str:
    """How long since the end, in words; empty without a day count."""
    if chain.days_since_end is None:
        return ""
    return lens.say("days_since", days=lens.count(chain.days_since_end, "day"))
