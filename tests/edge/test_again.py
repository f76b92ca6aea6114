"""An old edition made again from its workbook and what its own record tells (R9's snapshots stay true)."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows import earlier, printing
from flows.order import Order
from tests import books
from tests.often import AT_LENGTH

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("extent", ["core", pytest.param("full", marks=AT_LENGTH)])
def test_an_old_edition_made_again_from_what_its_record_tells_has_the_same_bytes(
    tmp_path: Path, extent: str
) -> None:
    path = books.written(tmp_path / "record.xlsx", books.sound())
    folder = tmp_path
    for as_of, next_on in (
        (date(2020, 6, 15), None),
        (date(2021, 5, 17), date(2021, 6, 15)),
        (date(2021, 6, 15), None),
    ):
        before = earlier.before(tmp_path, path.name, as_of)
        order = Order(as_of, next_on, languages=("fr",), extent=extent, previous=before)  # type: ignore[arg-type]
        made = printing.build(path, order, tmp_path, lambda _: None)
        folder = made.folder if next_on else folder
    told = json.loads((folder / "record.json").read_bytes())
    again = Order(
        date.fromisoformat(told["as_of"]),
        date.fromisoformat(told["next"]),
        languages=("fr",),
        extent=extent,  # type: ignore[arg-type]
        previous=earlier.chosen(folder.parent / told["previous"], date.fromisoformat(told["as_of"])),
    )
    made = printing.build(path, again, tmp_path, lambda _: None)
    assert made.folder != folder
    assert {file.name: file.read_bytes() for file in made.folder.iterdir()} == {
        file.name: file.read_bytes() for file in folder.iterdir()
    }
