"""What changed since the edition before, as a reader is told: counted by kind, each row by its own name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from flows.document import holds, listing
from flows.document.lens import Lens
from flows.document.parts.changes import changed
from flows.document.parts.changes_full import changes_full
from flows.record import changes
from flows.record.findings import compute
from tests.record.editions import edition, kept
from tests.record.june import A001, A002, A005, R001, R001_1
from tests.record.rows import announced, body, book, question, responded, source, text

if TYPE_CHECKING:
    from tests.record.rows import Cell

ASKED = question("Q001")
ROWS = (A001, A002, R001, R001_1, ASKED)


@cache
def since(language: str, *rows: Cell) -> Lens:
    """An edition of these rows a month after one of the first."""
    before = edition(*ROWS, as_of="2021-05-17")
    record = book(*rows)
    found = compute(record, as_of=date(2021, 6, 2), previous=before)
    return Lens(found, language, changes.compare(before, kept(record, "2021-06-02", before)))


def plain(words: object) -> str:
    return str(words).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def names(lens: Lens) -> dict[str, str]:
    """What each row that changed goes by, by its id."""
    rows = (row for group in changes_full(lens).groups for row in group.rows)
    return {row.id: plain("".join(run.words for run in row.who)) for row in rows}


CAME = (
    *ROWS[:-1],
    question("Q001", last_checked_on="2021-05-20"),
    A005,
    announced("A020", "2021-06-01", "Axon"),
    question("Q002", "2021-06-01"),
    source("S001", published_on="2021-06-01"),
    body("EFF", watch=True, watch_from="2021-06-01"),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "New: 2 announcements, 1 question. In our file only: "
            "1 check that found nothing new, 1 source added, 1 body newly followed.",
        ),
        (
            "fr",
            "Nouveautés : 2 annonces, 1 question. Dans notre dossier seulement : "
            "1 vérification sans changement, 1 source ajoutée, 1 organisme désormais suivi.",
        ),
    ],
)
def test_what_happened_is_counted_apart_from_what_only_our_file_holds(language: str, said: str) -> None:
    lens = since(language, *CAME)
    assert plain(changed(lens, 3, 4, None).counts) == said
    assert plain(changes_full(lens).counts) == said


MENDED = (replace(A001, summary=text("Halts it.")), replace(A002, retired="no act"), R001, ASKED)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Corrected by us: 1 announcement. Taken out of the record by us: 1 announcement. "
            "Missing without having been retired: 1 row.",
        ),
        (
            "fr",
            "Rectifié par nous : 1 annonce. Retiré du dossier par nous : 1 annonce. "
            "Disparu sans avoir été retiré : 1 ligne.",
        ),
    ],
)
def test_what_we_mended_took_out_or_lost_is_counted_each_apart(language: str, said: str) -> None:
    lens = since(language, *MENDED)
    assert said in plain(changes_full(lens).counts)
    brief = said.replace(": 1 announcement", ": 1").replace(": 1 row", ": 1")
    brief = brief.replace(" : 1 annonce", " : 1").replace(" : 1 ligne", " : 1")
    assert brief in plain(changed(lens, 3, 4, None).counts)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Corrected by us: Amazon [A001]. Taken out of the record by us: IBM [A002]. "
            "Missing without having been retired: R001.1.",
        ),
        (
            "fr",
            "Rectifié par nous : Amazon [A001]. Retiré du dossier par nous : IBM [A002]. "
            "Disparu sans avoir été retiré : R001.1.",
        ),
    ],
)
def test_what_no_longer_holds_is_named_where_the_core_has_no_room_to_tell_it(
    language: str, said: str
) -> None:
    assert said in plain(changed(since(language, *MENDED), 0, 4, None).counts)


def test_where_even_names_have_no_room_there_are_numbers() -> None:
    said = plain(changed(since("en", *MENDED), 0, 0, None).counts)
    assert "Corrected by us: 1. Taken out of the record by us: 1." in said


def test_where_many_rows_were_mended_the_core_gives_their_number() -> None:
    many = [announced(f"A{number:03}", "2020-07-01", "Axon") for number in range(20, 26)]
    before = edition(*many, as_of="2021-05-17")
    record = book(*(replace(row, summary=text("Otherwise.")) for row in many))
    found = compute(record, as_of=date(2021, 6, 2), previous=before)
    lens = Lens(found, "en", changes.compare(before, kept(record, "2021-06-02", before)))
    assert plain(changed(lens, 0, 4, None).counts) == "Corrected by us: 6."


ANSWERED = (
    responded("R001.1", "Amazon", "2020-06-15", "none_found", checked_on="2020-06-15"),
    responded("R001.1", "IBM", "2020-06-16", "none_found", checked_on="2020-06-16"),
)
CODED_SINCE = (
    responded("R001.1", "Amazon", "2021-05-20", "answered", evidence=("A005",), checked_on="2021-05-20"),
    responded("R001.1", "IBM", "2021-05-21", "refused", evidence=("A005",), checked_on="2021-05-21"),
)


def answers(language: str, *later: Cell) -> list[str]:
    """What is told of the answers to a demand, of which two were there before."""
    rows = (A001, A002, R001, R001_1)
    before = edition(*rows, *ANSWERED, as_of="2021-05-17")
    record = book(*rows, A005, *later)
    found = compute(record, as_of=date(2021, 6, 2), previous=before)
    lens = Lens(found, language, changes.compare(before, kept(record, "2021-06-02", before)))
    rows_told = (row for group in changes_full(lens).groups for row in group.rows if row.id == "R001.1")
    return [plain(row.lines[0].words) for row in rows_told]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Outcome as coded (Amazon, 20 May 2021): answered, no measurable step.",
                "Outcome as coded (IBM, 21 May 2021): refused.",
            ],
        ),
        (
            "fr",
            [
                "Suite codée (Amazon, 20 mai 2021) : réponse sans avancée mesurable.",
                "Suite codée (IBM, 21 mai 2021) : refusée.",
            ],
        ),
    ],
)
def test_each_answer_to_a_demand_is_told_with_whose_it_is_and_its_day(language: str, said: list[str]) -> None:
    assert answers(language, *ANSWERED, *CODED_SINCE) == said


def test_an_answer_put_right_is_told_with_its_day_for_a_demand_may_have_many() -> None:
    mended = replace(ANSWERED[0], outcome="refused", evidence=("A001",))
    assert answers("en", mended, *ANSWERED[1:]) == [
        "Outcome as coded (Amazon, 15 June 2020): was no answer found; is now refused."
    ]


def test_in_a_terminal_a_body_is_named_once() -> None:
    changed_since = since("en", *CAME).changes
    assert changed_since is not None
    said = [plain(line) for line in listing.lines(changed_since, "en")]
    assert "New: EFF. Reactions watched for since 1 June 2021." in said


def test_what_came_as_time_passed_is_counted_by_what_it_is() -> None:
    before = edition(A001, as_of="2021-05-17")
    found = compute(book(A001), as_of=date(2021, 6, 15), previous=before)
    lens = Lens(found, "en", changes.compare(before, kept(book(A001), "2021-06-15", before)))
    assert plain(changes_full(lens).counts) == "Changed by the passing of time: 1 status of a commitment."


def test_a_question_goes_by_its_own_words_in_the_language_of_the_page() -> None:
    answered = question("Q001", "2020-06-10", "answered", answer=text("No."), answered_on="2021-05-20")
    asked = replace(answered, question=replace(answered.question, twin="Qui ?", twin_language="fr"))
    rows = (*ROWS[:-1], asked)
    assert names(since("en", *rows))["Q001"] == "Who?"
    assert names(since("fr", *rows))["Q001"] == "Qui ?"


@pytest.mark.parametrize(
    ("language", "counted", "told"),
    [
        ("en", "New: 1 partial answer.", "Partial answer: “No.”."),
        ("fr", "Nouveautés : 1 réponse partielle.", "Réponse partielle : « No. » [en]."),
    ],
)
def test_what_is_known_of_a_question_still_open_is_a_partial_answer(
    language: str, counted: str, told: str
) -> None:
    known = question("Q001", "2020-06-10", answer=text("No."), answered_on="2021-05-20")
    lens = since(language, *ROWS[:-1], known)
    assert counted in plain(changes_full(lens).counts)
    (row,) = (row for group in changes_full(lens).groups for row in group.rows if row.id == "Q001")
    assert told in [plain(line.words) for line in row.lines]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "ACLU of Northern California, demand made to Amazon: "
            "we searched again on 20 May 2021; nothing new.",
        ),
        (
            "fr",
            "ACLU of Northern California, demande adressée à : Amazon. "
            "Nouvelle recherche de notre part le 20 mai 2021 : rien de nouveau.",
        ),
    ],
)
def test_a_search_that_found_the_same_is_told_as_ours(language: str, said: str) -> None:
    before = edition(A001, R001, R001_1, *ANSWERED, as_of="2021-05-17")
    again = responded("R001.1", "Amazon", "2021-05-20", "none_found", checked_on="2021-05-20")
    record = book(A001, R001, R001_1, *ANSWERED, again)
    found = compute(record, as_of=date(2021, 6, 2), previous=before)
    lens = Lens(found, language, changes.compare(before, kept(record, "2021-06-02", before)))
    assert [plain(line.words) for line in changes_full(lens).editorial] == [said]


def test_what_only_our_file_gained_stands_apart_from_what_is_new() -> None:
    groups = {group.name: {row.id for row in group.rows} for group in changes_full(since("en", *CAME)).groups}
    assert groups == {"New": {"A005", "A020", "Q002"}, "In our file only": {"S001", "EFF"}}


def test_a_new_question_is_not_said_twice() -> None:
    (group,) = (one for one in changes_full(since("en", *CAME)).groups if one.name == "New")
    (row,) = (one for one in group.rows if one.id == "Q002")
    assert [plain(line.words) for line in row.lines] == ["Asked on 1 June 2021."]


@pytest.mark.parametrize(
    ("language", "was"),
    [
        ("en", "IBM, withdrawal, 8 June 2020"),
        ("fr", "IBM, retrait, 8 juin 2020"),
    ],
)
def test_a_row_taken_out_carries_what_it_was(language: str, was: str) -> None:
    assert names(since(language, *MENDED))["A002"] == was


@pytest.mark.parametrize(
    ("language", "was"),
    [
        ("en", "R001.1 (ACLU of Northern California, demand, 10 June 2020)"),
        ("fr", "R001.1 (ACLU of Northern California, demande, 10 juin 2020)"),
    ],
)
def test_an_id_that_is_gone_carries_what_its_row_was_in_the_alarm_and_in_the_masthead(
    language: str, was: str
) -> None:
    lens = since(language, *MENDED)
    (alarm,) = changes_full(lens).alarm
    assert plain(alarm.words).startswith(was)
    assert was in plain(holds.because(lens).words)


def test_rows_the_core_has_no_room_for_are_counted_with_where_they_stand() -> None:
    part = changed(since("en", *MENDED), 1, 4, "What changed, in full")
    assert len(part.rows) == 1
    assert plain(part.more) == "1 more under “What changed, in full”."
    assert changed(since("en", *MENDED), 2, 4, "What changed, in full").more is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nothing under: Found late; By time; Corrected by us; Taken out of the record by us; Method."),
        (
            "fr",
            "Rien sous : Retrouvé ; Par l’effet du temps ; Rectifié par nous ; Retiré du dossier par nous ; "
            "Méthode.",
        ),
    ],
)
def test_headings_without_a_change_are_named(language: str, said: str) -> None:
    none = changes_full(since(language, *CAME)).none
    assert none is not None
    assert re.sub(r"\s", " ", none) == said
