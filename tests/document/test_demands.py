"""The matrix of demands: each once, sums that add up, nothing without a source."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document.lens import Lens
from flows.document.parts import demands, demands_full
from flows.record.facts import SECTOR
from tests import books
from tests.document import making, shipped

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("shipped")
DAYS = [date(2020, 6, 15), date(2021, 6, 11), date(2024, 2, 1)]


@pytest.mark.parametrize("day", DAYS)
def test_each_demand_stands_once_and_a_demand_to_others_in_nobodys_cell(day: date) -> None:
    lens = Lens(shipped.found(day), "en")
    whole = demands.demands(lens, 10_000, None)
    rows = [row for statement in whole.statements for row in statement.rows]
    assert len(rows) == len(demands.sourced(lens))
    assert all(sum(cell.asked for cell in row.cells) == 1 for row in rows)
    at_large = {one.reaction.id for one in demands.sourced(lens) if one.target == SECTOR}
    named = [row for row in rows if row.id in at_large for cell in row.cells[:-1] if cell.asked]
    assert named == []
    assert whole.headers[-1] == "Others"


@pytest.mark.parametrize("day", DAYS)
def test_the_sums_of_the_caption_add_up_to_the_demands(day: date) -> None:
    lens = Lens(shipped.found(day), "en")
    total, _, sums = demands.caption(lens).partition(":")
    assert sum(map(int, re.findall(r"\d+", sums))) == len(demands.sourced(lens))
    assert total.startswith(str(len(demands.sourced(lens))))


def test_the_demands_of_one_statement_stand_together() -> None:
    lens = Lens(shipped.found(making.FOUNDING), "en")
    first = demands.demands(lens, 10_000, None).statements[0]
    assert first.who == "ACLU of Northern California, 10\u00a0June 2020"
    assert [row.id for row in first.rows] == ["R001.1", "R001.2", "R001.3", "R001.4", "R001.5"]


def test_the_demands_about_a_key_point_come_before_newer_ones() -> None:
    lens = Lens(shipped.found(date(2026, 11, 25)), "en")
    first, second, *_ = demands.demands(lens, 10_000, None).statements
    assert lens.pressing == {"A001", "A161"}
    assert (first.rows[0].id, second.rows[0].id) == ("R001.1", "R012.1")


def test_among_the_others_the_organisation_asked_is_named() -> None:
    lens = Lens(shipped.found(making.FOUNDING), "en")
    whole = demands.demands(lens, 10_000, None)
    rows = {row.id: row for statement in whole.statements for row in statement.rows}
    assert rows["R018.1"].cells[-1].word == "not checked (President of the United States)"


def test_the_gap_line_is_the_one_of_the_model() -> None:
    lens = Lens(shipped.found(making.FOUNDING), "fr")
    asked = next(one for one in demands_full.demands_full(lens).demands if one.id == "R001.1")
    said = " ".join(line.words for line in asked.gap)
    assert "toutes les forces de l’ordre" in said
    assert "Écarts\u00a0: durée, utilisateurs et exceptions." in said
    assert "Couvert\u00a0: activité et technologie." in said
    assert "Non demandé\u00a0: territoire." in said


def test_beside_none_found_stands_no_row_that_was_coded_as_evidence(tmp_path: Path) -> None:
    book = books.put(books.sound(), "Reactions", 3, "outcome", "answered")
    books.put(book, "Reactions", 3, "outcome_evidence", "A009")
    books.add(book, "Announcements", id="A009", organisation="Amazon", announced_on="2020-06-12",
              kind="statement", summary="Says that it listens", source="Amazon")  # fmt: skip
    lens = Lens(making.found(tmp_path, book), "en")
    (statement,) = demands.demands(lens, 10_000, None).statements
    assert [(cell.word, cell.evidence) for cell in statement.rows[0].cells] == [("none found", ())]
