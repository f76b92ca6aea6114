"""The core is two pages whatever the workbook holds: what has no room is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.document import compose, render
from flows.record import findings
from tests import books
from tests.document import shipped

if TYPE_CHECKING:
    from pathlib import Path

TERMS = ("fixed", "condition", "until_further_notice", "permanent", "unspecified")
EDITION = compose.Edition(number=1, workbook="many.xlsx", sha256="0" * 64)


def many(count: int) -> books.Book:
    """The sound workbook with so many commitments more: a fifth of them a term, a fifth a condition."""
    book = books.sound()
    for number in range(1, count + 1):
        term = TERMS[number % len(TERMS)]
        books.add(
            book,
            "Announcements",
            id=f"A{100 + number}",
            organisation=f"Company Number {number}",
            announced_on=f"2020-0{1 + number % 5}-{1 + number % 28:02d}",
            kind="moratorium",
            summary="Stops selling to the police",
            source="S001",
            term=term,
            duration=f"{1 + number % 18} months" if term == "fixed" else None,
            condition="until there is a law" if term == "condition" else None,
        )
    return book


@pytest.mark.parametrize("language", ["en", "fr"])
def test_many_commitments_leave_the_core_on_two_pages(tmp_path: Path, language: str) -> None:
    found = findings.compute(books.cleaned(tmp_path, many(60)).record, as_of=shipped.FOUNDING)
    made: list[compose.Briefing] = []

    def composed(slack: float) -> compose.Briefing:
        made.append(compose.briefing(found, language, edition=EDITION, extent="core", slack=slack))
        return made[-1]

    assert render.rendered(composed).pages == 2
    core = made[-1].core
    assert core.commitments.rows
    assert len(core.deadlines.rows) == 2  # they give way before the last commitments do
    assert core.commitments.more
    assert core.deadlines.more


def test_conditions_to_check_again_are_named_up_to_a_few_and_then_counted(tmp_path: Path) -> None:
    found = findings.compute(books.cleaned(tmp_path, many(60)).record, as_of=shipped.FOUNDING)
    unchecked = compose.briefing(found, "en", edition=EDITION).core.deadlines.unchecked
    assert unchecked is not None
    assert unchecked.words.count("no check on record") == 4
    assert unchecked.words.endswith("; and 8\u00a0others.")
