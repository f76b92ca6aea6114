"""Questions in full: who follows each, when somebody last looked, and what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from flows.document.lens import Lens
from flows.document.parts import questions, questions_full
from flows.record.facts import Citation
from tests.document import shipped
from tests.record.rows import Cell, announced, found, question, source, text

pytestmark = pytest.mark.xdist_group("shipped")
A001 = announced("A001", "2020-06-10")
ANSWERED: dict[str, Cell] = {
    "status": "answered",
    "answer": text("Yes."),
    "answered_on": "2020-07-12",
    "answer_sources": (Citation("id", "S001"), Citation("url", "https://example.org/x")),
}


def page(language: str, *rows: Cell, as_of: str = "2020-09-15") -> questions_full.QuestionsFull:
    return questions_full.questions_full(Lens(found(A001, *rows, as_of=as_of), language))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "open for 97 days, checked on 1 July 2020, in charge: LM"),
        ("fr", "ouverte depuis 97 jours, vérifiée le 1er juillet 2020, suivie par LM"),
    ],
)
def test_an_open_question_has_its_age_its_last_check_and_who_follows_it(language: str, said: str) -> None:
    (one,) = page(language, question("Q001", owner="LM", last_checked_on="2020-07-01")).open
    assert (one.id, plain(one.state), one.stale) == ("Q001", said, None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "open for 97 days, partial answer of 12 July 2020, checked on 1 July 2020"),
        ("fr", "ouverte depuis 97 jours, réponse partielle du 12 juillet 2020, vérifiée le 1er juillet 2020"),
    ],
)
def test_the_day_of_a_partial_answer_is_not_passed_off_as_that_of_a_check(language: str, said: str) -> None:
    cells: dict[str, Cell] = {
        "answer": text("Partly."),
        "answered_on": "2020-07-12",
        "last_checked_on": "2020-07-01",
    }
    (one,) = page(language, question("Q001", **cells)).open
    assert plain(one.state) == said


def test_one_that_nobody_follows_says_so_where_others_are_followed() -> None:
    one, other = page("en", question("Q001", owner="LM"), question("Q002")).open
    assert (one.stale, other.stale) == ("to be checked again", "to be checked again")
    assert plain(other.state) == "open for 97 days, no check on record, nobody in charge"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Answer, 12 July 2020. Yes. (source: https://example.org/x)"),
        ("fr", "Réponse, 12 juillet 2020. Yes. [en] (source : https://example.org/x)"),
    ],
)
def test_an_answer_has_its_day_and_its_sources(language: str, said: str) -> None:
    (one,) = page(language, question("Q001", **ANSWERED), source("S001")).settled
    assert one.answer is not None
    assert (plain(one.answer.words), one.answer.refs) == (said, ("S001",))


def test_an_answer_without_a_source_or_a_day_says_so() -> None:
    (one,) = page("en", question("Q001", status="answered", answer=text("Yes."))).settled
    assert one.answer is not None
    assert one.answer.words == "Answer, day not recorded. Yes. (no source on record)"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Dropped, 12 July 2020. no longer of use"),
        ("fr", "Abandonnée, 12 juillet 2020. no longer of use [en]"),
    ],
)
def test_a_dropped_question_has_its_day_and_its_reason(language: str, said: str) -> None:
    row = question("Q001", status="dropped", dropped_because="no longer of use", answered_on="2020-07-12")
    (one,) = page(language, row).settled
    assert one.answer is not None
    assert plain(one.answer.words) == said


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("answered", "marked as answered, but no answer is on record"),
        ("dropped", "marked as dropped, but no reason is on record"),
    ],
)
def test_one_marked_as_settled_for_nothing_stays_among_the_open_and_says_why(status: str, said: str) -> None:
    whole = page("en", question("Q001", status=status))
    assert (len(whole.open), whole.settled) == (1, ())
    assert said in whole.open[0].state


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_of_the_record_is_on_the_full_page_with_its_follower(language: str) -> None:
    lens = Lens(shipped.found(date(2026, 11, 25)), language)
    whole = questions_full.questions_full(lens)
    assert len(whole.open) + len(whole.settled) == len(lens.findings.questions)
    followed = {"en": "in charge: ", "fr": "suivie par "}[language]
    assert all(followed in one.state for one in whole.open)
    assert all(one.answer is not None for one in whole.settled)


def test_the_core_leaves_out_who_follows_them() -> None:
    core = questions.questions(
        Lens(found(A001, question("Q001", owner="LM"), as_of="2020-09-15"), "en"), 9, None
    )
    assert "LM" not in core.questions[0].state
