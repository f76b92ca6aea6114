"""What the two dates of the form are held to before there is a run."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows import typed
from flows.serving import form
from flows.serving.admission import named, wrong


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


NOW = {"type": "SCHEDULED", "state_details": {"scheduled_time": None}}
LATER = {"type": "SCHEDULED", "state_details": {"scheduled_time": "2026-11-30T07:00:00Z"}}


@pytest.mark.parametrize("state", [None, {}, NOW])
def test_a_run_is_named_from_the_start_as_it_will_be_called(state: object) -> None:
    given = {"workbook": "record.xlsx", "languages": ["en"]}
    wish = {"name": "Handcrafted-Donkey", "parameters": given, "state": state}
    assert named(wish) == {"name": f"record.xlsx as of {typed.today()}"}
    assert named({**wish, "parameters": {**given, "as_of": ""}}) == named(wish)
    assert named({**wish, "parameters": {**given, "as_of": "2021-05-17"}}) == {
        "name": "record.xlsx as of 2021-05-17"
    }


def test_a_run_that_begins_another_day_is_not_named_after_today() -> None:
    given = {"workbook": "record.xlsx"}
    assert named({"parameters": given, "state": LATER}) == {}
    assert named({"parameters": {**given, "as_of": "2021-05-17"}, "state": LATER}) == {
        "name": "record.xlsx as of 2021-05-17"
    }


@pytest.mark.parametrize("odd", [{}, {"parameters": 5}, {"parameters": {"workbook": ["x"]}}, {"state": "x"}])
def test_what_names_no_workbook_keeps_the_name_it_came_with(odd: dict[str, object]) -> None:
    assert named(odd) == {}


@pytest.mark.parametrize("given", [None, "", "  ", "2026-11-27 09:00 Europe/Paris", 7])
def test_an_hour_with_its_zone_or_none_is_fine(given: object) -> None:
    assert wrong({"not_before": given}) == {}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("tomorrow", "is not an hour"),
        ("2026-11-27 09:00", "of which zone"),
        ("2026-10-25 02:30 Europe/Paris", "twice"),
    ],
)
def test_an_hour_that_is_not_one_is_told_at_its_field(given: str, words: str) -> None:
    told = wrong({"not_before": given})
    assert told.keys() == {"not_before"}
    assert words in told["not_before"]


def test_a_run_that_sends_is_named_by_what_it_does() -> None:
    given = {"edition": "record/2020-06-15-01", "preview": True}
    assert named({"parameters": given}) == {"name": "Preview record/2020-06-15-01, everyone"}
    sent = {**given, "preview": False, "recipients": "press"}
    assert named({"parameters": sent, "state": LATER}) == {"name": "Send record/2020-06-15-01, press"}


def test_the_form_that_sends_offers_editions_groups_and_blocks_and_a_preview_first() -> None:
    blocks = {"mail_server": ["newsroom"], "list_of_recipients": ["subscribers"]}
    made = form.of_sending(["record/2021-06-15-01", "record/2020-06-15-01"], ["board"], blocks)
    fields = made["properties"]
    assert made["required"] == ["edition"]
    assert fields["edition"]["default"] == "record/2021-06-15-01"
    assert fields["recipients"]["enum"] == ["everyone", "board"]
    assert fields["preview"]["default"] is True
    assert fields["mail_server"]["enum"] == ["the only one there is", "newsroom"]
    assert fields["list_of_recipients"]["enum"] == ["the workbook's own sheet", "subscribers"]
    assert fields["store"]["enum"] == ["nowhere else"]
    assert all(field["description"] for field in fields.values())
    assert form.of_sending([], (), {})["properties"]["edition"]["enum"] == [form.NO_EDITION]
