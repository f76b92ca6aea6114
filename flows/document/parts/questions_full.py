"""Section 7, full extent: every question with what is known so far, then the settled ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import sections
from flows.document.parts.questions import Question, lacking_questions, question
from flows.record.order import by_id

if TYPE_CHECKING:
    from flows.document.lens import Lens


@dataclass(frozen=True, slots=True)
class QuestionsFull:
    """Open questions by id, then answered and dropped ones."""

    heading: str
    open: tuple[Question, ...]
    empty: str | None
    settled_heading: str
    settled: tuple[Question, ...]


def questions_full(lens: Lens) -> QuestionsFull:
    """Every question on the date."""
    states = sorted(lens.findings.questions, key=lambda state: by_id(state.question.id))
    still_open = tuple(question(lens, one, known=True) for one in states if one.status == "open")
    settled = tuple(question(lens, one, known=True) for one in states if one.status != "open")
    return QuestionsFull(
        heading=sections.heading(lens, "questions"),
        open=still_open,
        empty=None if still_open else lacking_questions(lens),
        settled_heading=lens.say("full_settled"),
        settled=settled,
    )
