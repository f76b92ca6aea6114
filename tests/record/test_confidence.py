"""R15: a key point is as sure as the least sure row it rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.confidence import confidence
from tests.record.rows import announced, text

if TYPE_CHECKING:
    from tests.record.rows import Cell

SURE: dict[str, Cell] = {"verification": "primary_seen", "checked_on": "2020-06-12"}


@pytest.mark.parametrize(
    ("cells", "level"),
    [
        ({}, "high"),
        ({"checked_on": "2020-01-04"}, "high"),
        ({"checked_on": "2020-01-03"}, "medium"),
        ({"checked_on": None}, "medium"),
        ({"disputed": text("8 or 9 June")}, "medium"),
        ({"verification": "corroborated"}, "medium"),
        ({"verification": "reported"}, "low"),
        ({"verification": "unverified"}, "low"),
        ({"verification": None}, "low"),
    ],
)
def test_one_row_alone(cells: dict[str, Cell], level: str) -> None:
    assert confidence([announced("A001", "2020-01-01", **(SURE | cells))], date(2020, 7, 2), 180) == level


def test_the_least_sure_row_decides() -> None:
    rows = [announced("A001", "2020-01-01", **SURE), announced("A002", "2020-01-01", verification="reported")]
    assert confidence(rows, date(2020, 7, 2), 180) == "low"


def test_nothing_is_sure_of_nothing() -> None:
    assert confidence([], date(2020, 7, 2), 180) == "low"
