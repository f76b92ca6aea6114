"""Findings to Briefing: frozen values, only what is printed, in the order of the model's section 2.1."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from flows.document import LANGUAGES, sections
from flows.document.fitting import fit
from flows.document.lens import Lens
from flows.document.parts.annex import Annex, annex
from flows.document.parts.attached import Attached, attached
from flows.document.parts.background import Background, background
from flows.document.parts.changes import Changed, changed
from flows.document.parts.changes_full import ChangesFull, changes_full
from flows.document.parts.chronology import Chronology, chronology
from flows.document.parts.commitments import Commitments, commitments
from flows.document.parts.commitments_full import CommitmentsFull, commitments_full
from flows.document.parts.contents import Contents, contents
from flows.document.parts.deadlines import Deadlines, deadlines
from flows.document.parts.demands import Demands, demands
from flows.document.parts.demands_full import DemandsFull, demands_full
from flows.document.parts.furniture import Furniture, furniture
from flows.document.parts.key_points import KeyPoints
from flows.document.parts.key_points import key_points as key_points_part
from flows.document.parts.limits import Limits, limits
from flows.document.parts.limits_full import LimitsFull, limits_full
from flows.document.parts.look import SHORTER, paper
from flows.document.parts.masthead import Edition, Logo, Masthead, Replaced, masthead
from flows.document.parts.matrix import Matrix, whole_matrix
from flows.document.parts.method import Method, method
from flows.document.parts.questions import Questions, questions
from flows.document.parts.questions_full import QuestionsFull, questions_full
from flows.document.parts.reactions import Reactions, reactions
from flows.document.parts.reactions_full import ReactionsFull, reactions_full
from flows.document.parts.screen import Screen, screen
from flows.document.parts.sources import Sources, sources
from flows.document.values import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flows.document import Extent
    from flows.record.editions import Changes
    from flows.record.findings import Findings


@dataclass(frozen=True, slots=True)
class Core:
    """The two pages that stand alone."""

    key_points: KeyPoints
    changes: Changed
    deadlines: Deadlines
    commitments: Commitments
    demands: Demands
    reactions: Reactions
    questions: Questions
    limits: Limits
    marks: Mapping[str, str]  # the word beside each bar in the margin
    aside: Mapping[str, str]  # what stands for the id of a row that is not printed


@dataclass(frozen=True, slots=True)
class Full:
    """What follows the core in the full extent; a section the team hides is None."""

    order: tuple[str, ...]  # of the sections printed, by their names here
    contents: Contents
    changes: ChangesFull | None
    commitments: CommitmentsFull | None
    matrix: Matrix | None
    demands: DemandsFull | None
    reactions: ReactionsFull | None
    questions: QuestionsFull | None
    limits: LimitsFull
    background: Background | None
    chronology: Chronology | None
    sources: Sources
    method: Method


@dataclass(frozen=True, slots=True)
class Briefing:
    """One document in one language: everything on the page and nothing else."""

    furniture: Furniture
    masthead: Masthead
    core: Core
    full: Full | None
    annex: Annex | None  # of the full extent: where all the rest stands; `render` fills in the pages
    screen: Screen
    anchors: frozenset[str]  # ids with an entry in the source list: what may be linked to
    attached: tuple[Attached, ...]  # the data inside the document


def briefing(  # noqa: PLR0913 - what a caller may choose, each by name
    findings: Findings,
    language: str,
    *,
    edition: Edition,
    extent: Extent = "full",
    problems: int = 0,
    changes: Changes | None = None,
    slack: float = 0.0,
) -> Briefing:
    """The briefing in one language; `problems` is how many the check of the record found.

    `slack` keeps so many millimetres of each core page free: asked for when a layout overflowed.
    """
    lens = Lens(findings, language, changes)
    full = extent == "full"
    core = _core(lens, _budget(lens, edition, slack, full=full), full=full)
    rest = _full(lens, edition, problems) if full else None
    return Briefing(
        furniture=furniture(lens, edition),
        masthead=masthead(lens, edition),
        core=core,
        full=rest,
        annex=annex(lens, rest) if rest else None,
        screen=screen(lens, edition, core, rest),
        anchors=_anchors(rest),
        attached=attached(lens, problems),
    )


def roomier(  # noqa: PLR0913 - as above
    made: Briefing,
    findings: Findings,
    language: str,
    *,
    edition: Edition,
    changes: Changes | None = None,
    slack: float,
) -> Briefing:
    """The same briefing with so many millimetres of each core page kept free: only the core changes."""
    lens = Lens(findings, language, changes)
    full = made.full is not None
    core = _core(lens, _budget(lens, edition, slack, full=full), full=full)
    return replace(made, core=core, screen=screen(lens, edition, core, made.full))


def _budget(seen: Lens, edition: Edition, slack: float, *, full: bool) -> fit.Budget:
    """What fits the core in every language, so that each shows the same rows."""
    budgets = []
    for language in LANGUAGES:
        lens = Lens(seen.findings, language, seen.changes)
        cuts = fit.Cuts(
            partial(_core, lens, full=full),
            partial(_commitments, lens, full=full),
            partial(_demands, lens, full=full),
            lens.marks,
        )
        budgets.append(fit.budget(masthead(lens, edition), cuts, slack + SHORTER[paper(lens)]))
    return fit.least(budgets)


def _anchors(rest: Full | None) -> frozenset[str]:
    if rest is None:
        return frozenset()
    rows = {row.id for row in rest.sources.rows}
    return frozenset(rows | {one.id for one in rest.sources.publications})


def _core(lens: Lens, budget: fit.Budget, *, full: bool) -> Core:
    return Core(
        key_points=key_points_part(lens),
        changes=changed(lens, budget.changes, budget.named, sections.under(lens, "changes", full=full)),
        deadlines=deadlines(lens, budget.deadlines, sections.under(lens, "commitments", full=full)),
        commitments=_commitments(lens, budget.commitments, budget.bars, full=full),
        demands=_demands(lens, budget.demands, full=full),
        reactions=reactions(lens, budget.actors),
        questions=questions(lens, budget.questions, sections.under(lens, "questions", full=full)),
        limits=limits(lens),
        marks=lens.marks,
        aside=lens.aside,
    )


def _commitments(lens: Lens, most: int, bars: bool, *, full: bool) -> Commitments:  # noqa: FBT001 - from `fit`
    return commitments(lens, most, sections.under(lens, "commitments", full=full), bars=bars)


def _demands(lens: Lens, most: int, *, full: bool) -> Demands:
    return demands(lens, most, sections.under(lens, "demands", full=full))


PARTS: dict[str, Callable[[Lens], object]] = {
    "changes": changes_full,
    "commitments": commitments_full,
    "matrix": whole_matrix,
    "demands": demands_full,
    "reactions": reactions_full,
    "questions": questions_full,
    "limits": limits_full,
    "background": background,
    "chronology": chronology,
    "sources": sources,
}
"""What composes each section but the last, which counts what stands in the others."""


def _full(lens: Lens, edition: Edition, problems: int) -> Full:
    order = sections.shown(lens)
    parts: dict[str, Any] = {name: make(lens) if name in order else None for name, make in PARTS.items()}
    translated = marked(tuple(parts.values()))
    return Full(order, contents(lens), **parts, method=method(lens, edition, problems, translated))


def marked(value: object) -> int:
    """How many passages are printed in the other language with their mark."""
    if isinstance(value, Run):
        return int(value.language is not None)
    if isinstance(value, tuple):
        return sum(marked(item) for item in value)
    if is_dataclass(value):
        return sum(marked(getattr(value, field.name)) for field in fields(value))
    return 0


def key_points(made: Briefing) -> tuple[str, ...]:
    """The key points as plain sentences with their ids, or the sentence that says there are none."""
    points = made.core.key_points
    lines = [point.line.words + "".join(f" [{ref}]" for ref in point.line.refs) for point in points.points]
    return tuple(lines) or (points.empty or "",)


__all__ = ["Briefing", "Edition", "Logo", "Replaced", "briefing", "key_points"]
