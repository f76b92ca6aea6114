"""A scope that changed without being announced as such (R12), told in the page's language."""

from __future__ import annotations

from datetime import date

import pytest

from flows.document.lens import Lens
from flows.document.parts import commitments_full
from tests.document import shipped

pytestmark = pytest.mark.xdist_group("shipped")


@pytest.mark.parametrize(
    ("language", "was", "now"),
    [
        ("en", "“Organisations such as Thorn", "then “Missing persons”"),
        (
            "fr",
            "«\u00a0Des organisations comme Thorn",
            "puis «\u00a0Personnes disparues\u00a0»",
        ),
    ],
)
def test_exceptions_that_changed_stand_in_the_page_s_language(language: str, was: str, now: str) -> None:
    lens = Lens(shipped.found(date(2024, 2, 1)), language)
    block = next(one for one in commitments_full.commitments_full(lens).blocks if one.id == "A001")
    told = [line.words for line in block.lines if "exceptions" in line.words and "Thorn" in line.words]
    assert len(told) == 1
    assert was in told[0]
    assert now in told[0]
