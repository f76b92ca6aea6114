"""What of inputs/ is a workbook: each kind that can be read, a folder of CSV files among them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flows import commands, workbooks
from flows.reading_room.inbox import Inbox
from flows.serving.folder import SETTLED, Folder
from tests import books
from tests.workbook import doors

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_kind_that_can_be_read_is_listed_and_nothing_else(tmp_path: Path) -> None:
    for name in (
        "a.xlsx",
        "b.XLSM",
        "c.xlsb",
        "d.xls",
        "e.ods",
        "f.csv",
        "g.pdf",
        "h.numbers",
        "~$a.xlsx",
        ".i.ods",
    ):
        (tmp_path / name).write_bytes(b"x")
    doors.csv_folder(tmp_path / "record", books.sound())
    (tmp_path / "former" / "a").mkdir(parents=True)
    (tmp_path / "former" / "a" / "version.csv").write_bytes(b"x")
    assert workbooks.names(tmp_path) == ("a.xlsx", "b.XLSM", "c.xlsb", "d.xls", "e.ods", "f.csv", "record")


def test_a_save_of_one_file_of_a_folder_is_a_save_of_the_workbook(tmp_path: Path) -> None:
    folder = doors.csv_folder(tmp_path / "record", books.sound())
    now = [0.0]
    watched = Folder(tmp_path, clock=lambda: now[0])

    def looked() -> list[str]:
        found = []
        for _ in range(3):
            found += [whole.sha256 for whole in watched.saved()]
            now[0] += SETTLED
        return found

    assert len(looked()) == 1
    assert looked() == []
    (folder / "Questions.csv").write_bytes((folder / "Questions.csv").read_bytes() + b"\r\n")
    os.utime(folder / "Questions.csv", (2**31, 2**31))
    assert len(looked()) == 1


def test_the_room_dates_a_folder_by_the_file_saved_last(tmp_path: Path) -> None:
    folder = doors.csv_folder(tmp_path / "record", books.sound())
    os.utime(folder / "Questions.csv", (2**31, 2**31))
    [shown] = Inbox(tmp_path).workbooks()
    assert (shown.name, shown.saved_at.timestamp()) == ("record", 2**31)


def test_a_link_that_leads_nowhere_does_not_hide_the_folder_it_lies_in(tmp_path: Path) -> None:
    folder = doors.csv_folder(tmp_path / "record", books.sound())
    before = books.cells(folder).sha256
    (folder / "Old.csv").symlink_to("nowhere.csv")
    assert workbooks.names(tmp_path) == ("record",)
    assert books.cells(folder).sha256 == before


def test_the_check_says_on_standard_error_what_could_not_be_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = doors.csv_folder(tmp_path / "record", books.sound())
    assert commands.run(["check", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("record  ")
    assert out.count("\n") == 1
    assert "its reader cannot see hidden rows and columns, words struck through, links behind words" in err
