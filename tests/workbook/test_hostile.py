"""Files made to harm whoever opens them: what is said of each, what it costs, and where it is read.

Renew the sentences with `THOROUGH=1 python -m tests.workbook.test_hostile`; read the difference before it is
committed.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.often import often
from tests.workbook.broken import Broken
from tests.workbook.hostile import files
from tests.workbook.hostile.tame import Tame

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
EVERY = often(3, 1)  # so-manieth file is read: more than 120, or all
SEEN = files.everything()[::EVERY]
REFUSED = [case for case in SEEN if isinstance(case, Broken)]
READ = [case for case in SEEN if isinstance(case, Tame)]
MOST_MEMORY, MOST_SECONDS = 300_000_000, 8
pytestmark = pytest.mark.xdist_group("hostile")  # one process tells of all of them, once


@cache
def told() -> dict[str, dict[str, Any]]:
    """What came of each file, by what it is."""
    return _told("forked", EVERY)


def _told(program: str, *arguments: object) -> dict[str, dict[str, Any]]:
    ran = subprocess.run(  # noqa: S603 - this Python, on files of ours
        [sys.executable, "-m", f"tests.workbook.hostile.{program}", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
        timeout=500,
    )
    return {line["what"]: line for line in map(json.loads, ran.stdout.splitlines())}


def sentences(language: str) -> dict[str, str]:
    """What is said of each file that is refused, by what it is."""
    return {case.what: told()[case.what][language] for case in REFUSED}


def golden(language: str) -> Path:
    """Where the sentences that a person has read are kept, a line each."""
    return GOLDEN / f"refusals-{language}.txt"


def test_no_two_files_are_the_same_trick() -> None:
    names = [case.what for case in files.everything()]
    assert len(names) == len(set(names))
    assert len(files.refused()) >= 120
    assert len(SEEN) >= 120


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.what)
def test_each_hostile_file_is_refused_for_what_it_is(case: Broken) -> None:
    outcome = told()[case.what]
    assert (outcome.get("kind"), outcome.get("detail")) == (case.kind, case.detail)
    assert case.is_said(outcome["en"])
    assert case.is_said(outcome["fr"])


@pytest.mark.parametrize("case", READ, ids=lambda case: case.what)
def test_what_only_looks_dangerous_is_read_to_the_letter(case: Tame) -> None:
    outcome = told()[case.what]
    assert outcome.get("cells") == {address: list(cell) for address, cell in case.cells.items()}, outcome
    assert outcome["links"] == case.links
    assert (tuple(outcome["hidden"]), tuple(outcome["tabs"])) == (case.hidden, case.tabs)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_refusal_is_said_in_the_words_a_person_has_read(language: str) -> None:
    kept = golden(language).read_text(encoding="utf-8").splitlines()
    said = [f"{what}: {sentence}" for what, sentence in sentences(language).items()]
    assert said == [line for line in kept if line in set(said)]
    assert len(kept) == len(files.all_refused())


def test_no_hostile_file_costs_much_time_or_memory() -> None:
    dear = {
        what: (outcome["seconds"], outcome["memory"])
        for what, outcome in told().items()
        if outcome["seconds"] > MOST_SECONDS or outcome["memory"] > MOST_MEMORY or outcome["ended"]
    }
    assert dear == {}


def test_most_hostile_files_are_told_in_a_moment() -> None:
    seconds = sorted(outcome["seconds"] for outcome in told().values())
    assert seconds[len(seconds) * 9 // 10] < 1


def test_no_hostile_file_is_taken_apart_in_the_process_of_the_flow(tmp_path: Path) -> None:
    whole = _told("whole", tmp_path, often(24, 1))
    assert whole.pop("loaded")["modules"] == []
    assert {what: line["touched"] for what, line in whole.items() if line["touched"]} == {}
    for what, line in whole.items():
        keys = {"kind", "detail", "en", "cells"} & line.keys()
        assert {key: line[key] for key in keys} == {key: told()[what][key] for key in keys}
    assert len(whole) >= 20


if __name__ == "__main__":
    for each in ("en", "fr"):
        lines = [f"{what}: {sentence}\n" for what, sentence in sentences(each).items()]
        golden(each).write_text("".join(lines), encoding="utf-8")
