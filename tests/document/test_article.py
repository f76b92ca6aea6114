"""The founding article as the acceptance list: what must be on the page, and when it must not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from flows.document import render
from tests.document import making, shipped
from tests.reading import squeezed, text

pytestmark = pytest.mark.xdist_group("shipped")
FACTS: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parents[1] / "golden" / "article_facts.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fact_and_question_of_the_article_is_on_the_page(language: str) -> None:
    said = squeezed(text(shipped.made(making.FOUNDING, language).pdf))
    missing = [
        (fact, words)
        for fact, both in FACTS.items()
        for words in both[language]
        if squeezed(words) not in said
    ]
    assert missing == []


def test_the_acceptance_list_is_whole() -> None:
    facts = [f"F{number}" for number in range(1, 70)]
    questions = [f"Q{number}" for number in range(1, 21) if number != 7]  # Q7 is out of scope
    assert sorted(FACTS) == sorted(facts + questions)
    assert all(both["en"] and both["fr"] for both in FACTS.values())


@pytest.mark.parametrize(
    ("language", "forbidden"),
    [
        ("en", ["10 June 2020", "Ozer", "until further notice", "Rekognition Moratorium", "A001]"]),
        ("fr", ["10 juin 2020", "Ozer", "nouvel ordre", "Rekognition Moratorium", "A001]"]),
    ],
)
def test_the_day_before_nothing_of_the_announcement_is_given_away(
    language: str, forbidden: list[str]
) -> None:
    said = squeezed(text(shipped.made(date(2020, 6, 9), language).pdf))
    assert [words for words in forbidden if squeezed(words) in said] == []


@pytest.mark.parametrize(
    ("language", "reads", "never"),
    [
        ("en", "expired, no news found", ["ended"]),
        ("fr", "terme échu, sans nouvelle", ["terminé", "a pris fin"]),
    ],
)
def test_silence_after_the_term_never_reads_as_ended(language: str, reads: str, never: list[str]) -> None:
    core = shipped.after_the_term(language, "core").pdf
    page = render.html(making.composed(shipped.found_after_the_term(), language))
    entry = page.partition('<span class="id">A001</span>')[2].partition("</article>")[0]
    assert squeezed(reads) in squeezed(text(core))
    assert squeezed(reads) in squeezed(entry)
    assert [word for word in never if squeezed(f" {word} ") in squeezed(entry)] == []


@pytest.mark.parametrize("day", [date(2020, 6, 9), date(2020, 6, 15), date(2021, 5, 17), date(2024, 2, 1)])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_core_is_two_pages_that_stand_alone(day: date, language: str) -> None:
    core = shipped.made(day, language, "core")
    assert core.pages == 2
    assert 'href="#' not in core.html  # nothing leads to a page that is not there


def test_every_id_leads_to_the_source_list() -> None:
    page = shipped.made(making.FOUNDING, "en").html
    sources = page.partition('id="sources"')[2]
    wanted = {part.partition('"')[0] for part in page.split('class="ref" href="#')[1:]}
    assert wanted
    assert [anchor for anchor in sorted(wanted) if f'id="{anchor}"' not in sources] == []


def test_in_the_core_extent_each_row_shown_is_its_own_destination() -> None:
    core = shipped.made(making.FOUNDING, "en", "core").html
    assert 'id="A001"' in core
    assert 'id="R001.1"' in core
    assert 'id="Q001"' in core


def test_a_source_published_later_is_not_known_on_the_day() -> None:
    page = shipped.made(making.FOUNDING, "en").html
    assert "Extended Amazon Face Recognition Moratorium" not in page  # of 18 May 2021
    assert "FedScoop" not in page  # of January 2024
    assert "VA SB741" not in page  # the source of an answer found in 2022
