"""Where each row is printed: the anchors of the passages that name it, by the words for their section."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.document.compose import Core, Full
    from flows.document.lens import Lens

    Named = tuple[str, Iterable[str], str]  # the words for a section, ids of rows named there, the anchor


@dataclass(frozen=True, slots=True)
class Spot:
    """One place on a page: the words for its section, and the anchor a link leads to."""

    words: str
    anchor: str


def spots(lens: Lens, core: Core, rest: Full) -> dict[str, tuple[Spot, ...]]:
    """Each row's places by its id, in the order of the pages: of several in one section the first."""
    places: defaultdict[str, dict[str, Spot]] = defaultdict(dict)
    for part in (_of_core(core), _of_changes(rest), _of_statements(rest), _of_lists(rest)):
        for words, ids, anchor in part:
            for row in ids:
                places[row].setdefault(words, Spot(lens.say(words), anchor))
    return {row: tuple(found.values()) for row, found in places.items()}


def _of_core(core: Core) -> Iterator[Named]:
    for number, point in enumerate(core.key_points.points, 1):
        yield "key_points", point.line.refs, f"key-point-{number}"
    for number, deadline in enumerate(core.deadlines.rows, 1):
        yield "deadlines", deadline.refs, f"deadline-{number}"
    for standing in core.commitments.rows:
        yield "commitments", (standing.id,), f"commitments-{standing.id}"
    for row in (row for asking in core.demands.statements for row in asking.rows if row.anchor):
        yield "demands", (row.id,), f"demands-{row.id}"
    for number, stance in enumerate(core.reactions.stances, 1):
        yield "reactions", stance.ids, f"positions-{number}"
    for question in core.questions.questions:
        yield "questions", (question.id,), f"questions-{question.id}"


def _of_changes(rest: Full) -> Iterator[Named]:
    for row in (row for group in rest.changes.groups for row in group.rows if row.ref):
        yield "full_changed", (row.id,), row.anchor


def _of_statements(rest: Full) -> Iterator[Named]:
    for number, block in enumerate(rest.commitments.blocks, 1):
        yield "full_commitments", block.refs, f"commitment-{number}"
    for number, block in enumerate(rest.commitments.one_off, 1):
        yield "full_one_off", block.refs, f"one-off-{number}"
    yield from _of_matrix(rest)
    for number, asked in enumerate(rest.demands.demands, 1):
        yield "full_demands", (asked.id,), f"demand-{number}"
    for statement in (one for side in rest.reactions.sides for one in side.statements):
        yield "full_reactions", statement.family, f"reactions-full-{statement.id}"
    for question in (*rest.questions.open, *rest.questions.settled):
        yield "full_questions", (question.id,), f"questions-full-{question.id}"


def _of_matrix(rest: Full) -> Iterator[Named]:
    for number, table in enumerate(rest.matrix.tables, 1):
        for row in (row for asking in table.statements for row in asking.rows):
            yield "full_matrix", (row.id,), f"matrix-{number}-{row.id}"
    for line in (line for apart in rest.matrix.apart for line in apart.demands):
        yield "full_matrix", line.refs[:1], f"apart-{line.refs[0]}"


def _of_lists(rest: Full) -> Iterator[Named]:
    for number, doubt in enumerate(rest.limits.doubts, 1):
        yield "full_limits", doubt.refs, f"doubt-{number}"
    for event in rest.background.events:
        yield "background", (event.id,), f"background-{event.id}"
    for entry in (one for day in rest.chronology.days for pair in day.rows for one in pair if one):
        yield "chronology", (entry.id,), f"chronology-{entry.id}"
    listed = [row.id for row in rest.sources.rows] + [one.id for one in rest.sources.publications]
    yield from (("sources", (one,), one) for one in listed)
