from __future__ import annotations

import json
import shutil
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows import earlier, printing
from flows.order import Order
from tests import books, reading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

pytestmark = [pytest.mark.xdist_group("diff"), pytest.mark.usefixtures("drawn_here")]


def a_year_on() -> books.Book:
    """The sound book later: a name put right, a demand retired, a statement gone, one found late."""
    book = deepcopy(books.SOUND)
    announcements, reactions = book["Announcements"], book["Reactions"]
    announcements[2][4] = "Stops offering facial recognition"
    reactions[2][-1] = "entered twice"
    reactions[3][0], reactions[3][2] = "R003", "9 June 2020"
    return book


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An edition of the sound book, and one of it a year on: the core in English."""
    shelf = tmp_path_factory.mktemp("shelf")
    made = []
    for book, as_of in ((books.SOUND, date(2020, 6, 15)), (a_year_on(), date(2021, 6, 15))):
        path = books.written(shelf / "record.xlsx", book)
        before = earlier.before(shelf, path.name, as_of)
        order = Order(as_of, languages=("en",), extent="core", previous=before)
        made.append(printing.build(path, order, shelf, lambda _: None))
    assert [one.holds for one in made] == [(), ("vanished_id:R002",)]
    return made[0].folder, made[1].folder


def test_diff_tells_row_by_row_what_changed_and_exits_1(python: Python, two: tuple[Path, Path]) -> None:
    run = python("-m", "flows.cli", "diff", *two)
    assert run.returncode == 1
    lines = run.stdout.splitlines()
    days = ("15\u00a0June 2020", "15\u00a0June 2021")
    first, last = (
        f"edition {day}-01 (as of {on})" for day, on in zip(("2020-06-15", "2021-06-15"), days, strict=True)
    )
    assert lines[0] == f"From {first} to {last}:"
    assert lines[1].startswith(
        "R002 (Police union, statement, June 2020) was in the previous edition; no row has that id now"
    )
    assert any(line.startswith("New: A003, Amazon, moratorium. 18\u00a0May 2021.") for line in lines)
    assert any(line.startswith("Found late: R003, Police union.") for line in lines)
    assert any(
        line.startswith("Corrected by us: A002, IBM, withdrawal. Summary: was “Stops offering general")
        for line in lines
    )
    assert (
        "Taken out of the record by us: R001.1, ACLU, demand, 10\u00a0June 2020. Reason: entered twice."
        in lines
    )


def test_the_edition_holds_what_diff_finds_whichever_comes_first(
    python: Python, two: tuple[Path, Path]
) -> None:
    kept = json.loads((two[1] / "changes.json").read_bytes())
    for pair in (two, two[::-1]):
        assert json.loads(python("-m", "flows.cli", "diff", *pair, "--json").stdout) == kept
    assert kept["vanished"] == [{"sheet": "reactions", "id": "R002", "perhaps": []}]


def test_the_first_edition_says_that_there_is_none_before(python: Python, two: tuple[Path, Path]) -> None:
    assert python("-m", "flows.cli", "diff", two[0], two[0]).returncode == 0
    first = json.loads((two[0] / "changes.json").read_bytes())
    assert (first["previous"], first["changes"]) == (None, [])
    words = reading.squeezed(reading.text(two[0] / "briefing-en.pdf"))
    assert reading.squeezed("First edition of this record") in words


def test_the_page_says_what_changed_since_which_edition(two: tuple[Path, Path]) -> None:
    words = reading.squeezed(reading.text(two[1] / "briefing-en.pdf"))
    for told in (
        "What changed since edition no. 1 (15 June 2020)",
        "Found late: 1 statement.",
        "without having been retired: 1.",
    ):
        assert reading.squeezed(told) in words


def test_what_is_no_edition_cannot_be_compared(
    python: Python, two: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    run = python("-m", "flows.cli", "diff", two[0], "empty")
    assert run.returncode == 2
    assert "“empty” is not an edition" in run.stderr
    broken = shutil.copytree(two[0], tmp_path / "2020-06-15-01")
    (broken / "record.json").write_text("{}", encoding="utf-8")
    run = python("-m", "flows.cli", "diff", broken, two[1])
    assert run.returncode == 2
    assert "holds no record.json that can be read" in run.stderr
    assert "Traceback" not in run.stderr
