"""The annex of the full extent: from each row of the workbook to the pages it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.parts.whereabouts import Spot, spots
from flows.record.order import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.compose import Core, Full
    from flows.document.lens import Lens
    from flows.record.facts import Announcement, Context, Origin, Question, Reaction, Source

    Row = Announcement | Reaction | Question | Context | Source
    Where = dict[str, tuple[Spot, ...]]


@dataclass(frozen=True, slots=True)
class Trail:
    """One row: its id, its line in the workbook, where it is printed."""

    id: str
    place: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class SheetTrails:
    """The printed rows of one sheet, under the name of its tab."""

    name: str
    trails: tuple[Trail, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The rows sheet by sheet, then those set aside with where they are listed."""

    heading: str
    intro: str
    sheets: tuple[SheetTrails, ...]
    empty: str | None
    bodies: str | None  # rows without an id: the sentence ends before the page of the method
    aside_heading: str
    asides: tuple[Trail, ...]
    future: Spot | None  # rows of a later day, which the limits name


def annex(lens: Lens, core: Core, rest: Full) -> Annex:
    """The annex to these two, as they are printed."""
    found, where = lens.findings, spots(lens, core, rest)
    questions = tuple(state.question for state in found.questions)
    rows = (found.announcements, found.reactions, questions, found.context, found.sources)
    sheets = tuple(_sheet(lens, sheet, where) for sheet in rows if sheet)
    return Annex(
        heading=lens.say("annex"),
        intro=lens.say("annex_intro"),
        sheets=sheets,
        empty=None if sheets else lens.say("annex_none"),
        bodies=_bodies(lens),
        aside_heading=lens.say("annex_aside"),
        asides=tuple(_asides(lens, rest)),
        future=Spot(lens.say("annex_future"), "limits-full-future") if rest.limits.future else None,
    )


def _sheet(lens: Lens, rows: Iterable[Row], where: Where) -> SheetTrails:
    """The rows by id; a demand's with the lines that say what came of it."""
    ordered = sorted(rows, key=lambda row: by_id(row.id))
    coded: dict[str, list[Origin]] = {}
    for response in lens.findings.responses:
        coded.setdefault(response.demand, []).append(response.origin)
    trails = (
        Trail(row.id, _place(lens, row.origin, coded.get(row.id)), where.get(row.id, ())) for row in ordered
    )
    return SheetTrails(ordered[0].origin.sheet, tuple(trails))


def _place(lens: Lens, origin: Origin, coded: list[Origin] | None) -> str:
    """The row's line; of a demand also the lines of the sheet of responses."""
    own = lens.say("annex_row", row=str(origin.row))
    if not coded:
        return own
    lines = ", ".join(str(one.row) for one in coded)
    said = lens.say("annex_rows", rows=lines) if len(coded) > 1 else lens.say("annex_row", row=lines)
    return lens.joined([own, f"{coded[0].sheet}, {said}"])


def _bodies(lens: Lens) -> str | None:
    profiles = lens.findings.profiles
    return lens.say("annex_bodies", sheet=profiles[0].origin.sheet) if profiles else None


def _asides(lens: Lens, rest: Full) -> Iterable[Trail]:
    """Each row set aside, whose id is told only where the limits tell it."""
    words = lens.say("full_limits")
    for one in (*rest.limits.resolve, *rest.limits.retired):
        yield Trail(one.id, one.place, (Spot(words, f"limits-full-{one.row}"),))
