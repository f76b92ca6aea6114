"""Contents of the full extent: where each of its sections begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.sections import SECTIONS, heading, shown

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


def contents(lens: Lens) -> Contents:
    """The contents in this language."""
    listed = (Section(SECTIONS[name][0], heading(lens, name)) for name in shown(lens))
    return Contents(
        lens.say("contents"), (*listed, Section("annex", lens.say("annex"), lens.say("contents_annex")))
    )
