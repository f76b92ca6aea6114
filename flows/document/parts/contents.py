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
    apart: str | None = None  # what stands for its page, where its pages are numbered by themselves


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
)


def contents(lens: Lens) -> Contents:
    """The contents in this language."""
    sections = (Section(anchor, lens.say(name)) for anchor, name in SECTIONS)
    return Contents(
        lens.say("contents"), (*sections, Section("annex", lens.say("annex"), lens.say("contents_annex")))
    )
