"""What only the edition for the screen shows: where to skip to, the other versions, every section by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import file
from flows.document.parts.contents import Section
from flows.document.wording import sentences

if TYPE_CHECKING:
    from flows.document.compose import Core, Full
    from flows.document.lens import Lens
    from flows.document.parts.masthead import Edition

CORE = ("key_points", "changes", "deadlines", "commitments", "demands", "reactions", "questions", "limits")
"""The sections of the core in their order, by the names that `Core` gives them."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another file of the same edition: its name, what the link says, in which language both are."""

    file: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Screen:
    """What a browser needs around the text."""

    skip: str
    forms: str
    pdf: Beside
    others: tuple[Beside, ...]  # the same page in the other languages
    heading: str
    core: tuple[Section, ...]
    full: tuple[Section, ...]
    pages: str  # what page numbers mean where there are no pages


def screen(lens: Lens, edition: Edition, core: Core, rest: Full | None) -> Screen:
    """What goes around this edition on the screen."""
    return Screen(
        skip=lens.say("screen_skip"),
        forms=lens.say("screen_forms"),
        pdf=Beside(file(lens.language, "pdf"), lens.say("screen_pdf"), lens.language),
        others=tuple(_other(one) for one in edition.languages if one != lens.language),
        heading=lens.say("contents"),
        core=tuple(Section(name.replace("_", "-"), getattr(core, name).heading) for name in CORE),
        full=rest.contents.sections if rest else (),
        pages=lens.say("screen_pages"),
    )


def _other(language: str) -> Beside:
    """The same page in that language, in that language's own words."""
    return Beside(file(language, "html"), sentences.say("screen_here", language), language)
