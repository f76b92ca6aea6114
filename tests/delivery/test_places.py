from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import re
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.registry import _registry

from flows.delivery import folders, names, place_refusals, places
from flows.delivery.place_refusals import CannotPut
from flows.delivery.places import Place
from tests.delivery import drivers

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
NAME = names.of("record", "2020-06-15-01", "briefing-en.pdf")
CONTENT = b"%PDF-1.7 one briefing"
BIG = bytes(range(256)) * 2400  # three pieces, the last not whole
SECRET = "wJalrXUtnFEMI/K7MDENG"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def _empty_stores() -> Iterator[None]:
    yield
    for store in (MemoryFileSystem, drivers.Bucket):
        store.store.clear()
        store.pseudo_dirs[:] = [""]
    drivers.Bucket.writes.clear()


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """fsspec's list of drivers, as it was again afterwards."""
    monkeypatch.setitem(_registry, "s3", drivers.Bucket)
    return cast("dict[str, Any]", _registry)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def stored(address: str) -> dict[str, bytes]:
    """Every object of a bucket in memory."""
    kind = drivers.Bucket if address.startswith("s3:") else MemoryFileSystem
    return {path: file.getvalue() for path, file in kind.store.items()}


def refusal(place: Place, name: str = NAME, content: bytes = CONTENT) -> CannotPut:
    with pytest.raises(CannotPut) as caught:
        places.put(place, name, content)
    return caught.value


def test_a_copy_s_name_says_date_number_language_and_digest() -> None:
    assert names.addressed(NAME, CONTENT) == (
        "record/2020-06-15-01/2020-06-15-01-briefing-en.cf80ed1d0fa29170.pdf"
    )


@pytest.mark.parametrize("form", ["{}", "file://{}", "local://{}"])
def test_a_copy_in_a_folder_is_the_content_and_nothing_else_is_there(tmp_path: Path, form: str) -> None:
    made = places.put(Place(form.format(tmp_path)), NAME, BIG)
    assert made.created
    assert made.length == len(BIG)
    assert everything(tmp_path) == {names.addressed(NAME, BIG): BIG} == {made.name: BIG}


@pytest.mark.parametrize("address", ["memory://shelf/briefings", "s3://bucket/briefings"])
def test_a_copy_in_a_store_is_the_content_and_nothing_else_is_there(
    registry: dict[str, Any], address: str
) -> None:
    assert registry
    made = places.put(Place(address), NAME, BIG)
    assert made.created
    assert stored(address) == {f"/{address.partition('://')[2]}/{made.name}": BIG}


def test_the_same_copy_again_writes_nothing(tmp_path: Path, registry: dict[str, Any]) -> None:
    assert registry
    for address in (str(tmp_path), "memory://shelf", "s3://bucket"):
        first, again = (places.put(Place(address), NAME, CONTENT) for _ in range(2))
        assert (first.created, again.created) == (True, False)
        assert (first.name, first.sha256) == (again.name, again.sha256)
    assert len(drivers.Bucket.writes) == 1


def test_an_untouched_copy_keeps_its_time(tmp_path: Path) -> None:
    made = tmp_path / places.put(Place(str(tmp_path)), NAME, CONTENT).name
    os.utime(made, (1, 1))
    places.put(Place(str(tmp_path)), NAME, CONTENT)
    assert made.stat().st_mtime == 1


def test_another_issue_of_the_edition_stands_beside_the_first(tmp_path: Path) -> None:
    for content in (CONTENT, b"%PDF-1.7 corrected"):
        assert places.put(Place(str(tmp_path)), NAME, content).created
    assert sorted(everything(tmp_path).values()) == [b"%PDF-1.7 corrected", CONTENT]


def test_something_else_under_the_name_is_left_alone(tmp_path: Path, registry: dict[str, Any]) -> None:
    assert registry
    full = names.addressed(NAME, CONTENT)
    (tmp_path / full).parent.mkdir(parents=True)
    (tmp_path / full).write_bytes(CONTENT[:-1])
    drivers.Bucket().pipe_file(f"s3://bucket/{full}", b"theirs")
    for address in (str(tmp_path), "s3://bucket"):
        told = refusal(Place(address))
        assert (told.kind, told.detail) == ("taken", full)
    assert everything(tmp_path) == {full: CONTENT[:-1]}
    assert stored("s3://bucket") == {f"/bucket/{full}": b"theirs"}


def test_a_folder_under_the_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / names.addressed(NAME, CONTENT)).mkdir(parents=True)
    assert refusal(Place(str(tmp_path))).kind == "taken"


def test_a_file_where_a_folder_is_needed_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "record").write_bytes(b"theirs")
    assert (refusal(Place(str(tmp_path))).kind, refusal(Place(str(tmp_path))).detail) == ("taken", "record")
    assert everything(tmp_path) == {"record": b"theirs"}


def test_fsspec_s_own_create_fails_in_memory_where_something_stands() -> None:
    driver = MemoryFileSystem()
    driver.pipe_file("memory://shelf/one", b"first", mode="create")
    with pytest.raises(FileExistsError):
        driver.pipe_file("memory://shelf/one", b"second", mode="create")
    assert driver.cat_file("memory://shelf/one") == b"first"


@pytest.mark.parametrize(
    ("driver", "kind"),
    [(drivers.Losing, "vanished"), (drivers.Tearing, "read_back"), (drivers.Lying, "read_back")],
)
def test_a_store_that_loses_tears_or_lies_is_found_out(
    registry: dict[str, Any], driver: type[drivers.Bucket], kind: str
) -> None:
    registry["s3"] = driver
    assert refusal(Place("s3://bucket")).kind == kind


def test_half_a_file_is_not_taken_for_done_the_second_time_either(registry: dict[str, Any]) -> None:
    registry["s3"] = drivers.Tearing
    assert [refusal(Place("s3://bucket")).kind for _ in range(2)] == ["read_back", "taken"]


@pytest.mark.parametrize("driver", [drivers.Deaf, drivers.Overtaken])
def test_what_is_there_is_done_whatever_the_answer_was(
    registry: dict[str, Any], driver: type[drivers.Bucket]
) -> None:
    registry["s3"] = driver
    made = places.put(Place("s3://bucket"), NAME, CONTENT)
    assert not made.created
    assert stored("s3://bucket") == {f"/bucket/{made.name}": CONTENT}


@pytest.mark.parametrize("driver", [drivers.Beaten, drivers.Heedless])
def test_a_store_s_own_condition_and_the_look_before_each_guard_what_stands_there(
    registry: dict[str, Any], driver: type[drivers.Bucket]
) -> None:
    registry["s3"] = driver
    full = names.addressed(NAME, CONTENT)
    if driver is drivers.Heedless:
        drivers.Bucket().pipe_file(f"s3://bucket/{full}", b"theirs")
    assert refusal(Place("s3://bucket")).kind == "taken"
    assert stored("s3://bucket") == {f"/bucket/{full}": b"theirs"}


def without_links(*_: object) -> None:
    raise OSError(errno.EOPNOTSUPP, "Operation not supported")


def race(address: str, start: Any, told: Any, *, links: bool) -> None:  # noqa: ANN401 - what multiprocessing gives
    if not links:
        os.link = without_links  # type: ignore[assignment] # what the system does, for this process alone
    start.wait(60)
    for number in range(40):
        told.put((number, places.put(Place(address), NAME, BIG + bytes([number])).created))


@pytest.mark.parametrize("links", [True, False])
def test_of_three_processes_at_once_one_creates_and_all_find_it_there(tmp_path: Path, *, links: bool) -> None:
    spawn = multiprocessing.get_context("spawn")
    start, told = spawn.Barrier(3), spawn.Queue()
    racing: dict[str, Any] = {
        "target": race,
        "args": (str(tmp_path), start, told),
        "kwargs": {"links": links},
    }
    racers = [spawn.Process(**racing) for _ in range(3)]
    for racer in racers:
        racer.start()
    found = [told.get(timeout=60) for _ in range(120)]
    for racer in racers:
        racer.join(60)
    assert [racer.exitcode for racer in racers] == [0, 0, 0]
    created = [sum(made for number, made in found if number == one) for one in range(40)]
    assert min(created) == 1
    assert not links or max(created) == 1
    wanted = [BIG + bytes([number]) for number in range(40)]
    assert everything(tmp_path) == {names.addressed(NAME, one): one for one in wanted}


def test_a_drive_without_links_is_written_to_and_never_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", without_links)
    made = places.put(Place(str(tmp_path)), NAME, CONTENT)
    assert made.created
    assert not places.put(Place(str(tmp_path)), NAME, CONTENT).created
    (tmp_path / made.name).write_bytes(b"theirs")
    assert refusal(Place(str(tmp_path))).kind == "taken"
    assert everything(tmp_path) == {made.name: b"theirs"}


def test_what_comes_to_a_drive_without_links_in_the_last_moment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(_: Path, target: Path) -> None:
        target.write_bytes(b"theirs")
        without_links()

    monkeypatch.setattr(os, "link", overtaken)
    told = refusal(Place(str(tmp_path)))
    assert told.kind == "taken"
    assert everything(tmp_path) == {told.detail: b"theirs"}


PUTTING = """
import signal
import sys
from flows.delivery import killpoints, places
if len(sys.argv) > 3:
    killpoints.arm(int(sys.argv[3]), signal.SIGKILL)
content = bytes(range(256)) * 2400
where, how = places.Place(sys.argv[1]), sys.argv[2]
print(getattr(places, how)(where, "record/2020-06-15-01/x.pdf", content).created)
"""


def putting(folder: Path, how: str, at: int | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", PUTTING, str(folder), how, *([] if at is None else [str(at)])],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("how", ["put", "replace"])
def test_a_process_killed_at_any_step_leaves_nothing_that_counts_and_a_second_run_makes_it_whole(
    tmp_path: Path, how: str
) -> None:
    plain = "record/2020-06-15-01/x.pdf"
    wanted = {names.addressed(plain, BIG) if how == "put" else plain: BIG}
    points: list[str] = []
    while True:
        folder = tmp_path / str(len(points))
        folder.mkdir()
        run = putting(folder, how, at=len(points) + 1)
        if run.returncode == 0:
            break
        assert run.returncode == -signal.SIGKILL, run.stderr
        points.append(run.stderr.strip().removeprefix("killed at: "))
        left = everything(folder)
        seen = {name: content for name, content in left.items() if "/." not in name}
        assert seen in ({}, wanted), points[-1]
        was_there = seen == wanted
        again = putting(folder, how)
        assert (again.returncode, again.stdout) == (0, f"{not was_there}\n"), (points[-1], again.stderr)
        assert everything(folder) == wanted, points[-1]
    assert points.count("piece written") == 3
    assert {"begun", "flushed", "cleared", "read back"} < set(points)


def test_what_a_killed_process_left_of_another_file_stays_until_that_one_is_put(tmp_path: Path) -> None:
    assert putting(tmp_path, "put", at=6).returncode == -signal.SIGKILL
    (left,) = everything(tmp_path)
    places.put(Place(str(tmp_path)), "record/2020-06-15-01/y.pdf", BIG)
    assert left in everything(tmp_path)


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    )
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", limited + PUTTING, str(tmp_path), "put"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stderr.splitlines()[-1].endswith(
        f"There is no room left at “{tmp_path}”. Free some space, then send again."
    )
    assert everything(tmp_path) == {}


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert refusal(Place(str(tmp_path / "share"))).kind == "no_place"
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "share").write_bytes(b"")
    assert refusal(Place(str(tmp_path / "share"))).kind == "no_place"


def test_a_link_is_followed_as_the_place_and_nowhere_below_it(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "place").symlink_to("real")
    made = places.put(Place(str(tmp_path / "place")), NAME, CONTENT)
    assert made.created
    (tmp_path / "real" / "other").symlink_to("../elsewhere")
    assert refusal(Place(str(tmp_path / "place")), "other/x.pdf").kind == "symlink"
    assert everything(tmp_path / "elsewhere") == {}


def test_a_link_under_the_name_is_neither_read_nor_written_through(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(CONTENT)
    (tmp_path / "place").mkdir()
    link = tmp_path / "place" / names.addressed("x.pdf", CONTENT)
    link.symlink_to(theirs)
    assert refusal(Place(str(tmp_path / "place")), "x.pdf").kind == "symlink"
    with pytest.raises(CannotPut, match="is a link that leads elsewhere"):
        places.replace(Place(str(tmp_path / "place")), link.name, b"new")
    assert theirs.read_bytes() == CONTENT


@pytest.mark.parametrize(
    "name",
    [
        *("../x.pdf", "a/../../x.pdf", "/etc/x.pdf", "a//x.pdf", "a/./x.pdf", "", "a/", ".hidden/x.pdf"),
        *("a\\..\\x.pdf", "C:x.pdf", "con.pdf", "a/x.pdf.", " x.pdf", "a\0b.pdf", "a\nb.pdf"),
        *("x\u202efdp.exe", "\ud800.pdf", "x" * 190 + ".pdf", "é" * 120 + "/x.pdf"),
    ],
)
def test_a_name_that_leads_out_or_that_no_system_takes_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "place").mkdir()
    for address in (str(tmp_path / "place"), "memory://shelf"):
        told = refusal(Place(address), name)
        assert told.kind == "name"
        assert str(told).isprintable()
    assert everything(tmp_path) == {}
    assert stored("memory://shelf") == {}


@pytest.mark.parametrize(
    "name", ["éditions/2020-06-15-01/brèves.pdf", "x.tar.gz", "no ending", "a" * 120 + "/x.pdf"]
)
def test_a_name_of_people_s_own_letters_is_taken(tmp_path: Path, name: str) -> None:
    assert list(everything(tmp_path)) == [] != [places.put(Place(str(tmp_path)), name, CONTENT).name]
    assert list(everything(tmp_path).values()) == [CONTENT]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        *((one, "not_a_place") for one in ("briefings", "./x", "", "file://x", "s3://", "/srv/a\0b")),
        *(
            (one, "unguarded")
            for one in ("sftp://host/x", "http://host/x", "simplecache::s3://b/x", "what://x")
        ),
        *((one, "secret_in_address") for one in (f"s3://key:{SECRET}@bucket/x", f"s3://b/x?secret={SECRET}")),
    ],
)
def test_an_address_that_will_not_do_is_refused_before_anything_is_asked(address: str, kind: str) -> None:
    told = refusal(Place(address))
    assert told.kind == kind
    assert SECRET not in repr(told)


def test_a_driver_that_is_not_installed_is_told_with_what_to_type(
    registry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    del registry["s3"]
    monkeypatch.setitem(sys.modules, "s3fs", None)  # as where it is not installed
    told = refusal(Place("s3://bucket"))
    assert told.kind == "driver"
    assert (
        'needs the driver s3fs, which is not installed. Type: .venv/bin/python -m pip install ".[s3]"'
        in str(told)
    )


class EndpointConnectionError(Exception):
    """Of botocore's, by its name."""


class StrangeError(Exception):
    """Of no kind that is known."""


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (PermissionError, "forbidden"),
        (TimeoutError, "offline"),
        (ConnectionResetError, "offline"),
        (EndpointConnectionError, "offline"),
        (StrangeError, "fault"),
        (TypeError, "options"),
        (errno.EBUSY, "offline"),
        (errno.ENOSPC, "full"),
        (errno.EINVAL, "fault"),
    ],
)
def test_a_driver_s_fault_is_a_sentence_without_its_words_or_any_secret(
    registry: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    fault: type[Exception] | int,
    kind: str,
) -> None:
    registry["s3"] = drivers.Failing
    monkeypatch.setattr(drivers.Failing, "fault", fault)
    caplog.set_level(0)
    place = Place("s3://bucket", {"key": "AKIAIOSFODNN7", "secret": SECRET})
    told = refusal(place)
    assert told.kind == kind
    assert told.passing == (kind == "offline")
    spoken = "".join([repr(place), repr(told), *traceback.format_exception(told), caplog.text])
    assert "AKIAIOSFODNN7" not in spoken
    assert SECRET not in spoken
    assert "cannot be opened by" not in spoken


def test_options_that_a_driver_does_not_take_are_told_without_what_they_hold(
    registry: dict[str, Any],
) -> None:
    assert registry
    told = refusal(Place("s3://bucket", {"protocol": SECRET, "skip_instance_cache": SECRET}))
    assert told.kind == "options"
    assert SECRET not in "".join(traceback.format_exception(told))


def test_a_bucket_that_is_not_there_is_told(
    registry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert registry

    def no_bucket(*_: object, **__: object) -> None:
        raise FileNotFoundError("The specified bucket does not exist")

    monkeypatch.setattr(drivers.Bucket, "pipe_file", no_bucket)
    assert refusal(Place("s3://bucket")).kind == "no_place"


def test_what_does_not_stand_there_whole_is_missing(tmp_path: Path, registry: dict[str, Any]) -> None:
    assert registry
    for address in (str(tmp_path), "s3://bucket"):
        place = Place(address)
        name = names.addressed(NAME, CONTENT)
        assert places.missing(place, {name: len(CONTENT)}) == (name,)
        places.put(place, NAME, CONTENT)
        assert places.missing(place, {name: len(CONTENT), "b": 1, "a": 0}) == ("a", "b")
        assert places.missing(place, {name: len(CONTENT) + 1}) == (name,)
        with pytest.raises(CannotPut, match="cannot be called"):
            places.missing(place, {"../x": 1})


def test_a_file_that_changes_is_replaced_whole_and_alone(tmp_path: Path, registry: dict[str, Any]) -> None:
    assert registry
    for address in (str(tmp_path), "s3://bucket"):
        done = [
            places.replace(Place(address), "a/feed.xml", one).created for one in (b"1", b"22", b"22", b"3")
        ]
        assert done == [True, True, False, True]
    assert everything(tmp_path) == {"a/feed.xml": b"3"}
    assert stored("s3://bucket") == {"/bucket/a/feed.xml": b"3"}


def replacing(address: str, content: bytes, start: Any) -> None:  # noqa: ANN401 - the same
    start.wait(60)
    for number in range(60):
        folders.Folder(Path(address), address).replace("feed.xml", content + bytes([number]))


def test_two_that_replace_one_file_at_once_leave_one_of_the_two_whole(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(2)
    both = [spawn.Process(target=replacing, args=(str(tmp_path), BIG + one, start)) for one in (b"a", b"b")]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    assert list(everything(tmp_path)) == ["feed.xml"]
    assert everything(tmp_path)["feed.xml"] in {BIG + one + bytes([59]) for one in (b"a", b"b")}


def test_every_refusal_is_worded_in_both_languages_with_the_same_blanks() -> None:
    raised = {kind for kinds in (place_refusals.ERRNOS, place_refusals.NAMES) for kind in kinds.values()}
    raised |= {kind for _, kind in place_refusals.TYPES}
    source = "".join(path.read_text("utf-8") for path in Path(places.__file__).parent.glob("*.py"))
    raised |= set(re.findall(r'CannotPut\(\s*"(\w+)"', source)) | {"fault", "symlink", "read_back", "taken"}
    assert raised == place_refusals.SENTENCES.keys()
    for kind, (english, french) in place_refusals.SENTENCES.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", french))
        told = CannotPut(kind, "/srv/briefings", "x.pdf")
        assert told.sentence("en") == str(told) != told.sentence("fr")
        assert not re.search(r"« | [»;:!?]", told.sentence("fr"))


def test_a_refusal_survives_pickling() -> None:
    told = pickle.loads(pickle.dumps(CannotPut("taken", "/srv", "x.pdf")))  # noqa: S301 - our own
    assert (str(told), told.kind) == (str(CannotPut("taken", "/srv", "x.pdf")), "taken")


def test_two_places_of_one_address_can_be_told_apart_and_counted() -> None:
    assert len({Place("/a"), Place("/a"), Place("/b")}) == 2
