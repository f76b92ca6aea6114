"""Two sheets with their required columns still give a briefing, and it says what it lacks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document import compose, render
from flows.record import findings
from flows.workbook import clean, read
from tests import books
from tests.reading import squeezed, text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "en",
            ["Not in this workbook", "the column “term”", "the sheet “questions”", "end not stated"],
        ),
        (
            "fr",
            [
                "Absents de ce classeur",
                "la colonne « échéance »",
                "la feuille « questions »",
                "fin non précisée",
            ],
        ),
    ],
)
def test_a_minimal_workbook_says_what_it_lacks(tmp_path: Path, language: str, says: list[str]) -> None:
    book = read.cells(books.written(tmp_path / "two.xlsx", books.minimal(language)))
    cleaned = clean.record(book)
    found = findings.compute(cleaned.record, as_of=date(2020, 6, 15))
    edition = compose.Edition(number=1, workbook=book.name, sha256=book.sha256)
    made = render.rendered(lambda slack: compose.briefing(found, language, edition=edition, slack=slack))
    printed = squeezed(text(made.pdf))
    assert [words for words in says if squeezed(words) not in printed] == []
    assert made.pages >= 3
