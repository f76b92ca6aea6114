"""What the two dates of the form are held to before there is a run."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows import typed
from flows.serving.admission import wrong


@pytest.mark.parametrize(
    "fine",
    [
        {},
        {"as_of": None, "next_edition": ""},
        {"as_of": "2021-05-17"},
        {"as_of": "2021-05-17", "next_edition": "2021-05-18"},
    ],
)
def test_days_in_their_order_and_days_left_empty_are_fine(fine: dict[str, object]) -> None:
    assert wrong(fine) == {}


@pytest.mark.parametrize(
    "given", ["17/05/2021", "2021-05-17x", "2021-02-30", "2021-05-17T10:00", 7, ["x"], "\0"]
)
@pytest.mark.parametrize("name", ["as_of", "next_edition"])
def test_what_is_no_day_is_told_at_its_field(name: str, given: object) -> None:
    told = wrong({name: given})
    assert told.keys() == {name}
    assert told[name].endswith("is not a date; type it like 2020-06-15.")


@pytest.mark.parametrize("later", [0, -1])
def test_the_next_edition_comes_after_this_one(later: int) -> None:
    first = date(2021, 5, 17)
    told = wrong({"as_of": f"{first}", "next_edition": f"{first + timedelta(days=later)}"})
    assert told.keys() == {"next_edition"}
    assert "has to come after this one, of 2021-05-17." in told["next_edition"]


def test_an_edition_left_without_a_date_is_of_today() -> None:
    assert "next_edition" in wrong({"next_edition": f"{typed.today()}"})
