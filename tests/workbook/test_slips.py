"""What editors get wrong is told at its cell, in either language; of rows without a fault nothing is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from flows.workbook import tabs
from flows.workbook.text import key
from tests.books import cleaned, sound
from tests.often import often
from tests.workbook.clean_rows import clean
from tests.workbook.slips import SLIPS, Slip
from tests.workbook.translated import french, renaming

if TYPE_CHECKING:
    from pathlib import Path

    from tests.books import Book

ENGLISH, FRENCH = often((SLIPS[::7], SLIPS[3::7]), (SLIPS, SLIPS))
ROWS = often(400, 3000)
LEFT_OPEN = re.compile(r"[{}]|\b(?:None|True|False)\b")
MOST_FALSE = 2 / 1000


def of_its_cell(slip: Slip, book: Book, path: Path, language: str) -> list[str]:
    """The rules told of the cell where the slip is, and nothing unfinished among their sentences."""
    touch = renaming(slip.touch) if slip.touch and language == "fr" else slip.touch
    found = cleaned(path, book, touch).problems
    sheet = tabs.KEYS[key(slip.tab)]
    here = [one for one in found if key(one.cell.sheet) in {key(sheet.name), key(sheet.fr)}]
    told = [one for one in here if one.cell.address == slip.cell]
    assert [one for one in told if LEFT_OPEN.search(one.message + one.fix) or not one.fix] == []
    return [one.rule for one in told]


def test_there_are_many_kinds_of_slips_and_each_is_another() -> None:
    assert len({slip.what for slip in SLIPS}) == len(SLIPS) > 200


@pytest.mark.parametrize("slip", ENGLISH, ids=lambda slip: slip.what)
def test_a_slip_is_told_at_its_cell(slip: Slip, tmp_path: Path) -> None:
    assert set(slip.rules) & set(of_its_cell(slip, slip.change(sound()), tmp_path, "en"))


@pytest.mark.parametrize("slip", FRENCH, ids=lambda slip: slip.what)
def test_a_slip_in_a_french_workbook_is_told_at_its_cell(slip: Slip, tmp_path: Path) -> None:
    assert set(slip.rules) & set(of_its_cell(slip, french(slip.change(sound())), tmp_path, "fr"))


def test_the_sound_workbook_is_sound_in_french_too(tmp_path: Path) -> None:
    found = cleaned(tmp_path, french(sound()))
    assert (found.record.language, found.problems) == ("fr", ())


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("with_organisations", [True, False])
def test_of_rows_without_a_fault_hardly_any_is_complained_of(
    with_organisations: bool,  # noqa: FBT001 - a parameter of the test
    language: str,
    tmp_path: Path,
) -> None:
    book = clean(ROWS, 7, language)
    if not with_organisations:
        del book["Organisations"]
    rows = sum(len(lines) - 1 for lines in book.values())
    found = cleaned(tmp_path, french(book) if language == "fr" else book).problems
    wronged = {(one.cell.sheet, one.cell.row) for one in found}
    assert len(wronged) <= MOST_FALSE * rows, [str(one) for one in found[:5]]
