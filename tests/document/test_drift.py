"""A scope that changed without being announced as such (R12), told in the page's language."""

from __future__ import annotations

from datetime import date

import pytest

from flows.document.lens import Lens
from flows.document.parts import commitments_full
from flows.record.facts import Text
from tests.document import shipped
from tests.record.rows import announced, found, said, terms, text

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


WORDINGS = {
    "en": (
        "Both wordings. On 10 June 2020, in our summary: One-year moratorium",
        "“might give Congress enough time”. Then, in January 2024, in our summary: Moratorium described",
    ),
    "fr": (
        "Les deux formulations. Le 10 juin 2020, selon notre résumé : Moratoire d’un an",
        "[traduction : notre équipe]. Puis, en janvier 2024, selon notre résumé : Moratoire décrit comme",
    ),
}


@pytest.mark.parametrize("language", WORDINGS)
def test_both_wordings_stand_side_by_side_with_their_dates(language: str) -> None:
    lens = Lens(shipped.found(date(2024, 2, 1)), language)
    block = next(one for one in commitments_full.commitments_full(lens).blocks if one.id == "A001")
    (told,) = [line for line in block.lines if WORDINGS[language][0] in " ".join(line.words.split())]
    words = " ".join(told.words.split())
    first, then = WORDINGS[language]
    assert words.startswith(first)
    assert then in words
    assert told.refs == ("A001", "A006")


@pytest.mark.parametrize(
    ("language", "scope"), [("en", "covers all police"), ("fr", "couvre toute la police")]
)
def test_wordings_stand_once_however_many_dimensions_changed_and_marked_where_not_translated(
    language: str, scope: str
) -> None:
    first = announced(
        "A001", "2020-06-10", summary=Text("covers all police", "en", "couvre toute la police", "fr"),
        terms=terms(users="law_enforcement", technology="facial_recognition"),
    )  # fmt: skip
    then = announced(
        "A002", "2020-08-01", previous_id="A001", relation="clarifies", summary=text("covers one city"),
        terms=terms(users="police", technology="feature"), quote=said("one city only"),
    )  # fmt: skip
    (block,) = commitments_full.commitments_full(
        Lens(found(first, then, as_of="2020-09-01"), language)
    ).blocks
    (told,) = [line.words for line in block.lines if scope in line.words]
    assert "one city only" in told
    assert ("covers one city\u00a0[en]" in told) == (language == "fr")


def test_an_announced_change_has_no_wordings_to_compare() -> None:
    first = announced("A001", "2020-06-10", terms=terms(users="law_enforcement"))
    then = announced(
        "A002", "2020-08-01", previous_id="A001", relation="narrows", terms=terms(users="police")
    )
    (block,) = commitments_full.commitments_full(Lens(found(first, then, as_of="2020-09-01"), "en")).blocks
    assert [line.words for line in block.lines if "wordings" in line.words] == []
