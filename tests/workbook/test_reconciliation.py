"""R16 on random workbooks: whatever is typed, every row read is printed, set aside, or empty."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from flows.record.findings import compute
from flows.workbook import clean, read
from tests.books import cells, written
from tests.often import often
from tests.workbook.frames import filled, framed, header_row, marks, shaken, touched

if TYPE_CHECKING:
    from pathlib import Path

    from flows.record.facts import Origin
    from flows.record.findings import Findings
    from flows.workbook.clean import Cleaned
    from tests.books import Book

DAYS = tuple(date.fromisoformat(day) for day in ("2019-01-01", "2020-06-10", "2021-06-11", "2032-01-01"))
EACH = often(5, 100)  # workbooks a seed: 100, or 2000
WRITTEN = often(4, 15)  # of those put on the disk first


def rows_told(findings: Findings) -> Counter[tuple[str, int]]:
    """Every row that is printed or set aside, by tab and number, with how often."""
    sheets = (
        findings.announcements, findings.reactions, findings.responses, findings.sources, findings.profiles,
        findings.context, [one.question for one in findings.questions], findings.set_aside,
    )  # fmt: skip
    origins: list[Origin] = [row.origin for rows in sheets for row in rows]
    return Counter((origin.sheet, origin.row) for origin in origins)


def check(book: Book, found: Cleaned, as_of: date) -> None:
    """The rows told are those typed, each once, and each sheet's figures are those of the rows."""
    findings = compute(found.record, as_of=as_of)
    known = {sheet.label: sheet.sheet for sheet in found.record.sheets}
    typed = {tab: filled(rows) for tab, rows in book.items() if tab in known}
    told = Counter((tab, row) for tab, numbers in typed.items() for row in numbers)
    assert rows_told(findings) == told
    tallies = {tally.sheet: tally for tally in findings.reconciliation}
    assert set(tallies) == set(known.values())
    for tab, numbers in typed.items():
        tally = tallies[known[tab]]
        assert tally.adds_up
        assert tally.read == max(numbers, default=header_row(book[tab])) - header_row(book[tab])
        assert tally.read - tally.empty == len(numbers)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 20))])
def test_every_row_of_random_workbooks_is_printed_or_set_aside_or_empty(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - junk for a test
    for _ in range(EACH):
        book = shaken(chance)
        found = clean.record(framed(book, marks(book, chance)))
        for as_of in chance.sample(DAYS, 2):
            check(book, found, as_of)


@pytest.mark.parametrize(
    "seed", [2000, *(pytest.param(2000 + more, marks=pytest.mark.slow) for more in (1, 2, 3))]
)
def test_so_is_every_row_of_a_file_whose_cells_are_the_very_same(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - junk for a test
    for _ in range(WRITTEN):
        book = shaken(chance)
        marked = marks(book, chance)
        path = written(tmp_path / "book.xlsx", book, partial(touched, marked))
        on_disk, here = read.cells(path), cells(path)
        assert on_disk.cells.equals(framed(book, marked).cells)
        assert on_disk.cells.equals(here.cells)
        assert replace(on_disk, cells=here.cells) == here
        check(book, clean.record(on_disk), chance.choice(DAYS))


@pytest.mark.parametrize("seed", range(2))
def test_every_row_set_apart_has_a_complaint_of_its_own(seed: int) -> None:
    chance = random.Random(1000 + seed)  # noqa: S311 - junk for a test
    for _ in range(20):
        book = shaken(chance)
        found = clean.record(framed(book, marks(book, chance)))
        told = {(problem.cell.sheet, problem.cell.row) for problem in found.problems}
        for each in found.record.unplaced:
            assert (each.origin.sheet, each.origin.row) in told or each.rule == "missing_column"


def test_the_same_workbook_gives_the_same_record_whatever_ran_before() -> None:
    chance = random.Random(7)  # noqa: S311 - junk for a test
    book = shaken(chance)
    same = framed(book, marks(book, chance))
    once, again = clean.record(same), clean.record(same)
    assert (once.record, once.problems, once.corrections) == (again.record, again.problems, again.corrections)
