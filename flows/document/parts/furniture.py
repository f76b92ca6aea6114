"""What frames the page: title, language, running head and foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.parts.look import Look, foot, look
from flows.document.wording import sentences

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.parts.masthead import Edition


@dataclass(frozen=True, slots=True)
class Furniture:
    """Everything around the text; `created` is the edition's date, never the clock."""

    language: str
    title: str
    running: str
    foot: str
    page_of: str
    draft_mark: str | None
    colon: str
    semicolon: str
    marks: tuple[str, str]  # that open and close a quote
    created: str
    look: Look


def furniture(lens: Lens, edition: Edition) -> Furniture:
    """The frame of this edition."""
    found = lens.findings
    title = lens.setting("title") or lens.say("title")
    situation = lens.say("situation", date=lens.day(found.as_of))
    return Furniture(
        language=lens.language,
        title=f"{title} – {situation}",
        running=f"{lens.say('edition_number', number=str(edition.number))} · {situation}",
        foot=foot(lens),
        page_of=lens.say("page_of"),
        draft_mark=lens.say("draft_mark") if found.release == "draft" else None,
        colon=sentences.COLON[lens.language],
        semicolon=sentences.SEMICOLON[lens.language],
        marks=sentences.MARKS[lens.language],
        created=found.as_of.isoformat(),
        look=look(lens),
    )
