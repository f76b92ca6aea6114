"""Of whom no reaction was found, and whom nobody searched (R8), as the page tells it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document.lens import Lens
from flows.document.parts.silences import MOST_IN_SHORT, MOST_NAMED, in_short, silences
from flows.record import findings
from tests.books import add, cleaned, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document.parts.silences import Silences
    from flows.record.findings import Findings

SEARCHED, NEVER = "2020-05-20", None  # before the act of 10 June, or not at all


def told(path: Path, unsearched: int, language: str = "en") -> Silences:
    """The page's silence of 15 June 2020, with so many more followed whom nobody searched since the act."""
    book = sound()
    for number in range(unsearched):
        searched = SEARCHED if number % 2 else NEVER
        add(book, "Organisations", name=f"Org {number}", watch="yes", last_searched_on=searched)
    found = findings.compute(cleaned(path, book).record, as_of=date(2020, 6, 15))
    return silences(Lens(found, language))


def test_a_few_nobody_searched_are_named_in_their_row(tmp_path: Path) -> None:
    part = told(tmp_path, MOST_NAMED)
    assert part.rows[0].unsearched == "5 of 6 followed: Org 0, Org 1, Org 2, Org 3 and Org 4"
    assert part.last_searches is None


@pytest.mark.parametrize(
    ("language", "row", "foot"),
    [
        (
            "en",
            "6 of 7 followed",
            "Last search on record: Org 1, Org 3 and Org 5 (20 May 2020); Org 0, Org 2 and Org 4 (none).",
        ),
        (
            "fr",
            "6 sur 7 suivies",
            "Dernière recherche consignée : Org 1, Org 3 et Org 5 (20 mai 2020) ; Org 0, Org 2 et Org 4 "
            "(aucune).",
        ),
    ],
)
def test_of_many_nobody_searched_the_row_gives_the_number_and_the_foot_each_name(
    tmp_path: Path, language: str, row: str, foot: str
) -> None:
    part = told(tmp_path, MOST_NAMED + 1, language)
    assert part.rows[0].unsearched == row
    assert plain(part.last_searches) == foot


def test_one_organisation_followed_is_said_in_the_singular(tmp_path: Path) -> None:
    book = put(sound(), "Organisations", 4, "watch", "no")
    add(book, "Organisations", name="Org", watch="yes", last_searched_on="2020-06-15")
    found = findings.compute(cleaned(tmp_path, book).record, as_of=date(2020, 6, 15))
    (row, *_) = silences(Lens(found, "fr")).rows
    assert plain(row.silent) == "1 sur 1 suivie : Org (recherche faite le 15 juin 2020)"


def plain(words: str | None) -> str:
    """The words with every narrow or fixed space as a plain one."""
    return " ".join((words or "").split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Amazon, moratorium: 0 of 3 followed, 2 of 3 not searched since"),
        ("fr", "Amazon, moratoire : 0 sur 3 suivies, 2 sur 3 sans recherche depuis"),
    ],
)
def test_the_core_gives_the_numbers_with_what_they_are_of(tmp_path: Path, language: str, said: str) -> None:
    lines = in_short(Lens(followed(tmp_path), language))
    assert 0 < len(lines) <= MOST_IN_SHORT
    assert {line.refs: re.sub(r"\s", " ", line.words) for line in lines}[("A001",)] == said


def followed(path: Path) -> Findings:
    """The sound record on 15 June 2020, with two more followed whom nobody searched since the act."""
    book = sound()
    for number in range(2):
        add(book, "Organisations", name=f"Org {number}", watch="yes", last_searched_on=SEARCHED)
    return findings.compute(cleaned(path, book).record, as_of=date(2020, 6, 15))
