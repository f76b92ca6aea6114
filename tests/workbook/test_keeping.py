"""A new workbook on disk: whole or not at all, never over anything, refused with a sentence."""

from __future__ import annotations

import os
import pickle
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from flows.workbook.blank import keeping, refusals
from flows.workbook.blank.refusals import CannotWrite

if TYPE_CHECKING:
    from pathlib import Path

WORDS = b"the whole file"


def refused(path: Path) -> CannotWrite:
    with pytest.raises(CannotWrite) as found:
        keeping.possible(path)
    return found.value


@pytest.mark.parametrize(
    ("name", "offered"),
    [("record.xls", "record.xlsx"), ("record", "record.xlsx"), ("v1.2", "v1.2.xlsx"), ("~$a.xlsx", "a.xlsx"),
     (".xlsx", "xlsx.xlsx"), ("record.xlsm", "record.xlsx"), ("record.csv", "record.xlsx")],
)  # fmt: skip
def test_a_name_that_is_no_workbook_s_is_refused_with_one_that_is(
    name: str, offered: str, tmp_path: Path
) -> None:
    found = refused(tmp_path / name)
    assert (found.kind, found.detail) == ("not_xlsx", offered)
    assert offered in found.sentence("fr")


@pytest.mark.parametrize("name", ["what?.xlsx", "a:b.xlsx", "tab\t.xlsx", 'quo"te.xlsx'])
def test_a_name_that_excel_cannot_open_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path / name).kind == "bad_name"


@pytest.mark.parametrize("name", ["record.xlsx", "Relevé 2026.XLSX", "v1.2.xlsx"])
def test_any_other_name_will_do(name: str, tmp_path: Path) -> None:
    keeping.possible(tmp_path / name)
    keeping.kept(tmp_path / name, WORDS)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == WORDS


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "record.xlsx"
    path.write_bytes(b"ours")
    assert refused(path).kind == "exists"
    with pytest.raises(CannotWrite, match="there already"):  # as when another came first in the meantime
        keeping.kept(path, WORDS)
    assert path.read_bytes() == b"ours"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_that_leads_nowhere_is_something_too(tmp_path: Path) -> None:
    (tmp_path / "record.xlsx").symlink_to(tmp_path / "gone.xlsx")
    assert refused(tmp_path / "record.xlsx").kind == "exists"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = refused(tmp_path / "missing" / "record.xlsx")
    assert (found.kind, found.detail) == ("no_folder", str(tmp_path / "missing"))


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid"), reason="rights are otherwise there"
)
def test_the_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    keeping.kept(tmp_path / "record.xlsx", WORDS)
    (tmp_path / "other").write_bytes(WORDS)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("record.xlsx", "other")]
    assert modes[0] == modes[1]


def test_what_the_disk_refuses_is_said_in_its_words_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / f"{'long' * 70}.xlsx"
    with pytest.raises(CannotWrite) as found:
        keeping.kept(path, WORDS)
    assert found.value.kind == "refused"
    assert os.strerror(36) in found.value.sentence("en")
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_survives_the_way_between_processes() -> None:
    for kind in refusals.SENTENCES:
        found = pickle.loads(pickle.dumps(CannotWrite(kind, "a.xlsx", "fr")))  # noqa: S301 - our own
        assert found.sentence("en") == CannotWrite(kind, "a.xlsx", "fr").sentence("en")
        assert "{" not in found.sentence("fr")
