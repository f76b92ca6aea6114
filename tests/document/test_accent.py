"""The team's colour: legible whatever it is, in its own hue, and never taken for an alert."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.document.accent import ENOUGH, TOKENS, WHITE, accent, contrast, token

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))


@given(COLOURS)
def test_every_colour_is_printed_so_that_it_can_be_read_on_paper_and_on_panels(asked: str) -> None:
    printed = accent(asked).printed
    assert re.fullmatch("#[0-9a-f]{6}", printed)
    assert min(contrast(printed, WHITE), contrast(printed, token("panel"))) >= ENOUGH


@given(COLOURS)
def test_a_colour_that_can_be_read_is_printed_as_it_is(asked: str) -> None:
    legible = min(contrast(asked, WHITE), contrast(asked, token("panel"))) >= ENOUGH
    assert (accent(asked).printed == asked) is legible


@pytest.mark.parametrize(
    ("asked", "strongest"), [("#ffd400", "rg"), ("#00e5ff", "gb"), ("#ff8ac4", "rb"), ("#7cff00", "g")]
)
def test_a_light_colour_darkens_in_its_own_hue(asked: str, strongest: str) -> None:
    printed = accent(asked).printed
    parts = dict(zip("rgb", (int(printed[at : at + 2], 16) for at in (1, 3, 5)), strict=True))
    assert max(parts, key=parts.__getitem__) in strongest
    weakest = min(parts[part] for part in strongest)
    assert weakest > max(value for part, value in parts.items() if part not in strongest)


@pytest.mark.parametrize(
    ("asked", "near"), [("#b3202a", True), ("#e3000f", True), ("#1f5fa8", False), ("#ffd400", False)]
)
def test_a_red_of_the_team_s_own_is_kept_apart_from_the_alerts(asked: str, near: bool) -> None:  # noqa: FBT001 - the expected answer
    assert accent(asked).like_alert is near


def test_contrast_counts_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_what_is_no_colour_goes_no_further() -> None:
    with pytest.raises(ValueError, match="no colour"):
        accent("red; } body { display: none")


def test_the_page_s_own_colours_can_be_read_too() -> None:
    assert accent(token("accent")).printed == token("accent")
    assert accent(token("alert")).printed == token("alert")
    assert "--heading: var(--accent)" in TOKENS.read_text(encoding="utf-8")
