"""The page of complaints as HTML: one file that loads nothing and needs no script.

`html(Told(problems, language))` is all that is needed; everything else may be told besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.document import holds, markup
from flows.document.wording import dates
from flows.document.wording.sentences import capital
from flows.mending import lists, rulings, shown
from flows.mending.lists import Line
from flows.mending.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from flows.mending.lists import Group, Kind, Rest
    from flows.mending.next_rows import Next
    from flows.mending.rulings import Idle, Taken
    from flows.mending.trend import Trend
    from flows.workbook.decisions import Decided, Unused
    from flows.workbook.problems import Cell, Correction, Problem

TEMPLATE = "mending/page.html.j2"


@dataclass(frozen=True, slots=True)
class Release:
    """What an edition of a day is: "final" or "draft", and the codes of what holds it back."""

    as_of: date
    release: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells: complaints in reading order, in their language, and whatever else is known."""

    problems: Sequence[Problem]
    language: str  # "en" or "fr": the one the complaints are written in
    workbook: str = ""  # its name
    corrections: Sequence[Correction] | None = None  # None: nothing is said of them
    decided: Sequence[Decided] = ()  # complaints the team need not hear again
    unused: Sequence[Unused] = ()  # decisions about what no longer stands so
    strangers: Sequence[Cell] = ()  # headers of columns that are not known
    release: Release | None = None
    compared: bool = False  # whether something is said of the edition before, were it that there is none
    trend: Trend | None = None
    next: Next | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What the template prints, in its order."""

    language: str
    title: str
    as_of: str | None
    errors: str
    warnings: str
    clean: bool
    verdict: str | None
    holds: tuple[str, ...]
    trend: str | None
    contents: tuple[Line, ...]
    groups: tuple[Group, ...]
    more: str | None
    settled: tuple[Line, ...]
    decided: tuple[Taken, ...]
    decided_beyond: str | None
    unused: tuple[Idle, ...]
    corrected: tuple[Kind, ...] | None
    strangers: tuple[Line, ...]
    next: tuple[Rest, ...] | None
    columns: tuple[Rest, ...]


def html(told: Told) -> str:
    """The page; the same told gives the same text."""
    template = markup.with_any_letter().get_template(TEMPLATE)

    def in_its_language(kind: str, /, **blanks: object) -> str:
        return say(kind, told.language, **blanks)

    return template.render(page=page(told), say=in_its_language)


def page(told: Told) -> Page:
    """What is printed."""
    language, coming, release = told.language, told.next, told.release
    groups = lists.groups(told.problems, told.trend.new if told.trend else frozenset(), language)
    beyond, decided = len(told.problems) - lists.MOST, len(told.decided) - rulings.SHOWN
    return Page(
        language=language,
        **_lead(told),
        verdict=say(release.release, language) if release else None,
        holds=tuple(capital(holds.reason(hold, language)) for hold in release.holds) if release else (),
        trend=_trend(told),
        contents=_contents(told, groups),
        groups=groups,
        more=say("more", language, count=beyond) if beyond > 0 else None,
        settled=lists.settled(told.trend.settled, language) if told.trend else (),
        decided=rulings.taken(told.decided[: rulings.SHOWN], language),
        decided_beyond=say("decided_more", language, count=decided) if decided > 0 else None,
        unused=rulings.idle(told.unused[: rulings.SHOWN], language),
        corrected=None if told.corrections is None else lists.kinds(told.corrections, language),
        strangers=tuple(
            Line(shown.words(str(cell)), shown.words(cell.header or "")) for cell in told.strangers
        ),
        next=lists.rests(coming.rows, language) if coming else None,
        columns=lists.columns(coming.columns, language) if coming else (),
    )


def _lead(told: Told) -> dict[str, Any]:
    """The title, the day, and how much there is."""
    language, name = told.language, shown.words(told.workbook)
    errors = sum(one.severity == "error" for one in told.problems)
    return {
        "title": say("title", language, workbook=name) if name else say("title_alone", language),
        "as_of": say("as_of", language, day=dates.day(told.release.as_of, language))
        if told.release
        else None,
        "errors": dates.number(errors, language),
        "warnings": dates.number(len(told.problems) - errors, language),
        "clean": not told.problems,
    }


def _trend(told: Told) -> str | None:
    """How much is new, settled and still there, where that can be said."""
    if told.trend is None:
        return say("trend_none", told.language) if told.compared else None
    return say(
        "trend",
        told.language,
        day=dates.day(told.trend.as_of, told.language),
        edition=told.trend.edition or "",
        new=len(told.trend.new),
        settled=len(told.trend.settled),
        remaining=told.trend.remaining,
    )


def _contents(told: Told, groups: tuple[Group, ...]) -> tuple[Line, ...]:
    """The page's parts: an anchor and what it is called."""
    settled = len(told.trend.settled) if told.trend else 0
    decided = len(told.decided) + len(told.unused)
    further = {
        "settled": settled or None,
        "decided": decided or None,
        "corrected": None if told.corrections is None else len(told.corrections),
        "strangers": len(told.strangers) or None,
        "next": len(told.next.rows) if told.next else None,
    }
    return (
        *(Line(group.anchor, group.name, group.counts) for group in groups),
        *(
            Line(part, say(part, told.language), dates.number(count, told.language))
            for part, count in further.items()
            if count is not None
        ),
    )
