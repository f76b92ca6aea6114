"""The key to what is secret in Prefect's folder: made once, for its owner only, locking nobody out."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flows import cipher

if TYPE_CHECKING:
    from pathlib import Path


def database(home: Path, *keys: str) -> None:
    """A database as Prefect has it, with these names among its configuration."""
    with closing(sqlite3.connect(home / cipher.DATABASE)) as connection, connection:
        connection.execute("CREATE TABLE configuration (key TEXT, value JSON)")
        connection.executemany("INSERT INTO configuration VALUES (?, '{}')", [(key,) for key in keys])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    home = tmp_path / "prefect"
    made = cipher.key(home)
    assert made is not None
    assert len(made) == 44
    assert cipher.key(home) == made
    assert [path.name for path in home.iterdir()] == [cipher.FILE]
    assert (home / cipher.FILE).stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700


def test_a_key_that_another_start_has_just_written_stays(tmp_path: Path) -> None:
    cipher.keep(b"first", tmp_path / cipher.FILE)
    cipher.keep(b"second", tmp_path / cipher.FILE)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"first"]


def test_a_database_without_a_key_of_its_own_gets_one_beside_it(tmp_path: Path) -> None:
    database(tmp_path, "SESSION_ID")
    assert cipher.key(tmp_path)


def test_a_database_with_a_key_of_its_own_keeps_it(tmp_path: Path) -> None:
    database(tmp_path, "SESSION_ID", "ENCRYPTION_KEY")
    assert cipher.key(tmp_path) is None
    assert not (tmp_path / cipher.FILE).exists()


def test_a_database_nobody_can_read_is_left_to_prefect(tmp_path: Path) -> None:
    (tmp_path / cipher.DATABASE).write_bytes(b"no database")
    assert cipher.key(tmp_path) is None


def test_a_database_on_another_machine_is_left_to_whoever_set_it_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cipher.ELSEWHERE[0], "postgresql+asyncpg://db.example/prefect")
    assert cipher.key(tmp_path) is None
