"""The gap strip: six marks, each with its words; the same verdicts as the gap line in words."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from flows.document import strips
from flows.document.fitting.measure import MM_PER_POINT, Type, advance
from flows.document.lens import Lens, capital
from flows.document.parts.demands_full import demands_full
from flows.document.wording.words import WORDS
from flows.record.facts import DIMENSIONS
from tests.document import making, shipped

pytestmark = pytest.mark.xdist_group("shipped")
AFTERWARDS = date(2024, 2, 1)  # every verdict but one occurs
STRONG, PLAIN = Type("Inter-SemiBold", 8.5), Type("Inter-Regular", 8.5)


def drawn(language: str, day: date = making.FOUNDING) -> dict[str, str]:
    """The strip of each demand that has one."""
    asked = demands_full(Lens(shipped.found(day), language)).demands
    return {one.id: one.strip.svg for one in asked if one.strip}


def words(svg: str) -> list[str]:
    """The words beside the marks, in order."""
    return [unescape(said) for x, said in re.findall(r'<text x="(\d+)"[^>]*>([^<]+)<', svg) if len(said) > 1]


def test_the_aclus_demand_shows_what_amazon_covers_and_what_not() -> None:
    said = words(drawn("en")["R001.1"])
    assert list(zip(said[::2], said[1::2], strict=True)) == [
        ("Duration", "narrower"),
        ("Users", "narrower"),
        ("Activity", "covered"),
        ("Technology", "covered"),
        ("Territory", "not asked"),
        ("Exceptions", "narrower"),
    ]


@pytest.mark.parametrize(
    ("language", "finding"),
    [
        ("en", "A001 covers 2\N{NO-BREAK SPACE}dimensions of 5 asked."),
        ("fr", "A001 couvre 2\N{NO-BREAK SPACE}dimensions ; total demandé : 5."),
    ],
)
def test_its_alternative_text_is_one_sentence_that_says_how_much_is_covered(
    language: str, finding: str
) -> None:
    asked = demands_full(Lens(shipped.found(making.FOUNDING), language)).demands
    strip = next(one.strip for one in asked if one.id == "R001.1")
    assert strip is not None
    assert re.sub(r"\s", " ", strip.alt) == re.sub(r"\s", " ", finding)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("day", [making.FOUNDING, AFTERWARDS])
def test_there_is_one_where_a_commitment_stands_beside_a_coded_demand_and_nowhere_else(
    language: str, day: date
) -> None:
    found = shipped.found(day)
    compared = {
        one.reaction.id
        for one in found.demands
        if one.against and any(verdict != "not_asked" for _, verdict in one.gaps)
    }
    assert len(compared) > 3
    assert set(drawn(language, day)) == compared


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_of_any_verdict_reaches_the_next_mark(language: str) -> None:
    room = strips.CELL - strips.WORDS
    column = ("en", "fr").index(language)
    said = [(capital(WORDS["dimension"][one][column]), STRONG) for one in DIMENSIONS]
    said += [(both[column], PLAIN) for both in WORDS["gap"].values()]
    assert [word for word, style in said if advance(word, style) * MM_PER_POINT * 10 > room - 8] == []


def test_only_three_tones_are_used_and_each_mark_differs_from_the_others() -> None:
    svg = drawn("en", AFTERWARDS)
    tones = set(re.findall(r'(?:fill|stroke)="([^"]+)"', "".join(svg.values())))
    assert tones <= {"#000", "#fff", "url(#hatch)"}
    marks = {verdict: strips._mark(0, verdict) for verdict in WORDS["gap"]}  # noqa: SLF001 - one by one
    assert len(set(marks.values())) == len(marks)


def test_the_drawing_is_sound_xml_and_the_same_each_time() -> None:
    first, again = drawn("fr"), drawn("fr")
    assert first == again
    for svg in first.values():
        ET.fromstring(svg)  # noqa: S314 - our own drawing
