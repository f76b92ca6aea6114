"""Gaps between a commitment and a demand (R6): per dimension, what is asked against what is committed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from flows.record.facts import DIMENSIONS
from flows.record.periods import last_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.record.facts import Day, Exceptions, Terms, Text

LADDERS = {
    "users": ("police", "law_enforcement", "public_sector", "all_customers"),
    "technology": ("feature", "product", "facial_recognition", "surveillance"),
    "territory": ("place", "country", "worldwide"),
}
"""Narrow to wide (model 1.2c)."""

TERM_ORDER = ("fixed", "until_further_notice", "condition", "permanent")
"""From the term least near to a lasting commitment to the nearest (R7 step 9)."""

FALLS_SHORT = ("narrower", "different", "unclear")
"""Gaps under which a demand is not met (R7)."""

Gaps = tuple[tuple[str, str], ...]

# commitment, demand: what a mere comparison of the two terms yields; the rest needs their dates or words.
TERM_TABLE = {
    ("fixed", "until_further_notice"): "narrower",
    ("fixed", "condition"): "narrower",
    ("fixed", "permanent"): "narrower",
    ("until_further_notice", "fixed"): "unclear",
    ("until_further_notice", "until_further_notice"): "covers",
    ("until_further_notice", "condition"): "narrower",
    ("until_further_notice", "permanent"): "narrower",
    ("condition", "fixed"): "unclear",
    ("condition", "until_further_notice"): "unclear",
    ("condition", "permanent"): "narrower",
    ("permanent", "fixed"): "covers",
    ("permanent", "until_further_notice"): "covers",
    ("permanent", "condition"): "covers",
    ("permanent", "permanent"): "covers",
}


def gaps(committed: Terms, end: Day | None, asked: Terms) -> Gaps:
    """Each dimension in order with covers, narrower, different, unclear, not_coded or not_asked (R6).

    `end` is the last day of a commitment's fixed term, stated or computed.
    """
    return tuple((name, gap(name, committed, end, asked)) for name in DIMENSIONS)


def unheld(asked: Terms) -> Gaps:
    """The gaps where no commitment is on record: whatever is asked is not coded on the other side (R6)."""
    return tuple((name, "not_coded" if getattr(asked, name) else "not_asked") for name in DIMENSIONS)


def gap(name: str, committed: Terms, end: Day | None, asked: Terms) -> str:
    """One dimension's gap (R6), first test that holds."""
    ours, theirs = getattr(committed, name), getattr(asked, name)
    if not theirs:
        return "not_asked"
    if not ours:
        return "not_coded"
    if unspecified(ours) or unspecified(theirs):
        return "unclear"
    if name == "term":
        return term_gap(committed, end, asked)
    return COMPARED[name](ours, theirs)


def ladder_gap(name: str, ours: str, theirs: str) -> str:
    """At or beyond the demand's rung: covers; below: narrower; unclear off the ladder."""
    ladder = LADDERS[name]
    if ours not in ladder or theirs not in ladder:
        return "unclear"
    return "covers" if ladder.index(ours) >= ladder.index(theirs) else "narrower"


def activity_gap(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """All that is asked: covers; some: narrower; none: different."""
    if set(ours) >= set(theirs):
        return "covers"
    return "narrower" if set(ours) & set(theirs) else "different"


def exceptions_gap(ours: Exceptions, theirs: Exceptions) -> str:
    """None at all covers any demand; a list against a demand for none is narrower.

    A demand that itself allows exceptions is covered by the same words; other words are unclear.
    """
    if ours.extent == "none":
        return "covers"
    if theirs.extent == "none":
        return "narrower"
    return "covers" if same(ours.words, theirs.words) else "unclear"


def term_gap(committed: Terms, end: Day | None, asked: Terms) -> str:
    """The table of terms (R6). A date or a condition nobody typed leaves it unclear."""
    pair = (committed.term or "", asked.term or "")
    if pair == ("fixed", "fixed"):
        return end_gap(end, asked.ends_on)
    if pair == ("condition", "condition"):
        return condition_gap(committed.condition, asked.condition)
    return TERM_TABLE.get(pair, "unclear")


def end_gap(ours: Day | None, theirs: Day | None) -> str:
    """An end on or after the one asked covers; unclear where months or years do not tell."""
    if ours is None or theirs is None:
        return "unclear"
    if ours == theirs or ours.first >= last_on(theirs):
        return "covers"
    return "narrower" if last_on(ours) < theirs.first else "unclear"


def condition_gap(ours: Text | None, theirs: Text | None) -> str:
    """The same condition is the same text; anything else is different, for people to judge."""
    if ours is None or theirs is None:
        return "unclear"
    return "covers" if same(ours, theirs) else "different"


def same(one: Text | None, other: Text | None) -> bool:
    """True for identical text, spaces and capitals aside."""
    return one is not None and other is not None and folded(one.words) == folded(other.words)


def folded(words: str) -> str:
    """The words with single spaces and without capitals, to compare by."""
    return " ".join(words.split()).casefold()


def unspecified(value: object) -> bool:
    """True where somebody looked and the source does not say."""
    if isinstance(value, tuple):
        return "unspecified" in value
    return "unspecified" in {value, getattr(value, "extent", None)}


COMPARED: dict[str, Callable[[Any, Any], str]] = {
    "users": partial(ladder_gap, "users"),
    "activity": activity_gap,
    "technology": partial(ladder_gap, "technology"),
    "territory": partial(ladder_gap, "territory"),
    "exceptions": exceptions_gap,
}
"""How each dimension but the term is compared: by what is committed and what is asked."""
