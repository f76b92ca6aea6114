"""`onrecord ui` as a person starts it: a real start on a free port, asked from outside."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

HOST = "127.0.0.1"
PATIENCE = 180  # seconds for the first start on a busy machine
BUSY = 120  # seconds its database may be busy, and it with it
SWITCHES = {"when_a_workbook_is_saved": False, "when_a_date_comes": False}
"""Off: no run starts but the one a test asks for."""

_BESIDE = TemporaryDirectory(ignore_cleanup_errors=True)
EMPTY = Path(_BESIDE.name) / "prefect.db"
"""A database of Prefect's with nothing in it, for the starts to come: to make its tables is half the work of
a first one. The first in this process is a real one."""


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: Message
    content: bytes

    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(self.content)


class Served(NamedTuple):
    """A running `onrecord ui`, where its things are, and what it said on its standard error."""

    process: subprocess.Popen[bytes]
    port: int
    home: Path
    said: Path
    given: dict[str, str]  # headers of every question

    def get(self, path: str, method: str = "GET", body: object = None, **headers: str | None) -> Answer:
        """The answer to a question; a header that is None is left out."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in (self.given | named).items() if value is not None}
        content = None
        if body is not None:
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            sent |= {"Content-Type": "application/json"}
        asked = http.client.HTTPConnection(HOST, self.port, timeout=BUSY)
        try:
            asked.request(method, path, content, sent)
            answer = asked.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            asked.close()

    def post(self, path: str, body: object, **headers: str | None) -> Answer:
        """The answer to what is sent as Prefect's own page sends it."""
        signed = {"Prefect-Csrf-Token": self.token(), "Prefect-Csrf-Client": "tests"}
        return self.get(path, "POST", body, **{**signed, **headers})

    def ask(self, method: str, path: str, given: object = None) -> Any:  # noqa: ANN401 - whatever JSON it is
        """What Prefect's interface answers where all is well, as its own page asks it."""
        late = time.monotonic() + BUSY
        while True:
            signed = {"Prefect-Csrf-Token": self.token(), "Prefect-Csrf-Client": "tests"}
            answer = self.get(path, method, given, **signed)
            if answer.status != 503 or time.monotonic() > late:
                break
            time.sleep(0.5)  # its database is locked; its own client waits, too
        assert answer.status < 300, answer.content
        return answer.json() if answer.content else None

    def token(self) -> str:
        """What stands in every order that Prefect's own page gives."""
        return str(self.get("/api/csrf-token?client=tests").json()["token"])

    def at(self, path: str) -> str:
        """The whole address."""
        return f"http://{HOST}:{self.port}{path}"

    def told(self) -> list[str]:
        """Its lines, once it has said all there is to say of its start."""
        late = time.monotonic() + PATIENCE
        while "Ctrl-C" not in self.said.read_text() and time.monotonic() < late:
            time.sleep(0.1)
        return self.said.read_text().splitlines()

    def form(self) -> dict[str, Any]:
        """The form: the deployment that Prefect's page offers."""
        found: dict[str, Any] = self.ask("GET", "/api/deployments/name/briefing/briefing")
        return found

    def offered(self, workbook: str) -> str:
        """The name of a workbook, once the form offers it."""
        late = time.monotonic() + PATIENCE
        while workbook not in self.form()["parameter_openapi_schema"]["properties"]["workbook"]["enum"]:
            assert time.monotonic() < late, "the form never offered it"
            time.sleep(0.3)
        return workbook

    def begin(self, workbook: str, **parameters: object) -> str:
        """The id of a new run, as the form asks for it."""
        given = {"parameters": parameters | {"workbook": self.offered(workbook)}}
        return str(self.ask("POST", f"/api/deployments/{self.form()['id']}/create_flow_run", given)["id"])

    def ended(self, run: str, *states: str) -> dict[str, Any]:
        """The run, once it is in one of those states; in one that is its last, where none are given."""
        wanted = states or ("FAILED", "CRASHED", "COMPLETED", "CANCELLED")
        late = time.monotonic() + PATIENCE
        while True:
            found: dict[str, Any] = self.ask("GET", f"/api/flow_runs/{run}")
            if found["state_type"] in wanted or time.monotonic() > late:
                return found
            time.sleep(0.3)


def by_hand_only(served: Served) -> None:
    """Have no run start by itself."""
    served.told()
    served.ask("PATCH", "/api/variables/name/on_record_starts_by_itself", {"value": SWITCHES})


def made(served: Served, kind: str, name: str, **data: object) -> str:
    """The id of a new block, as Prefect's page sends what was typed."""
    there = served.ask("GET", f"/api/block_types/slug/{kind}")
    asked = {"block_schemas": {"block_type_id": {"any_": [there["id"]]}}}
    schema = served.ask("POST", "/api/block_schemas/filter", asked)[0]
    given = {"name": name, "data": data, "block_schema_id": schema["id"], "block_type_id": there["id"]}
    return str(served.ask("POST", "/api/block_documents/", given)["id"])


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server((HOST, 0)) as free:
        return int(free.getsockname()[1])


def keep_empty(database: Path) -> None:
    """Keep a copy of that database without its rows, but for the one that names its version."""
    with closing(sqlite3.connect(database)) as theirs, closing(sqlite3.connect(EMPTY)) as ours:
        theirs.backup(ours)
        tables = ours.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table != "alembic_version":
                ours.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a name of the database's own
        ours.commit()


@contextmanager
def serving(
    home: Path,
    *options: object,
    given: dict[str, str] | None = None,
    port: int | None = None,
    **changed: str,
) -> Iterator[Served]:
    """`onrecord ui` on that port, or a free one, once it has named its address."""
    (home / "inputs").mkdir(exist_ok=True)
    port = port or free_port()
    said = home / "said"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")},
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": str(home / "prefect"),
        "OUTPUTS": str(home / "outputs"),
        "INPUTS": str(home / "inputs"),
        "LC_ALL": "C.UTF-8",
        **changed,
    }
    database = Path(environment["PREFECT_HOME"]) / "prefect.db"
    if EMPTY.exists() and not database.parent.exists():
        database.parent.mkdir()
        copy(EMPTY, database)
    command = [sys.executable, "-m", "flows.cli", "ui", "--port", str(port), *map(str, options)]
    with (
        said.open("wb") as errors,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors) as process,  # noqa: S603
    ):
        try:
            assert process.stdout is not None
            named = process.stdout.readline().decode().strip()  # empty where it ended instead
            assert named == changed.get("ON_RECORD_URL", f"http://{HOST}:{port}"), said.read_text()
            if database.exists() and not EMPTY.exists():
                keep_empty(database)
            yield Served(process, port, home, said, given or {})
        finally:
            process.kill()
