"""Where things are: the workbook somebody means, the shelf."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows import settings

if TYPE_CHECKING:
    from tests.conftest import Python


def test_a_name_alone_means_the_file_in_inputs() -> None:
    assert settings.workbook("facial-recognition.xlsx") == settings.INPUTS / "facial-recognition.xlsx"


def test_a_tilde_means_the_home_of_whoever_types(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert settings.workbook("~/x.xlsx") == tmp_path / "x.xlsx"


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x.xlsx", "~zz/x.xlsx", "x" * 5000])
def test_a_path_that_cannot_be_stays_as_it_was_typed(typed: str) -> None:
    assert settings.workbook(typed) == Path(typed)


@pytest.mark.parametrize("named", ["my shelf", "../beside"])
def test_a_shelf_named_from_the_current_folder_stays_there_when_prefect_needs_another(
    named: str, python: Python, tmp_path: Path
) -> None:
    code = "from flows import settings; settings.for_prefect(); print(settings.outputs())"
    run = python("-c", code, OUTPUTS=named)
    assert Path(run.stdout.rstrip()) == (tmp_path / named).resolve(), run.stderr


def test_a_shelf_nobody_named_is_the_checkout_s_own(python: Python) -> None:
    code = "from flows import settings; settings.for_prefect(); print(settings.outputs())"
    run = python("-c", code, OUTPUTS="")
    assert Path(run.stdout.rstrip()) == settings.ROOT / "outputs"
