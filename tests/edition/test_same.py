"""An edition made from the very same before is found again, and no other is taken for it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from flows.document.paper import versions
from flows.edition import manifest, same, store
from tests.edition.orders import asked

ASKED = asked()
FILES = {"briefing-en.pdf": b"%PDF- one", "record.json": b"{}\n"}
NONE = Path("no templates")


def kept(outputs: Path, order: manifest.Asked, engine: str = "1.50") -> Path:
    sealed = manifest.seal(manifest.Made(order, "final", ()), FILES, NONE, {"pango": engine})
    return store.keep(outputs, "record", order.as_of, FILES | {manifest.NAME: sealed})


def found(outputs: Path, order: manifest.Asked, engine: str = "1.50") -> Path | None:
    return same.same(outputs, order, NONE, lambda: {"pango": engine})


def test_the_newest_edition_of_the_very_same_is_found(tmp_path: Path) -> None:
    kept(tmp_path, ASKED)
    newest = kept(tmp_path, ASKED)
    assert found(tmp_path, ASKED) == newest


@pytest.mark.parametrize(
    "other",
    [
        {"sha256": "1" * 64},
        {"workbook": "Record.xlsx"},
        {"as_of": date(2020, 6, 16)},
        {"next_on": date(2020, 7, 1)},
        {"languages": ("en",)},
        {"languages": ("fr", "en")},
        {"extent": "core"},
        {"previous": "2020-06-10-01"},
        {"number": 2},
        {"logo": ("logo.png", "2" * 64)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_whatever_was_asked_otherwise_is_made_anew(other: dict[str, object], tmp_path: Path) -> None:
    kept(tmp_path, ASKED)
    assert found(tmp_path, asked(**other)) is None


def test_so_is_what_another_version_laid_out(tmp_path: Path) -> None:
    kept(tmp_path, ASKED)
    assert found(tmp_path, ASKED, engine="1.51") is None


def test_an_edition_whose_file_was_altered_or_lost_is_not_handed_out_again(tmp_path: Path) -> None:
    folder = kept(tmp_path, ASKED)
    (folder / "briefing-en.pdf").write_bytes(b"%PDF- two")
    assert found(tmp_path, ASKED) is None
    (folder / "briefing-en.pdf").unlink()
    assert found(tmp_path, ASKED) is None


def test_a_manifest_that_is_no_json_counts_for_nothing(tmp_path: Path) -> None:
    folder = kept(tmp_path, ASKED)
    (folder / manifest.NAME).write_bytes(b"[]")
    assert found(tmp_path, ASKED) is None
    (folder / manifest.NAME).write_bytes(b"{")
    assert found(tmp_path, ASKED) is None


def test_our_own_code_is_one_of_the_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "record").mkdir()
    rule = tmp_path / "record" / "status.py"
    rule.write_text("one", encoding="utf-8")
    monkeypatch.setattr(versions, "HOUSE", tmp_path)
    before = manifest.versions(tmp_path, {})["code"]
    rule.write_text("two", encoding="utf-8")
    assert manifest.versions(tmp_path, {})["code"] != before


def test_one_kept_before_the_instant_named_does_not_count(tmp_path: Path) -> None:
    folder = kept(tmp_path, ASKED)
    at = same.kept_at(folder)

    def since(instant: datetime) -> Path | None:
        return same.same(tmp_path, ASKED, NONE, lambda: {"pango": "1.50"}, instant)

    assert since(at) == folder
    assert since(at + timedelta(seconds=1)) is None
