"""What a team has settled of its check: for pages that tell it to the team, never for what goes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.record.facts import Day
    from flows.workbook.problems import Cell, Problem


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the sheet of decisions that counts. Its `repr` gives neither reason nor initials."""

    cell: Cell  # where it stands: its content's cell, or its rule's where nothing stands there
    rule: str  # as problems.json names it
    content: str  # tidied; "" where the cell it is about is blank
    row: str  # as typed; "" for wherever the content stands
    read_as: str  # tidied; "" where nothing is read otherwise than it stands
    reason: str = field(repr=False)
    by: str = field(repr=False)  # "" where nobody says who
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A complaint that a decision has taken out of the problems, as it would read without."""

    problem: Problem
    decision: Decision

    @property
    def cell(self) -> Cell:
        """Where the decision stands."""
        return self.decision.cell

    @property
    def reason(self) -> str:
        """Why it was decided so."""
        return self.decision.reason

    @property
    def by(self) -> str:
        """Who decided; "" where nobody says."""
        return self.decision.by

    @property
    def on(self) -> Day | None:
        """When; None where no day can be read."""
        return self.decision.on


@dataclass(frozen=True, slots=True)
class Unused:
    """A decision that meets nothing: what it is about was changed, put right, or is gone."""

    decision: Decision
    now: Problem | None = None  # the same complaint in its place, once the content has changed

    @property
    def cell(self) -> Cell:
        """Where the decision stands."""
        return self.decision.cell
