"""R17: counts with the whole they are part of."""

from __future__ import annotations

from tests.record.june import FIRST
from tests.record.rows import announced, demanded, found, responded

A001 = announced("A001", "2020-06-10")


def test_the_first_edition_counts_what_it_prints() -> None:
    counts = found(*FIRST, as_of="2020-06-15").counts
    assert (counts.commitments, counts.demands, counts.to_sector) == (3, 5, 1)
    assert sum(number for _, number in counts.by_status) == counts.commitments
    assert sum(number for _, number in counts.by_outcome) == counts.demands
    assert (counts.questions, counts.open_questions) == (1, 1)


def test_a_demand_without_a_source_is_in_no_sum_and_counted_apart() -> None:
    rows = (
        demanded("R001.1", "2020-06-10"),
        demanded("R002.1", "2020-06-11", same_as="R003.1"),
        demanded("R003.1", "2020-06-12", same_as="R001.1", sources=()),
        demanded("R004.1", "2020-06-12", "SECTOR"),
        demanded("R005.1", "2020-06-12", "SECTOR", sources=()),
    )
    counts = found(A001, *rows, as_of="2020-07-01").counts
    assert (counts.demands, counts.unsourced_demands, counts.to_sector) == (3, 2, 1)
    assert counts.by_outcome == (("not_addressed", 1), ("not_checked", 2))
    assert counts.distinct_demands == 2


def test_a_demand_with_two_targets_counts_twice_and_is_one_demand() -> None:
    rows = [responded("R001.1", name, "2020-06-20", "none_found") for name in ("Amazon", "IBM")]
    counts = found(A001, demanded("R001.1", "2020-06-10", None), *rows, as_of="2020-07-01").counts
    assert (counts.demands, counts.distinct_demands) == (2, 1)


def test_demands_said_to_be_the_same_are_one_however_they_are_linked() -> None:
    rows = (
        demanded("R001.1", "2020-06-10"),
        demanded("R002.1", "2020-06-11", same_as="R001.1"),
        demanded("R003.1", "2020-06-12", same_as="R002.1"),
        demanded("R004.1", "2020-06-12", same_as="R009.1"),
        demanded("R005.1", "2020-06-12", same_as="R006.1"),
        demanded("R006.1", "2020-06-12", same_as="R005.1"),
    )
    counts = found(A001, *rows, as_of="2020-07-01").counts
    assert (counts.demands, counts.distinct_demands) == (6, 3)
