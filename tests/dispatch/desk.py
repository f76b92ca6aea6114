"""A team's folder for tests: two editions on the shelf, a workbook with recipients, a mail server."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests import books, commands
from tests.conftest import ROOT
from tests.delivery import shelf
from tests.record.rows import announced, book

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

AMAZON, IBM = announced("A001", "2020-06-10"), announced("A002", "2020-06-08", "IBM")
MORE = announced("A003", "2021-05-18", previous_id="A001", relation="extends")
PEOPLE: books.Rows = [
    ["name", "email", "language", "group", "topics", "active"],
    ["Ada Kanarilace", "ada@example.org", "en", "press", "Amazon", "yes"],
    ["Grace Hopper", "grace@example.org", "fr", "board", "IBM", "yes"],
    ["Katherine", "katherine@example.org", "en", "board", "all", "yes"],
]


@dataclass(frozen=True)
class Desk:
    """The folder, and how its mail goes out."""

    folder: Path
    port: int

    @property
    def first(self) -> Path:
        return self.folder / "outputs" / "record" / "2020-06-15-01"

    @property
    def second(self) -> Path:
        return self.folder / "outputs" / "record" / "2021-06-15-01"

    @property
    def taken(self) -> Path:
        return self.folder / "taken.jsonl"

    def ledger_files(self) -> list[Path]:
        """The ledger, and what SQLite has beside it."""
        return sorted((self.folder / "outputs").glob("ledger.sqlite3*"))

    def onrecord(self, *words: object, **changed: str) -> subprocess.CompletedProcess[str]:
        """What `onrecord` says there."""
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8",
            "INPUTS": str(self.folder / "inputs"), "ON_RECORD_MAIL": f"smtp://127.0.0.1:{self.port}",
            "ON_RECORD_MAIL_FROM": "The team <team@example.org>", "ON_RECORD_MAIL_IN_CLEAR": "127.0.0.1",
            **changed,
        }  # fmt: skip
        return commands.typed([*map(str, words)], self.folder, environment, seconds=120)


def furnished(folder: Path) -> None:
    """Put the editions on the shelf and the workbook in its place."""
    (folder / "inputs").mkdir()
    books.written(folder / "inputs" / "record.xlsx", books.sound() | {"Recipients": PEOPLE})
    shelf.edition(folder / "outputs", book(AMAZON, IBM), "2020-06-15")
    shelf.edition(folder / "outputs", book(AMAZON, IBM, MORE), "2021-06-15")
