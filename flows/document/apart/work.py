"""What is drawn, as plain values that may pass into another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import compose

if TYPE_CHECKING:
    from flows.document import Extent
    from flows.document.parts.masthead import Logo
    from flows.record.editions import Changes
    from flows.record.facts import Grid
    from flows.record.findings import Findings

NONE_FREE = 0.0  # millimetres of the core: what is composed before it has ever been laid out


@dataclass(frozen=True, slots=True)
class Ways:
    """How a long document is drawn, which shows nowhere in it."""

    hands: int | None = 1  # that draw its chapters; None for as many as there are processors
    kept: str | None = None  # the folder of those drawn before


@dataclass(frozen=True, slots=True)
class Work:
    """One document to be drawn in one language, and how it is composed."""

    findings: Findings
    language: str
    edition: compose.Edition
    extent: Extent = "full"
    problems: int = 0
    changes: Changes | None = None
    first: compose.Briefing | None = None  # as composed already with nothing kept free
    slack: float = NONE_FREE  # millimetres of each core page to keep free at least
    ways: Ways = Ways()
    grids: tuple[Grid, ...] | None = None  # where the record's cells stand, for a trace from pages to them

    def composed(self, free: float) -> compose.Briefing:
        """What is printed where so many millimetres of each core page are kept free."""
        if self.first is None:
            return compose.briefing(
                self.findings,
                self.language,
                edition=self.edition,
                extent=self.extent,
                problems=self.problems,
                changes=self.changes,
                slack=free,
            )
        if free == NONE_FREE:
            return self.first
        return compose.roomier(
            self.first,
            self.findings,
            self.language,
            edition=self.edition,
            changes=self.changes,
            slack=free,
        )


@dataclass(frozen=True, slots=True)
class Trial:
    """A logo that is drawn by itself, before any page is, to see whether it can be."""

    logo: Logo
