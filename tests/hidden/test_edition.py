"""Nothing the team keeps to itself is in any file of an edition, nor in what the command line says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows import earlier, keeping, printing, steps
from flows.edition.guard import leaks
from flows.edition.refusals import CannotKeep
from flows.order import Order
from flows.workbook.unprinted import unprinted
from tests import books
from tests.hidden import book
from tests.hidden.search import found

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from tests.conftest import Python

# In one group, so that its editions are made once.
pytestmark = [pytest.mark.xdist_group("hidden"), pytest.mark.usefixtures("drawn_here")]
QUOTED = {"unknown setting", "value that is no number"}
"""What a complaint has to quote, since it stands in view in a cell that has to be mended: in problems.json,
in what `check` prints and on the run's page, all of which only the team sees; in nothing that goes out."""

ENTERED = "who entered a row with a blank worth filling"
"""Told beside the blank cell, so that those who keep the workbook can ask each other: in two files, neither
of which goes out, and in no other. Who entered any other row is told nowhere."""

DECIDED = {"reason of a decision", "who decided"}
"""Told on the team's page beside the complaint that is not repeated, and nowhere else."""

ALLOWED = {
    "problems.json": QUOTED,
    "problems.html": QUOTED | {ENTERED} | DECIDED,
    "mending.json": {ENTERED},
}

WORKBOOK_AGAIN = "to-fix.xlsx"  # the team's own, all of it, with notes: for the team, and never sent

DAYS = (
    *("1987-03-11", "1988-04-12", "1989-05-13", "11 March 1987", "12 April 1988", "13 May 1989"),
    *("11 mars 1987", "12 avril 1988", "13 mai 1989"),
)
"""When a row was typed and read again, and when something was decided: days of the team's work."""


class Kept:
    """The workbook, and two editions of it, the second held against the first."""

    def __init__(self, folder: Path) -> None:
        """Make them."""
        self.workbook = book.written(folder)
        self.outputs = folder / "outputs"
        first = self._made(Order(date(2020, 6, 12)))
        self.editions = (first, self._made(self._after(first)))

    def _made(self, order: Order) -> Path:
        return printing.build(self.workbook, order, self.outputs, lambda _: None).folder

    def _after(self, folder: Path) -> Order:
        return Order(date(2020, 6, 15), previous=earlier.chosen(folder, date(2020, 6, 15)))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("kept"))


def places(content: bytes) -> set[str]:
    """The places whose words stand there."""
    there = set(found(content, book.WORDS.values()))
    return {place for place, words in book.WORDS.items() if words in there}


def test_the_workbook_holds_a_word_in_each_of_far_more_than_forty_places(kept: Kept) -> None:
    assert len(book.WORDS) > 100
    assert len(set(book.WORDS.values())) == len(book.WORDS)
    assert places(kept.workbook.read_bytes()) == book.WORDS.keys() - {"folder"}
    assert book.word("folder") in kept.workbook.parts


@pytest.mark.parametrize("number", [0, 1])
def test_no_file_of_an_edition_holds_what_the_team_keeps_to_itself(kept: Kept, number: int) -> None:
    files = {
        path.name: path.read_bytes()
        for path in kept.editions[number].iterdir()
        if path.name != WORKBOOK_AGAIN
    }
    assert {"briefing-en.pdf", "briefing-fr.html", "record.json", "changes.json", "trace.json"} < files.keys()
    there = {name: places(content) for name, content in files.items()}
    allowed = {name: ALLOWED.get(name, set()) for name in files}
    assert there == allowed
    days = {name: found(content, DAYS) for name, content in files.items()}
    assert days == {name: [] for name in files} | {"problems.html": ["13 May 1989"]}  # beside who decided


def test_of_what_is_in_view_the_edition_tells(kept: Kept) -> None:
    """Else that nothing of the rest is found would say little."""
    for name in ("briefing-en.pdf", "briefing-en.html", "record.json"):
        content = (kept.editions[1] / name).read_bytes()
        assert found(content, ["Stops police use", "The Record"]) == ["Stops police use", "The Record"]


def test_the_command_line_tells_nothing_of_it(kept: Kept, python: Python) -> None:
    first, second = kept.editions
    day = ("--as-of", "2020-06-15")
    for words in (
        ("check", kept.workbook, *day),
        ("check", kept.workbook, "--json"),
        ("findings", kept.workbook, *day, "--previous", first),
        ("diff", first, second),
        ("diff", first, second, "--json"),
        (
            "build",
            kept.workbook,
            *day,
            "--language",
            "fr",
            "--extent",
            "core",
            "--outputs",
            "elsewhere",
            "--json",
        ),
    ):
        run = python("-m", "flows.cli", *words)
        assert run.returncode in {0, 1}, run.stderr
        allowed = QUOTED if words[0] == "check" else set()
        said = places((run.stdout + run.stderr).encode()) - {"folder"}  # which they typed themselves
        assert said == allowed, words


IN_VIEW = {
    "row of a later day", "retired row", "row set aside", "row without an id",
    "first of two rows with one id", "second of two rows with one id",
    "quote without a speaker", "translation by a machine", "archive",
}  # fmt: skip
"""Words in view that some other day, or some other cell, would have printed: no secret of the team's."""


def test_the_guard_knows_every_word_that_stands_in_a_cell_out_of_sight(kept: Kept) -> None:
    secret = unprinted(steps.read(kept.workbook)).secret
    guarded = {place for place, words in book.WORDS.items() if any(words in cell for cell in secret)}
    assert book.IN_CELLS - guarded == IN_VIEW
    assert guarded - book.IN_CELLS == set()
    told = {cell: where for cell, where in secret.items() if "kanarix" in cell}
    files = {where: json.dumps([cell]).encode() for cell, where in told.items()}
    assert {leak.where for leak in leaks(files, secret)} == set(files)


def test_an_edition_that_would_tell_a_hidden_word_is_not_kept(kept: Kept) -> None:
    order = Order(date(2020, 6, 15), languages=("fr",), extent="core")
    read = steps.read(kept.workbook)
    cleaned = steps.clean(read)
    thought = steps.examined(read, cleaned, steps.find(cleaned, order), order)
    drawn = printing.all_drawn(thought, order, lambda _: None)
    told = replace(drawn["fr"], html=drawn["fr"].html + f"<p>{book.word('hidden column')}</p>")
    before = sorted(kept.outputs.rglob("*"))
    with pytest.raises(CannotKeep) as refused:
        keeping.keep(kept.outputs, order, thought, {"fr": told})
    assert "Announcements!AG2" in str(refused.value)
    assert "briefing-fr.pdf" in str(refused.value)
    assert places(str(refused.value).encode()) == set()
    assert sorted(kept.outputs.rglob("*")) == before
    assert keeping.keep(kept.outputs, order, thought, drawn).number == 1


HELPERS = ["=B{row}", "{B} – {D}", "{A}: {E}", "{B} ({A})", "{E:.30}", "{C} {B}", "moratorium of {B}"]
"""What people put into a column beside the table, hide, and have every right to."""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_honest_workbook_with_hidden_helpers_is_kept(language: str, tmp_path: Path) -> None:
    honest = books.sound(language)
    tab = next(iter(honest))
    rows = honest[tab]
    shown = [dict(zip("ABCDE", map(str, row), strict=False)) for row in rows]
    for number, pattern in enumerate(HELPERS):
        rows[0].append(f"helper {number}")
        for row, cells in zip(rows[1:], shown[1:], strict=True):
            row.append(pattern.format(row=2, **cells))
    honest["Lists"] = [[cell] for row in rows[1:] for cell in row[:6]]

    def hide(workbook: Workbook) -> None:
        for number in range(len(HELPERS)):
            workbook[tab].column_dimensions[
                workbook[tab].cell(1, len(rows[0]) - number).column_letter
            ].hidden = True
        workbook["Lists"].sheet_state = "hidden"

    path = books.written(tmp_path / "record.xlsx", honest, hide)
    kept = printing.build(path, Order(date(2021, 5, 20)), tmp_path / "outputs", lambda _: None)
    assert len(kept.pdfs) == 2
