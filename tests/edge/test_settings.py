"""Where things are: the workbook somebody means."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows import settings


def test_a_name_alone_means_the_file_in_inputs() -> None:
    assert settings.workbook("facial-recognition.xlsx") == settings.INPUTS / "facial-recognition.xlsx"


def test_a_tilde_means_the_home_of_whoever_types(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert settings.workbook("~/x.xlsx") == tmp_path / "x.xlsx"


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x.xlsx", "~zz/x.xlsx", "x" * 5000])
def test_a_path_that_cannot_be_stays_as_it_was_typed(typed: str) -> None:
    assert settings.workbook(typed) == Path(typed)
