"""A quote as the page prints it (R14): whose words, and in which language it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.lens import Lens
from flows.document.quotations import quotation
from tests import books
from tests.document import making

if TYPE_CHECKING:
    from pathlib import Path


def test_a_role_typed_in_one_language_bears_its_mark_in_the_other(tmp_path: Path) -> None:
    found = making.found(tmp_path, books.sound())
    (row,) = [one for one in found.reactions if one.id == "R001"]
    said = {
        language: [(run.words, run.language) for run in told.speaker]
        for language in ("en", "fr")
        if (told := quotation(Lens(found, language), row)) is not None
    }
    assert said == {
        "en": [("Nicole Ozer, ", None), ("Director", None)],
        "fr": [("Nicole Ozer, ", None), ("Director", "en"), ("\N{NO-BREAK SPACE}[en]", None)],
    }
