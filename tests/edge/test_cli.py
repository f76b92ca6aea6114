from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests import books, commands, reading
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Python

DAY = ("--as-of", "2020-06-15")
BRIEF = ("--language", "en", "--extent", "core")  # where the pages are not what is asked about


def files(edition: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in edition.iterdir()}


def test_build_makes_a_final_edition_and_prints_only_the_paths_of_its_pdfs(
    python: Python, workbook: Path, tmp_path: Path
) -> None:
    run = python("-m", "flows.cli", "build", workbook, *DAY)
    assert run.returncode == 0, run.stderr
    folder = Path("outputs/record/2020-06-15-01")
    assert run.stdout.splitlines() == [str(folder / f"briefing-{language}.pdf") for language in ("en", "fr")]
    kept = {path.name for path in (tmp_path / folder).iterdir()}
    documents = {"briefing-en.pdf", "briefing-fr.pdf", "briefing-en.html", "briefing-fr.html"}
    data = {"record.json", "changes.json", "problems.json", "trace.json", "digest.json", "manifest.json"}
    for_the_team = {"problems.html", "mending.json"}
    assert kept == documents | data | for_the_team
    assert "Final edition no. 1." in run.stderr
    assert "\x1b" not in run.stderr + run.stdout


def test_the_same_build_twice_gives_the_same_bytes_under_another_number(
    python: Python, workbook: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        assert python("-m", "flows.cli", "build", workbook, *DAY, *BRIEF).returncode == 0
    shelf = tmp_path / "outputs" / "record"
    assert files(shelf / "2020-06-15-01") == files(shelf / "2020-06-15-02")


def test_the_manifest_names_the_bytes_of_every_other_file(
    python: Python, workbook: Path, tmp_path: Path
) -> None:
    python("-m", "flows.cli", "build", workbook, *DAY, "--language", "fr", "--extent", "core")
    edition = tmp_path / "outputs" / "record" / "2020-06-15-01"
    told = json.loads((edition / "manifest.json").read_bytes())
    found = files(edition)
    del found["manifest.json"]
    assert told["files"] == found
    assert told["parameters"] == {
        "as_of": "2020-06-15",
        "extent": "core",
        "languages": ["fr"],
        "next": None,
        "previous": None,
    }
    assert str(tmp_path) not in (edition / "manifest.json").read_text("utf-8")


def test_the_next_edition_counts_on_from_the_final_one_before(
    python: Python, workbook: Path, tmp_path: Path
) -> None:
    python("-m", "flows.cli", "build", workbook, *DAY, *BRIEF)
    run = python("-m", "flows.cli", "build", workbook, "--as-of", "2021-05-17", *BRIEF, "--json")
    assert json.loads(run.stdout)["number"] == 2
    edition = tmp_path / "outputs" / "record" / "2021-05-17-01"
    assert json.loads((edition / "manifest.json").read_bytes())["parameters"]["previous"] == "2020-06-15-01"
    alone = python(
        "-m", "flows.cli", "build", workbook, "--as-of", "2021-05-17", *BRIEF,
        "--previous", "none", "--json",
    )  # fmt: skip
    assert json.loads(alone.stdout)["number"] == 1


def test_a_copy_of_a_process_says_what_one_begun_from_nothing_does(doubled: Path, tmp_path: Path) -> None:
    """The tests type most commands into the first; what a person starts is the second."""
    environment = {**os.environ, "PYTHONPATH": str(commands.ROOT), "LC_ALL": "C.UTF-8"}
    words = ["check", str(doubled), "--json"]
    copied = commands.typed(words, tmp_path, environment)
    begun = commands.begun([sys.executable, "-m", "flows.cli", *words], tmp_path, environment)
    assert (copied.returncode, copied.stdout, copied.stderr) == (begun.returncode, begun.stdout, begun.stderr)
    assert copied.returncode == 1
    assert "A001" in copied.stdout


def test_a_draft_is_built_says_what_holds_it_back_and_exits_1(python: Python, doubled: Path) -> None:
    run = python("-m", "flows.cli", "build", doubled, *DAY, *BRIEF)
    assert run.returncode == 1, run.stderr
    assert "draft" in run.stderr
    assert "two rows share the id A001" in run.stderr
    assert run.stdout == "outputs/record/2020-06-15-01/briefing-en.pdf\n"


def test_the_next_step_is_told_as_a_command_that_can_be_typed(
    python: Python, doubled: Path, tmp_path: Path
) -> None:
    awkward = doubled.rename(tmp_path / "l'été “1”.xlsx")
    told = python("-m", "flows.cli", "build", awkward, *DAY, "--language", "en", "--extent", "core").stderr
    command = shlex.split(told.splitlines()[-1].partition("onrecord ")[2])
    assert command == ["check", str(awkward)]
    assert python("-m", "flows.cli", *command).returncode == 1


def test_every_page_of_a_draft_says_so_in_its_own_language(
    python: Python, doubled: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(doubled)
    settings = book.create_sheet("Settings")
    settings.append(["Name", "Value"])
    settings.append(["contact", "the-editors-of-a-rather-long-address@example.org"])
    settings.append(["licence", "Creative Commons Attribution 4.0 International"])
    book.save(doubled)
    assert python("-m", "flows.cli", "build", doubled, *DAY).returncode == 1
    edition = tmp_path / "outputs" / "record" / "2020-06-15-01"
    for language, mark, reason in (
        ("en", "DRAFT", "two rows share the id A001"),
        ("fr", "PROJET", "deux lignes portent l’identifiant A001"),
    ):
        pages = reading.pages(edition / f"briefing-{language}.pdf")
        assert all(mark in page for page in pages)
        assert reason in pages[0]


def test_check_lists_every_problem_with_its_cell_and_exits_1(python: Python, doubled: Path) -> None:
    run = python("-m", "flows.cli", "check", doubled, *DAY)
    assert run.returncode == 1
    places = [line.split("  ")[0] for line in run.stdout.splitlines()]
    assert "Announcements!A2" in places
    assert "Announcements!A3" in places
    assert "would be a draft" in run.stderr
    assert re.search(r"\n\d+ of its \d+ rows would be set aside", run.stderr)


def test_check_says_so_where_no_row_would_be_printed(python: Python, tmp_path: Path) -> None:
    book = books.minimal()
    del book["Announcements"][2:], book["Reactions"][1:]
    books.put(book, "Announcements", 2, "id", "x-1")
    run = python("-m", "flows.cli", "check", books.written(tmp_path / "record.xlsx", book), *DAY)
    assert "None of its rows would be printed" in run.stderr
    books.put(book, "Announcements", 2, "id", "A001")
    run = python("-m", "flows.cli", "check", books.written(tmp_path / "record.xlsx", book), *DAY)
    assert "printed" not in run.stderr


def test_check_ends_with_the_blank_cell_that_would_unlock_most_and_standard_output_has_complaints_only(
    python: Python, tmp_path: Path
) -> None:
    path = books.written(
        tmp_path / "record.xlsx", books.put(books.sound(), "Announcements", 2, "users", None)
    )
    for locale, words in (
        (
            "C.UTF-8",
            "The blank cell that would unlock most is Announcements!M2: one comparison of a commitment",
        ),
        (
            "fr_FR.UTF-8",
            "La cellule vide qui débloquerait le plus est Announcements!M2\u00a0: une comparaison",
        ),
    ):
        run = python("-m", "flows.cli", "check", path, *DAY, LC_ALL=locale)
        assert run.stdout == ""
        assert run.stderr.splitlines()[-1].startswith(words)


def test_check_as_json_is_what_the_edition_keeps(python: Python, doubled: Path, tmp_path: Path) -> None:
    told = json.loads(python("-m", "flows.cli", "check", doubled, "--json").stdout)
    python("-m", "flows.cli", "build", doubled, *DAY, *BRIEF)
    kept = tmp_path / "outputs" / "record" / "2020-06-15-01" / "problems.json"
    assert told == json.loads(kept.read_bytes())
    assert told[0].keys() == {"sheet", "cell", "row", "header", "severity", "rule", "found", "message", "fix"}


def test_findings_are_what_the_edition_keeps(python: Python, workbook: Path, tmp_path: Path) -> None:
    run = python("-m", "flows.cli", "findings", workbook, *DAY)
    assert run.returncode == 0, run.stderr
    python("-m", "flows.cli", "build", workbook, *DAY, *BRIEF)
    kept = tmp_path / "outputs" / "record" / "2020-06-15-01" / "record.json"
    assert run.stdout == kept.read_text("utf-8")


def test_findings_with_rows_set_aside_exit_1(python: Python, doubled: Path) -> None:
    run = python("-m", "flows.cli", "findings", doubled, *DAY)
    assert run.returncode == 1
    assert json.loads(run.stdout)["release"] == "draft"


def test_a_result_that_cannot_be_written_is_not_blamed_on_the_workbook(workbook: Path) -> None:
    with Path(os.devnull).open("rb") as nowhere:  # a stream that takes nothing
        run = subprocess.run(  # noqa: S603 - this very Python
            [sys.executable, "-m", "flows.cli", "findings", str(workbook), *DAY],
            stdout=nowhere,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.decode().startswith("The result could not be written: ")
    assert run.stderr.count(b"\n") == 1


def test_a_reader_who_leaves_early_is_no_failure(doubled: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - this very Python
        [sys.executable, "-m", "flows.cli", "check", str(doubled), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read().decode()
        assert run.wait(60) == 1
    assert "Traceback" not in said
    assert "Broken pipe" not in said


def test_outputs_that_cannot_be_are_told_before_any_work(python: Python, workbook: Path) -> None:
    run = python("-m", "flows.cli", "build", workbook, *DAY, "--outputs", workbook)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "is a file where a folder is needed" in run.stderr


@pytest.mark.parametrize(
    ("locale", "words"),
    [("C.UTF-8", "The pages could not be drawn"), ("fr_FR.UTF-8", "Les pages n’ont pas pu")],
)
def test_a_temporary_folder_without_room_is_told_by_its_name(
    locale: str, words: str, python: Python, workbook: Path, tmp_path: Path
) -> None:
    code = (
        "import sys, tempfile, resource; from pathlib import Path\n"
        "tempfile.tempdir = sys.argv.pop(1); Path(tempfile.tempdir).mkdir()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "from flows import cli; sys.exit(cli.main(sys.argv[1:]))\n"
    )
    folder = tmp_path / "small"
    run = python("-c", code, folder, "build", workbook, *DAY, "--language", "en", LC_ALL=locale)
    assert run.returncode == 2
    last = run.stderr.splitlines()[-1]
    assert last.startswith(words)
    assert str(folder) in last
    assert "TMPDIR" in last
