"""An edition with a sheet of recipients is the one without it; who is on it stays in the house."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.styles import Font

from flows import printing, steps
from flows.order import Order
from flows.workbook.people import groups
from tests import books
from tests.workbook.broken_recipients import PRIVATE, TAB, with_recipients

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from tests.conftest import Python

FAULTY = {
    "B3": "bruno@journal.example; desk@journal.example",
    "C2": "Ada",
    "E2": "Zoé; Amazonn",
    "F4": "Bruno",
}

LONG_ENOUGH = [word for word in PRIVATE if len(word) > 5 or not word.isalpha()]
"""Those that no picture's or typeface's bytes spell by accident."""


def hide(workbook: Workbook) -> None:
    workbook[TAB].row_dimensions[4].hidden = True
    workbook[TAB]["D2"].font = Font(strike=True)


def faulty(path: Path) -> Path:
    """The sound workbook with a sheet of recipients that has much to complain of."""
    return books.written(path, with_recipients(books.sound(), **FAULTY), hide)


def test_an_edition_is_the_same_with_and_without_recipients_and_with_any_fault_of_theirs(
    workbook: Path, tmp_path: Path
) -> None:
    order = Order(date(2020, 6, 15), languages=("en",))
    kept = []
    for name in ("without", "with"):
        made = printing.build(workbook, order, tmp_path / name, lambda _: None)
        fingerprint = steps.read(workbook).sha256.encode()
        kept.append(
            {
                file.name: file.read_bytes().replace(b"<wbr>", b"").replace(fingerprint, b"-")
                for file in made.folder.iterdir()
            }
        )
        faulty(workbook)
    without, beside = kept
    assert without["problems.json"] == b"[]\n"
    assert len(json.loads(beside["problems.json"])) > 3
    same = {name for name in without if without[name] == beside[name]}
    assert {"record.json", "changes.json", "trace.json", "briefing-en.html"} <= same
    assert {"problems.html", "mending.json"} <= same
    for name, content in beside.items():
        assert [word for word in LONG_ENOUGH if word.encode() in content] == [], name


def test_a_check_tells_what_is_wrong_without_telling_of_whom(python: Python, tmp_path: Path) -> None:
    path = faulty(tmp_path / "record.xlsx")
    for more in ((), ("--json",)):
        run = python("-m", "flows.cli", "check", path, *more)
        assert "Recipients" in run.stdout
        assert "several addresses" in run.stdout
        assert [word for word in PRIVATE if word in run.stdout + run.stderr] == []


def test_who_is_written_to_is_read_of_the_workbook_alone(tmp_path: Path) -> None:
    path = books.written(tmp_path / "record.xlsx", with_recipients(books.sound()))
    read = steps.recipients(path)
    assert [recipient.email for recipient in read] == [
        "ada.q@readers.example",
        "bruno@journal.example",
        "desk@journal.example",
    ]
    assert groups(read) == ("board", "Press")


def test_without_the_sheet_nobody_is_written_to(workbook: Path) -> None:
    assert steps.recipients(workbook) == ()
