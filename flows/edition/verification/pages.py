"""What the pages say of the rows, held against the record within: the words of cells, statuses, figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from flows.document.lens import Lens
from flows.document.parts.chronology import Entry, chronology
from flows.document.parts.commitments import Standing, commitments
from flows.document.parts.commitments_full import Block, commitments_full
from flows.document.parts.demands import MatrixRow, demands
from flows.document.parts.demands_full import Asked, demands_full
from flows.document.parts.questions import Question, questions
from flows.document.parts.questions_full import questions_full
from flows.document.parts.reactions_full import Statement, reactions_full
from flows.document.proof import complete
from flows.document.values import Line, Run
from flows.edition.verification.verdict import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.document.rebuild import Printed
    from flows.document.render import Rendered
    from flows.edition.verification.claims import Told

    Said = Mapping[tuple[type, str], set[tuple[object, ...]]]
    """By what is told of a row and the row's id, the ways in which it is told."""

ALL = 10_000  # rows of the core, which prints as many as fit
TELLS: dict[type, tuple[str, ...]] = {
    Asked: ("title", "when", "words", "outcome"),
    Block: ("title", "when", "summary", "status"),
    Entry: ("who", "act", "words"),
    MatrixRow: ("words",),
    Question: ("words",),
    Standing: ("organisation", "kind", "status"),
    Statement: ("actor", "when", "summary"),
}
"""Whatever tells of one row by its id, and those of its fields that follow from the record alone."""


def of_pages(told: Told, printed: Printed, drawn: Rendered) -> Iterator[Place]:
    """What the pages claim and the record does not, and what of the record they lack."""
    yield from of_rows(told, printed)
    language, order = printed.furniture.language, printed.full.order if printed.full else None
    for one in complete.unsaid(drawn, told.findings, language, order):
        yield Place("cell_unprinted", {"id": one.id, "column": one.column, "word": one.word})


def of_rows(told: Told, printed: Printed) -> Iterator[Place]:
    """What the pages are to say, row by row and in sum, and the record does not."""
    lens = Lens(told.findings, printed.furniture.language)
    yield from _rows(told, printed, lens)
    yield from _figures(told, printed, lens)


def _rows(told: Told, printed: Printed, lens: Lens) -> Iterator[Place]:
    """The rows of which the pages say something else, and rows that the record does not know."""
    timed = any(row.terms.term for row in told.findings.announcements)  # else no status is told at all
    follows, unsettled = _said(_composed(lens), timed=timed), {row for _, row, _ in told.unsettled}
    for key, ways in _said((printed.core, printed.full), timed=timed).items():
        kind, row = key
        expected = sorted(follows.get(key, ()), key=str)
        if row in unsettled:
            continue
        for way in sorted(ways - set(expected), key=str) if expected else ():
            yield _otherwise(kind, row, way, expected[0])
        if not expected and row not in told.ids:
            yield Place("row_unknown", {"id": row})


def _composed(lens: Lens) -> tuple[object, ...]:
    """All that is told of rows one by one, as it follows from the record."""
    core = (commitments(lens, ALL, None, bars=False), demands(lens, ALL, None), questions(lens, ALL, None))
    full = (commitments_full, demands_full, questions_full, reactions_full, chronology)
    return (*core, *(compose(lens) for compose in full))


def _said(value: object, *, timed: bool) -> Said:
    found: defaultdict[tuple[type, str], set[tuple[object, ...]]] = defaultdict(set)
    for one in _telling(value):
        names = (name for name in TELLS[type(one)] if timed or name != "status")
        found[type(one), one.id].add(tuple(getattr(one, name) for name in names))
    return found


def _telling(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any value of a page
    """Whatever tells of one row, wherever it stands."""
    if type(value) in TELLS:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _telling(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _telling(getattr(value, field.name))


def _otherwise(kind: type, row: str, way: tuple[object, ...], other: tuple[object, ...]) -> Place:
    """The first thing said otherwise of a row."""
    name, found, follows = next(
        each for each in zip(TELLS[kind], way, other, strict=False) if each[1] != each[2]
    )
    told = {"id": row, "found": _words(found), "follows": _words(follows)}
    return Place(f"{name}_printed" if name in {"status", "outcome"} else "words_printed", told)


def _words(value: object) -> str:
    if isinstance(value, Line):
        return value.words
    if isinstance(value, tuple):
        return "".join(run.words for run in value if isinstance(run, Run))
    return str(value or "")


def _figures(told: Told, printed: Printed, lens: Lens) -> Iterator[Place]:
    """The figures under the title that are not the record's; one without a place in the workbook may lack."""
    counts = told.plain["counts"]
    nouns = {"commitment": "commitments", "demand": "demands", "question": "open_questions"}
    follows = [lens.count(counts[name], noun) for noun, name in nouns.items()]
    if not set(filter(None, printed.masthead.counts.split(", "))) <= set(follows):
        yield Place("figures_printed", {"found": printed.masthead.counts, "follows": ", ".join(follows)})
