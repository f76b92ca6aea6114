"""The key that Prefect's server encrypts what is secret in a block with: in a file of its own.

Left to itself Prefect keeps that key in the database it encrypts, so that whoever gets a copy of the one has
both. The file can be read by its owner only. Without it what was typed as a secret has to be typed anew.
"""

from __future__ import annotations

import base64
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import mkstemp

FILE = "secrets.key"
DATABASE = "prefect.db"
ELSEWHERE = ("PREFECT_SERVER_DATABASE_CONNECTION_URL", "PREFECT_API_DATABASE_CONNECTION_URL")


def key(home: Path) -> str | None:
    """The key kept in Prefect's folder, made where there is none.

    None where Prefect's own has to stay: secrets in that database were encrypted with it, or may have been.
    """
    file = home / FILE
    if not file.exists():
        if any(os.environ.get(name) for name in ELSEWHERE) or has_its_own(home / DATABASE):
            return None
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep(base64.urlsafe_b64encode(os.urandom(32)), file)
    return file.read_text("ascii").strip()


def keep(secret: bytes, file: Path) -> None:
    """Write the file whole, for its owner only; one that another start has just written stays."""
    number, name = mkstemp(dir=file.parent)
    with os.fdopen(number, "wb") as unnamed:
        unnamed.write(secret)
    with suppress(FileExistsError):
        os.link(name, file)
    Path(name).unlink()


def has_its_own(database: Path) -> bool:
    """Whether Prefect keeps a key in that database already."""
    if not database.exists():
        return False
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            found = connection.execute("SELECT 1 FROM configuration WHERE key = 'ENCRYPTION_KEY'").fetchone()
        except sqlite3.DatabaseError:  # which is for Prefect to complain about, if it is one at all
            return True
    return found is not None
