"""R2: same date, parent before child, then id, in the way people count."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from flows.record.order import by_id, in_time
from tests.record.rows import announced, demanded, found, happened, question, reacted, responded, source

if TYPE_CHECKING:
    from flows.record.order import Timed


def test_ids_are_counted_as_people_do() -> None:
    ids = ["A1000", "A999", "R001.10", "R001.2", "R001", "A002"]
    assert sorted(ids, key=by_id) == ["A002", "A999", "A1000", "R001", "R001.2", "R001.10"]


ROWS = (
    announced("A999", "2020-06-10"),
    announced("A1000", "2020-06-10", "IBM"),
    announced("A002", "2020-06-10", previous_id="A1000", relation="confirms"),
    announced("A001", "2020-06-11"),
    reacted("R001", "2020-06-10"),
    demanded("R001.10", "2020-06-10", "IBM"),
    demanded("R001.2", "2020-06-10"),
    reacted("R000", "2020-06-11"),
    responded("R001.10", "IBM", "2020-06-12", "none_found"),
    responded("R001.2", "Amazon", "2020-06-12", "none_found"),
    happened("C1000", "2020-06-01"),
    happened("C999", "2020-06-01"),
    question("Q1000"),
    question("Q999"),
    source("S1000"),
    source("S999"),
)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_of_rows_what_is_found_is_in_order(seed: int) -> None:
    rows = list(ROWS)
    random.Random(seed).shuffle(rows)  # noqa: S311 - any other order will do
    findings = found(*rows, as_of="2020-07-01")
    assert [row.id for row in findings.announcements] == ["A999", "A1000", "A002", "A001"]
    assert [row.id for row in findings.reactions] == ["R001", "R001.2", "R001.10", "R000"]
    assert [one.reaction.id for one in findings.demands] == ["R001.2", "R001.10"]
    assert [one.demand for one in findings.responses] == ["R001.2", "R001.10"]
    assert [one.chain for one in findings.commitments] == ["A001", "A999", "A1000"]
    assert [row.id for row in findings.context] == ["C999", "C1000"]
    assert [one.question.id for one in findings.questions] == ["Q999", "Q1000"]
    assert [row.id for row in findings.sources] == ["S999", "S1000"]


def test_announcements_and_reactions_have_one_order_between_them() -> None:
    findings = found(*ROWS, as_of="2020-07-01")
    rows: list[Timed] = [*findings.reactions, *findings.announcements, happened("C001", None)]
    assert [row.id for row in sorted(rows, key=in_time(rows))] == [
        "A999", "A1000", "A002", "R001", "R001.2", "R001.10", "A001", "R000", "C001",
    ]  # fmt: skip
