"""What the README promises: its commands exist, its complaint is the one a person gets, its map is true."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import flows
from flows import usage
from flows.workbook import clean, read
from tests import reading

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.findall(r"^```(\w*)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
BLOCKS = [block for language, block in FENCED if not language]
COMMANDS = [line.removeprefix("$ ") for block in BLOCKS for line in block.splitlines()]


def test_every_make_command_of_the_readme_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", README))
    assert {"briefing", "test", "help", "ui", "check", "pictures"} <= named
    assert named - targets == set()


def test_the_two_commands_come_first() -> None:
    assert COMMANDS[:2] == ["make briefing", "make test"]


@pytest.mark.parametrize(
    "typed",
    [line for line in COMMANDS if line.startswith(".venv/bin/onrecord")],
    ids=lambda line: line.split()[1],
)
def test_every_onrecord_command_of_the_readme_is_understood(typed: str) -> None:
    words = shlex.split(typed)[1:]
    assert usage.parser().parse_args(words)
    assert words[1].startswith(("outputs/", "--")) or (ROOT / words[1]).is_file()


def test_the_complaint_shown_is_the_one_a_person_gets(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(ROOT / "inputs" / "facial-recognition.xlsx")
    book["Reactions"]["C7"] = "10/06/2020"
    book.save(tmp_path / "record.xlsx")
    told = [str(problem) for problem in clean.record(read.cells(tmp_path / "record.xlsx")).problems]
    assert len(told) == 1
    assert told[0] in README


def test_the_lines_for_a_notebook_make_the_pdf_they_name_without_loading_prefect(tmp_path: Path) -> None:
    (lines,) = [block for language, block in FENCED if language == "python"]
    (tmp_path / "inputs").mkdir()
    shutil.copy(ROOT / "inputs" / "facial-recognition.xlsx", tmp_path / "inputs")
    code = f"{lines}\nimport sys\nassert 'prefect' not in sys.modules"
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    first = reading.pages((tmp_path / "briefing-fr.pdf").read_bytes())[0]
    assert "Situation au 15 juin 2020" in " ".join(first.split())


def on_the_map() -> tuple[set[str], set[str]]:
    """What the README's map names: inside flows/, and beside it."""
    chart = next(block for block in BLOCKS if block.startswith("flows/"))
    inside = re.findall(r"^  (\S+)", chart, re.MULTILINE)
    return set(inside), set(re.findall(r"^(\S+/)", chart, re.MULTILINE))


def in_the_tree(folder: Path) -> set[str]:
    """What a folder holds that is ours, folders with a stroke at the end."""
    folders = {f"{path.name}/" for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._"}
    return folders | {path.name for path in folder.glob("*.py") if path.name != "__init__.py"}


def test_every_file_and_folder_on_the_map_exists() -> None:
    inside, beside = on_the_map()
    assert [name for name in inside if not (ROOT / "flows" / name).exists()] == []
    assert [name for name in beside - {"outputs/"} if not (ROOT / name).exists()] == []


def test_every_file_and_folder_is_on_the_map() -> None:
    inside, beside = on_the_map()
    assert in_the_tree(ROOT / "flows") - inside == set()
    assert in_the_tree(ROOT) - beside == set()


def test_the_package_s_own_map_names_every_file_and_room() -> None:
    named = set(re.findall(r"\w+/?", flows.__doc__ or ""))
    assert {name.removesuffix(".py") for name in in_the_tree(ROOT / "flows")} - named == set()


def test_the_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
