"""What the steps refuse, in sentences for whoever asked."""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows import printing, steps
from flows.order import Order
from flows.workbook.read import Unreadable
from tests import books


def test_rows_that_do_not_add_up_are_refused_with_their_figures_in_both_languages(workbook: Path) -> None:
    cleaned = steps.clean(steps.read(workbook))
    sheets = tuple(replace(one, read=one.read + 1) for one in cleaned.record.sheets[:1])
    lost = replace(cleaned, record=replace(cleaned.record, sheets=(*sheets, *cleaned.record.sheets[1:])))
    with pytest.raises(steps.DoesNotAddUp) as refused:
        steps.find(lost, Order(date(2020, 6, 15)))
    assert isinstance(refused.value, steps.REFUSALS)
    kept = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 - what was pickled on the line itself
    english, french = kept.sentence("en"), kept.sentence("fr")
    assert english != french
    for sentence in (english, french):
        assert "announcements: 4 ≠ 2 + 0 + 1 + 0 + 0" in sentence


def test_what_is_read_is_named_also_where_a_path_has_no_last_name(tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(Unreadable):
        printing.build(Path(), Order(date(2020, 6, 15)), tmp_path, told.append)
    assert told == ["Reading ."]


def test_a_logo_is_printed_and_its_fingerprint_kept(workbook: Path, tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>'
    (workbook.parent / "logo.svg").write_text(drawing, encoding="utf-8")
    book = books.sound() | {"Settings": [["name", "value"], ["logo", "logo.svg"]]}
    order = Order(date(2020, 6, 15), languages=("en",), extent="core")
    manifests = []
    for name in ("once", "again"):
        made = printing.build(books.written(workbook, book), order, tmp_path / name, lambda _: None)
        manifests.append(json.loads((made.folder / "manifest.json").read_bytes()))
    kept = [(one["logo"], one["files"]["briefing-en.pdf"]) for one in manifests]
    assert kept[0] == kept[1]
    fingerprint = hashlib.sha256(drawing.encode()).hexdigest()
    assert kept[0][0] == {"name": "logo.svg", "sha256": fingerprint}
