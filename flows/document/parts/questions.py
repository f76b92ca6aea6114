"""Section 7: what is still unknown? Open questions with age, last check and staleness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import left_out
from flows.document.extras import extras
from flows.record.order import by_id

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line, Run
    from flows.record.facts import Citation
    from flows.record.findings import QuestionState


UNFINISHED = {"answered": "question_unanswered", "dropped": "question_unreasoned"}
"""What is said of a question that stays open although somebody marked it as settled."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, its age and check, what is known so far."""

    id: str
    words: tuple[Run, ...]
    state: str  # "open for 7 days, checked on 15 June 2020"
    stale: str | None
    answer: Line | None
    extras: tuple[Line, ...]  # in the full extent


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
        state=", ".join([*_state(lens, state), *(_followed(lens, state) if known else ())]),
        stale=lens.say("question_stale") if state.stale else None,
        answer=_answer(lens, state) if known else None,
        extras=extras(lens, asked) if known else (),
    )


def _state(lens: Lens, state: QuestionState) -> list[str]:
    asked = state.question
    parts: list[str] = []
    if state.status != "open":
        return [lens.say("question_asked", on=lens.on(asked.asked_on))] if asked.asked_on else []
    if state.age_days is not None:
        age = lens.say("question_age", days=lens.count(state.age_days, "day"))
        parts.append(age if state.age_days else lens.say("question_new"))
    checked, found = asked.last_checked_on, asked.answered_on
    if (
        found is not None and found == state.checked_on != checked
    ):  # no look of its own: it came with an answer
        parts.append(lens.say("question_found", of=lens.on(found, "of")))
    if checked is not None or state.checked_on is None:
        parts.append(
            lens.say("question_checked", on=lens.on(checked)) if checked else lens.say("question_never")
        )
    return parts


def _followed(lens: Lens, state: QuestionState) -> list[str]:
    """Who follows an open question; and what keeps one open that somebody marked as settled."""
    asked = state.question
    if state.status != "open":
        return []
    parts = [lens.say(UNFINISHED[asked.status])] if asked.status in UNFINISHED else []
    if asked.owner:
        parts.append(lens.say("question_owner", owner=asked.owner))
    elif any(one.question.owner for one in lens.findings.questions):
        parts.append(lens.say("question_nobody"))
    return parts


def _answer(lens: Lens, state: QuestionState) -> Line | None:
    """The fate of a settled question, or what is known so far of an open one, with the sources of it."""
    asked = state.question
    on = lens.day(asked.answered_on) if asked.answered_on else lens.say("settled_undated")
    if state.status == "dropped":
        return lens.line("dropped", date=on, reason=lens.typed(asked.dropped_because or ""))
    if asked.answer is None:
        return None
    name = "answer" if state.status == "answered" else "answer_part"
    refs, others = _rests_on(lens, asked.answer_sources)
    return lens.line(name, refs, date=on, answer=lens.text(asked.answer), others=others)


def _rests_on(lens: Lens, cited: tuple[Citation, ...]) -> tuple[tuple[str, ...], str]:
    """Ids of the sources of an answer that are printed; the others in words, or that there is none."""
    refs = tuple(one.value for one in cited if one.kind == "id" and one.value in lens.sources)
    others = [one.value for one in cited if one.kind != "id"]
    if others:
        return refs, lens.say("answer_others", sources=lens.joined(others))
    return refs, "" if refs else lens.say("answer_unsourced")


def lacking_questions(lens: Lens) -> str:
    """Why there are no open questions: none open, or no sheet for them."""
    if "questions" in lens.findings.record.absent:
        return lens.say("questions_lacking")
    return lens.say("no_questions")
