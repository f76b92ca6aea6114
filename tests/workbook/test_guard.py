"""What is refused, and how it is said."""

import io
import json
import os
import pickle
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.workbook import read
from flows.workbook.reading import child
from flows.workbook.reading.begun import Begun
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.reasons import SENTENCES
from flows.workbook.reading.refusals import Unreadable
from tests.often import often
from tests.workbook import attacks, damage, doors, lookalikes
from tests.workbook import packages as p
from tests.workbook.broken import Broken
from tests.workbook.hostile import files

BOMBS = attacks.bombs()  # the others and what they cost: test_hostile
OTHERS = [*lookalikes.others(), *damage.torn(), *attacks.hostile(), *doors.hostile()]
OF_THE_DISK = {"missing", "folder", "not_a_file", "no_permission", "open_elsewhere", "unreachable"}
OF_THE_LIMITS = {"too_large", "too_slow", "too_heavy"}
OF_THE_UNFORESEEN = {"crashed"}
OF_THE_SHEETS = {"not_a_record"}
MOST_MEMORY = 500_000_000
ROOT = Path(__file__).parents[2]


def refusal(path: Path, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read.cells(path, limits or Limits())
    return caught.value


def written(folder: Path, content: bytes, name: str = "team.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


ALONE = """
import resource, sys
from pathlib import Path
from flows.workbook import read
try:
    read.cells(Path(sys.argv[1]))
except read.Unreadable:
    pass
print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


# A process begins with its parent's peak to its name: a small one in between keeps that of the tests out.
STEP = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"


def memory_taken(path: Path) -> int:
    """The most memory, in bytes, that reading the file takes, in a process that has done nothing else."""
    ran = subprocess.run(  # noqa: S603 - this Python, on a file of ours
        [sys.executable, "-c", STEP, sys.executable, "-c", ALONE, path],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return int(ran.stdout) * (1 if sys.platform == "darwin" else 1024)


def meets_its_refusal(case: Broken, folder: Path) -> None:
    path = written(folder, case.build(), case.name)
    began = time.monotonic()
    refused = refusal(path)
    assert (refused.kind, refused.detail) == (case.kind, case.detail)
    assert time.monotonic() - began < 10
    for language in ("en", "fr"):
        assert case.is_said(refused.sentence(language))


@pytest.mark.parametrize("case", often(OTHERS[::12], OTHERS), ids=lambda case: case.what)
def test_each_broken_file_is_refused_for_its_own_reason(case: Broken, tmp_path: Path) -> None:
    meets_its_refusal(case, tmp_path)


@pytest.mark.parametrize("case", BOMBS[:3], ids=lambda case: case.what)
def test_gigabytes_in_a_small_file_are_refused_without_taking_much_memory(
    case: Broken, tmp_path: Path
) -> None:
    meets_its_refusal(case, tmp_path)
    assert memory_taken(written(tmp_path, case.build(), case.name)) < MOST_MEMORY


def test_every_refusal_there_is_has_been_met() -> None:
    of_none = OF_THE_DISK | OF_THE_LIMITS | OF_THE_SHEETS | OF_THE_UNFORESEEN
    assert {case.kind for case in files.all_refused()} | of_none == set(SENTENCES)


def test_what_nobody_foresaw_ends_in_a_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    def stumbling() -> Iterator[child.Message]:
        yield "cells", [0, []]
        raise KeyError("of a library")

    answers = io.StringIO()
    child.send(answers, stumbling())
    assert json.loads(answers.getvalue().splitlines()[-1]) == ["refused", ["crashed", None]]
    assert "of a library" in capsys.readouterr().err


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_sentence_stands_in_both_languages_with_their_own_typography(kind: str) -> None:
    refused = Unreadable(kind, "équipe.xlsx", "Réactions!C7")
    english, french = refused.sentence("en"), refused.sentence("fr")
    assert "“équipe.xlsx”" in english
    assert "«\u00a0équipe.xlsx\u00a0»" in french
    assert not re.search(r" [;:!?%»]|« ", french)
    assert english.endswith(".")
    assert french.endswith(".")
    assert not re.search(r"[{}]|None", english + french)


def test_a_refusal_survives_pickling() -> None:
    kept = pickle.dumps(Unreadable("bad_xml", "a.xlsx", "xl/workbook.xml"))
    refused = pickle.loads(kept)  # noqa: S301 - made the line before
    assert (refused.kind, refused.file, refused.detail) == ("bad_xml", "a.xlsx", "xl/workbook.xml")
    assert refused.sentence("fr") == Unreadable("bad_xml", "a.xlsx", "xl/workbook.xml").sentence("fr")


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "team.xlsx").kind == "missing"
    assert refusal(written(tmp_path, b"") / "team.xlsx").kind == "missing"
    assert refusal(tmp_path / "te\0am.xlsx").kind == "missing"


def test_a_folder_and_a_pipe_are_no_workbooks(tmp_path: Path) -> None:
    assert refusal(tmp_path).kind == "folder"
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refusal(tmp_path / "pipe.xlsx").kind == "not_a_file"


def test_a_name_too_long_for_the_disk_cannot_be_fetched(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("a" * 5000)).kind == "unreachable"


def test_a_file_kept_from_us_is_open_in_excel_on_windows_and_private_elsewhere() -> None:
    assert read.refusal_of(PermissionError(), "win32") == "open_elsewhere"
    assert read.refusal_of(PermissionError(), "linux") == "no_permission"


def test_a_link_to_a_workbook_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.xlsx").symlink_to(written(tmp_path, p.book()))
    assert read.cells(tmp_path / "link.xlsx").name == "link.xlsx"


def test_a_workbook_open_in_excel_is_read_as_last_saved(tmp_path: Path) -> None:
    written(tmp_path, b"\x03Ana" + bytes(161), "~$team.xlsx")
    assert read.cells(written(tmp_path, p.book())).cells.height == 2


def test_a_file_larger_than_allowed_is_not_read(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, bytes(1_000_001)), Limits(file_bytes=1_000_000))
    assert (refused.kind, refused.detail) == ("too_large", "1")


def test_more_filled_cells_than_allowed_are_refused(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, p.book()), Limits(values=1))
    assert (refused.kind, refused.detail) == ("too_many_values", "1")


@pytest.mark.parametrize("limits", [Limits(wall_seconds=1), Limits(cpu_seconds=1)], ids=["wall", "processor"])
def test_reading_that_takes_too_long_is_ended(limits: Limits, tmp_path: Path) -> None:
    rows = "".join(p.row(number, p.value(f"A{number}", str(number * 7919))) for number in range(1, 200_000))
    assert refusal(written(tmp_path, p.book(sheet=p.sheet(rows))), limits).kind == "too_slow"


def test_reading_that_nobody_waits_for_any_more_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(p.book())
    with pytest.raises(KeyboardInterrupt), Begun(path) as begun:
        raise KeyboardInterrupt
    with pytest.raises(Unreadable) as ended:
        begun.said()
    assert ended.value.kind == "too_heavy"  # as a process that was killed reports


def test_reading_begun_beforehand_gives_what_reading_does(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(p.book())
    with Begun(path) as begun:
        before = read.cells(begun)
    assert before.cells.equals(read.cells(path).cells)
    assert before.sha256 == read.cells(path).sha256


def test_reading_that_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    content = p.book(strings=p.strings(f"<t>{'0123456789' * 5_000_000}</t>"))
    limits = Limits(memory=120_000_000, ratio=1_000_000)
    assert refusal(written(tmp_path, content), limits).kind == "too_heavy"
