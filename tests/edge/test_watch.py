"""What starts by itself: a run for a workbook saved, a run for a date that came.

A real server and the watch's own looks, one by one; only the clock that tells whether a file has settled is
set by hand. That a whole `onrecord ui` does so too is shown in test_recovery.
"""

from __future__ import annotations

import json
import os
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests import books
from tests.edge.watching import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.edge.watching import Watch

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server")]


def sound(watch: Watch, name: str = NAME, quote: str = "") -> Path:
    """The small sound workbook, saved there."""
    book = books.sound()
    if quote:
        books.put(book, "Announcements", 2, "quote", quote)
    return books.written(watch.inputs / name, book)


def test_a_saved_workbook_starts_one_run_which_distributes_nothing(watch: Watch) -> None:
    watch.start()
    sound(watch)
    watch.look(10)
    assert watch.begun() == [NAME]
    run = watch.runs()[0]
    assert not run.parameters.get("distribute")
    assert "started by a save" in run.tags
    watch.start()  # again, as after a restart
    watch.look(10)
    assert watch.begun() == [NAME]


def test_what_lay_there_at_the_very_first_start_is_no_news_until_it_is_saved(watch: Watch) -> None:
    broken = watch.inputs / NAME
    sound(watch, "other.xlsx")
    broken.write_bytes(b"PK not a workbook yet")
    watch.start()
    watch.look()
    assert watch.begun() == []
    sound(watch)  # mended
    watch.look()
    assert watch.begun() == [NAME]


def test_a_workbook_saved_while_nothing_watched_starts_its_run_at_the_next_start(watch: Watch) -> None:
    path = sound(watch)
    watch.start()
    watch.look()
    sound(watch, quote="Otherwise")
    watch.start()
    watch.look()
    assert watch.begun() == [NAME]
    path.touch()  # saved without a change
    watch.look()
    assert watch.begun() == [NAME]


def test_one_put_back_as_it_was_is_news_as_well(watch: Watch) -> None:
    watch.start()
    first = sound(watch).read_bytes()
    watch.look()
    path = sound(watch, quote="Otherwise")
    watch.look()
    path.write_bytes(first)
    watch.look()
    assert watch.begun() == [NAME] * 3


def test_a_workbook_still_being_copied_starts_nothing_until_it_is_whole(watch: Watch) -> None:
    watch.start()
    whole = sound(watch, "~$record.xlsx").read_bytes()  # Excel's own, which is none
    half = len(whole) // 2
    path = watch.inputs / NAME
    with path.open("wb") as file:
        for chunk in (whole[:half], whole[half:-100]):
            file.write(chunk)
            file.flush()
            watch.look(2)
        watch.look(60)  # a copy that stands still is not whole either
        assert watch.begun() == []
        file.write(whole[-100:])
    watch.look(6)
    assert watch.begun() == [NAME]


def test_a_workbook_saved_twice_in_a_moment_starts_one_run(watch: Watch) -> None:
    watch.start()
    sound(watch)
    watch.look(1, every=1)
    path = sound(watch, quote="Otherwise")
    os.utime(path, ns=(path.stat().st_mtime_ns + 1,) * 2)
    watch.look(8)
    assert watch.begun() == [NAME]


def test_switched_off_nothing_starts_and_what_was_saved_meanwhile_is_not_caught_up_with(
    watch: Watch,
) -> None:
    from prefect.variables import Variable  # noqa: PLC0415 - as above

    from flows.serving import rounds  # noqa: PLC0415 - as above

    watch.start()
    Variable.set(rounds.SWITCHES, dict.fromkeys(rounds.ON, False), overwrite=True)
    sound(watch)
    watch.look()
    Variable.set(rounds.SWITCHES, rounds.ON, overwrite=True)
    watch.look()
    assert watch.begun() == []


def test_a_server_that_cannot_be_asked_for_a_moment_loses_no_save(watch: Watch) -> None:
    from prefect.settings import PREFECT_API_URL, PREFECT_CLIENT_MAX_RETRIES, temporary_settings  # noqa: PLC0415

    watch.start()
    sound(watch)
    watch.look(0)
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api", PREFECT_CLIENT_MAX_RETRIES: 0}):
        watch.look(0)
        assert watch.rounds
        assert list(watch.rounds.waiting) == [NAME]
    watch.look(0)
    assert watch.begun() == [NAME]


def test_the_form_follows_the_folder_also_past_a_workbook_that_is_broken(watch: Watch) -> None:
    watch.start()
    sound(watch)
    (watch.inputs / "broken.xlsx").write_bytes(b"PK")
    watch.look(0)
    assert watch.offered() == ["broken.xlsx", NAME]
    (watch.inputs / NAME).rename(watch.inputs / "renamed.xlsx")
    (watch.inputs / "broken.xlsx").unlink()
    watch.look()
    assert watch.offered() == ["renamed.xlsx"]


def ending(watch: Watch, day: date) -> None:
    """The small sound workbook with a term whose last day that is."""
    book = books.put(books.sound(), "Announcements", 2, "duration", None)
    books.put(book, "Announcements", 2, "ends_on", day.isoformat())
    del book["Announcements"][3]  # what goes on with it
    books.written(watch.inputs / NAME, book)


def test_a_date_that_came_starts_one_run_though_nobody_touched_the_workbook(watch: Watch) -> None:
    ending(watch, date.today() - timedelta(days=1))  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    assert watch.begun() == []  # as of today: nothing has come since
    put_back(watch, "days", (date.today() - timedelta(days=3)).isoformat())  # noqa: DTZ011 - the day here
    for _ in range(2):  # and again after a restart
        watch.start()
        watch.look()
        assert [sorted(run.tags)[1] for run in watch.runs()] == ["started by a date: A001"]


def test_a_day_on_which_nothing_comes_starts_no_run(watch: Watch) -> None:
    ending(watch, date.today() + timedelta(days=9))  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    put_back(watch, "days", (date.today() - timedelta(days=3)).isoformat())  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    assert watch.begun() == []


@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", 7, None])
def test_a_clock_that_was_wrong_or_a_memory_that_is_damaged_stops_no_date(watch: Watch, day: object) -> None:
    ending(watch, date.today() - timedelta(days=1))  # noqa: DTZ011 - the day here
    watch.start()
    watch.look()
    put_back(watch, "days", day)
    watch.start()
    watch.look()
    assert watch.begun() == []
    assert watch.rounds
    assert watch.rounds.memory.days == {NAME: date.today().isoformat()}  # noqa: DTZ011 - the day here


def put_back(watch: Watch, what: str, value: object) -> None:
    """What the watch remembers of the workbook, changed by hand."""
    file = watch.inputs.parent / "home" / "watched.json"
    told = json.loads(file.read_text())
    told[what][NAME] = value
    file.write_text(json.dumps(told))
