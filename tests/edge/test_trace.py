"""`trace.json` in an edition's folder: the pages and the record beside it bear out what it names."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows import printing
from flows.edition import manifest
from flows.order import Order
from tests import reading

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document import Extent
    from flows.report import Edition


def built(workbook: Path, shelf: Path, extent: Extent) -> Edition:
    return printing.build(workbook, Order(date(2020, 6, 15), extent=extent), shelf, lambda _: None)


@pytest.mark.parametrize("extent", ["core", "full"])
def test_the_trace_of_an_edition_names_its_own_pages_and_rows(
    workbook: Path, tmp_path: Path, extent: Extent
) -> None:
    edition = built(workbook, tmp_path / "shelf", extent)
    told = json.loads((edition.folder / "trace.json").read_bytes())["languages"]
    assert told.keys() == {"en", "fr"}
    rows = (edition.folder / "record.json").read_text(encoding="utf-8")
    for language, trace in told.items():
        pages = len(reading.pages(edition.folder / f"briefing-{language}.pdf"))
        on = {page for passage in trace["passages"] for page in passage["pages"]}
        assert on == set(range(1, pages + 1))
        named = {row for passage in trace["passages"] for row in passage["rows"]}
        assert {"A001", "R001.1", "Q001"} <= named
        assert [row for row in named if f'"{row}"' not in rows] == []


def test_the_trace_is_sealed_with_the_rest_and_the_same_bytes_each_time(
    workbook: Path, tmp_path: Path
) -> None:
    once, again = (built(workbook, tmp_path / shelf, "core").folder for shelf in ("one", "other"))
    content = (once / "trace.json").read_bytes()
    sealed = json.loads((once / manifest.NAME).read_bytes())["files"]
    assert sealed["trace.json"] == manifest.fingerprint(content)
    assert (again / "trace.json").read_bytes() == content
