"""Contents of the full extent: where each of its sections begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.document.lens import Lens


@dataclass(frozen=True, slots=True)
class Section:
    """One line of the contents: where it leads and its words."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections after the core, in order."""

    heading: str
    sections: tuple[Section, ...]


SECTIONS = (
    ("changes-full", "full_changed"),
    ("commitments-full", "full_commitments"),
    ("matrix", "full_matrix"),
    ("demands-full", "full_demands"),
    ("reactions-full", "full_reactions"),
    ("questions-full", "full_questions"),
    ("limits-full", "full_limits"),
    ("background", "background"),
    ("chronology", "chronology"),
    ("sources", "sources"),
    ("method", "method"),
    ("annex", "annex"),
)


def contents(lens: Lens) -> Contents:
    """The contents in this language."""
    return Contents(lens.say("contents"), tuple(Section(anchor, lens.say(name)) for anchor, name in SECTIONS))
