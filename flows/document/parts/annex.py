"""The annex of the full extent: from each row of the workbook to the pages that print its id.

Composed without page numbers; `placed` fills them in once the pages before it are laid out. Its own pages
are numbered by themselves: how many there are is known only then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flows.document.parts.limits_full import NO_ID
from flows.document.tracing.mentions import ID
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flows.document.compose import Full
    from flows.document.lens import Lens
    from flows.document.tracing.mentions import Mention
    from flows.record.facts import Announcement, Context, Origin, Question, Reaction, Source

    Row = Announcement | Reaction | Question | Context | Source
    Where = Mapping[str, tuple["Spot", ...]]

PARTS = {
    "masthead": "masthead",
    "key-points": "key_points",
    "changes": "changes",
    "changes-full": "changes",
    "deadlines": "deadlines",
    "commitments": "commitments",
    "commitments-full": "commitments",
    "one-off": "acts",
    "demands": "demands",
    "demands-full": "demands",
    "matrix": "table",
    "reactions": "positions",
    "reactions-full": "positions",
    "questions": "questions",
    "questions-full": "questions",
    "limits": "limits",
    "limits-full": "limits",
    "background": "background",
    "chronology": "chronology",
    "sources": "sources",
    "method": "method",
}
"""The short name of each part of the page, of the core and of the full extent alike."""

LATER = "limits-full-future"
"""The anchor of the rows of a later day, which the limits name one after the other."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number, and the anchor on it that a link leads to."""

    number: int
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """The short name of a section, and every page of it."""

    words: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """One row: its id, its line in the workbook, where its id is printed."""

    id: str
    place: str
    spots: tuple[Spot, ...] = ()
    anchor: str | None = None  # where a row without an id stands


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that ends before a page: where it leads, and the page once it is known."""

    words: str
    anchor: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SheetTrails:
    """The printed rows of one sheet, under the name of its tab."""

    name: str
    trails: tuple[Trail, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The rows sheet by sheet, then those set aside, then ids that no printed row bears."""

    heading: str
    intro: str
    columns: tuple[str, str, str]
    sheets: tuple[SheetTrails, ...]
    empty: str | None
    bodies: Lead | None  # rows without an id, which the method lists
    aside_heading: str
    asides: tuple[Trail, ...]
    named_heading: str
    named: tuple[Trail, ...]
    future: Lead | None  # rows of a later day, which the limits name
    running: str  # beside the numbers of its own pages
    parts: Mapping[str, str]  # the short name of each part


def annex(lens: Lens, rest: Full) -> Annex:
    """The annex to the full extent, as yet without pages."""
    found = lens.findings
    questions = tuple(state.question for state in found.questions)
    rows = (found.announcements, found.reactions, questions, found.context, found.sources)
    sheets = tuple(_sheet(lens, sheet) for sheet in rows if sheet)
    return Annex(
        heading=lens.say("annex"),
        intro=lens.say("annex_intro"),
        columns=(lens.say("annex_id"), lens.say("annex_place"), lens.say("annex_pages")),
        sheets=sheets,
        empty=None if sheets else lens.say("annex_none"),
        bodies=_bodies(lens),
        aside_heading=lens.say("annex_aside"),
        asides=tuple(_asides(rest)),
        named_heading=lens.say("annex_named"),
        named=tuple(Trail(one, "") for one in sorted(_named(lens), key=by_id)),
        future=Lead(lens.say("annex_future"), LATER) if rest.limits.future else None,
        running=lens.say("annex_running"),
        parts={part: lens.say(f"place_{name}") for part, name in PARTS.items()},
    )


def placed(whole: Annex, mentions: Iterable[Mention], at: Mapping[str, int]) -> Annex:
    """The annex with every page on which the id of each row is printed; `at` has the pages of anchors."""
    where = _where(whole, mentions)
    return replace(
        whole,
        sheets=tuple(replace(one, trails=_on_pages(one.trails, where)) for one in whole.sheets),
        bodies=_leading(whole.bodies, at),
        asides=tuple(_listed(one, whole, at) for one in _on_pages(whole.asides, where)),
        named=tuple(one for one in _on_pages(whole.named, where) if one.spots),
        future=_leading(whole.future, at),
    )


def _leading(lead: Lead | None, at: Mapping[str, int]) -> Lead | None:
    return replace(lead, page=at[lead.anchor]) if lead else None


def _listed(row: Trail, whole: Annex, at: Mapping[str, int]) -> Trail:
    """The row set aside; one without an id is found where the limits list it."""
    if row.anchor is None:
        return row
    return replace(row, spots=(Spot(whole.parts["limits"], (Page(at[row.anchor], row.anchor),)),))


def _where(whole: Annex, mentions: Iterable[Mention]) -> Where:
    """By id its pages, under the short name of their section, in reading order."""
    found: dict[str, dict[str, dict[int, Page]]] = {}
    for one in mentions:
        if one.anchor != LATER:
            pages = found.setdefault(one.id, {}).setdefault(whole.parts[one.part], {})
            pages.setdefault(one.page, Page(one.page, one.anchor))
    return {
        row: tuple(Spot(words, tuple(sorted(pages.values(), key=_number))) for words, pages in on.items())
        for row, on in found.items()
    }


def _number(page: Page) -> int:
    return page.number


def _on_pages(trails: tuple[Trail, ...], where: Where) -> tuple[Trail, ...]:
    return tuple(replace(one, spots=where.get(one.id, ())) for one in trails)


def _sheet(lens: Lens, rows: Iterable[Row]) -> SheetTrails:
    """The rows by id; a demand's with the lines that say what came of it."""
    ordered = sorted(rows, key=lambda row: by_id(row.id))
    coded: dict[str, list[Origin]] = {}
    for response in lens.findings.responses:
        coded.setdefault(response.demand, []).append(response.origin)
    trails = (Trail(row.id, _place(lens, row.origin, coded.get(row.id))) for row in ordered)
    return SheetTrails(ordered[0].origin.sheet, tuple(trails))


def _place(lens: Lens, origin: Origin, coded: list[Origin] | None) -> str:
    """The row's line; of a demand also the lines of the sheet of responses."""
    own = lens.say("annex_row", row=str(origin.row))
    if not coded:
        return own
    lines = ", ".join(str(one.row) for one in coded)
    said = lens.say("annex_rows", rows=lines) if len(coded) > 1 else lens.say("annex_row", row=lines)
    return lens.joined([own, f"{coded[0].sheet}, {said}"])


def _bodies(lens: Lens) -> Lead | None:
    profiles = lens.findings.profiles
    return (
        Lead(lens.say("annex_bodies", sheet=profiles[0].origin.sheet), "method-notes") if profiles else None
    )


def _asides(rest: Full) -> Iterable[Trail]:
    """Each row set aside; one without an id stands where the limits list it."""
    for one in (*rest.limits.resolve, *rest.limits.retired):
        yield Trail(one.id, one.place, anchor=f"limits-full-{one.row}" if one.id == NO_ID else None)


def _named(lens: Lens) -> set[str]:
    """Ids that a page may name and no printed row bears: absent, gone, taken out, of a later day."""
    later = {one.id for one in lens.findings.set_aside if one.category == "future" and one.id}
    told = set(lens.aside)
    if lens.changes is not None:
        told |= {one.id for one in lens.changes.vanished}
        told |= {one.id for one in lens.changes.changes if ID.fullmatch(one.id)}
        told |= {row for one in lens.changes.consequences for row in (one.id, *one.rows)}
    return (told | later) - _own(lens)


def _own(lens: Lens) -> set[str]:
    """Ids with a trail of their own: of the printed rows, and of those set aside."""
    found = lens.findings
    rows = (found.announcements, found.reactions, found.context, found.sources)
    own = {row.id for sheet in rows for row in sheet} | {one.question.id for one in found.questions}
    return own | {one.id for one in found.set_aside if one.category != "future" and one.id}
