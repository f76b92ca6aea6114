"""Section 0: what this is, of when, how complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flows.document.holds import because

if TYPE_CHECKING:
    from datetime import date

    from flows.document.lens import Lens
    from flows.document.values import Line


@dataclass(frozen=True, slots=True)
class Replaced:
    """The edition before: what the page names it by."""

    number: int
    as_of: date


@dataclass(frozen=True, slots=True)
class Logo:
    """The team's logo: a checked PNG or SVG."""

    kind: Literal["png", "svg"]
    content: bytes


@dataclass(frozen=True, slots=True)
class Emblem:
    """The logo on the page, and the words for those who cannot see it."""

    logo: Logo
    words: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What the page says of itself; the number counts the editions of one workbook."""

    number: int
    workbook: str
    sha256: str
    replaces: Replaced | None = None
    languages: tuple[str, ...] = ()  # all it is written in: the screen leads from one to the other
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """The six lines at the top of page one."""

    kicker: str
    title: str
    situation: str
    facts: tuple[str, ...]  # edition number, cut-off, release, what it replaces
    counts: str
    reconciled: str
    draft_because: Line | None
    team: str | None
    emblem: Emblem | None


TALLY = {
    "read": "row_read",
    "printed": "row_printed",
    "retired": "row_retired",
    "future": "row_later",
    "to_resolve": "row_unresolved",
    "empty": "row_empty",
}
"""Each figure of the reconciliation with the word behind it."""


def masthead(lens: Lens, edition: Edition) -> Masthead:
    """The masthead of this edition."""
    found = lens.findings
    team = lens.setting("team")
    return Masthead(
        kicker=lens.say("kicker"),
        title=lens.setting("title") or lens.say("title"),
        situation=lens.say("situation", date=lens.day(found.as_of)),
        facts=_facts(lens, edition),
        counts=_counts(lens),
        reconciled=_reconciled(lens),
        draft_because=because(lens) if found.holds else None,
        team=lens.say("team", team=team) if team else None,
        emblem=Emblem(edition.logo, _in_words(lens, team)) if edition.logo else None,
    )


def _in_words(lens: Lens, team: str | None) -> str:
    return lens.say("logo_of", team=team) if team else lens.say("logo")


def _facts(lens: Lens, edition: Edition) -> tuple[str, ...]:
    found = lens.findings
    facts = [
        lens.say("edition_number", number=str(edition.number)),
        lens.say("cut_off", date=lens.day(found.as_of)),
        lens.say("draft" if found.release == "draft" else "final"),
    ]
    if before := edition.replaces:
        name = "would_replace" if found.release == "draft" else "replaces"
        facts.append(lens.say(name, number=str(before.number), date=lens.day(before.as_of)))
    return tuple(facts)


def _counts(lens: Lens) -> str:
    """What the edition holds; what the workbook has no place for is not counted as nought."""
    found, absent = lens.findings.counts, lens.findings.record.absent
    counts = (
        ("announcements", found.commitments, "commitment"),
        ("reactions.demand", found.demands, "demand"),
        ("questions", found.open_questions, "question"),
    )
    return ", ".join(lens.count(number, noun) for needs, number, noun in counts if needs not in absent)


def _reconciled(lens: Lens) -> str:
    """The sum of R16 over all sheets: read = printed + what is not."""
    tallies = lens.findings.reconciliation
    return lens.say(
        "reconciled",
        **{
            name: lens.count(sum(getattr(tally, name) for tally in tallies), noun)
            for name, noun in TALLY.items()
        },
    )
