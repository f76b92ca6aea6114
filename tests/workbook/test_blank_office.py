"""The workbook through LibreOffice: read the same, its formulas worked out, its rules still there."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import openpyxl
import pytest

from flows.workbook import clean
from flows.workbook.blank.carrying import carry
from flows.workbook.blank.example import example
from tests import books
from tests.conftest import ROOT
from tests.workbook import office
from tests.workbook.blanks import listed_rules, opened, planned, told, typed

if TYPE_CHECKING:
    from pathlib import Path

ORGANISATIONS = [{"name": "Amazon"}, {"name": "ACLU"}]

pytestmark = [
    pytest.mark.skipif(office.missing(), reason=office.ADVICE),
    pytest.mark.xdist_group("office"),  # opened once for all of them
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of workbooks that LibreOffice opened and saved: in both languages, and one carried over."""
    folder = tmp_path_factory.mktemp("office")
    for name, language, portable in (("en", "en", False), ("fr", "fr", False), ("portable", "en", True)):
        rows = {**example(language), "organisations": ORGANISATIONS}
        typed(opened(language, portable=portable), language, rows).save(folder / f"{name}.xlsx")
    old = books.cells(ROOT / "inputs" / "facial-recognition.xlsx")
    (folder / "carried.xlsx").write_bytes(carry.carried(old, None, "en", portable=False).content)
    subprocess.run(  # noqa: S603 - the program found on this machine
        [
            *(
                str(office.PROGRAM),
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                "xlsx",
            ),
            *("--outdir", str(folder / "saved"), *map(str, sorted(folder.glob("*.xlsx")))),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder


@pytest.mark.parametrize("name", ["en", "fr", "portable", "carried"])
def test_it_is_read_the_same_after_libreoffice_saved_it(name: str, saved: Path) -> None:
    before = clean.record(books.cells(saved / f"{name}.xlsx"))
    after = clean.record(books.cells(saved / "saved" / f"{name}.xlsx"))
    assert told(after) == told(before) == []
    assert after.record == before.record


@pytest.mark.parametrize(("name", "language"), [("en", "en"), ("fr", "fr"), ("portable", "en")])
def test_the_next_free_id_and_the_targets_are_worked_out(name: str, language: str, saved: Path) -> None:
    book = openpyxl.load_workbook(saved / "saved" / f"{name}.xlsx", data_only=True)
    shown = {
        sheet: book[each.tab]["A2"].value for sheet, each in planned(language).items() if each.sheet.prefix
    }
    lead = "Next: " if language == "en" else "Libre\u00a0: "
    wanted = {
        "announcements": f"{lead}A003",
        "reactions": f"{lead}R002",
        "questions": f"{lead}Q001",
        "sources": f"{lead}S002",
        "context": f"{lead}C001",
    }
    assert shown | wanted == shown
    lists = book[book.sheetnames[-1]]
    targets = [lists.cell(row, lists.max_column).value for row in range(4, 8)]
    assert targets == ["SECTOR", "Amazon", "ACLU", None]


@pytest.mark.parametrize(("name", "language"), [("en", "en"), ("fr", "fr"), ("portable", "en")])
def test_every_rule_is_still_there(name: str, language: str, saved: Path) -> None:
    book = openpyxl.load_workbook(saved / "saved" / f"{name}.xlsx")
    fresh = opened(language, portable=name == "portable")
    for each in planned(language).values():
        assert listed_rules(book[each.tab]) == listed_rules(fresh[each.tab])
        assert list(book[each.tab].tables) == list(fresh[each.tab].tables)
    assert set(book.defined_names) >= set(fresh.defined_names)
