"""Two sheets with their required columns still give a briefing, and it says what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.document import render
from tests import books
from tests.document import making
from tests.reading import squeezed, text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "en",
            [
                "What this workbook lacks",
                "the column “term”",
                "the sheet “questions”",
                "Status not computable",
            ],
        ),
        (
            "fr",
            [
                "Ce qui manque à ce classeur",
                "la colonne « échéance »",
                "la feuille « questions »",
                "Statut non calculable",
            ],
        ),
    ],
)
def test_a_minimal_workbook_says_what_it_lacks(tmp_path: Path, language: str, says: list[str]) -> None:
    made = making.drawn(making.found(tmp_path, books.minimal(language)), language)
    printed = squeezed(text(made.pdf))
    assert [words for words in says if squeezed(words) not in printed] == []
    assert made.pages >= 3


@pytest.mark.parametrize(
    ("language", "never"),
    [
        ("en", ["In force", "end not stated", "No demand on record", "No open question", "0 demands"]),
        ("fr", ["En vigueur selon", "fin non précisée", "Aucune demande au dossier", "0 demande"]),
    ],
)
def test_a_minimal_workbook_states_nothing_nobody_coded(
    tmp_path: Path, language: str, never: list[str]
) -> None:
    briefing = making.composed(making.found(tmp_path, books.minimal(language)), language)
    printed = squeezed(render.html(briefing).partition("<body")[2])
    conduct = squeezed(briefing.core.limits.sentences[-1])
    assert [words for words in never if squeezed(words) in printed.replace(conduct, "")] == []
