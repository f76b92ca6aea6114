"""How much time and memory the pages may take: by the rows of the record, and by how long its cells are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.document.apart import limits
from flows.record.facts import Record
from tests.document import shipped


@pytest.mark.xdist_group("shipped")
def test_the_shipped_workbook_has_several_times_what_it_takes() -> None:
    allowed = limits.of(shipped.record())  # it takes 10 s and 400 MB
    assert 60 < allowed.cpu_seconds < 200
    assert 2_000 < allowed.megabytes < 5_000
    assert allowed.wall_seconds > allowed.cpu_seconds


@pytest.mark.xdist_group("shipped")
def test_more_rows_and_longer_cells_are_allowed_more() -> None:
    record = shipped.record()
    twice = replace(record, announcements=record.announcements * 2)
    longer = replace(record, announcements=(replace(record.announcements[0], reason="x" * 30_000),))  # type: ignore[arg-type]
    shorter = replace(longer, announcements=record.announcements[:1])
    assert limits.of(twice).cpu_seconds > limits.of(record).cpu_seconds
    assert limits.of(twice).memory > limits.of(record).memory
    assert limits.of(longer).memory > limits.of(shorter).memory


def test_an_empty_record_is_allowed_what_the_fewest_pages_take() -> None:
    least = limits.of(Record("en"))
    assert (least.cpu_seconds, least.wall_seconds, least.megabytes) == (34, 136, 1_100)
