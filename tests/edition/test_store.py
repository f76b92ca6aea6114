from __future__ import annotations

import errno
import json
import multiprocessing
import os
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.edition import manifest, store
from flows.edition.refusals import CannotKeep, of_disk
from tests.edition.orders import DAY, asked

if TYPE_CHECKING:
    from tests.conftest import Python

FILES = {"briefing-en.pdf": b"%PDF- one", "record.json": b"{}\n"}


def sealed(as_of: date, release: str = "final") -> dict[str, bytes]:
    made = manifest.Made(asked(as_of=as_of), release=release, holds=())
    return FILES | {manifest.NAME: manifest.seal(made, FILES, Path("no templates"), {"pango": "1.50.12"})}


def keep_some(outputs: str, count: int) -> None:
    for _ in range(count):
        store.keep(Path(outputs), "record", DAY, FILES)


def test_an_edition_holds_every_file_as_it_was_handed_over(tmp_path: Path) -> None:
    folder = store.keep(tmp_path / "outputs", "record", DAY, FILES)
    assert folder == tmp_path / "outputs" / "record" / "2020-06-15-01"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES


def test_a_second_edition_of_a_day_takes_the_next_number_and_leaves_the_first(tmp_path: Path) -> None:
    first = store.keep(tmp_path, "record", DAY, FILES)
    second = store.keep(tmp_path, "record", DAY, {"record.json": b"other"})
    assert second.name == "2020-06-15-02"
    assert (first / "record.json").read_bytes() == FILES["record.json"]


def test_numbers_begin_anew_on_another_day(tmp_path: Path) -> None:
    store.keep(tmp_path, "record", DAY, FILES)
    assert store.keep(tmp_path, "record", date(2020, 6, 16), FILES).name == "2020-06-16-01"


def test_a_number_once_passed_is_not_filled_again(tmp_path: Path) -> None:
    (tmp_path / "record" / "2020-06-15-07").mkdir(parents=True)
    assert store.keep(tmp_path, "record", DAY, FILES).name == "2020-06-15-08"


def test_the_hundredth_edition_of_a_day_follows_the_ninety_ninth(tmp_path: Path) -> None:
    (tmp_path / "record" / "2020-06-15-99").mkdir(parents=True)
    assert store.keep(tmp_path, "record", DAY, FILES).name == "2020-06-15-100"


def test_a_file_under_the_number_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "2020-06-15-01").write_text("a note")
    assert store.keep(tmp_path, "record", DAY, FILES).name == "2020-06-15-02"
    assert (tmp_path / "record" / "2020-06-15-01").read_text() == "a note"


def test_runs_at_once_never_share_a_number(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    runs = [spawn.Process(target=keep_some, args=(str(tmp_path), 5)) for _ in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(120)
    assert [run.exitcode for run in runs] == [0, 0, 0, 0]
    folders = sorted(path.name for path in (tmp_path / "record").iterdir())
    assert folders == [f"2020-06-15-{number:02}" for number in range(1, 21)]


def test_a_disk_that_refuses_halfway_leaves_nothing_behind(tmp_path: Path, python: Python) -> None:
    code = (
        "import resource, sys; from datetime import date; from pathlib import Path\n"
        "from flows.edition import store; from flows.edition.refusals import CannotKeep\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: store.keep(Path(sys.argv[1]), 'record', date(2020, 6, 15), {'a': b'1', 'b': b'1' * 5000})\n"
        "except CannotKeep as refusal: print(refusal.kind)\n"
    )
    assert python("-c", code, tmp_path).stdout == "full\n"
    assert list((tmp_path / "record").iterdir()) == []


def test_what_a_killed_run_left_is_swept_by_the_next(tmp_path: Path, python: Python) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from flows.edition import store\n"
        "with store.unfinished(Path(sys.argv[1])) as folder:\n"
        "    store.write(folder, {'a': b'1'}); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    (tmp_path / "record").mkdir()
    python("-c", code, tmp_path / "record")
    assert [path.name[:5] for path in (tmp_path / "record").iterdir()] == [".tmp-"]
    store.keep(tmp_path, "record", DAY, FILES)
    assert [path.name for path in (tmp_path / "record").iterdir()] == ["2020-06-15-01"]


def test_what_a_living_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    with store.unfinished(tmp_path / "record") as folder:
        store.keep(tmp_path, "record", DAY, FILES)
        assert folder.is_dir()


def test_an_unfinished_folder_counts_as_no_edition(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    with store.unfinished(tmp_path / "record") as folder:
        store.write(folder, sealed(DAY))
        assert store.previous(tmp_path, "record", date(2021, 1, 1)) is None


def test_outputs_that_are_a_file_are_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("")
    with pytest.raises(CannotKeep, match="is a file where a folder is needed"):
        store.keep(tmp_path / "outputs", "record", DAY, FILES)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "Nothing may be written"),
        (errno.EACCES, "Nothing may be written"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_a_disk_refuses_is_said_in_one_sentence_with_a_remedy(number: int, words: str) -> None:
    refusal = of_disk(OSError(number, os.strerror(number)), "outputs")
    assert words in refusal.sentence("en")
    assert "“outputs”" in refusal.sentence("en")
    assert "\u00a0outputs\u00a0" in refusal.sentence("fr")


def test_the_edition_before_is_the_newest_final_one_of_an_earlier_day(tmp_path: Path) -> None:
    store.keep(tmp_path, "record", date(2020, 6, 1), sealed(date(2020, 6, 1)))
    newest = store.keep(tmp_path, "record", date(2020, 6, 10), sealed(date(2020, 6, 10)))
    store.keep(tmp_path, "record", date(2020, 6, 12), sealed(date(2020, 6, 12), "draft"))
    store.keep(tmp_path, "record", DAY, sealed(DAY))
    assert store.previous(tmp_path, "record", DAY) == newest


def test_of_two_editions_of_a_day_the_later_is_the_one_before(tmp_path: Path) -> None:
    for _ in range(11):
        store.keep(tmp_path, "record", date(2020, 6, 1), sealed(date(2020, 6, 1)))
    found = store.previous(tmp_path, "record", DAY)
    assert found is not None
    assert found.name == "2020-06-01-11"


def test_without_an_earlier_edition_there_is_none_before(tmp_path: Path) -> None:
    assert store.previous(tmp_path / "nowhere", "record", DAY) is None


def test_a_damaged_manifest_makes_no_edition_the_one_before(tmp_path: Path) -> None:
    sound = store.keep(tmp_path, "record", date(2020, 6, 1), sealed(date(2020, 6, 1)))
    store.keep(tmp_path, "record", date(2020, 6, 2), FILES | {manifest.NAME: b"[1, 2"})
    assert store.previous(tmp_path, "record", DAY) == sound


@pytest.mark.parametrize(
    ("workbook", "stem"),
    [
        ("facial-recognition.xlsx", "facial-recognition"),
        ("Note d'été 2020 (v2).XLSX", "Note d'été 2020 (v2)"),
        ("Mixed – x.xlsx", "Mixed – x"),
        ("-50 %, $HOME & more.xlsx", "-50 %, $HOME & more"),
        ("レコード.xlsm", "レコード"),
    ],
)
def test_a_workbook_s_own_name_is_its_folder_s(workbook: str, stem: str, tmp_path: Path) -> None:
    assert store.stem(workbook) == stem
    (tmp_path / stem).mkdir()


@pytest.mark.parametrize(
    ("workbook", "stem"),
    [
        ("../../etc/passwd.xlsx", "-..-etc-passwd"),
        (".xlsx", "workbook"),
        ("...xlsx", "workbook"),
        ("con.xlsx", "con"),
        ("a:b*c?.xlsx", "a-b-c-"),
        ("a\u202eb\nc\udce9.xlsx", "a-b-c-"),
        (" a. .xlsx", "a"),
        ("é" * 300 + ".xlsx", "é" * 60),
    ],
)
def test_a_name_no_system_takes_becomes_a_folder_of_its_own(workbook: str, stem: str, tmp_path: Path) -> None:
    name, _, digits = store.stem(workbook).rpartition("-")
    assert name == stem
    assert len(digits) == 8
    assert int(digits, 16) >= 0
    (tmp_path / store.stem(workbook)).mkdir()


def test_workbooks_of_different_names_share_no_series() -> None:
    names = [
        "a - b",
        "a – b",
        "a — b",
        "a-b",
        "a_b",
        "a:b",
        "a/b",
        "a?b",
        "a",
        "a.",
        ".a",
        " a",
        "a*",
        "con",
        "con-",
    ]
    names += ["é" * 300, "é" * 301, "", "workbook", "."]
    assert len({store.stem(f"{name}.xlsx") for name in names}) == len(names)


def test_a_series_goes_on_however_the_accents_of_its_name_are_encoded() -> None:
    assert store.stem("e\u0301te\u0301.xlsx") == store.stem("\u00e9t\u00e9.xlsm")


@pytest.mark.parametrize("below", ["file", "file/x", "x" * 300])
def test_a_shelf_that_cannot_be_is_refused_before_any_work(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotKeep):
        store.ready(tmp_path / below, "record")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_disk_with_little_room_left_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.ready(tmp_path / "a" / "b", "record")
    monkeypatch.setattr(store, "ROOM", shutil.disk_usage(tmp_path).total + 1)
    with pytest.raises(CannotKeep, match="no room left"):
        store.ready(tmp_path / "a" / "b", "record")
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_says_how_to_choose_another_folder_with_onrecord_and_with_make() -> None:
    for kind in ("read_only", "not_a_folder", "disk"):
        for language in ("en", "fr"):
            sentence = CannotKeep(kind, "outputs", "no").sentence(language)
            assert "--outputs" in sentence
            assert "OUTPUTS" in sentence


def test_a_manifest_tells_what_each_file_s_bytes_are(tmp_path: Path) -> None:
    folder = store.keep(tmp_path, "record", DAY, sealed(DAY))
    told = json.loads((folder / manifest.NAME).read_bytes())
    for name, content in FILES.items():
        assert told["files"][name] == manifest.fingerprint(content)
    assert told["workbook"] == {"name": "record.xlsx", "sha256": "0" * 64}
    assert told["versions"]["engine"]["pango"] == "1.50.12"


def test_a_manifest_is_the_same_whatever_number_the_folder_got(tmp_path: Path) -> None:
    first = store.keep(tmp_path, "record", DAY, sealed(DAY))
    second = store.keep(tmp_path, "record", DAY, sealed(DAY))
    assert (first / manifest.NAME).read_bytes() == (second / manifest.NAME).read_bytes()


def test_a_changed_template_or_font_changes_its_fingerprint_only(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "face.ttf").write_bytes(b"face")
    (tmp_path / "briefing.html.j2").write_bytes(b"page")
    before = manifest.versions(tmp_path, {})
    (tmp_path / "fonts" / "face.ttf").write_bytes(b"other")
    after = manifest.versions(tmp_path, {})
    assert before["fonts"] != after["fonts"]
    assert before["templates"] == after["templates"]
    (tmp_path / "briefing.html.j2").write_bytes(b"other")
    assert manifest.versions(tmp_path, {})["templates"] != after["templates"]
