"""How much the two core pages hold: worked out from the heights of their parts, so that one layout suffices.

Page one carries masthead, key points, deadlines and commitments; page two demands, positions, questions and
limits. `render` holds the result against the layout, and asks again with more room to spare where a page
overflowed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from flows.document.fitting import heights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from flows.document.compose import Core
    from flows.document.parts.commitments import Commitments
    from flows.document.parts.demands import Demands
    from flows.document.parts.masthead import Masthead

PAGE_ONE, PAGE_TWO = 260.0, 254.0  # between the margins, less what the estimate may be wrong by


@dataclass(frozen=True, slots=True)
class Budget:
    """How many rows of each part the core prints; what is left out is counted and stands further on."""

    changes: int = 3
    named: int = 4  # of the changes of a heading where none is told one by one
    deadlines: int = 5
    commitments: int = 12
    bars: bool = True  # the commitments are drawn, not only told
    demands: int = 14
    actors: int = 6
    questions: int = 8


MOST = Budget()
FEWEST_DEADLINES = 2
FEWEST_CHANGES = 1
QUESTIONS_FIRST = 3  # questions that have their place before further demands
ACTORS = (6, 4, 3, 2)  # names beside a position, from the most to the fewest
ENOUGH_COMMITMENTS, ENOUGH_DEMANDS = 3, 5  # so many keep their place before deadlines, before names
FEWEST_BARS = 2  # one bar alone says nothing that its row does not


@dataclass(frozen=True, slots=True)
class Cuts:
    """What composes the core for a budget, and two parts of it alone, cut to so many rows.

    Which rows a part shows, and how wide its columns are, hangs on how many it may show.
    """

    core: Callable[[Budget], Core]
    commitments: Callable[[int, bool], Commitments]
    demands: Callable[[int], Demands]
    marks: Mapping[str, str]


def budget(masthead: Masthead, cuts: Cuts, slack: float) -> Budget:
    """The largest budget whose pages keep `slack` millimetres free."""
    return _page_two(cuts, PAGE_TWO - slack, _page_one(masthead, cuts, PAGE_ONE - slack))


def _page_one(masthead: Masthead, cuts: Cuts, page: float) -> Budget:
    """How many changes, deadlines and commitments fit; the first two give way before the last rows do.

    The bars give way where fewer than two of them would fit. The last change told one by one gives way only
    where no commitment would fit: it is named among those counted, and where even that is too much, counted
    alone.
    """
    drawn = _best(masthead, cuts, page, _tables(cuts, page, bars=True))
    if drawn.commitments >= FEWEST_BARS:
        return drawn
    tables = _tables(cuts, page, bars=False)
    best = replace(_best(masthead, cuts, page, tables), bars=False)
    if best.commitments:
        return best
    for named in (MOST.named, 0):
        bare = replace(best, changes=0, deadlines=FEWEST_DEADLINES, named=named)
        found = _with_commitments(bare, page - heights.page_one(masthead, cuts.core(bare)), tables)
        if found.commitments:
            return found
    return replace(bare, commitments=1)


def _tables(cuts: Cuts, page: float, *, bars: bool) -> list[float]:
    """The heights of one commitment, of two, ... up to the last that the page has room for."""
    tables: list[float] = []
    for most in range(1, MOST.commitments + 1):
        part = cuts.commitments(most, bars)
        tables.append(heights.standings(part, cuts.marks))
        if tables[-1] > page:
            break
        if len(part.rows) < most:  # no more there are
            return tables + tables[-1:] * (MOST.commitments - most)
    return tables


def _best(masthead: Masthead, cuts: Cuts, page: float, tables: list[float]) -> Budget:
    """With enough commitments where that can be, else with the most."""
    fitting: list[Budget] = []
    for chosen in _giving_way():
        fitting.append(
            _with_commitments(chosen, page - heights.page_one(masthead, cuts.core(chosen)), tables)
        )
        if fitting[-1].commitments >= ENOUGH_COMMITMENTS:
            break
    return max(fitting, key=lambda one: min(one.commitments, ENOUGH_COMMITMENTS))


def _with_commitments(chosen: Budget, free: float, tables: list[float]) -> Budget:
    """With as many commitments as fit the room; `tables` are the heights of one, of two, ..."""
    fits = (most for most, tall in enumerate(tables, 1) if tall <= free)
    return replace(chosen, commitments=max(fits, default=0))


def _giving_way() -> Iterator[Budget]:
    """From the most changes and deadlines to the fewest; deadlines first."""
    for changes in range(MOST.changes, FEWEST_CHANGES - 1, -1):
        for deadlines in range(MOST.deadlines, FEWEST_DEADLINES - 1, -1):
            yield replace(MOST, changes=changes, deadlines=deadlines)


def _page_two(cuts: Cuts, page: float, chosen: Budget) -> Budget:
    """How many demands and questions fit; names beside the positions give way before demands do."""
    for actors in ACTORS:
        core = cuts.core(replace(MOST, actors=actors))
        demands, questions = _page_two_rows(core, cuts, page - heights.page_two(core))
        chosen = replace(chosen, actors=actors, demands=demands, questions=questions)
        if demands >= ENOUGH_DEMANDS:
            break
    return chosen


def _page_two_rows(core: Core, cuts: Cuts, room: float) -> tuple[int, int]:
    """How many demands and how many questions fit the room; a few questions have their place first."""
    questions = [heights.question(one, cuts.marks) for one in core.questions.questions]
    spare = room - sum(questions[:QUESTIONS_FIRST])
    tables = ((most, heights.matrix(cuts.demands(most), cuts.marks)) for most in range(MOST.demands, 1, -1))
    demands = next((most for most, height in tables if height <= spare), 1)
    left = room - heights.matrix(cuts.demands(demands), cuts.marks)
    return demands, max(1, _fitting(questions, left))


def least(budgets: Sequence[Budget]) -> Budget:
    """The smallest number of each part's rows."""
    return Budget(*(min(getattr(one, part.name) for one in budgets) for part in fields(Budget)))


def _fitting(rows: Iterable[float], room: float) -> int:
    """How many of the rows, whose heights these are, fit the room."""
    count = 0
    for tall in rows:
        room -= tall
        if room < 0:
            break
        count += 1
    return count
