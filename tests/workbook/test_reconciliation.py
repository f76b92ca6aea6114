"""R16 on random workbooks: whatever is typed, every row read is a fact, set apart, or empty."""

from __future__ import annotations

import random
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl.styles import Font

from tests.books import Book, cleaned, minimal, sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned

JUNK: tuple[object, ...] = (
    None, None, "", " ", "\u200b", "?", "tbd", "A001", "a1", "R001.1", "R009.9", "S001", "Q-7", "A001; A009",
    "Total", "Somme", 3, 43992, 2020, 1.5, True, date(2020, 6, 10),
    datetime.fromisoformat("2020-06-10T14:30"),
    "10/06/2020", "31/02/2020", "June 2020", "yes", "non", "moratorium", "moratoire", "{}", "{0!r}", "%s",
    "=1+1", "<b>x</b>", "“x”", "none", "1 year", "https://example.org/x", "www.example.org", "Amazon",
    "amazon", "SECTOR", "; ;", ";", "\n", "e\u0301" * 20, "word " * 30, "\ud83d\ude00".encode(
        "utf-16", "surrogatepass").decode("utf-16"), "عربى", "-", "dropped: why", "dropped:",
)  # fmt: skip


def shaken(chance: random.Random) -> Book:
    """A workbook with cells, rows, headers and tabs changed at random."""
    book = chance.choice([sound, minimal])(chance.choice(["en", "fr"]))
    for rows in book.values():
        for row in rows[1:]:
            for column in range(len(row)):
                if chance.random() < 0.25:
                    row[column] = chance.choice(JUNK)
        for _ in range(chance.randrange(4)):
            new = [chance.choice(JUNK) if chance.random() < 0.3 else None for _ in rows[0]]
            rows.insert(chance.randrange(len(rows) + 1), new)
        if chance.random() < 0.2:
            rows[0][chance.randrange(len(rows[0]))] = chance.choice(["status", "date", "Ours", None, "kind"])
    if chance.random() < 0.1:
        book.pop(chance.choice(list(book)))
    return book or {"Empty": [["x"]]}


def disturbed(chance: random.Random) -> Callable[[Workbook], None]:
    """Rows hidden, columns hidden, cells struck, at random."""

    def touch(workbook: Workbook) -> None:
        for sheet in workbook:
            for row in range(1, sheet.max_row + 1):
                if chance.random() < 0.05:
                    sheet.row_dimensions[row].hidden = True
            if chance.random() < 0.2:
                sheet.column_dimensions[chance.choice("ABCDEF")].hidden = True
            if chance.random() < 0.3:
                sheet.cell(chance.randrange(1, 5), chance.randrange(1, 4)).font = Font(strike=True)

    return touch


def unexplained(found: Cleaned) -> list[object]:
    """Sheets whose rows do not add up."""
    record = found.record
    return [
        sheet
        for sheet in record.sheets
        if sheet.read
        != sheet.empty
        + len(getattr(record, sheet.sheet))
        + sum(each.origin.sheet == sheet.label for each in record.unplaced)
    ]


SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 20))]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_read_is_a_fact_or_set_apart_or_empty(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - junk for a test
    for _ in range(15):
        book = shaken(chance)
        found = cleaned(tmp_path, book, disturbed(chance))
        assert unexplained(found) == []


@pytest.mark.parametrize("seed", range(2))
def test_every_row_set_apart_has_a_complaint_of_its_own(seed: int, tmp_path: Path) -> None:
    chance = random.Random(1000 + seed)  # noqa: S311 - junk for a test
    for _ in range(10):
        found = cleaned(tmp_path, shaken(chance), disturbed(chance))
        told = {(problem.cell.sheet, problem.cell.row) for problem in found.problems}
        for each in found.record.unplaced:
            assert (each.origin.sheet, each.origin.row) in told or each.rule == "missing_column"


def test_the_same_workbook_gives_the_same_record_whatever_ran_before(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - junk for a test
    book = shaken(chance)
    once, again = cleaned(tmp_path, book), cleaned(tmp_path, book)
    assert (once.record, once.problems, once.corrections) == (again.record, again.problems, again.corrections)
