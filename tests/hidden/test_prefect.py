"""Nothing the team keeps to itself reaches Prefect: no table of its database, no log, card, event or page."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.hidden import book
from tests.hidden.search import found
from tests.hidden.test_edition import ALLOWED, ENTERED, QUOTED, places
from tests.often import often
from tests.served import by_hand_only, serving

if TYPE_CHECKING:
    from tests.served import Served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hidden server")]
OFFERED = {"group of recipients"}
"""What a person chooses from in the form: names of groups, which are neither a reader's nor an address."""

SHORTER: dict[str, object] = often({"languages": ["fr"], "extent": "core"}, {})
"""The files of an edition in full are looked through in test_edition: here it is what Prefect has of it."""
PAGES = ("/room", "/room/record", "/room?language=fr")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A server that has made an edition of the workbook; stopped by now."""
    home = tmp_path_factory.mktemp("home")
    (home / "inputs").mkdir()
    made = book.written(home)
    made.rename(home / "inputs" / "record.xlsx")
    with serving(home) as served:
        by_hand_only(served)
        ended = served.ended(served.begin("record.xlsx", as_of="2020-06-15", **SHORTER))
        assert ended["state_type"] == "COMPLETED", ended
        for page in PAGES:
            (home / f"page-{PAGES.index(page)}.html").write_bytes(served.get(page).content)
        served.process.terminate()
        served.process.wait(60)
        assert served.process.stdout is not None
        (home / "stdout").write_bytes(served.process.stdout.read())
    return served


def holding(base: sqlite3.Connection, words: str) -> set[str]:
    """The tables in which the words stand."""
    tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    every = {table: base.execute(f'SELECT * FROM "{table}"').fetchall() for (table,) in tables}  # noqa: S608
    return {table for table, rows in every.items() if any(words in str(row) for row in rows)}


THE_TEAM_S = ("record.xlsx", "to-fix.xlsx")
"""The workbook, and the same with notes in it, which an edition keeps for the team and nothing sends."""


def test_prefect_s_database_holds_nothing_of_it(run: Served) -> None:
    database = run.home / "prefect" / "prefect.db"
    with closing(sqlite3.connect(database)) as base:  # what stands in the log of writes goes into the file
        assert base.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        counted = {
            table: base.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - as named here
            for table in ("artifact", "events", "log", "flow_run", "task_run")
        }
        form = holding(base, book.word("group of recipients"))
    assert form == {"deployment", "events"}  # the form, and that it has changed
    assert min(counted.values()) > 0, counted
    content = database.read_bytes()
    assert places(content) == QUOTED | OFFERED | {ENTERED}  # the last beside what to fill in next
    assert found(content, ["Announcements!A5", "Stops police use"]) != []


def test_no_file_that_the_server_wrote_holds_anything_of_it(run: Served) -> None:
    kept = [path for path in run.home.rglob("*") if path.is_file() and path.name not in THE_TEAM_S]
    assert {"prefect.db", "said", "stdout", "briefing-fr.pdf"} <= {path.name for path in kept}
    quoting = ALLOWED | {"prefect.db": QUOTED | OFFERED | {ENTERED}}
    there = {path.name: place for path in kept if (place := places(path.read_bytes()))}
    assert {name: place for name, place in there.items() if not place <= quoting.get(name, set())} == {}
