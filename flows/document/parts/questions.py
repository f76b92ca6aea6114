"""Section 7: what is still unknown? Open questions with age, last check and staleness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import left_out
from flows.record.order import by_id

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line, Run
    from flows.record.findings import QuestionState


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, its age and check, what is known so far."""

    id: str
    words: tuple[Run, ...]
    state: str  # "open for 7 days, checked on 15 June 2020"
    stale: str | None
    answer: Line | None


@dataclass(frozen=True, slots=True)
class Questions:
    """Open questions, or the sentence that says there are none."""

    heading: str
    questions: tuple[Question, ...]
    empty: str | None
    more: str | None


def questions(lens: Lens, most: int, more_under: str | None) -> Questions:
    """The first `most` open questions: stale ones first, then the oldest."""
    still_open = [state for state in lens.findings.questions if state.status == "open"]
    ranked = sorted(still_open, key=lambda one: (not one.stale, -(one.age_days or 0), by_id(one.question.id)))
    shown = ranked[:most]
    return Questions(
        heading=lens.say("questions"),
        questions=tuple(question(lens, state, known=False) for state in shown),
        empty=None if shown else lacking_questions(lens),
        more=left_out.sentence(lens, len(ranked) - len(shown), more_under),
    )


def question(lens: Lens, state: QuestionState, *, known: bool) -> Question:
    """One question; with what is known so far when `known`."""
    asked = state.question
    return Question(
        id=asked.id,
        words=lens.text(asked.question),
        state=", ".join(_state(lens, state)),
        stale=lens.say("question_stale") if state.stale else None,
        answer=_answer(lens, state) if known else None,
    )


def _state(lens: Lens, state: QuestionState) -> list[str]:
    asked = state.question
    parts: list[str] = []
    if state.status != "open":
        return [lens.say("question_asked", on=lens.on(asked.asked_on))] if asked.asked_on else []
    if state.age_days is not None:
        age = lens.say("question_age", days=lens.count(state.age_days, "day"))
        parts.append(age if state.age_days else lens.say("question_new"))
    checked = state.checked_on
    parts.append(lens.say("question_checked", on=lens.on(checked)) if checked else lens.say("question_never"))
    return parts


def _answer(lens: Lens, state: QuestionState) -> Line | None:
    """The answer, once it is dated on or before the edition."""
    asked = state.question
    if state.status == "dropped":
        return lens.line("dropped", reason=lens.typed(asked.dropped_because or "–"))
    if asked.answer is None:
        return None
    if state.status == "answered" and asked.answered_on:
        return lens.line("answer", date=lens.day(asked.answered_on), answer=lens.text(asked.answer))
    return lens.line("answer_part", answer=lens.text(asked.answer))


def lacking_questions(lens: Lens) -> str:
    """Why there are no open questions: none open, or no sheet for them."""
    if "questions" in lens.findings.record.absent:
        return lens.say("questions_lacking")
    return lens.say("no_questions")
