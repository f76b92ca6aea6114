"""docs/settings.md: every setting is on it, its pictures show the page as it is, its complaint is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import settings_pictures as pictures
from flows.record.defaults import NAMES, Limits
from flows.workbook.schema.settings import ARRANGED, EXTRAS, LIMITS, LOOK, SECTIONS, WORDS
from tests import books

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "settings.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"!\[([^\]]+)\]\(([^)]+)\.png\)", PAGE)


def test_every_setting_is_on_the_page_in_both_languages() -> None:
    rows = [f"| `{one.code}` | `{one.fr}` |" for one in (*WORDS, *LOOK, *ARRANGED, *EXTRAS, *LIMITS)]
    assert [row for row in rows if row not in PAGE] == []
    assert [one.code for one in SECTIONS if f"`{one.code}`" not in PAGE] == []


def test_the_usual_limits_are_those_of_the_rules() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| `[^`]+` \| (\d+) \|", PAGE, re.MULTILINE))
    assert told == {name: str(getattr(Limits(), name)) for name in NAMES}


def test_the_complaint_shown_is_the_one_a_person_gets(tmp_path: Path) -> None:
    rows: books.Rows = [["name", "value"], ["title", "One"], ["team", "Us"], ["accent", "nvy"]]
    (problem,) = books.cleaned(tmp_path, books.sound() | {"Settings": rows}).problems
    shown = re.search(r"^Settings!B4 .*", PAGE, re.MULTILINE)
    assert shown is not None
    assert str(problem).startswith(shown[0].removesuffix(" …"))


def test_every_picture_is_on_the_page_with_words_for_those_who_cannot_see_it() -> None:
    assert {name for _, name in SHOWN} == {one.name for one in pictures.PICTURES}
    assert all(words for words, _ in SHOWN)


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("name", [one.name for one in pictures.PICTURES])
def test_every_picture_shows_the_page_as_it_is(name: str) -> None:
    assert pictures.drawn_from(name) == pictures.fingerprint(name), "Draw the pictures anew: make pictures"
