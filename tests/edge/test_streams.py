"""A stream that is closed or full, a reader who leaves, Ctrl-C: what is said, what is kept, the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows import terminal
from tests.conftest import ROOT, Python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="what a shell on Unix does with streams")
DAY = ("--as-of", "2020-06-15", "--language", "en", "--extent", "core")
KEPT = "The edition is kept in outputs/record/2020-06-15-01."
FULL = Path("/dev/full")


def run(turned: str, *words: object) -> subprocess.CompletedProcess[str]:
    """`onrecord` with these words, its streams turned as a shell does."""
    return subprocess.run(  # noqa: S603 - this very Python
        ["/bin/sh", "-c", f'exec "$0" -m flows.cli "$@" {turned}', sys.executable, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("turned", [">&-", ">/dev/full"])
def test_an_edition_whose_paths_cannot_be_printed_is_said_to_be_kept(
    turned: str, workbook: Path, here: Path
) -> None:
    if "full" in turned and not FULL.exists():
        pytest.skip("only Linux has such a stream")
    told = run(turned, "build", workbook, *DAY)
    assert told.returncode == 0
    assert (here / "outputs/record/2020-06-15-01/briefing-en.pdf").is_file()
    last = told.stderr.splitlines()[-1]
    assert last.startswith("The result could not be written: ")
    assert last.endswith(KEPT)
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("turned", ["2>&-", "<&-", ">&- 2>&- <&-"])
def test_an_edition_is_made_though_nobody_can_be_told(turned: str, workbook: Path, here: Path) -> None:
    told = run(turned, "build", workbook, *DAY)
    assert told.returncode == 0
    assert (here / "outputs/record/2020-06-15-01/briefing-en.pdf").is_file()
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("turned", [">&-", "2>&-", ">&- 2>&-"])
def test_nothing_built_is_2_whatever_stream_is_closed(turned: str, here: Path) -> None:
    assert here.is_dir()
    told = run(turned, "build", "nowhere.xlsx")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("words", [["check"], ["findings"]])
def test_results_that_have_nowhere_to_go_are_said_to_be_unwritten(words: list[str], doubled: Path) -> None:
    told = run(">&-", *words, doubled)
    assert told.returncode == 2
    assert told.stderr.startswith("The result could not be written: ")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"]])
def test_help_that_cannot_be_written_is_no_success(words: list[str]) -> None:
    told = run(">&-", *words)
    assert told.returncode == 2
    assert told.stderr.startswith("The result could not be written: ")
    assert told.stderr.count("\n") == 1


def test_a_reader_of_the_complaints_who_leaves_stops_no_build(workbook: Path, here: Path) -> None:
    told = run("2>&1 >paths | true; while [ ! -s paths ]; do sleep 0.1; done", "build", workbook, *DAY)
    assert told.returncode == 0
    assert (here / "paths").read_text() == "outputs/record/2020-06-15-01/briefing-en.pdf\n"


@pytest.mark.parametrize(("module", "door"), [("polars", "flows.cli"), ("prefect", "flows.briefing")])
def test_ctrl_c_while_all_is_still_loading_ends_in_a_sentence_and_130(
    module: str, door: str, python: Python, workbook: Path, tmp_path: Path
) -> None:
    (tmp_path / f"{module}.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGINT)\n")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    words = ["check", workbook] if door == "flows.cli" else []
    told = python("-m", door, *words, PYTHONPATH=path, PREFECT_SERVER_API_PORT="1")
    assert told.returncode == 130
    assert told.stdout == ""
    assert told.stderr.splitlines()[-1] == "Stopped. Nothing was kept."
    assert "Traceback" not in told.stderr


def test_what_stumbles_over_ctrl_c_is_told_as_stopped(python: Python) -> None:
    code = (
        "from flows import terminal\n"
        "def work():\n"
        "    try: raise KeyboardInterrupt\n"
        "    finally: raise ValueError('Task run is not set')\n"
        "raise SystemExit(terminal.in_sentences(work))"
    )
    told = python("-c", code, LC_ALL="fr_FR.UTF-8")
    assert (told.returncode, told.stdout, told.stderr) == (130, "", "Arrêté. Rien n’a été conservé.\n")
    assert not terminal.by_ctrl_c(ValueError())


def test_ctrl_c_while_the_paths_are_printed_says_what_is_kept(python: Python) -> None:
    code = (
        "from flows import terminal\n"
        "def work():\n"
        "    with terminal.all_the_same('The edition is kept in outputs.'): raise KeyboardInterrupt\n"
        "raise SystemExit(terminal.in_sentences(work))"
    )
    told = python("-c", code)
    assert (told.returncode, told.stderr) == (130, "Stopped. The edition is kept in outputs.\n")
