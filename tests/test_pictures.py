"""The pictures of the README: drawn from the page as it is, named where they are shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import pictures

ROOT = Path(__file__).parents[1]
SHOWN = re.findall(r"!\[([^\]]+)\]\(docs/([\w-]+)\.png\)", (ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("name", pictures.NAMES)
def test_a_picture_shows_the_page_as_it_is(name: str) -> None:
    assert pictures.drawn_from(name) == pictures.fingerprint(name), "Draw the pictures anew: make pictures"


FROM_A_BROWSER = {"ui-form", "ui-run", "ui-approval", "room"}
"""Taken by tests/browser/test_prefect.py where PICTURES is set: they show a clock, so no two are the same."""


def test_the_readme_shows_each_picture_and_says_what_is_on_it() -> None:
    assert {name for _, name in SHOWN} == {*pictures.NAMES, *FROM_A_BROWSER}
    assert all((ROOT / "docs" / f"{name}.png").is_file() for _, name in SHOWN)
    assert all(len(words.split()) > 5 for words, _ in SHOWN)


def test_another_page_has_another_fingerprint() -> None:
    assert len({pictures.fingerprint(name) for name in pictures.NAMES}) == len(pictures.NAMES)
