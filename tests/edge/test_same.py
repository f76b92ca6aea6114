"""The same bytes every time: whatever the hash seed, the time zone, the locale, the home and the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from flows import keeping
from tests import books
from tests.conftest import ROOT
from tests.document import shipped
from tests.often import AT_LENGTH, often

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document import Extent

FULL = often(2, 8)  # builds
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu")
LOCALES = ("C.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "C", "de_DE.UTF-8")


def made(workbook: Path, number: int, folder: Path, extent: Extent = "full") -> dict[str, str]:
    """A fingerprint of each file of the edition, built in that folder by a process of its own."""
    (folder / "home").mkdir(parents=True)
    run = subprocess.run(  # noqa: S603 - this very Python
        [
            *(sys.executable, "-m", "flows.cli", "build", str(workbook), "--as-of", "2020-06-15"),
            *("--previous", "none", "--outputs", str(folder / "outputs"), "--extent", extent),
        ],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": str(number * 7919),
            "TZ": ZONES[number % len(ZONES)],
            "LC_ALL": LOCALES[number % len(LOCALES)],
            "HOME": str(folder / "home"),
        },
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert run.returncode in {0, 1}, run.stderr
    (edition,) = (folder / "outputs").glob("*/2020-06-15-01")
    return files(edition)


def files(edition: Path) -> dict[str, str]:
    """A fingerprint of each file of the edition."""
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in edition.iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize(("extent", "builds"), [("full", FULL), pytest.param("core", 12, marks=AT_LENGTH)])
def test_all_builds_give_the_same_bytes_in_every_file(extent: Extent, builds: int, tmp_path: Path) -> None:
    workbook = books.written(tmp_path / "record.xlsx", books.sound())
    editions = [made(workbook, number, tmp_path / str(number), extent) for number in range(builds)]
    assert {"briefing-en.pdf", "briefing-fr.pdf", "briefing-fr.html", "record.json"} <= editions[0].keys()
    assert [number for number, files in enumerate(editions) if files != editions[0]] == []


@pytest.mark.slow
@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("name", ["small", pytest.param("shipped", marks=AT_LENGTH)])
def test_a_process_of_its_own_gives_the_same_bytes_as_this_one(name: str, tmp_path: Path) -> None:
    small = books.written(tmp_path / "record.xlsx", books.sound())
    workbook = shipped.WORKBOOK if name == "shipped" else small
    here = keeping.keep(tmp_path, shipped.ORDER, shipped.examined(workbook), shipped.edition(workbook))
    assert files(here.folder) == made(workbook, 1, tmp_path / "apart")
