"""Cells of the shipped workbook changed at random: an edition comes of it all the same, and lacks no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.document import making, shaken

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document import Extent


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "language", "extent"), [(100, "en", "full"), (101, "fr", "core")])
def test_whatever_stands_in_its_cells_the_edition_is_whole(
    seed: int, language: str, extent: Extent, tmp_path: Path
) -> None:
    path = tmp_path / "record.xlsx"
    assert len(set(shaken.shaken(path, seed))) == shaken.AT_ONCE
    pages, lost = shaken.lost(path, making.FOUNDING, language, extent)
    assert lost == ()
    assert pages > (20 if extent == "full" else 1)
