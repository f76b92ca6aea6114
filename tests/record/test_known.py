"""An edition of an earlier day holds nothing that came to be known later: no rule and no cell looks ahead."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flows.record.as_json import as_dict, canonical
from flows.record.facts import Citation
from flows.record.findings import compute
from flows.workbook import clean, read
from tests.record.rows import (
    announced,
    answer,
    body,
    chain,
    demanded,
    found,
    question,
    reacted,
    responded,
    source,
    terms,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.facts import Record
    from tests.record.rows import Cell

SHIPPED = Path(__file__).parents[2] / "inputs" / "facial-recognition.xlsx"
STATED = {"ends_on", "starts_on", "other_end", "next"}
"""Cells that may lie ahead: what a commitment or a demand itself says of its term, and what follows."""
ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")
A001 = announced("A001", "2020-06-10")
CONDITIONAL = terms(term="condition", condition="a law")


@cache
def shipped() -> Record:
    return clean.record(read.cells(SHIPPED)).record


def dates(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every ISO date in a JSON value, with the name it stands under."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from dates(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from dates(inner, name)
    elif isinstance(value, str) and ISO.fullmatch(value):
        yield name, value


def printed(*rows: object, as_of: str = "2020-07-01") -> dict[str, Any]:
    record: dict[str, Any] = as_dict(found(*rows, as_of=as_of))["record"]
    return record


@pytest.mark.parametrize("as_of", ["2020-06-09", "2020-06-15", "2021-05-17", "2022-01-01", "2024-02-01"])
def test_no_date_after_the_edition_stands_in_its_json_but_stated_terms(as_of: str) -> None:
    loaded = json.loads(canonical(compute(shipped(), as_of=date.fromisoformat(as_of))))
    assert {(name, day) for name, day in dates(loaded) if day > as_of and name not in STATED} == set()


def test_nothing_set_aside_for_a_later_day_is_told_by_its_name() -> None:
    aside = as_dict(compute(shipped(), as_of=date(2020, 6, 9)))["set_aside"]
    future = [one for one in aside if one["category"] == "future"]
    assert {one["id"] for one in future if one["sheet"] == "organisations"} == {None}
    assert {bool(one["id"]) for one in future if one["sheet"] == "announcements"} == {True}


def test_a_question_settled_later_is_open_and_has_no_answer() -> None:
    later: dict[str, Cell] = {
        "answer": text("Yes."),
        "answered_on": "2021-05-18",
        "answer_sources": (Citation("id", "S001"),),
        "dropped_because": "moot",
    }
    for status in ("open", "answered", "dropped"):
        findings = found(A001, question("Q001", status=status, **later), source("S001"), as_of="2020-07-01")
        assert (findings.questions[0].status, findings.sources) == ("open", ())
        (one,) = as_dict(findings)["record"]["questions"]
        assert (one["status"], one["answer"], one["answered_on"]) == ("open", None, None)
        assert (one["answer_sources"], one["dropped_because"]) == ([], None)


def test_a_check_made_later_is_no_check_yet() -> None:
    checked = announced("A002", "2020-06-10", verification="primary_seen", checked_on="2020-07-02")
    row = printed(checked)["announcements"][0]
    assert row["checked_on"] is None
    assert found(checked, as_of="2020-07-01").key_points[0].confidence == "medium"
    assert found(checked, as_of="2020-07-02").key_points[0].confidence == "high"
    assert printed(question("Q001", last_checked_on="2020-07-02"))["questions"][0]["last_checked_on"] is None
    assert (
        printed(reacted("R001", "2020-06-11", checked_on="2020-07-02"))["reactions"][0]["checked_on"] is None
    )


def test_a_condition_seen_met_later_is_not_met_yet() -> None:
    row = announced(
        "A001", "2020-06-10", terms=CONDITIONAL, condition_met=True, condition_checked_on="2020-07-02"
    )
    assert chain(found(row, as_of="2020-07-01")).status == "in_force_conditional"
    (one,) = printed(row)["announcements"]
    assert (one["condition_met"], one["condition_checked_on"]) == (None, None)


def test_an_outcome_checked_later_is_not_coded_yet() -> None:
    row = demanded(
        "R001.1", "2020-06-11", outcome="answered", evidence=("S001",), outcome_checked_on="2020-07-02"
    )
    (one,) = printed(A001, row, source("S001"))["reactions"]
    assert (one["demand"]["outcome"], one["demand"]["evidence"], one["demand"]["checked_on"]) == (
        None,
        [],
        None,
    )
    assert found(A001, row, source("S001"), as_of="2020-07-01").sources == ()


def test_an_outcome_coded_in_two_places_is_in_doubt_only_once_both_are_known() -> None:
    rows = (
        A001,
        demanded("R001.1", "2020-06-11", outcome="answered", outcome_checked_on="2020-07-02"),
        responded("R001.1", "Amazon", "2020-06-20", "none_found"),
    )
    assert answer(found(*rows, as_of="2020-07-01")).coded == "none_found"
    assert found(*rows, as_of="2020-07-02").demands == ()


def test_an_allegation_resolved_later_still_stands() -> None:
    row = reacted("R001", "2020-06-11", kind="allegation", resolved_on="2020-07-02")
    assert chain(found(A001, row, as_of="2020-07-01")).contested_by == ("R001",)
    assert printed(A001, row)["reactions"][0]["resolved_on"] is None
    assert chain(found(A001, row, as_of="2020-07-02")).contested_by == ()


def test_a_source_keeps_its_snapshot_but_not_the_later_day_it_was_taken_or_read() -> None:
    row = source(
        "S001", consulted_on="2020-07-02", archived_on="2020-07-02", archive_url="https://archive.example/1"
    )
    (one,) = printed(row)["sources"]
    assert (one["consulted_on"], one["archived_on"]) == (None, None)
    assert one["archive_url"] == "https://archive.example/1"


def test_who_is_followed_or_searched_only_later_is_not_yet() -> None:
    row = body("EFF", watch=True, watch_from="2020-07-02", last_searched_on="2020-07-02")
    (one,) = printed(row)["organisations"]
    assert (one["watch"], one["watch_from"], one["last_searched_on"]) == (False, None, None)
